"""Dates as Chinese documents print them."""

from __future__ import annotations

import datetime
import re

_DIGITS = str.maketrans("〇零○Oo一二三四五六七八九", "00000123456789")
"""A copy has a letter O for 〇 at times."""
_DATE = re.compile(
    r"((?:19|20)\d{2}|[二一][〇零○Oo0-9一二三四五六七八九]{3}) ?年 ?"
    r"(\d{1,2}|[一二三四五六七八九十]{1,2}) ?月 ?(\d{1,2}|[一二三四五六七八九十]{1,3}) ?日"
)
_DASHED = re.compile(r"((?:19|20)\d{2})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")


def find_date(text: str) -> tuple[str, int, int] | None:
    """The first full date in folded text: (ISO date, start, stop); None without one."""
    for pattern in (_DATE, _DASHED):
        for match in pattern.finditer(text):
            iso = _iso(*match.groups())
            if iso:
                return iso, match.start(), match.end()
    return None


_RUN = re.compile(r"((?:19|20)\d{2})(\d{3,4})")


def run_together(text: str) -> str | None:
    """The ISO date of a line that is one without its signs (2031215), where it can be but one; None else."""
    run = _RUN.fullmatch(text.strip())
    if not run:
        return None
    rest = run[2]
    found = {_iso(run[1], rest[:cut], rest[cut:]) for cut in (1, 2) if rest[cut:] and rest[cut] != "0"}
    dates = found - {None}
    return dates.pop() if len(dates) == 1 else None


def _iso(year: str, month: str, day: str) -> str | None:
    try:
        return datetime.date(int(year.translate(_DIGITS)), small(month), small(day)).isoformat()
    except ValueError:
        return None


def small(number: str) -> int:
    """A number below a hundred: 12, 十二, 二十八. ValueError for anything else."""
    if number.isdecimal():
        return int(number)
    tens, ten, ones = number.rpartition("十")
    if not ten:
        return int(number.translate(_DIGITS))
    return (int(tens.translate(_DIGITS)) if tens else 1) * 10 + (int(ones.translate(_DIGITS)) if ones else 0)
