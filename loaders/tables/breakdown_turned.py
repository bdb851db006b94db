"""Breakdown tables of one cell a line whose rows are regions: 乡镇, 造林(亩), 合计, 900, 白石镇, 500, ….

Every row must have a line a column, so that an empty cell leaves the whole table unread.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loaders.extraction import Breakdown, BreakdownCell
from loaders.source import Table
from loaders.tables.breakdown_column import FlatLine, lines_of
from loaders.tables.breakdown_grid import Numbered, default_unit, name_and_unit
from loaders.tables.flattened import is_number, number
from loaders.tables.places import LEAST_REGIONS, is_level, is_place, is_total

_EMPTY = frozenset(["-", "—", "/", "\\", "——"])
_MOST_HEADS = 12


def from_turned(text: str, table: Table, part: str) -> list[Numbered]:
    """A row for each measure of the heading, in its order; [] when the table is none of these."""
    lines = lines_of(text, table)
    first = next((i for i, line in enumerate(lines) if is_number(line.text)), 0) - 1
    level = next((i for i in range(first - 1, max(first - _MOST_HEADS, 0) - 1, -1) if _opens(lines[i])), -1)
    if level < 0 or first - level < 2:
        return []
    heads = lines[level + 1 : first]
    rows = list(_rows(lines[first:], len(heads)))
    if sum(is_place(name.text) for name, _ in rows) < LEAST_REGIONS or not _whole(lines[first:], rows):
        return []
    unit = default_unit(text, lines[level].start)
    return [(_measure(part, column, head, rows, unit), "") for column, head in enumerate(heads)]


def _opens(line: FlatLine) -> bool:
    return is_level(line.text)


_Row = tuple[FlatLine, Sequence[FlatLine]]


def _rows(lines: Sequence[FlatLine], width: int) -> Iterator[_Row]:
    """The name and the cells of each row, until one is no region's."""
    for at in range(0, len(lines), width + 1):
        name, cells = lines[at], lines[at + 1 : at + width + 1]
        told = len(cells) == width and all(is_number(cell.text) or cell.text in _EMPTY for cell in cells)
        if not told or not (is_place(name.text) or is_total(name.text)):
            return
        yield name, cells


def _whole(lines: Sequence[FlatLine], rows: Sequence[_Row]) -> bool:
    """Stands no number behind the rows read?"""
    stop = rows[-1][1][-1].stop
    return not any(is_number(line.text) for line in lines if line.start >= stop)


def _measure(part: str, column: int, head: FlatLine, rows: Sequence[_Row], default: str) -> Breakdown:
    name, unit = name_and_unit(head.text)
    filled = [(place, cells[column]) for place, cells in rows if is_number(cells[column].text)]
    cells = tuple(
        BreakdownCell(place.text, number(cell.text), cell.start, cell.stop)
        for place, cell in filled
        if is_place(place.text)
    )
    total = next((cell for place, cell in filled if is_total(place.text)), None)
    stop = total.stop if total else head.stop
    whole = number(total.text) if total else None
    return Breakdown(part, "", name, unit or default, whole, cells, head.start, stop)
