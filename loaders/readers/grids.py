"""Which places of a table are taken by cells that span rows."""

from __future__ import annotations


class Occupancy:
    """Columns that cells of earlier rows still cover, as HTML's and Word's row-by-row order needs.

    `_free_from[column]` is the first row in which the column is free again. Work is linear in the
    places covered in the current row.
    """

    def __init__(self) -> None:
        self._free_from: dict[int, int] = {}
        self._row = -1
        self._next = 0

    def place(self, row: int, rows: int, columns: int) -> int:
        """The column at which the next cell of `row` stands; rows must come in rising order."""
        if row != self._row:
            self._row, self._next = row, 0
        column = self._next
        while self._free_from.get(column, 0) > row:
            column += 1
        if rows > 1:
            for covered in range(column, column + columns):
                self._free_from[covered] = row + rows
        self._next = column + columns
        return column
