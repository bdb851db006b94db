"""Rows of ruled tables that a page's end cuts in two: the lower half is put to the upper one.

What stands behind the cut would else begin in the middle of a word, under the heading that the next page
repeats: 市税务 | 局. Told by the numbers of the rows: the first row of the next page has none, though
its column goes on counting below.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from loaders.readers.blocks import Block, Grid, GridCell, Line

_MOST_LINES = 2
"""A page's foot and the next one's head, between the halves."""
_NUMBER = re.compile(r"[0-9]{1,3}")
_ENDED = "。;;！!"


def join_cut_rows(blocks: Sequence[Block]) -> None:
    """Mends the grids among the blocks in place; a row that went over is gone from the lower one."""
    upper: Grid | None = None
    between: list[Block] = []
    for block in blocks:
        if not isinstance(block, Grid):
            between.append(block)
            continue
        if upper and _is_page_end(between):
            _join(upper, block)
        upper, between = block if block.cells else upper, [] if block.cells else between


def _is_page_end(between: Sequence[Block]) -> bool:
    lines = [block for block in between if isinstance(block, Line)]
    breaks = len(between) - len(lines)
    return breaks == 1 and len(lines) <= _MOST_LINES and not any("。" in line.text for line in lines)


def _join(upper: Grid, lower: Grid) -> None:
    row = _heading(upper, lower)
    above = {cell.column: cell for cell in upper.cells if cell.row + cell.rows == _height(upper)}
    below = {cell.column: cell for cell in lower.cells if cell.row == row}
    if {c: cell.columns for c, cell in above.items()} != {c: cell.columns for c, cell in below.items()}:
        return
    if not _is_cut(above, below, lower, row):
        return
    for column, cell in below.items():
        above[column].lines += cell.lines
        cell.lines = []
        cell.rows -= 1
    lower.cells = [cell for cell in lower.cells if cell.rows]
    for cell in lower.cells:
        cell.row -= cell.row > row


def _heading(upper: Grid, lower: Grid) -> int:
    """How many rows at the top of the lower grid repeat those of the upper one."""
    heights = range(min(_height(upper), _height(lower)))
    return len(list(takewhile(lambda row: _row(upper, row) == _row(lower, row), heights)))


def _row(grid: Grid, row: int) -> list[tuple[int, str]]:
    return sorted((cell.column, _text(cell)) for cell in grid.cells if cell.row == row)


def _is_cut(above: dict[int, GridCell], below: dict[int, GridCell], lower: Grid, row: int) -> bool:
    """Does a column that counts the rows skip this one, while a cell's sentence goes on in it?"""
    number = next((c for c, cell in sorted(above.items()) if _NUMBER.fullmatch(_text(cell))), None)
    if number is None or _text(below[number]):
        return False
    printed = [_text(cell) for cell in lower.cells if cell.column == number and cell.row > row]
    if printed and printed[0] != str(int(_text(above[number])) + 1):
        return False
    halves = [(_text(above[c]), _text(cell)) for c, cell in below.items()]
    return any(one and other and one[-1] not in _ENDED for one, other in halves)


def _text(cell: GridCell) -> str:
    return "".join(line.text for line in cell.lines).strip()


def _height(grid: Grid) -> int:
    return max((cell.row + cell.rows for cell in grid.cells), default=0)
