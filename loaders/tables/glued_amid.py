"""Lists of units that begin amid a row's words, no full stop before them: 新建公园市园林局市财政局建成3处.

Only names that the lexicon knows, with the level before them (市园林局), show where the list begins; a name
in a sentence (加强与市园林局的合作) shows no end, so that it is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from loaders.lexicon import is_listed_unit, is_standard
from loaders.tables.fused_units import Span, are_units
from loaders.tables.glued_ends import end_of_units
from loaders.tables.known_units import known_units

_LEVEL = re.compile("(?<![、,。;:和与及由向对经请是为至到以在将被含(])[省市州盟区县旗](?=[一-鿿]{2})")
_LONGEST = 16
_MOST_PLACES = 60
_MOST_NAMES = 40


def units_amid(words: str, start: int, columns: int, stop: int | None) -> Span | None:
    """The list of units in a row's folded words behind `start`; None where there is none, or more than one.

    `stop`: where the list ends; None where goals follow it, before which it ends. `columns`: how many
    columns of units it is for.
    """
    found: list[Span] = []
    for place in islice(_LEVEL.finditer(words, start + 1), _MOST_PLACES):
        at = place.start()
        if (found and at < found[-1][1]) or not _is_known(words, at):
            continue
        at = _begin(words, start + 1, at)
        size = _before_goals(words[at:], columns) if stop is None else _rest(words, at, stop)
        if size:
            found.append((at, at + size))
    return found[0] if len(found) == 1 else None


def _begin(words: str, start: int, at: int) -> int:
    """Where a list begins whose first known name stands at a place: names that only their shape tells may
    stand before it (市园林发展局)."""
    levels = [m.start() for m in _LEVEL.finditer(words, max(start, at - _LONGEST), at)]
    return next((place for place in reversed(levels) if is_listed_unit(words[place:at])), at)


def _is_known(words: str, at: int) -> bool:
    """Does a name of the lexicon stand at a place or behind the level there?"""
    return any(is_standard(name) for start in (at, at + 1) for name in _names(words, start))


def _names(words: str, at: int) -> Iterator[str]:
    return (words[at : at + size] for size in range(2, _LONGEST))


def _before_goals(words: str, columns: int) -> int:
    """How long the units are with which words begin; 0 where that isn't certain."""
    return end_of_units(words, columns) or _end_of_known(words)


def _end_of_known(words: str) -> int:
    """How long the known names are with which words begin, if the last can't go on."""
    units = list(islice(known_units(words, 0), _MOST_NAMES + 1))
    if not 0 < len(units) <= _MOST_NAMES:
        return 0
    start, stop = units[-1]
    return 0 if any(is_listed_unit(words[start : stop + more]) for more in range(1, _LONGEST)) else stop


def _rest(words: str, at: int, stop: int) -> int:
    return stop - at if are_units(words[at:stop]) else 0
