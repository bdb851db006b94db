"""Who holds a meeting, a course or a contest (主办单位:…, 承办单位:…) is charged with no task by that."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.outline.items import Item
from loaders.passage import Passage

_LABEL = "(?:联合)?(?:主办|承办|协办|支持|指导|执行|主承办|合作)(?:单位|机构|方) ?[:]"
_ORGANISER = re.compile(rf"[\s·*-]{{0,4}}{_LABEL}")
_TITLE = re.compile("(?:^|[一-鿿])(?:组织|举办|主办|承办|会议组织|活动组织)(?:单位|机构)?$")
_PLACE = re.compile(r"[\s·*-]{0,4}(?:会议|活动|培训|举办|比赛)?地点 ?:")


def without_organisers(item: Item, paragraphs: Sequence[Passage]) -> Sequence[Passage]:
    """The paragraphs without those that name who holds an event: below a heading that says so, beside the
    place where it is held, or in an item that is no more than such a label."""
    own = [each.text for each in paragraphs]
    if not any(_ORGANISER.match(text, _ordinal(item, n)) for n, text in enumerate(own)):
        return paragraphs
    alone = _ORGANISER.match(own[0], item.ordinal_length) is not None
    if not (alone or _TITLE.search(item.title) or any(map(_PLACE.match, own))):
        return paragraphs
    return [p for n, p in enumerate(paragraphs) if not _ORGANISER.match(p.text, _ordinal(item, n))]


def _ordinal(item: Item, paragraph: int) -> int:
    return item.ordinal_length if paragraph == 0 else 0
