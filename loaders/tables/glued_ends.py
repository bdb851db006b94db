"""Where lists of units end that another cell follows without a mark: 市园林局市财政局、市水利局建成公园3处。

A name ends where what is to be reached begins (建成, 力争, 2031年底). Where that can be in one place alone
the lists end there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Any

from loaders.clauses.split import split_outside
from loaders.data_files import tables
from loaders.lexicon import is_listed_unit
from loaders.tables.fused_units import are_units

_SHORTEST, _LONGEST = 2, 30
_MOST_NAMES = 30
_LEVEL = re.compile("[省市州区县旗镇乡各团]")


@cache
def goal_begins(kind: str) -> re.Pattern[str]:
    """What a cell of goals begins with in folded text: `always`, or what `may_be` a name's too."""
    return re.compile(goal_rows()[kind]["pattern"])


@cache
def goal_rows() -> dict[str, Any]:
    """The rows of `goals.toml` by their names."""
    return tables(__package__, "goals")


def end_of_units(words: str, columns: int) -> int:
    """Where the lists of units end with which folded words without blanks begin, before a goal.

    0 where they begin with none, or where that isn't certain. `columns`: how many columns of units there
    are; two names may meet without a mark between two.
    """
    if goal_begins("always").match(words):
        return 0
    at = 0
    for start, stop in _stretches(words):
        ends = set(_ends(words, start, stop, columns)) if start == at else set()
        if stop < len(words) and start == at and are_units(words[start:stop]):
            if ends:
                return 0
            at = stop + 1
            continue
        return ends.pop() if len(ends) == 1 else 0
    return 0


def _stretches(words: str) -> Iterator[tuple[int, int]]:
    """What stands between the marks of a list, up to the end of the sentence."""
    sentence = words[: words.find("。") + 1 or len(words)]
    return islice(split_outside(sentence[: _LONGEST * _MOST_NAMES], "、,"), _MOST_NAMES)


def _ends(words: str, start: int, limit: int, names: int) -> Iterator[int]:
    """The places up to `limit` where a name, or one of `names` side by side, ends before a goal."""
    for stop in range(start + _SHORTEST, min(start + _LONGEST, limit) + 1):
        if not is_listed_unit(words[start:stop]):
            continue
        if goal_begins("always").match(words, stop):
            yield stop
            return
        if goal_begins("may_be").match(words, stop):
            yield stop
        elif names > 1 and _LEVEL.match(words, stop):
            yield from _ends(words, stop, limit, names - 1)
