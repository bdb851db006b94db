"""How wide text is on a screen or in a listing: a Chinese character takes two places, a Latin one one.

Unicode Standard Annex 11 calls box-drawing characters ambiguous: one place or two, by the font.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from loaders.passage import INVISIBLE

TAB = 8
"""Places between two tab stops."""
_WIDE = frozenset("WF")
_NOTHING = re.compile(rf"[{INVISIBLE}\f\r]")


@lru_cache(maxsize=8192)
def _width(character: str, ambiguous: int) -> int:
    if _NOTHING.match(character) or unicodedata.combining(character):
        return 0
    kind = unicodedata.east_asian_width(character)
    return 2 if kind in _WIDE else ambiguous if kind == "A" else 1


def places(line: str, ambiguous: int = 1) -> list[int]:
    """The place at which each character of a line begins, and behind them the line's width.

    `ambiguous`: the places that an ambiguous character takes, 1 or 2.
    """
    found, at = [], 0
    for character in line:
        found.append(at)
        at = (at // TAB + 1) * TAB if character == "\t" else at + _width(character, ambiguous)
    return [*found, at]
