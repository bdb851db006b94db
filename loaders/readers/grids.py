"""Which places of a table are taken by cells that span rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

_NARROWEST = 3
"""Columns of a table in which a title over all of them can be told."""


class Occupancy:
    """Columns that cells of earlier rows still cover, as HTML's and Word's row-by-row order needs.

    `_free_from[column]` is the first row in which the column is free again. Work is linear in the
    places covered in the current row.
    """

    def __init__(self) -> None:
        self._free_from: dict[int, int] = {}
        self._lifted: dict[int, int] = {}
        self._row = -1
        self._next = 0

    def place(self, row: int, rows: int, columns: int) -> tuple[int, int]:
        """Column and width of the next cell of `row`; rows must come in rising order.

        A cell that would run into one from above is cut short there, so that no two overlap.
        """
        if row != self._row:
            self._row, self._next = row, 0
        column = self._next
        while self._covered(column):
            column += 1
        width = 1
        while width < columns and not self._covered(column + width):
            width += 1
        if rows > 1:
            for covered in range(column, column + width):
                self._free_from[covered] = row + rows
        self._next = column + width
        return column, width

    def going_on(self, row: int) -> int:
        """How many columns cells above `row` still cover in it."""
        return sum(free > row for free in self._free_from.values())

    def lift(self, row: int) -> None:
        """The cells that reach into `row` leave it free and go on below it, a row longer."""
        reaching = [column for column, free in self._free_from.items() if free > row]
        self._lifted = {column: self._free_from.pop(column) + 1 for column in reaching}

    def lower(self) -> None:
        """The row that `lift` freed is written: its cells go on."""
        self._free_from |= self._lifted
        self._lifted = {}

    def _covered(self, column: int) -> bool:
        return self._free_from.get(column, 0) > self._row


@dataclass(frozen=True, slots=True)
class Extent:
    """A cell as a table's rows print it: its row, and how many rows and columns it says to cover."""

    row: int
    rows: int
    columns: int
    column: int = 0


def placed(cells: Sequence[Extent]) -> list[Extent]:
    """The cells, in reading order, with the columns where they stand.

    A title over all columns was often put in later, between rows that a cell spans: where the row
    below it lacks just those cells, they go on below it.
    """
    occupancy = Occupancy()
    printed: Counter[int] = Counter()
    for cell in cells:
        printed[cell.row] += cell.columns
    count = Counter(cell.row for cell in cells)
    width = 0
    found: list[Extent] = []
    for cell in cells:
        reaching = occupancy.going_on(cell.row) if count[cell.row] == 1 and cell.columns >= width else 0
        interrupts = width >= _NARROWEST and reaching and printed[cell.row + 1] + reaching == width
        if interrupts:
            found = [replace(c, rows=c.rows + 1) if c.row + c.rows > cell.row else c for c in found]
            occupancy.lift(cell.row)
        column, columns = occupancy.place(cell.row, cell.rows, cell.columns)
        if interrupts:
            occupancy.lower()
        found.append(replace(cell, column=column, columns=columns))
        width = max(width, column + columns)
    return found
