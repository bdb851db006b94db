"""The date that a printed deadline means, where it means one."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from itertools import pairwise

from loaders.passage import fold

_MONTHS = {"上半年": 6, "下半年": 12, "前三季度": 9, "一季度": 3, "二季度": 6, "三季度": 9, "四季度": 12}
_NUMERALS = str.maketrans("1234", "一二三四")

_NUMBERS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10,
            "十一": 11, "十二": 12}  # fmt: skip
_YEAR = r"(?:(?P<year>(?:19|20)[0-9]{2}) ?年度? ?)?"
_PART = r"上半年|下半年|前三季度|第?[一二三四1-4]季度"
_MONTH = r"(?P<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]) ?月份?"
_DATE = re.compile(
    r"(?P<iso>(?P<y>(?:19|20)[0-9]{2}) ?[-./] ?(?P<m>1[0-2]|0?[1-9])"
    r"(?: ?[-./] ?(?P<d>3[01]|[12][0-9]|0?[1-9]))?)(?![0-9])"
    rf"|{_YEAR}(?:{_MONTH}(?: ?(?P<day>3[01]|[12][0-9]|0?[1-9]) ?[日号]|(?P<third>[上中下]旬)|底|末)?"
    rf"|(?P<part>{_PART})|(?P<end>年?[底末]|年内|本?年度|全年|当年))"
    r"|(?P<only>(?:19|20)[0-9]{2}) ?年(?:度|[底末]|年[底末])?"
)
_REPEATED = re.compile(
    "每(?:年|月|季|周|半年|个|旬|日|天|学期)|长期|持续|常态|经常|适时|按(?:要求|时|期|进度)|即时|视情|逐年|之后|以后|后$|起(?![至到])"
)
_RANGE = re.compile(" ?(?:-|—{1,2}|~|至|到) ?")


def due_on(text: str, year: int | None) -> str | None:
    """The last day of a deadline as printed (年底前, 2023年12月底前), as an ISO date.

    `year` is the plan's year, for deadlines that name none. None where no single day is certain:
    长期坚持, 每季度, several dates, a year that is not known. Of a period (1月—6月) the end counts.
    """
    text = fold(text).strip()
    if len(text) > 60 or _REPEATED.search(text):
        return None
    dates = list(_DATE.finditer(text))
    if not dates or any(not _RANGE.fullmatch(text[a.end() : b.start()]) for a, b in pairwise(dates)):
        return None
    named = [date["year"] or date["y"] or date["only"] for date in dates]
    known = next((int(found) for found in reversed(named) if found), year)
    return _last_day(dates[-1], known) if known else None


def _last_day(date: re.Match[str], year: int) -> str | None:
    for group, read in _READERS.items():
        if date[group]:
            month, day = read(date)
            last = calendar.monthrange(year, month)[1]
            return None if day > last else f"{year:04d}-{month:02d}-{day or last:02d}"
    return f"{year:04d}-12-31"


def _iso(date: re.Match[str]) -> tuple[int, int]:
    return int(date["m"]), int(date["d"] or 0)


def _month(date: re.Match[str]) -> tuple[int, int]:
    month = _NUMBERS.get(date["month"]) or int(date["month"])
    thirds = {"上旬": 10, "中旬": 20}
    return month, int(date["day"] or thirds.get(date["third"] or "", 0))


def _part(date: re.Match[str]) -> tuple[int, int]:
    return _MONTHS[date["part"].removeprefix("第").translate(_NUMERALS)], 0


_READERS: dict[str, Callable[[re.Match[str]], tuple[int, int]]] = {
    "iso": _iso,
    "month": _month,
    "part": _part,
}
"""A group of the pattern with its reader: month and day, 0 for the month's last."""
