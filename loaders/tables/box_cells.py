"""The cells of a grid from its lines, cut at their bars."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from loaders.tables.measures import Span


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a line between two bars: it covers the columns from `first` to before `last`."""

    first: int
    last: int
    span: Span
    is_rule: bool


@dataclass(slots=True)
class Stack:
    """A cell while it grows: its words line by line, as (number of the line, span)."""

    row: int
    column: int
    columns: int
    rows: int = 1
    lines: list[tuple[int, Span]] = field(default_factory=list)


def box_cells(lines: Iterable[Sequence[Segment]]) -> list[Stack] | None:
    """The cells, sorted; None when the bars of a cell's lines differ.

    A rule below some columns only ends their cells; those beside it go on.
    """
    open_cells: dict[int, Stack] = {}
    found: list[Stack] = []
    row, between = -1, True
    for number, segments in enumerate(lines):
        is_boundary = any(segment.is_rule for segment in segments)
        if between and not is_boundary:
            row += 1
        between = is_boundary
        for segment in segments:
            if segment.is_rule:
                for column in range(segment.first, segment.last):
                    open_cells.pop(column, None)
            elif not _go_on(open_cells, found, segment, row, number, is_new=not is_boundary):
                return None
    return sorted(found, key=lambda cell: (cell.row, cell.column))


def _go_on(
    open_cells: dict[int, Stack], found: list[Stack], segment: Segment, row: int, number: int, *, is_new: bool
) -> bool:
    """Add a segment to the cell that is open above it, or begin one; False when it fits neither."""
    columns = range(segment.first, segment.last)
    cell = open_cells.get(segment.first)
    if cell is None:
        if not is_new or any(column in open_cells for column in columns):
            return False
        cell = Stack(row, segment.first, len(columns))
        found.append(cell)
        open_cells.update(dict.fromkeys(columns, cell))
    if (cell.column, cell.columns) != (segment.first, len(columns)):
        return False
    cell.rows = max(row - cell.row + 1, 1)
    if segment.span[0] < segment.span[1]:
        cell.lines.append((number, segment.span))
    return True
