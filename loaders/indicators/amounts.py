"""Amounts in the unit that they are compared in."""

from __future__ import annotations

import re
from decimal import Decimal

from loaders.indicators.lexicon import units

_SCALES = {"万": 4, "亿": 8, "千": 3, "百": 2, "十": 1}
_BRACKETS = re.compile(r"\([^()]{0,40}\)")


def quantity(value: float, unit: str) -> tuple[float, str]:
    """(amount, measure): `value` in the base of `unit`, so that 4万户 and 40000户 are equal.

    万, 亿 and the like move into the amount; 个 in front of another word falls away (个百分点); words
    for the same measure become one (km → 公里, 公顷 → 15 亩, ‰ → 0.1 %). Of a compound (元/月) only
    the scale of its first word is moved. An unknown unit stays as it is.
    """
    amount, word = Decimal(str(value)), _BRACKETS.sub("", unit.strip())
    while word and word[0] in _SCALES and word not in units() and not _known(word):
        amount *= 10 ** _SCALES[word[0]]
        word = word[1:]
    if word.startswith("个") and len(word) > 1 and word != "个月":
        word = word[1:]
    known = units().get(word)
    if known:
        amount *= Decimal(str(known.factor))
        word = known.base.removeprefix("个") if known.base != "个月" and len(known.base) > 1 else known.base
    return float(amount), word


def _known(word: str) -> bool:
    """Is the first word of a compound a unit (千瓦/户), and not 千 of something?"""
    return re.split("[/·每]", word, maxsplit=1)[0] in units()
