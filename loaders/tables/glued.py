"""Task tables that a copy glued to running text: 序号项目名称主要内容牵头单位1公园建设新建公园。住建局2…

Sites that show others' files print them so, with a mark (2、) before each stretch. Rows are told by their
numbers, each behind the units of the row before; what is to be done ends with the last full stop. Of the
units only the first is told for certain, where the first column of units is that of leads: where its cell
ends and the next begins nobody can say. The rest is a finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from loaders.data_files import pattern
from loaders.lexicon import is_listed_unit
from loaders.passage import fold
from loaders.tables.headers import ROLE_OF, Column, read_heading
from loaders.tables.known_units import known_units
from loaders.tables.measures import Span, trimmed
from loaders.tables.printed import PrintedCell, PrintedTable

_words = partial(pattern, __package__, "glued")
_HEAD = re.compile(r"序号(?P<names>[一-鿿/()（）]{6,80}?)(?=1[一-鿿“])")
_MARK = re.compile(r"[ \t]{0,8}\d{1,3}、")
_PARTED = rf"(?:\n(?:{_MARK.pattern})?)"
"""What parts two stretches of such a text, with the mark of the second."""
_BREAK = re.compile(_PARTED)
_TAIL = re.compile(r"(?<=。)[一-鿿、,()（），·]{3,80}(?![一-鿿、,()（），·])")
_LONGEST_ROW = 4_000
_FEWEST_ROWS = 2
_PERSON = range(2, 5)
"""How many characters a person's name may have."""
_LONGEST_UNIT = 16
_UNREAD = "这张表格的单元格粘连在一起,分不清各栏,责任单位只读取了能确定的,请改用原来的 docx、pdf 或 xlsx 文件"


@dataclass(frozen=True, slots=True)
class _Row:
    number: Span
    task: Span
    tail: Span


def glued_tables(text: str) -> Iterator[PrintedTable]:
    """The tables in text order, not overlapping."""
    stop = 0
    for head in _HEAD.finditer(text):
        columns = _columns(fold(head["names"])) if head.start() >= stop else None
        if not columns:
            continue
        rows = list(_rows(text, head)) if _ends_with_units(columns) else []
        table = _table(text, head, columns, rows) if len(rows) >= _FEWEST_ROWS else _unread(text, head)
        yield table
        stop = table.stop


def _columns(names: str) -> list[Column] | None:
    """The columns of a task table that the folded glued words name."""
    words = [name[0] for name in _words("heading").finditer(names)]
    return read_heading(["序号", *words]) if "".join(words) == names else None


def _ends_with_units(columns: Sequence[Column]) -> bool:
    """Do nothing but persons and units follow the task?"""
    kinds = [column.kind for column in columns]
    behind = kinds[kinds.index("task") + 1 :]
    known = all(kind in ROLE_OF or kind == "person" for kind in behind)
    return known and any(kind in ROLE_OF for kind in behind)


def _unread(text: str, head: re.Match[str]) -> PrintedTable:
    """The heading's line, and those below it that marks begin."""
    start, title = _title(text, head.start())
    stop = _line_end(text, head.end())
    while stop < len(text) and _MARK.match(text, stop + 1):
        stop = _line_end(text, stop + 1)
    return PrintedTable(start, stop, (), _UNREAD, title)


def _line_end(text: str, at: int) -> int:
    stop = text.find("\n", at)
    return len(text) if stop < 0 else stop


def _rows(text: str, head: re.Match[str]) -> Iterator[_Row]:
    """The rows numbered from 1 on; the last one ends its line."""
    at, number = head.end(), 1
    while at >= 0:
        first = at + len(str(number))
        tail, following = _tail(text, first, number + 1, head[0])
        if tail is None:
            return
        yield _Row((at, first), (first, tail[0]), tail)
        at, number = following, number + 1


def _tail(text: str, start: int, following: int, heading: str) -> tuple[Span | None, int]:
    """The units that end a row, and where the next number stands behind them; -1 behind the last row."""
    stop = min(len(text), start + _LONGEST_ROW)
    counted = _words("counted").pattern
    behind = re.compile(
        rf"(?:{_PARTED}|{re.escape(heading)}){{0,3}}(?={following}[一-鿿“])(?!{following}{counted})"
    )
    last: Span | None = None
    for tail in _TAIL.finditer(text, start, stop):
        if not _ends_with_unit(tail[0]):
            continue
        more = behind.match(text, tail.end())
        if more:
            return tail.span(), more.end()
        if last is None and text[tail.end() : tail.end() + 1] in ("", "\n"):
            last = tail.span()
    return last, -1


def _ends_with_unit(tail: str) -> bool:
    words = fold(tail)
    return any(is_listed_unit(words[-size:]) for size in range(2, min(len(words), _LONGEST_UNIT) + 1))


def _told(words: str, columns: Sequence[Column]) -> list[Span]:
    """The units of a row that its first column of units holds for certain, within the words of its tail."""
    kinds = [column.kind for column in columns]
    behind = kinds[kinds.index("task") + 1 :]
    begins = _PERSON if behind[0] == "person" else range(1)
    found = next((units for at in begins if (units := list(known_units(words, at)))), [])
    if sum(kind in ROLE_OF for kind in behind) > 1 or behind[-1] == "person":
        return found[:1]
    return found if found and found[-1][1] == len(words) else []


def _table(text: str, head: re.Match[str], columns: Sequence[Column], rows: Sequence[_Row]) -> PrintedTable:
    kinds = [column.kind for column in columns]
    task = kinds.index("task")
    role = next(place for place in range(task + 1, len(kinds)) if kinds[place] in ROLE_OF)
    told = [_told(fold(text[slice(*row.tail)]), columns) for row in rows]
    cells = _heading(head, role, max(1, *map(len, told)))
    for number, (row, units) in enumerate(zip(rows, told, strict=True), 1):
        cells += [PrintedCell(number, 0, (row.number,)), PrintedCell(number, task, _pieces(text, row.task))]
        cells += [
            PrintedCell(number, place, ((a + row.tail[0], b + row.tail[0]),))
            for place, (a, b) in enumerate(units, role)
        ]
    start, title = _title(text, head.start())
    return PrintedTable(start, rows[-1].tail[1], tuple(cells), _UNREAD, title)


def _heading(head: re.Match[str], role: int, width: int) -> list[PrintedCell]:
    """The heading's cells; the units of a row stand side by side below the column `role`."""
    first = head.start("names")
    names = [
        (head.start(), first),
        *((first + m.start(), first + m.end()) for m in _words("heading").finditer(head["names"])),
    ]
    return [
        PrintedCell(
            0, place if place <= role else place + width - 1, (name,), 1, width if place == role else 1
        )
        for place, name in enumerate(names)
    ]


def _title(text: str, start: int) -> tuple[int, Span | None]:
    """Where the line of a heading begins, and what stands in it between its mark and the heading."""
    first = text.rfind("\n", 0, start) + 1
    mark = _BREAK.match(text, first - 1) if first else _MARK.match(text)
    title = trimmed(text, mark.end() if mark else first, start)
    return first, title if title[0] < title[1] else None


def _pieces(text: str, span: Span) -> tuple[Span, ...]:
    """A task's words without the marks of the stretches they stand in."""
    edges = [span[0], *(edge for mark in _BREAK.finditer(text, *span) for edge in mark.span()), span[1]]
    return tuple((a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b)
