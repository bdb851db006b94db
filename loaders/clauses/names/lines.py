"""Lines of work whose list shares the word for a department: 人社、财政等部门."""

from __future__ import annotations

import re
from functools import lru_cache

from loaders.lexicon import is_standard, is_unit

_DEPARTMENT = "部门"
_IN_CHARGE = re.compile("(?:行政)?主管部门$")
_LEVEL_BEFORE = re.compile("(?:各?[省市州区县旗](?:级|直)?|各级)(?=[\u4e00-\u9fff]{2})")


def with_lines(names: list[str], closed: list[bool]) -> list[str]:
    """人社、财政等部门 and 交通、教育部门 are 人社部门, 财政部门 …: lines share the word, and the level
    before the first of them (各县级交通、教育主管部门).

    `closed`: behind which names 等部门 stood.
    """
    if not any(closed) and not any(name.endswith(_DEPARTMENT) for name in names):
        return names
    out = list(names)
    shared = ""
    for index in range(len(out) - 1, -1, -1):
        ends = out[index].endswith(_DEPARTMENT) and is_standard(out[index])
        if ends:
            in_charge = _IN_CHARGE.search(out[index])
            shared = in_charge[0] if in_charge else _DEPARTMENT
        elif closed[index]:
            shared = _DEPARTMENT
        if shared and not ends and not _is_short_organ(out[index]):
            shared = shared if _is_line(out[index]) else ""
            out[index] += shared
    # 农委 among lines of work has the level that they share, and needs no word
    given = [a != b or _is_short_organ(b) for a, b in zip(out, names, strict=True)]
    for index in range(1, len(out)):
        level = _level_of(out[index - 1]) if given[index - 1] else None
        if level and not out[index].startswith("各") and not _LEVEL_BEFORE.match(out[index]):
            out[index] = level[0] + out[index]  # 市发改、工信等部门
    return out


@lru_cache(maxsize=4096)
def _level_of(name: str) -> re.Match[str] | None:
    """The level before a line of work; 市 is none in 市监局."""
    level = _LEVEL_BEFORE.match(name)
    own = level and is_standard(name) and not is_standard(name[level.end() :])
    return None if own else level


_SHORTEST_NAME = 3


@lru_cache(maxsize=4096)
def _is_short_organ(name: str) -> bool:
    """A bureau's short name without its level, as it may stand among lines of work (发改、农委、财政部门)."""
    return len(name) <= _SHORTEST_NAME and is_unit(name) and is_standard(name)


@lru_cache(maxsize=4096)
def _is_line(name: str) -> bool:
    """Words of a line of work without the form of an organ, its level before it or not (市发改, 财政)."""
    level = _LEVEL_BEFORE.match(name)
    bare = name[level.end() :] if level and is_standard(name[level.end() :] + _DEPARTMENT) else name
    return not is_unit(name) and is_standard(bare + _DEPARTMENT)
