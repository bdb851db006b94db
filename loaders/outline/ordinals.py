"""Ordinals at the head of a line: 一、 (一) 1. (1) ① 第一条 1.1, as rows of `ordinals.toml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from loaders.data_files import tables

_CN = "[一二三四五六七八九十百零〇]{1,6}"
_DIGITS = r"\d{1,3}"
_CN_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0}
_SIGN_BLOCKS = (("①", "⑳"), ("⑴", "⒇"), ("⒈", "⒛"), ("Ⅰ", "Ⅻ"))


@dataclass(frozen=True, slots=True)
class Style:
    """One way of numbering; `rank` is its usual depth, 0 the outermost.

    `sequence`: read only by `sequences.py`; `inner` is its depth below other ordinals.
    """

    name: str
    rank: int
    pattern: re.Pattern[str]
    label: str
    seen: str
    sequence: bool = False
    inner: int = 0


@dataclass(frozen=True, slots=True)
class Ordinal:
    """An ordinal read: `label` normalised for a path, `value` its number, `length` as printed."""

    style: str
    rank: int
    label: str
    value: int
    length: int


def chinese_number(text: str) -> int:
    """The value of a Chinese numeral below 1,000 (十二, 一百零三, 二〇); 0 when it is none."""
    if "十" not in text and "百" not in text:
        return int("".join(str(_CN_DIGITS[c]) for c in text)) if all(c in _CN_DIGITS for c in text) else 0
    total, digit = 0, None
    for char in text:
        if char in _CN_DIGITS:
            digit = _CN_DIGITS[char]
        else:
            total += (1 if digit is None else digit) * (100 if char == "百" else 10)
            digit = 0
    return total + (digit or 0)


@cache
def styles() -> tuple[Style, ...]:
    """The rows of `ordinals.toml`, in the order tried."""
    rows = tables(__package__, "ordinals")["style"]
    return tuple(
        Style(
            row["name"],
            row["rank"],
            re.compile(row["pattern"].replace("{cn}", _CN).replace("{d}", _DIGITS)),
            row.get("label", ""),
            row["seen"],
            row.get("sequence", False),
            row.get("inner", row["rank"]),
        )
        for row in rows
    )


_FIRST = re.compile(r"[一二三四五六七八九十百第(0-9①-⑳⑴-⒇⒈-⒛Ⅰ-Ⅻ任事举措行工专赛板方场战主问]")


def read_ordinal(line: str) -> Ordinal | None:
    """The ordinal that a folded line without leading blanks begins with, or None."""
    if not _FIRST.match(line):
        return None
    found = _plain_styles().match(line)
    style = next((style for style in styles() if found and style.name == found.lastgroup), None)
    return ordinal_in(style, line) if style else None


@cache
def _plain_styles() -> re.Pattern[str]:
    """All that stand for themselves, in the order tried, each as the group of its name."""
    plain = (style for style in styles() if not style.sequence)
    return re.compile("|".join(f"(?P<{style.name}>{style.pattern.pattern})" for style in plain))


def ordinal_in(style: Style, line: str) -> Ordinal | None:
    """The ordinal of one style that a folded line begins with, or None."""
    match = style.pattern.match(line)
    if not match:
        return None
    number = re.sub("[- —]+", "-", match[1]) if style.name == "dashed" else match[1].replace(" ", "")
    number = _settled(number) if style.name == "cn" else number
    label = style.label.format(number) if style.label else match[0].rpartition("/")[2].rstrip(" 、:.")
    return Ordinal(style.name, style.rank, label, _value(number, style.name), match.end())


def _settled(number: str) -> str:
    """The new one of two numbers that tracked changes left beside each other: 四三、 is 三."""
    old, new = (_CN_DIGITS.get(char, 0) for char in number) if len(number) == 2 else (0, 0)
    return number[1] if new > 1 and old == new + 1 else number  # 二一 is 21


_CAPITALS = str.maketrans("壹贰叁肆伍陆柒捌玖拾", "一二三四五六七八九十")
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")


def _value(number: str, style: str) -> int:
    if number.isdecimal():
        return int(number)
    if style.startswith("letter"):
        return ord(number) - ord("A") + 1
    if style == "roman":
        return _ROMANS.index(number) + 1 if number in _ROMANS else 0
    if style == "dashed":
        return int(number.rpartition("-")[2])
    for first, last in _SIGN_BLOCKS:
        if first <= number <= last:
            return ord(number) - ord(first) + 1
    return chinese_number(number.translate(_CAPITALS))
