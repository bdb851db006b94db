"""Task tables of one cell a line whose numbered groups hold measures with ordinals of their own.

Below 序号, 目标名称, 工作标准, 分管领导, 牵头单位, 配合单位 stand a number alone, the group's name, and
measure after measure: (1)…, who is in charge, units. Number and name are merged cells over its rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from loaders.outline.lines import Line, is_page_number
from loaders.outline.ordinals import read_ordinal
from loaders.tables.flattened_outline import Entry, cell, lines_of, names_of, names_units, take
from loaders.tables.headers import ROLE_OF, Column, read_heading
from loaders.tables.printed import PrintedCell, PrintedTable
from loaders.tables.role_lines import below_role_lines

_BEFORE, _BEHIND = 120, 60
"""Characters around a column of units in which the other columns' names and the first number stand."""
_NUMBER = re.compile("序号|编号")
_PERSON = re.compile("(?:[一-鿿] ?){1,3}[一-鿿]|[一-鿿]{1,8}·[一-鿿]{1,8}")
_MOST_NAMES, _LONGEST_NAME = 3, 40
"""Lines of a group's name, and characters of each."""
_LEAST_ROWS = 2


def grouped_tables(text: str) -> Iterator[PrintedTable]:
    """The tables in text order, not overlapping."""
    return below_role_lines(text, _heading, _below)


def _below(text: str, heading: _Heading) -> Iterator[PrintedTable]:
    groups = _whole(_groups(heading, lines_of(text, heading.stop + 1)))
    if sum(len(group.entries) for group in groups) >= _LEAST_ROWS:
        yield _table(heading, groups)


@dataclass(frozen=True, slots=True)
class _Heading:
    columns: Sequence[Column]
    names: Sequence[Sequence[Line]]

    @property
    def stop(self) -> int:
        """Where its last name ends."""
        return self.names[-1][-1].stop

    def places(self, *kinds: str) -> list[int]:
        """The columns of these kinds."""
        return [index for index, column in enumerate(self.columns) if column.kind in kinds]

    @property
    def content(self) -> int:
        """The column of the measures: the last before those of persons and units."""
        return min(self.places("person", *ROLE_OF)) - 1


@dataclass(slots=True)
class _Group:
    number: Line
    name: list[Line] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    persons: dict[int, Line] = field(default_factory=dict)
    """By the entry's index."""


def _heading(text: str, least: int, start: int, place: int) -> _Heading | None:
    """The heading from 序号 to the first number, around a column of units that ends at `place`."""
    begin = text.rfind("\n", least, max(start - _BEFORE, least)) + 1
    lines = list(lines_of(text, max(begin, least), place + _BEHIND))
    first = next((i for i, line in enumerate(lines) if _NUMBER.fullmatch(line.text)), len(lines))
    end = next((i for i in range(first, len(lines)) if lines[i].text == "1"), first)
    names = list(names_of(lines[first:end]))
    columns = read_heading(["".join(line.text for line in name) for name in names])
    if not columns or names[-1][-1].stop + 1 < place:
        return None
    heading = _Heading(columns, names)
    roles = heading.places(*ROLE_OF)
    fits = columns[0].kind == "number" and roles and heading.content > 1
    behind = {column.kind for column in columns[heading.content + 1 :]} - {"person", "deadline", *ROLE_OF}
    return heading if fits and not behind else None


def _groups(heading: _Heading, lines: Iterable[Line]) -> list[_Group]:
    """Groups with their measures in text order, until a line is none of their cells."""
    roles = len(heading.places(*ROLE_OF))
    timed, led = bool(heading.places("deadline")), bool(heading.places("person"))
    groups: list[_Group] = []
    for line in lines:
        group = groups[-1] if groups else None
        entry = group.entries[-1] if group and group.entries else None
        if line.text == str(len(groups) + 1) and (entry is None or entry.units):
            groups.append(_Group(line))
        elif is_page_number(line.text):
            continue
        elif group is None:
            break
        elif group.name and (ordinal := read_ordinal(line.text)) and not line.text.startswith("附"):
            group.entries.append(Entry(ordinal, [line]))
        elif entry is None:
            group.name.append(line)
            if len(group.name) > _MOST_NAMES or len(line.text) > _LONGEST_NAME:
                break
        elif led and not entry.units and _is_person(line.text):
            group.persons[len(group.entries) - 1] = line
        elif not take(entry, line, roles, timed=timed):
            break
    return groups


def _is_person(text: str) -> bool:
    return _PERSON.fullmatch(text) is not None and not names_units(text)


def _whole(groups: Sequence[_Group]) -> list[_Group]:
    """The groups each measure of which has units; the last may end before the text goes on."""
    if groups and groups[-1].entries and not groups[-1].entries[-1].units:
        groups[-1].entries.pop()
    kept = [group for group in groups if group.entries]
    told = all(entry.units for group in kept for entry in group.entries)
    return kept if told and len(kept) >= len(groups) - 1 else []


def _table(heading: _Heading, groups: Sequence[_Group]) -> PrintedTable:
    cells = [cell(0, column, name) for column, name in enumerate(heading.names)]
    roles, times = heading.places(*ROLE_OF), heading.places("deadline")
    persons = heading.places("person")
    row = 1
    for group in groups:
        cells += _merged(row, group)
        for index, entry in enumerate(group.entries):
            own = [cell(row, heading.content, entry.lines)]
            own += [cell(row, column, lines) for column, lines in zip(roles, entry.units, strict=False)]
            own += [cell(row, persons[0], [group.persons[index]])] if index in group.persons else []
            own += [cell(row, times[0], [entry.deadline])] if entry.deadline else []
            cells += sorted(own, key=lambda each: each.column)
            row += 1
    stop = max(stop for each in cells for _, stop in each.pieces)
    return PrintedTable(heading.names[0][0].start, stop, tuple(cells))


def _merged(row: int, group: _Group) -> Iterator[PrintedCell]:
    """A group's number and name, over its measures' rows."""
    for column, lines in enumerate(([group.number], group.name)):
        pieces = tuple((line.start, line.stop) for line in lines)
        yield PrintedCell(row, column, pieces, len(group.entries), 1)
