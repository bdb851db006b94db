"""What the command line prints: tables, notes and progress, as bars on a terminal only."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table
from rich.text import Text

Step = Callable[[str, int, int], None]
"""A step's name, how many are done, how many there are."""


_PIPE_WIDTH = 200


def out() -> Console:
    """The console of stdout; wide in a pipe, so that rows stay on one line."""
    if sys.stdout.isatty():
        return Console(highlight=False)
    return Console(soft_wrap=True, highlight=False, width=_PIPE_WIDTH)


_ESCAPES = {
    code: f"\\u{code:04x}"
    for code in (*range(32), *range(127, 160), 0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
}
"""Characters that would break a line, drive the terminal or turn the text around."""


def plain(text: str) -> str:
    """Text on one line as it may go to a terminal: names of files come from anywhere."""
    return text.translate(_ESCAPES)


def say(line: str) -> None:
    """One line on stdout as it stands; line breaks in what it names are shown, not made."""
    out().print(plain(line), markup=False)


def say_lines(text: str) -> None:
    """Several lines on stdout as they stand."""
    for line in text.splitlines():
        say(line)


def note(message: str) -> None:
    """One line on stderr."""
    print(plain(" ".join(message.split())), file=sys.stderr)


def data(content: bytes) -> None:
    """UTF-8 for another program, as it stands: a pipe's own encoding may be GBK, which lacks characters."""
    sys.stdout.flush()
    if hasattr(sys.stdout, "buffer"):
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    else:
        sys.stdout.write(content.decode())


def json_data(found: object) -> None:
    """A value as JSON, by `data`."""
    data((json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace"))


@contextmanager
def progress() -> Iterator[Step]:
    """A function that shows how far a step is: bars on a terminal, nothing in a pipe."""
    if not sys.stderr.isatty():
        yield lambda name, done, total: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        known: dict[str, object] = {}

        def step(name: str, done: int, total: int) -> None:
            key = name.split(":", 1)[0]
            if key not in known:
                known[key] = bars.add_task(name, total=total)
            bars.update(known[key], description=name, completed=done, total=total)  # type: ignore[arg-type]

        yield step


def table(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Rows under their headings; text is shown as it stands, never as markup."""
    shown = Table(show_edge=False, pad_edge=False, header_style="bold")
    for column in columns:
        shown.add_column(Text(column), overflow="fold")
    for row in rows:
        shown.add_row(*(Text(plain(cell_text(cell))) for cell in row))
    out().print(shown)


def cell_text(value: object) -> str:
    """A cell for people: lists joined, floats without a needless .0, nothing for None."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, (list, tuple)):
        return "、".join(cell_text(each) for each in value)
    return str(value)
