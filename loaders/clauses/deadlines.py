"""The completion time of an item: behind a label (完成时限:2026年6月底前), or at the end of a clause."""

from __future__ import annotations

import re
from functools import cache

from loaders.clauses.cues import blanks_inside, cues
from loaders.passage import fold

_DONE = re.compile(r"(?:全部|基本|分批|持续)?(?:完成|建成|见效)$")
_END = r"[。;\n)】〕\]\t]"
_VALUE = r"[^。;\n)】〕\]\t]{2,40}?"
_BEGUN = re.compile(r"启动$")


def label_deadline(text: str) -> str | None:
    """The deadline as printed, or None; `text` is the item's own text."""
    match = _label().search(fold(text))
    return text[match.start(1) : match.end(1)].strip(" ,，") if match else None


@cache
def _label() -> re.Pattern[str]:
    words = "|".join(map(blanks_inside, sorted(cues().deadlines, key=len, reverse=True)))
    return re.compile(rf"(?<![\u4e00-\u9fff])(?:{words})[\]】〕]? ?[::为] ?({_VALUE})(?= {{2}}|{_END}|$)")


def completion_time(token: str) -> str:
    """The time in a clause's token (6月底前完成), without its verb; "" for when something begins."""
    return "" if _BEGUN.search(token) else _DONE.sub("", token)
