"""Numbers with their measure words and comparing words, before it is known what they say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from loaders.extraction import Op
from loaders.indicators.contexts import IN_CONTEXT, with_context
from loaders.indicators.latex import formula_unit
from loaders.indicators.lexicon import Kind, pattern, sign_after, sign_before, unit_pattern, units
from loaders.indicators.numerals import Numeral, find_numerals
from loaders.indicators.start_values import without_start_values

_REACH = 18
"""Comparing words stand this close to their number."""

_RATIO = re.compile(" ?[:×xX*+/] ?[0-9A-Za-z]")

_TO = re.compile(":(?P<whole>[0-9]{1,4}(?:[.][0-9]+)?)(?![0-9:])")
"""What follows the first number of a ratio (师生比不低于1:18); a bound stands before a ratio."""

_TO_ONE, _BETTER = ":1", "优于"
"""车桩比优于4:1: so many share one, and fewer are better."""

_OF_PEOPLE = re.compile("/(?:10万|十万|10{5})(?![0-9])")
"""What follows the number of a rate among so many people (死亡率控制在10/10万以下)."""

_PARTS = frozenset(["%", "‰"])
"""The scales of numerals that bring their unit with them (百分之八十)."""

_LONGEST_NOUN = 3
"""What follows a measure word is known by so many characters."""

_AT_LEAST = re.compile("至少|最少|不少于")

_AND = frozenset(["和", "、", "与", "及"])

_JOINS = frozenset(["-", "—", "——", "~", "至", "到"])


class Quantity(NamedTuple):
    """A number at `number`, with comparing words and measure word at `start:stop`.

    `kind` "bare": no measure word. `bounded`: a comparing word stands beside it; `within`: one
    stands behind it, at `unit_stop`. `chinese`: written in characters.
    """

    start: int
    number: int
    unit_stop: int
    stop: int
    value: float
    value_max: float | None
    unit: str
    kind: Kind | Literal["bare"]
    op: Op = "="
    bounded: bool = False
    chinese: bool = False

    @property
    def within(self) -> bool:
        """Does a comparing word stand behind it?"""
        return self.stop > self.unit_stop


class _Amount(NamedTuple):
    number: Numeral
    stop: int
    unit: str
    kind: Kind | Literal["bare"]


def find_quantities(text: str) -> list[Quantity]:
    """All numbers of a masked text in order.

    "从a提高到b" is one, of value b, that begins at 从; a range is one with `value_max`.
    """
    amounts = list(_amounts(text))
    if all(_is_nothing(amount) for amount in amounts) and not _AT_LEAST.search(text):
        return []
    found: list[Quantity] = []
    pending: _Amount | None = None
    for amount in amounts:
        if pending and _is_range(text, pending, amount):
            found.append(_range(pending, amount))
            pending = None
            continue
        if pending:
            found.append(_single(pending))
        pending = amount
    if pending:
        found.append(_single(pending))
    rated = (_rated(text, each) for each in _with_whole_units(text, found) if not _of_rate(text, each))
    signed = without_start_values(text, list(_with_signs(text, rated)))
    in_context = (with_context(text, quantity) for quantity in signed)
    kept: list[Quantity] = []
    for quantity in in_context:
        if _measures(text, quantity) or (kept and _ratio_beside(text, kept[-1], quantity)):
            kept.append(quantity)
    return kept


def _ratio_beside(text: str, before: Quantity, quantity: Quantity) -> bool:
    """不低于1:350、1:200: what bounds the first ratio bounds the other."""
    ratios = before.unit.startswith(":") and quantity.unit.startswith(":")
    return ratios and text[before.stop : quantity.start].strip() in _AND


_RATE = re.compile("每(日|天|小时|[百千万]人口?|十万人口?|平方公里)$")
_LONGEST_RATE = 6
_TIMES = frozenset(["次", "场", "期", "遍", "篇", "班"])


def _rated(text: str, quantity: Quantity) -> Quantity:
    """每日3万吨 are 3 万吨/日; how often something is done each day is told as it is."""
    before = text[max(0, quantity.start - _LONGEST_RATE) : quantity.start]
    rate = _RATE.search(before) if "每" in before else None
    if rate is None or not quantity.unit or quantity.unit in _TIMES:
        return quantity
    start = quantity.start - len(rate[0])
    return quantity._replace(start=start, number=start, unit=f"{quantity.unit}/{rate[1]}")


def _of_rate(text: str, quantity: Quantity) -> bool:
    """The 千 of 每千人 counts nothing by itself."""
    return quantity.chinese and text[max(0, quantity.start - 1) : quantity.start] == "每"


def _amounts(text: str) -> Iterator[_Amount]:
    """The numbers with their measure words; the 3 of m3 is none."""
    stop = 0
    for number in find_numerals(text):
        if number.start >= stop:
            amount = _amount(text, number)
            stop = amount.stop
            yield amount


def _with_whole_units(text: str, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """3个和5个工作日: the measure word of the last number completes the 个 of the first."""
    whole: Quantity | None = None
    completed = []
    for quantity in reversed(found):
        shares = whole and quantity.unit == "个" and whole.unit.startswith("个")
        if whole and shares and text[quantity.stop : whole.number].strip() in _AND:
            whole = quantity._replace(unit=whole.unit, kind=whole.kind)
        else:
            whole = quantity
        completed.append(whole)
    return reversed(completed)


def _measures(text: str, quantity: Quantity) -> bool:
    """Can it be an amount at all? No date, no class, no single 一, no part of a ratio (2:1)."""
    if quantity.kind == "none" or _is_ordinal(text, quantity):
        return False
    if _TORN.search(text, max(0, quantity.number - 4), quantity.number):
        return False
    if _is_single(quantity, quantity.unit) and not is_at_least_one(quantity):
        return False
    if quantity.kind == "age" and not pattern("life").search(
        text[max(0, quantity.start - 8) : quantity.start]
    ):
        return False
    if quantity.unit.startswith(":") and not quantity.bounded:
        return False
    if (
        quantity.kind == "bare"
        and not quantity.unit
        and not (quantity.bounded or _is_coefficient(text, quantity))
    ):
        return False
    return _RATIO.match(text, quantity.unit_stop) is None


_TORN = re.compile("[0-9][.] $")
"""A copy tore 1.5 apart (1. 5): what stands behind the blank is no number of its own."""


def _is_coefficient(text: str, quantity: Quantity) -> bool:
    """灌溉水有效利用系数0.6: a fraction without a unit."""
    fraction = not quantity.chinese and quantity.value % 1 != 0
    return (
        fraction
        and pattern("coefficient").search(text[max(0, quantity.start - 4) : quantity.start]) is not None
    )


def _is_single(number: Numeral | Quantity, unit: str) -> bool:
    """Is it the 一 of 一批, which counts nothing?"""
    if number.value == 0.5 and unit in _HALVED:
        return False
    if isinstance(number, Quantity) and number.value_max is not None:
        return False  # 一至两个
    return number.chinese and number.value < 2 and unit not in ("番", "倍") and unit[:1] not in ("万", "亿")


_HALVED = frozenset(["个月", "个小时", "小时", "天"])


def is_at_least_one(quantity: Quantity) -> bool:
    """每县至少建成一个, 不少于一家."""
    asked = quantity.op == ">=" and not quantity.within and quantity.unit not in _TIMES
    return quantity.kind == "count" and asked and quantity.value == 1


def _is_ordinal(text: str, quantity: Quantity) -> bool:
    """The 三方 of 第三方 is no measure."""
    return quantity.chinese and text[max(0, quantity.number - 1) : quantity.number] == "第"


def _is_nothing(amount: _Amount) -> bool:
    """A 一 or a date: what stands beside it can make no quantity of it."""
    if amount.kind == "none":
        return amount.unit not in IN_CONTEXT
    return _is_single(amount.number, amount.unit)


def _amount(text: str, number: Numeral) -> _Amount:
    formula = formula_unit(text, number.stop)
    if formula:
        return _Amount(number, formula[1], number.scale + formula[0], "size")
    if number.fraction:
        return _Amount(number, number.stop, "", "share")
    if number.scale in _PARTS:
        return _Amount(number, number.stop, number.scale, "share")
    ratio = _TO.match(text, number.stop) or _OF_PEOPLE.match(text, number.stop)
    if ratio and not number.chinese:
        return _Amount(number, ratio.end(), ratio[0], "share")
    if _more(text, number):
        return _Amount(number, number.stop, "", "count")
    match = unit_pattern().match(text, number.stop)
    if match:
        word = units()[match["unit"]]
        following = text[match.end() : match.end() + _LONGEST_NOUN]
        if following[:1] not in word.not_before or following.startswith(word.even_before):
            return _Amount(number, match.end(), number.scale + match[0], word.kind)
    return _Amount(number, number.stop, number.scale + ("元" if number.scale.endswith("亿") else ""), "bare")


_MORE = re.compile(r"\+ ?(?=[一-鿿])")
_FIGURES = range(2, 5)


def _more(text: str, number: Numeral) -> bool:
    """打造90+茶社: so many and more, right behind what is done."""
    if not text.startswith("+", number.stop) or len(text[number.start : number.stop]) not in _FIGURES:
        return False
    built = pattern("builds_more").search(text, max(0, number.start - 6), number.start)
    return built is not None and _MORE.match(text, number.stop) is not None


def _is_range(text: str, low: _Amount, high: _Amount) -> bool:
    return (
        text[low.stop : high.number.start] in _JOINS
        and (low.unit == "" or high.unit.startswith(low.unit))
        and low.number.value < high.number.value
        and high.kind not in ("bare", "none")
    )


def _single(amount: _Amount) -> Quantity:
    number = amount.number
    return Quantity(
        number.start, number.start, amount.stop, amount.stop, number.value, None, amount.unit, amount.kind,
        chinese=number.chinese,
    )  # fmt: skip


def _range(low: _Amount, high: _Amount) -> Quantity:
    return _single(high)._replace(
        start=low.number.start, number=low.number.start,
        value=low.number.value, value_max=high.number.value,
    )  # fmt: skip


def _with_signs(text: str, found: Iterable[Quantity]) -> Iterable[Quantity]:
    floor = 0
    for quantity in found:
        base = max(floor, quantity.number - _REACH)
        before = sign_before(text[base : quantity.number], of_whole=quantity.kind == "share")
        after = sign_after(text, quantity.unit_stop, time=quantity.kind == "time" or quantity.unit == "日")
        signed = quantity
        if before:
            signed = signed._replace(start=base + before[1], op=before[0] or "=", bounded=before[0] != "")
        elif quantity.unit == _TO_ONE and text.endswith(_BETTER, base, quantity.number):
            signed = signed._replace(start=quantity.number - len(_BETTER), op="<=", bounded=True)
        elif quantity.kind == "share" and pattern("past").search(text[base : quantity.number]):
            signed = signed._replace(start=quantity.number - 1, op=">=", bounded=True)
        elif quantity.kind == "count" and not quantity.unit:
            plus = _MORE.match(text, quantity.stop)
            stop = plus.end() if plus else quantity.stop
            signed = signed._replace(op=">=", stop=stop, bounded=True)
        elif pattern("at_least").search(text, base, quantity.number):
            signed = signed._replace(op=">=", bounded=True)
        if after:
            op = after[0] if signed.op == "=" or after[0] == "~" else signed.op
            signed = signed._replace(stop=after[1], op=op, bounded=True)
        floor = signed.stop
        yield signed
