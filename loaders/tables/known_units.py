"""Units that stand side by side without a mark, as far as the lexicon knows them: 市园林局市财政局."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.lexicon import is_standard
from loaders.tables.measures import Span

_COLLECTIVE = re.compile(
    "(?:[省市州区县旗]级)?(?:各(?:有关|相关)?|有关|相关)"
    "(?:镇|乡|街道|县|区|市|[(][市区县][)]|村|社区|园区|部门|单位){1,4}(?:人民政府|政府|办事处)?"
)
_GOES_ON = ("员会", "公室", "政府")
"""Behind 委, 办 or a collective the name goes on with these."""
_LONGEST_UNIT = 16


def known_units(words: str, at: int) -> Iterator[Span]:
    """The units that stand side by side from a place on, as far as the lexicon knows them."""
    while at < len(words):
        sizes = range(2, min(_LONGEST_UNIT, len(words) - at) + 1)
        ends = (size for size in sizes if not words.startswith(_GOES_ON, at + size))
        known = next((size for size in ends if _is_known(words[at : at + size])), 0)
        if not known:
            return
        yield at, at + known
        at += known + (words[at + known : at + known + 1] in ("、", ","))


def _is_known(name: str) -> bool:
    level = name[0] in "省市州区县旗"
    return is_standard(name) or (level and is_standard(name[1:])) or _COLLECTIVE.fullmatch(name) is not None
