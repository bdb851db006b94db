"""Names that run together without a mark, since a line ended between them."""

from __future__ import annotations

import re

from loaders.lexicon import is_standard, is_unit

_LEVEL_CHAR = re.compile("[省市州县区旗]")


def where_glued(text: str, start: int, stop: int) -> int | None:
    """Where two bureaus meet without a mark, since a line ended between them: 市残联市退役军人事务局."""
    level = text[start]
    if not _LEVEL_CHAR.match(level) or stop - start > _LONGEST_PAIR:
        return None
    umbrella = _BELOW_BUREAU.search(text, start + 2, stop)
    if umbrella and is_unit(text[start : umbrella.start()]) and is_unit(text[umbrella.start() : stop]):
        return umbrella.start()
    place = text.find(level, start + 3, stop - 3)
    if place < 0:
        return None
    names = text[start:place], text[place:stop]
    known = [is_standard(name[1:]) for name in names]
    begun = any(known) and _BUREAU.search(names[0]) and _BEGUN.match(names[1]) and all(map(is_unit, names))
    return place if all(known) or begun else None


def is_glued(name: str) -> bool:
    """Do a name's words hold a known bureau with its level and something else with the same level, which
    nobody can part for certain (市茶旅融合中枢市财政局)?"""
    level = _LEVEL_CHAR.match(name) and not _TWO_IN_ONE.search(name)
    place = name.find(name[0], 3, len(name) - 3) if level else -1
    return place > 0 and any(is_standard(each[1:]) for each in (name[:place], name[place:]))


_TWO_IN_ONE = re.compile("纪委.监(?:察)?委")
"""One house of two names: 县纪委县监委机关."""
_BUREAU = re.compile("[局厅委办]$")
_BEGUN = re.compile("[省市州县区旗](?![级直属本辖容政场区域县城中道内外]).{2,20}(?<![分支])[局厅委办]$")
"""A bureau's name with its level, and no word (市政, 市容, 区域, 市中分局) that goes on with it."""
_LONGEST_PAIR = 40
_BELOW_BUREAU = re.compile("(?<=[局委办厅室])(?:国网|中国|国家(?=税务))")
