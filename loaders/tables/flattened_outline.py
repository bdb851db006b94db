"""Task tables of one cell a line, without a column of numbers, whose cells bear ordinals (一、…, 1.…).

The heading is a run of lines that name columns, perhaps broken (主要, 任务). Below it what a line holds
tells its cell: an ordinal begins a group or a measure, units stand under their heading, a time under its
own; cells that a merged one covers are left out. A group that names units itself is a task.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from loaders.clauses.cues import read_token
from loaders.clauses.roles import read_clause
from loaders.outline.lines import Line, is_page_number, read_lines
from loaders.outline.ordinals import Ordinal, read_ordinal
from loaders.tables.headers import ROLE_OF, Column, read_column, read_heading
from loaders.tables.printed import PrintedCell, PrintedTable
from loaders.tables.role_lines import below_role_lines

_BEFORE, _BEHIND = 120, 400
"""Characters around a column of units in which the other columns' names and the first cell stand."""
_BLOCK = 20_000
_LONGEST_NAME = 8
_LEAST_COLUMNS, _MOST_NAMES = 3, 10
_LEAST_ROWS = 2
_MOST_LINES = 12
"""Lines of a measure at most; more is text behind the table."""
_LONGEST_TIME = 24


def outlined_tables(text: str) -> Iterator[PrintedTable]:
    """The tables in text order, not overlapping."""
    return below_role_lines(text, _heading, _below)


def _below(text: str, heading: _Heading) -> Iterator[PrintedTable]:
    entries = list(_entries(heading.columns, lines_of(text, heading.stop + 1)))
    while entries and not entries[-1].units:
        entries.pop()
    if sum(bool(entry.units) for entry in entries) >= _LEAST_ROWS:
        yield _table(heading, entries)


@dataclass(frozen=True, slots=True)
class _Heading:
    columns: Sequence[Column]
    names: Sequence[Sequence[Line]]

    @property
    def stop(self) -> int:
        return self.names[-1][-1].stop


@dataclass(slots=True)
class Entry:
    """A group or a measure with its lines; `units`: the lines of each role's cell, in the columns' order."""

    ordinal: Ordinal
    lines: list[Line]
    units: list[list[Line]] = field(default_factory=list)
    deadline: Line | None = None


def _heading(text: str, least: int, start: int, place: int) -> _Heading | None:
    """The heading whose column of units stands before `place`; None where the first cell has no ordinal."""
    begin = text.rfind("\n", least, max(start - _BEFORE, least)) + 1
    lines = list(lines_of(text, max(begin, least), place + _BEHIND))
    at = next((i for i, line in enumerate(lines) if line.stop >= place - 1), len(lines))
    end = next((i for i in range(at, len(lines)) if read_ordinal(lines[i].text)), at)
    first = at
    while first and len(lines[first - 1].text) <= _LONGEST_NAME and end - first < _MOST_NAMES:
        first -= 1
    for begin in range(first, end - _LEAST_COLUMNS + 1):
        names = list(names_of(lines[begin:end]))
        columns = read_heading(["".join(line.text for line in name) for name in names])
        if columns and _fits(columns):
            return _Heading(columns, names)
    return None


def _fits(columns: Sequence[Column]) -> bool:
    kinds = [column.kind for column in columns]
    known = all(kind != "other" for kind in kinds[:-1]) and "number" not in kinds
    return known and len(kinds) >= _LEAST_COLUMNS


def names_of(run: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines of a heading by column: those that name one only together are one name."""
    at = 0
    while at < len(run):
        size = next((n for n in (1, 2, 3) if _is_name(run[at : at + n])), 1)
        yield list(run[at : at + size])
        at += size


def _is_name(lines: Sequence[Line]) -> bool:
    return read_column("".join(line.text for line in lines)).kind != "other"


def lines_of(text: str, start: int, stop: int | None = None) -> Iterator[Line]:
    stop = len(text) if stop is None else min(stop, len(text))
    while start < stop:
        end = text.find("\n", min(start + _BLOCK, stop, len(text)))
        end = len(text) if end < 0 else end
        for line in read_lines(text[start:end]):
            yield Line(line.start + start, line.stop + start, line.text)
        start = end + 1


def _entries(columns: Sequence[Column], lines: Iterable[Line]) -> Iterator[Entry]:
    """Groups and measures in text order, until a line is none of their cells."""
    roles = sum(column.kind in ROLE_OF for column in columns)
    timed = any(column.kind == "deadline" for column in columns)
    entry: Entry | None = None
    for line in lines:
        ordinal = read_ordinal(line.text)
        if ordinal and not line.text.startswith("附"):
            yield from [entry] if entry else []
            entry = Entry(ordinal, [line])
        elif is_page_number(line.text):
            continue
        elif entry is None or not take(entry, line, roles, timed=timed):
            break
    yield from [entry] if entry else []


def take(entry: Entry, line: Line, roles: int, *, timed: bool) -> bool:
    """Put a line into the cell that it belongs to; False where it belongs to none."""
    if timed and entry.units and not entry.deadline and _is_time(line.text):
        entry.deadline = line
    elif not entry.deadline and names_units(line.text):
        goes_on = entry.units and (roles == 1 or entry.units[-1][-1].text.endswith(("、", ",")))
        if not goes_on and len(entry.units) == roles:
            return False
        if goes_on:
            entry.units[-1].append(line)
        else:
            entry.units.append([line])
    elif entry.units or len(entry.lines) >= _MOST_LINES:
        return False
    else:
        entry.lines.append(line)
    return True


_SENTENCE = re.compile("[。;!?“]")


def names_units(text: str) -> bool:
    """Is a line a list of units?"""
    if _SENTENCE.search(text):
        return False
    reading = read_clause(text, listed=True)
    return bool(reading.named) and not reading.odd


def _is_time(text: str) -> bool:
    return len(text) <= _LONGEST_TIME and read_token(text).says == "time"


def _table(heading: _Heading, entries: Sequence[Entry]) -> PrintedTable:
    cells = [cell(0, column, name) for column, name in enumerate(heading.names)]
    kinds = [column.kind for column in heading.columns]
    roles = [index for index, kind in enumerate(kinds) if kind in ROLE_OF]
    for row, entry in enumerate(entries, 1):
        if not entry.units:
            cells.append(cell(row, 0, entry.lines, len(kinds)))
            continue
        own = [cell(row, kinds.index("task"), entry.lines)]
        own += [cell(row, column, lines) for column, lines in zip(roles, entry.units, strict=False)]
        if entry.deadline:
            own.append(cell(row, kinds.index("deadline"), [entry.deadline]))
        cells += sorted(own, key=lambda cell: cell.column)
    stop = max(stop for cell in cells for _, stop in cell.pieces)
    return PrintedTable(heading.names[0][0].start, stop, tuple(cells))


def cell(row: int, column: int, lines: Sequence[Line], columns: int = 1) -> PrintedCell:
    return PrintedCell(row, column, tuple((line.start, line.stop) for line in lines), 1, columns)
