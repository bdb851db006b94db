"""Numbers in a text: 4800, 1,260, 3.65, 5万, 三千, 千亿, each with the 万 or 亿 of its unit apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_PRIVATE = "\ue000-\uf8ff"
"""Some copies carry a character of the private use area where a decimal point belongs."""

_RUN = re.compile(
    rf"[0-9][0-9,.{_PRIVATE}]*|(?P<of>[百千])分之(?P<parts>[零一二三四五六七八九十百]{{1,5}})(?:点(?P<tenths>[零一二三四五六七八九]{{1,2}}))?"
    r"|(?<=压缩|压减|缩短|减少|降低)(?:(?P<half>一半)|(?P<whole>[二三四五])分之(?P<share>[一二三四]))"
    r"|(?!百度)[〇零一二三四五六七八九十百千万亿两半]+"
)
_PARTS = {"百": "%", "千": "‰"}
_ARABIC = re.compile(
    rf"(?P<whole>[0-9]{{1,3}}(?:,[0-9]{{3}})+(?![0-9])|[0-9]+)(?:[.{_PRIVATE}](?P<part>[0-9]+))?"
)
_SCALE = re.compile(r"[十百千]?[万亿]{1,2}|[百千](?=[个家户人名件项次公亩吨元米])")
_OVER = re.compile(r"[余多](?=[百千]?[万亿])")
"""What may stand between a number and its scale: 20余万 is 20 万."""
_LONGEST = 16
"""Figures with more characters are numbers of something (accounts, phones), no amounts."""

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_PLACES = {"十": 10, "百": 100, "千": 1000}


class Numeral(NamedTuple):
    """A number at `start:stop` of the text; `scale` is the 万 or 亿 that belongs to its unit.

    Of 百分之八十 the number is 80, and `scale` the whole unit, %. A `fraction` (压缩三分之一) has no unit.
    """

    start: int
    stop: int
    value: float
    scale: str = ""
    chinese: bool = False
    fraction: bool = False


def find_numerals(text: str) -> Iterator[Numeral]:
    """All numbers of a text in order; runs longer than an amount are passed over."""
    floor = 0
    for run in _RUN.finditer(text):
        if run.start() < floor:  # the 千亿 of 5千亿
            continue
        if run[0][0] <= "9":
            for number in _arabic(text, run.start(), run.end()):
                floor = number.stop
                yield number
        elif run["of"]:
            yield from _parts(run)
        elif run["half"] or run["whole"]:
            yield Numeral(run.start(), run.end(), _fraction(run), fraction=True)
        elif len(run[0]) <= _LONGEST:
            yield from _chinese(run)


def _arabic(text: str, start: int, stop: int) -> Iterator[Numeral]:
    while start < stop:
        match = _ARABIC.match(text, start, stop)
        if not match:
            start += 1
            continue
        end = match.end()
        if end - start <= _LONGEST:
            over = _OVER.match(text, end)
            scale = _SCALE.match(text, over.end() if over else end)
            value = float(match["whole"].replace(",", "") + "." + (match["part"] or "0"))
            yield Numeral(start, scale.end() if scale else end, value, scale[0] if scale else "")
        start = end


def _parts(run: re.Match[str]) -> Iterator[Numeral]:
    whole = chinese_value(run["parts"])
    if whole is not None:
        tenths = "".join(str(_DIGITS[digit]) for digit in run["tenths"] or "零")
        yield Numeral(run.start(), run.end(), float(f"{whole:.0f}.{tenths}"), _PARTS[run["of"]])


def _fraction(run: re.Match[str]) -> float:
    if run["half"]:
        return 0.5
    return round(_DIGITS[run["share"]] / _DIGITS[run["whole"]], 6)


def _chinese(run: re.Match[str]) -> Iterator[Numeral]:
    digits = run[0].rstrip("万亿")
    value = chinese_value(digits)
    if value is not None:
        yield Numeral(run.start(), run.end(), value, run[0][len(digits) :], chinese=True)


def chinese_value(digits: str) -> float | None:
    """The value of a Chinese numeral without 万 and 亿 (三千五百, 十二, 百); None when it is none."""
    if digits == "半":
        return 0.5
    total, last = 0, None
    for character in digits:
        if character in _PLACES:
            total += (1 if last is None else last) * _PLACES[character]
            last = None
        elif character in _DIGITS and not last:
            last = _DIGITS[character]
        else:
            return None
    return float(total + (last or 0)) if digits else None
