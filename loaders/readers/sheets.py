"""The rows of a sheet as blocks: its title and notes as lines, what stands between them as a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loaders.readers.blocks import Block, Grid, GridCell


def sheet_blocks(rows: Sequence[Sequence[GridCell]]) -> Iterator[Block]:
    """Rows of one cell at the top and at the end are lines; the table between begins at its own corner.

    `rows`: the cells with text, row by row, no row without any. The cells are moved in place.
    """
    first, last = 0, len(rows)
    while first < last and len(rows[first]) == 1:
        first += 1
    while last > first and len(rows[last - 1]) == 1 and rows[last - 1][0].rows == 1:
        last -= 1
    yield from (line for row in rows[:first] for cell in row for line in cell.lines)
    cells = [cell for row in rows[first:last] for cell in row]
    if cells:
        top, left = min(cell.row for cell in cells), min(cell.column for cell in cells)
        for cell in cells:
            cell.row, cell.column = cell.row - top, cell.column - left
        yield Grid(cells)
    yield from (line for row in rows[last:] for cell in row for line in cell.lines)
