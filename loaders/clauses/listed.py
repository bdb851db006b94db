"""Which paragraphs of an item are items of their own, without ordinals."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from loaders.clauses.clause import Clause
from loaders.outline.items import Item
from loaders.outline.lines import BULLET
from loaders.passage import Passage

OF_BODIES = re.compile("(?:职责|职能)(?:任务)?(?:分工|划分)?$|分工$")
"""The end of a heading below which each paragraph says what one body does: 成员单位职责."""
_COUNTED = re.compile("(?P<label>[一二三四五六七八九十]{1,3}[是要])|首先,|其次,|再次,|最后,")
_LONGEST_SLOGAN = 40
_FEWEST = 2
_MANY = 3
"""So many paragraphs with a title and a clause each are tasks below a heading of any depth."""
_SIGN = 3
"""A list's sign stands so near its paragraph."""


def beside_lists(item: Item, over: Counter[tuple[str, ...]]) -> bool:
    """Does an item without items below it stand beside headings over items? `over`: how many of a section's
    headings are such."""
    return len(item.path) > 1 and over[item.path[:-1]] >= _FEWEST


def is_list(
    item: Item,
    paragraphs: Sequence[Passage],
    clauses: Sequence[Sequence[Clause]],
    beside: bool = False,
) -> bool:
    """Are the paragraphs items of their own?

    So it is before the first number, and under a heading that stands alone over several
    paragraphs each of which names its units: an outermost one, a slogan with a full stop, one of
    duties; and so it is below a chapter's heading (一、 or (一)), or where they are many, where each of them
    begins with its own title. 一是…, 二是… that don't each do are the sentences of one item.
    """
    named = [i for i, found in enumerate(clauses) if found]
    if not item.path:
        return bool(named)
    if len(named) < _FEWEST or named[0] == 0:
        return False
    if item.headed and OF_BODIES.search(item.title):
        return True
    counted = {i for i, each in enumerate(paragraphs) if _COUNTED.match(each.text)}
    if counted == set(named) and item.headed and _is_slogan(paragraphs[0].text):
        return True
    apart = len(counted.intersection(named)) < _FEWEST or (len(item.path) == 1 and counted <= set(named))
    many = item.headed and len(named) >= _MANY
    if apart and (many or _is_chapter(item)) and all(is_titled(paragraphs[i]) for i in named):
        return True
    return apart and (stands_over(item, paragraphs) or (beside and item.headed and len(named) > 1))


def _is_chapter(item: Item) -> bool:
    return item.headed and _CHAPTER.fullmatch(item.path[-1]) is not None


_CHAPTER = re.compile("\\(?[一二三四五六七八九十]{1,3}\\)?(?:~[0-9]+)?")


def is_titled(paragraph: Passage) -> bool:
    """Does a paragraph begin with its own title: 培育园艺工。…?"""
    return _TITLED.match(paragraph.text) is not None


_TITLED = re.compile("[^。:;]{4,32}。(?=[^(〔【])")


def is_marked(
    text: str, item: Item, paragraphs: Sequence[Passage], clauses: Sequence[Sequence[Clause]]
) -> bool:
    """Are those that name their units, below a heading alone, paragraphs with a list's sign (▲ …)?"""
    starts = [p.span(0, 1)[0] for p, found in zip(paragraphs, clauses, strict=True) if found]
    signs = (BULLET.search(text, max(item.start, start - _SIGN), start) for start in starts)
    return item.headed and bool(starts) and all(signs)


def counted_as(paragraph: Passage) -> str | None:
    """The word that counts a paragraph (一是); None for one without."""
    found = _COUNTED.match(paragraph.text)
    return found["label"] if found else None


def _is_slogan(heading: str) -> bool:
    return heading.endswith("。") and len(heading) <= _LONGEST_SLOGAN


def stands_over(item: Item, paragraphs: Sequence[Passage]) -> bool:
    """May the paragraphs below an item's first one be tasks of their own?"""
    first = paragraphs[0].text
    return item.headed and (_is_slogan(first) or (len(item.path) == 1 and not first.endswith("。")))
