"""Balloons that Word prints beside a page whose changes were tracked: 删除[小林]:…, 批注[小林1]:….

They stand in a column of their own, right of the text, at any height: read with the lines beside them
they would interrupt sentences and names. The page's own text is what the changes have made of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.passage import BALLOON
from loaders.readers.pdf_page import Char

_MARK = re.compile(BALLOON)
_LEAST = 0.5
"""The column begins in this share of the text's width at the earliest."""
_CLEAR = 6.0
"""Points of blank paper before it."""
_ALIGNED = 2.0
"""Points by which the beginnings of two balloons may differ."""


def without_balloons(chars: list[Char]) -> tuple[list[Char], bool]:
    """The characters of a page's text, and whether balloons stood beside it; as given where that isn't
    certain."""
    edge = _edge(chars)
    if edge is None:
        return chars, False
    return [char for char in chars if char.x0 < edge], True


def _edge(chars: Sequence[Char]) -> float | None:
    """Where the column of balloons begins; None for a page without one."""
    marks = _MARK.finditer("".join(char.text for char in chars))
    lefts = [chars[mark.start()].x0 for mark in marks]
    if not lefts:
        return None
    edge = min(lefts) - _ALIGNED
    printed = [char for char in chars if not char.text.isspace()]
    left = min(char.x0 for char in printed)
    right = max(char.x1 for char in printed)
    aligned = max(lefts) - min(lefts) <= _ALIGNED
    crossed = any(char.x0 < edge < char.x1 + _CLEAR for char in printed)
    return edge if aligned and not crossed and edge > left + _LEAST * (right - left) else None
