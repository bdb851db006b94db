"""Lists of persons (组长:…, 成员:…): the body in brackets behind a name is where that person works."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from loaders.passage import Passage

_POST = (
    "(?:(?:常务|第一|执行)?副?总?(?:组长|主任|召集人|指挥长|指挥|班长|主席|会长)|成员|委员|秘书长|联络员):"
)
_WHERE = r"(?:\((?:[^()]|\([^()]{1,20}\)){2,40}\)|〔[^〔〕]{2,40}〕|同志)"
_PERSONS = rf"(?:[一-鿿]{{2,4}}{_WHERE}(?:[、,;。]|$))+"
_HEAD = re.compile(_POST + _PERSONS)
_ENTRY = re.compile(f"(?:{_POST})?{_PERSONS}")


def without_rosters(paragraphs: Iterable[Passage]) -> Iterator[Passage]:
    """The paragraphs without those that name persons: from one with a post on (组长:方某(市政府)) as long as
    one follows the other."""
    within = False
    for each in paragraphs:
        bare = "".join(each.text.split())
        within = (_ENTRY if within else _HEAD).fullmatch(bare) is not None
        if not within:
            yield each
