"""The menus of a site above a document: many short lines, a link each."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.data_files import tables
from loaders.outline.lines import Line

_FEWEST = 40
"""Short lines from which on they are a menu: no document begins with so many."""
_LONGEST = 16
_KEPT = 4
"""Lines above the first long one that may be the first ones of a title."""
_OF_TEXT = re.compile(tables("loaders", "boilerplate")["of_text"]["pattern"])


def without_menu(lines: Sequence[Line]) -> list[Line]:
    """The lines without the menu that they begin with; all of them where there is none."""
    starts = (n for n, line in enumerate(lines) if len(line.text) > _LONGEST or _OF_TEXT.search(line.text))
    first = next(starts, 0)
    return list(lines[first - _KEPT :]) if first >= _FEWEST else list(lines)
