"""The lines of a table whose cells stand without a mark between: numbered rows, titles of groups."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import islice

from loaders.data_files import pattern
from loaders.outline.lines import Line
from loaders.tables.fused_units import may_be_lists
from loaders.tables.glued_amid import units_amid
from loaders.tables.glued_ends import end_of_units
from loaders.tables.headers import ROLE_OF, tells_stages
from loaders.tables.measures import Span
from loaders.tables.squeezed import Squeezed
from loaders.tables.stacked_cells.body import lines_in
from loaders.tables.stacked_cells.headings import Heading
from loaders.tables.stacked_cells.titles import is_title
from loaders.tables.stacked_cells.units import NEVER, of_units

_words = partial(pattern, __package__, "glued")
_MOST_ROLES = 2
_LONGEST_TAIL = 120
_MOST_SENTENCES = 40
_STOP = re.compile("。")


@dataclass(frozen=True, slots=True)
class Columns:
    """The places of a heading's columns; `last`: that of the times or goals, None without either.

    `goals`: it stands behind the units and holds goals or stages; `first`: times stand before the units.
    """

    task: int
    roles: tuple[int, ...]
    last: int | None
    goals: bool
    first: bool

    @classmethod
    def of(cls, heading: Heading) -> Columns | None:
        """None unless a number, what is to be done, one or two columns of units and a time or goals follow
        one another."""
        kinds = [column.kind for column in heading.columns]
        task = kinds.index("task")
        # goals right of the task stand behind its words without a mark
        behind = range(task + 1 + (kinds[task + 1 : task + 2] == ["target"]), len(kinds))
        roles = tuple(place for place in behind if kinds[place] in ROLE_OF)
        others = [place for place in behind if kinds[place] not in ROLE_OF]
        times = kinds.count("deadline")
        known = all(kinds[place] in ("deadline", "target") for place in others) and len(others) + times < 3
        if not heading.numbered or not known or not 0 < len(roles) <= _MOST_ROLES or len(others) > 1:
            return None
        last = others[0] if others else kinds.index("deadline") if times else None
        first = last is not None and last < roles[0]
        goals = last is not None and (kinds[last] == "target" or tells_stages(heading.columns[last]))
        return None if goals and first else cls(task, roles, last, goals, first)


@dataclass(slots=True)
class Row:
    """The spans of a row's cells: of its units all, with no mark between two columns of them.

    `number` is None in a line that goes on with the task above. Where nobody can say which words are units,
    all that follows the number is the task.
    """

    number: Span | None
    task: Span
    units: Span
    last: Span | None


@dataclass(frozen=True, slots=True)
class Title:
    """The place of a group's title in the document."""

    span: Span


@dataclass(slots=True)
class Table:
    """The rows of a table and the titles between them; the rows' spans are those of `text`."""

    text: Squeezed = field(default_factory=Squeezed)
    entries: list[Row | Title] = field(default_factory=list)
    stop: int = 0

    @property
    def rows(self) -> list[Row]:
        """The rows in order."""
        return [entry for entry in self.entries if isinstance(entry, Row)]

    @property
    def last_row(self) -> Row | None:
        """The row read last; None before the first."""
        return next((entry for entry in reversed(self.entries) if isinstance(entry, Row)), None)


def read_table(text: str, heading: Heading, columns: Columns) -> Table:
    """The lines below a heading that 1, 2, 3 … begin and units end; below a title they may begin with 1."""
    table = Table()
    number = 1
    for line in lines_in(text, heading.stop + 1, len(text)):
        if is_title(line.text):
            table.entries.append(Title((line.start, line.stop)))
            continue
        anew = bool(table.entries) and isinstance(table.entries[-1], Title)
        firsts = [number, 1] if anew else [number]
        first = next((first for first in firsts if _begins(line.text, str(first))), None)
        row = _row(table, line, columns, str(first or ""))
        if row is None and not (columns.goals and _goes_on(table, line)):
            break
        table.entries += [row] if row else []
        table.stop = line.stop
        number = number if first is None else first + 1
    while table.entries and not _ends(table.entries[-1]):
        table.entries.pop()
    return table


_ORDINAL = re.compile(r"[0-9]{1,2}[.．、](?![0-9])")


