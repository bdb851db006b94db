"""Spreadsheet values as the sheet prints them: ECMA-376 part 1, 18.8.30 (numFmt), the usual part of it."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format
from openpyxl.utils.datetime import from_excel

_CHINESE_BUILTIN = {
    14: "yyyy/m/d", 22: "yyyy/m/d h:mm",
    27: 'yyyy"年"m"月"', 28: 'm"月"d"日"', 29: 'm"月"d"日"', 30: "m/d/yy",
    31: 'yyyy"年"m"月"d"日"', 32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"', 36: 'yyyy"年"m"月"',
    50: 'yyyy"年"m"月"', 51: 'm"月"d"日"', 52: 'yyyy"年"m"月"', 53: 'm"月"d"日"', 54: 'm"月"d"日"',
    57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
}  # fmt: skip
"""Formats that a Chinese Excel shows for numbers which files leave without a code."""

_TOKEN = re.compile(r'"([^"]*)"|\\(.)|\[[^\]]*\]|([yY]+|[mM]+|[dD]+|[hH]+|[sS]+)|([_*].)|(;.*)|(.)', re.S)
_FIGURES = re.compile(r"[#0?,]*[0?#](?:\.([0#?]+))?")
_LONGEST = 400
_PRECISE = 1e15
"""From here on a sheet's numbers have lost their last figures."""


def format_code(number: int, custom: dict[int, str]) -> str:
    """The code behind a numFmtId; "General" for unknown ones."""
    known = custom.get(number) or _CHINESE_BUILTIN.get(number)
    return (known or str(BUILTIN_FORMATS.get(number, "General")))[:_LONGEST]


def shown_number(value: float, code: str, epoch: datetime) -> str:
    """A number or date as a reader sees it; what the code asks beyond figures and % is left out."""
    if is_date_format(code):
        moment = _moment(value, epoch)
        return _plain(value) if moment is None else _shown_date(moment, code)
    figures = _FIGURES.search(code.split(";")[0]) if code != "General" else None
    if figures is None or abs(value) >= _PRECISE:
        return _plain(value)
    percent = "%" in code
    places = (figures[1] or "")[:10]
    comma = "," if "," in figures[0] else ""
    exact = Decimal(repr(value)) * (100 if percent else 1)
    rounded = exact.quantize(Decimal(1).scaleb(-len(places)), ROUND_HALF_UP)
    shown = f"{rounded:{comma}f}"
    if places.rstrip("#") != places:
        kept = len(places.rstrip("#"))
        whole, _, fraction = shown.partition(".")
        fraction = fraction[:kept] + fraction[kept:].rstrip("0")
        shown = f"{whole}.{fraction}" if fraction else whole
    return shown + ("%" if percent else "")


def _plain(value: float) -> str:
    return str(int(value)) if value == int(value) and abs(value) < _PRECISE else f"{value:.10g}"


def _moment(value: float, epoch: datetime) -> datetime | None:
    try:
        moment = from_excel(value, epoch)
    except (ValueError, OverflowError):
        return None
    if isinstance(moment, timedelta):
        return epoch + moment
    return moment if isinstance(moment, datetime) else datetime.combine(epoch.date(), moment)


def _shown_date(moment: datetime, code: str) -> str:
    pieces: list[str] = []
    after_hours = False
    for match in _TOKEN.finditer(code):
        quoted, escaped, letters, _, _, other = match.groups()
        if letters:
            kind = letters[0].lower()
            pieces.append(_part(moment, kind, len(letters), after_hours))
            after_hours = kind == "h" or (kind == "m" and after_hours)
        else:
            pieces.append(quoted or escaped or (other if other and other != "@" else "") or "")
    return "".join(pieces).strip()


def _part(moment: datetime, kind: str, length: int, minutes: bool) -> str:
    if kind == "y":
        return f"{moment.year:04d}" if length > 2 else f"{moment.year % 100:02d}"
    values = {"m": moment.minute if minutes else moment.month, "d": moment.day, "h": moment.hour}
    value = values.get(kind, moment.second)
    return f"{value:02d}" if length == 2 else str(value)
