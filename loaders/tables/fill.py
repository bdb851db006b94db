"""Which columns the numbers of a row belong to, when empty cells left nothing but blank lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence


def usual_gap(gaps: Sequence[int]) -> int:
    """The number of line breaks between neighbouring cells: the most frequent one, the least of equals."""
    counts = Counter(gap for gap in gaps if gap > 0)
    return min(counts, key=lambda gap: (-counts[gap], gap), default=1)


def fill_row(gaps: Sequence[int], usual: int, columns: int) -> list[int] | None:
    """The column of each value, from the line breaks before it: one more than usual is an empty cell.

    None when the row would be longer than the table.
    """
    filled: list[int] = []
    column = -1
    for gap in gaps:
        column += 1 + max(0, gap - usual)
        filled.append(column)
    return filled if not filled or filled[-1] < columns else None
