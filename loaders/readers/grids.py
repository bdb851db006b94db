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

    def _covered(self, column: int) -> bool:
        return self._free_from.get(column, 0) > self._row
