"""A table as a grid: every place filled with the cell that covers it."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.passage import passage
from loaders.source import Cell, Table


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the grid: the cell that covers it; `first`: it is in the cell's own first row."""

    cell: Cell
    first: bool


Grid = list[list[Place | None]]
WIDEST = 200
"""Columns that are read; what stands further right is no task and no region."""
_MOST = 2_000_000
"""Places of a grid; a table that claims more is cut."""


def grid_of(table: Table) -> Grid:
    """Rows of places, all of the same length; None where no cell is."""
    width = min(max((c.column + c.columns for c in table.cells), default=0), WIDEST)
    height = max((c.row + c.rows for c in table.cells), default=0)
    height = min(height, _MOST // max(width, 1))
    grid: Grid = [[None] * width for _ in range(height)]
    for cell in table.cells:
        for row in range(cell.row, min(cell.row + cell.rows, height)):
            place = Place(cell, row == cell.row)
            for column in range(cell.column, min(cell.column + cell.columns, width)):
                grid[row][column] = place
    return grid


def cell_text(text: str, place: Place | None) -> str:
    """The folded text of a place without blanks at its ends; "" where nothing is."""
    return passage(text, place.cell.start, place.cell.stop).text.strip() if place else ""