def _goes_on(table: Table, line: Line) -> bool:
    """Put a line that 2. begins into the goals of the row above; False where it can't belong there."""
    row = table.last_row
    if row is None or row is not table.entries[-1] or row.last is None or not _ORDINAL.match(line.text):
        return False
    row.last = row.last[0], table.text.add(line)[1]
    return True


def _ends(entry: Row | Title) -> bool:
    """Is it a row whose units are told?"""
    return isinstance(entry, Row) and entry.units[0] < entry.units[1]


def _begins(words: str, number: str) -> bool:
    """Does a line begin with the number of a row, glued to what is to be done?"""
    return words.startswith(number) and not re.match(r"[0-9.、)]", words[len(number) : len(number) + 1])


def _row(table: Table, line: Line, columns: Columns, number: str) -> Row | None:
    """The row of a line; None where it is none. A line without a number goes on with the row above, where
    units and goals tell that it does."""
    if not number and not ((columns.goals or columns.first) and table.last_row):
        return None
    start, stop = table.text.add(line)
    words, first = table.text.words[start:stop], len(number)
    found = _with_goals(words, columns) if columns.goals else _with_time(words, columns)
    found = found if found and found[0][0] > first else _amid(words, first, columns)
    if found is None and number and table.last_row:
        return Row((start, start + first), (start + first, stop), (stop, stop), None)
    if found is None:
        return None
    (a, b), (c, d) = found
    units, last = (a + start, b + start), (c + start, d + start) if d else None
    at = start + first
    behind = last[0] if last and columns.first else units[0]
    return Row((start, at) if number else None, (at, behind), units, last)


def _with_time(words: str, columns: Columns) -> tuple[Span, Span] | None:
    """The units and the time (0, 0 where there is none) that end a row's words."""
    tail = words.rfind("。") + 1
    whole = tail, len(words)
    if not 0 < tail < len(words) or len(words) - tail > _LONGEST_TAIL:
        return None
    if columns.last is None:
        return whole, (0, 0)
    time = _words("time").match(words, tail) if columns.first else _words("last_time").search(words, tail)
    if not time:
        return whole, (0, 0)
    return ((time.end(), len(words)) if columns.first else (tail, time.start())), time.span()


def _with_goals(words: str, columns: Columns) -> tuple[Span, Span] | None:
    """The units behind one of a row's sentences, and the goals behind them: where that is one place alone,
    of several the one where two lists of units meet."""
    found = list(_places(words, len(columns.roles)))
    if len(found) > 1 and len(columns.roles) > 1:
        found = [(start, stop) for start, stop in found if may_be_lists(words[start:stop])]
    if len(found) != 1:
        return None
    more = _words("and_others").match(words, found[0][1])
    return found[0], (more.end() if more else found[0][1], len(words))


def _amid(words: str, first: int, columns: Columns) -> tuple[Span, Span] | None:
    """The same where the units begin amid the words behind a row's number."""
    if columns.first:
        return _behind_time(words, first)
    time = None if columns.goals or columns.last is None else _words("last_time").search(words)
    stop = None if columns.goals else time.start() if time else len(words)
    units = units_amid(words, first, len(columns.roles), stop)
    if units is None:
        return None
    last = (units[1], len(words)) if columns.goals else time.span() if time else (0, 0)
    return units, last


def _behind_time(words: str, first: int) -> tuple[Span, Span] | None:
    """The units behind a time, up to the row's end, and the time; of several the last."""
    for time in reversed(list(_words("time").finditer(words, first + 1))):
        if len(words) - time.end() > _LONGEST_TAIL:
            return None
        if _are_listed(words[time.end() :]):
            return (time.end(), len(words)), time.span()
    return None


def _are_listed(words: str) -> bool:
    """Are words units, of several perhaps one of an unknown form?"""
    cost = of_units((words,), 0.0) if words else NEVER
    return cost == 0.0 or (cost < NEVER and "、" in words)


def _places(words: str, roles: int) -> Iterator[Span]:
    for mark in islice(_STOP.finditer(words), _MOST_SENTENCES):
        start = mark.end()
        size = end_of_units(words[start:], roles)
        if size:
            yield start, start + size
