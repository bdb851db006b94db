"""Tables that hold their annex' label and title (附件2, 任务分工表) in rows of their own over all columns.

A sheet pasted into a page or a document comes so. The rows are lines of the text, and begin the annex; one
in the midst of a table begins another table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from loaders.outline.ordinals import read_ordinal
from loaders.passage import folded
from loaders.source import Cell, Table

_LABEL = re.compile(
    r"附 {0,3}[件表录] ?(?:\d{1,2}|[一二三四五六七八九十]{1,3})?(?: ?[-—]{1,2} ?\d{1,2})?(?:[:.、\s]|$)"
)
_FEWEST_ROWS = 2
_MOST_TITLES = 2


def by_annexes(text: str, table: Table) -> list[Table]:
    """The table in pieces that each annex' label in a row alone begins, each without its label and title."""
    rows = [list(row) for _, row in groupby(table.cells, lambda cell: cell.row)]
    firsts = [n for n, row in enumerate(rows) if n and _LABEL.match(_alone(text, row))]
    if any(cell.rows > 1 for row in rows for cell in row):
        firsts = []  # a cell may reach over the label
    if not firsts:
        return [below_label(text, table)]
    edges = [table.start, *(text.rfind("\n", 0, rows[n][0].start) + 1 for n in firsts), table.stop]
    pieces = [rows[a:b] for a, b in pairwise([0, *firsts, len(rows)])]
    return [
        below_label(text, _piece(piece, *span)) for piece, span in zip(pieces, pairwise(edges), strict=True)
    ]


def _piece(rows: Sequence[Sequence[Cell]], start: int, stop: int) -> Table:
    cells = tuple(replace(cell, row=cell.row - rows[0][0].row) for row in rows for cell in row)
    return Table(start, stop, cells)


def below_label(text: str, table: Table) -> Table:
    """The table below the label and title of an annex that its first rows hold; itself without a label."""
    rows = [list(row) for _, row in groupby(table.cells, lambda cell: cell.row)]
    words = [_alone(text, row) for row in rows[: _MOST_TITLES + 1]]
    if not words or not _LABEL.match(words[0]):
        return table
    first = 1
    while first < len(words) and words[first] and not read_ordinal(words[first]):
        first += 1
    kept = rows[first:]
    if len(kept) < _FEWEST_ROWS or any(cell.rows > 1 for row in rows[:first] for cell in row):
        return table
    cells = tuple(replace(cell, row=cell.row - kept[0][0].row) for row in kept for cell in row)
    return Table(min(cell.start for cell in cells), table.stop, cells)


def _alone(text: str, row: Sequence[Cell]) -> str:
    """The folded words of a row's only cell that holds any; "" when several do, or none."""
    filled = [words for cell in row if (words := folded(text, cell.start, cell.stop).strip())]
    return filled[0] if len(filled) == 1 else ""
