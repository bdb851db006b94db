"""Where a notice ends with its date and the plan that it issues begins, in one part of a document.

What the plan counts, counts from there on: a plan that is an extract may begin with (三).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.outline.lines import Line
from loaders.outline.ordinals import read_ordinal
from loaders.outline.parts import TITLE_END

_DATE = re.compile(
    r"(?:(?:19|20)[0-9]{2}|[二一][〇零○0-9一二三四五六七八九]{3}) ?年 ?"
    r"[0-9一二三四五六七八九十]{1,3} ?月 ?[0-9一二三四五六七八九十]{1,3} ?日"
)
_ASIDE = re.compile(r"\([^()]{2,20}\)")
"""(此件公开发布) may stand between a date and a title."""
_SHARED = re.compile("(?:分工|分解|任务)$")
_SENTENCE = re.compile("[。;:,]")
_MOST_TITLES = 3
_LONGEST = 60
_MOST = 8
"""Of the lines behind a date so many are looked at."""


def plan_begins(lines: Sequence[Line], first: int, last: int) -> tuple[int, int] | None:
    """Where below the notice's date in `lines[first:last]` the plan's title begins, and the line behind it.

    Both are places in the text; None where no plan follows a date.
    """
    for index in range(first + 1, last):
        if len(lines[index].text) <= _LONGEST and _DATE.fullmatch(lines[index].text):
            title = _title(lines, index + 1, min(last, index + _MOST))
            if title and title[1] < last:
                return lines[title[0]].start, lines[title[1]].start
    return None


def _title(lines: Sequence[Line], start: int, last: int) -> tuple[int, int] | None:
    while start < last and _ASIDE.fullmatch(lines[start].text):
        start += 1
    for stop in range(start + 1, min(last, start + _MOST_TITLES) + 1):
        text = lines[stop - 1].text
        if (
            len(text) > _LONGEST
            or _SENTENCE.search(text)
            or read_ordinal(text)
            or lines[stop - 1].after_table
        ):
            return None
        if TITLE_END.search(text) or _SHARED.search(text):
            return start, stop
    return None
