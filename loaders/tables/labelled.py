"""Tables that hold their annex' label and title (附件2, 任务分工表) in rows of their own over all columns.

A sheet pasted into a page or a document comes so. The rows are lines of the text, and begin the annex.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from loaders.outline.ordinals import read_ordinal
from loaders.passage import folded
from loaders.source import Cell, Table

_LABEL = re.compile(
    r"附 {0,3}[件表录] ?(?:\d{1,2}|[一二三四五六七八九十]{1,3})?(?: ?[-—]{1,2} ?\d{1,2})?(?:[:.、\s]|$)"
)
_FEWEST_ROWS = 2
_MOST_TITLES = 2


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
