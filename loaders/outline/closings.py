"""What stands behind the last of an item's parts and speaks of the whole item.

    (一)做强公园
    1.建园。…
    2.护园。…
    *标志性成果:到2033年,新建公园30个。

The last line tells a target of (一), and none of 2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import takewhile

from loaders.data_files import pattern
from loaders.outline.items import Item
from loaders.outline.lines import BULLET
from loaders.passage import folded

_words = partial(pattern, __package__, "drafts")
_FIRST = frozenset("1一①⑴")
_FEWEST_PARTS = 2
_SIGN = re.compile(rf"(?:\*|{BULLET.pattern})[ \t]{{0,2}}$")
_NEAR = 3
"""A sign stands so near before its paragraph."""


def wholes(items: Sequence[Item]) -> Iterator[tuple[Item, Sequence[Item]]]:
    """The items of a part with two parts or more, and these; the last one has none itself."""
    by_path = {item.path: item for item in items}
    parts: dict[tuple[str, ...], list[Item]] = {}
    for item in items:
        if len(item.path) > 1:
            parts.setdefault(item.path[:-1], []).append(item)
    for above, each in parts.items():
        if len(each) >= _FEWEST_PARTS and above in by_path and each[-1].path not in parts:
            yield by_path[above], each


def begins_anew(parts: Sequence[Item]) -> bool:
    """Do the numbers of an item's parts begin with 1, and not go on from the item before?"""
    return parts[0].path[-1].strip("()") in _FIRST


def goals_of_wholes(items: Sequence[Item], text: str) -> dict[tuple[int, int], Item]:
    """For the paragraphs, with a sign before them, that tell the goals of a whole item behind its last part:
    that item. None where a part before tells its own so."""
    found = {}
    for whole, parts in wholes(items):
        spans = _goals(parts[-1], text)
        if spans and begins_anew(parts) and not any(_goals(part, text) for part in parts[:-1]):
            found.update(dict.fromkeys(spans, whole))
    return found


def _goals(item: Item, text: str) -> list[tuple[int, int]]:
    """The paragraphs from the one on that a sign and a label of goals begin; [] where there is none."""
    behind = takewhile(lambda span: not _tells_goals(text, *span), item.paragraphs[1:])
    return list(item.paragraphs[1 + sum(1 for _ in behind) :])


def _tells_goals(text: str, start: int, stop: int) -> bool:
    signed = _SIGN.search(text, max(0, start - _NEAR), start) is not None
    return signed and _words("goals").match(folded(text, start, min(stop, start + _LONGEST))) is not None


_LONGEST = 20
"""Characters of a label at most, its colon among them."""
