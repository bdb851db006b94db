"""Measure words that measure in their context only (期 of a course), and elsewhere date, number and class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.indicators.lexicon import Kind, pattern

if TYPE_CHECKING:
    from loaders.indicators.quantities import Quantity

_BEHIND: dict[str, tuple[str, Kind]] = {
    "期": ("series", "count"), "批": ("series", "count"), "路": ("watched", "count"),
    "门": ("taught", "count"), "级": ("graded", "size"), "G": ("bandwidth", "size"),
    "M": ("bandwidth", "size"), "届": ("games", "count"), "位": ("people", "count"),
}  # fmt: skip
"""Measure words by what stands before their number and its comparing word, and what they are then."""
IN_CONTEXT = frozenset(["日", "年", *_BEHIND])


def with_context(text: str, quantity: Quantity) -> Quantity:
    """期 of a course, 日 of a time limit, 路 of cameras, 级 of a level reached measure; elsewhere
    they date, number and class."""
    if quantity.unit not in IN_CONTEXT:
        return quantity
    before = text[max(0, quantity.start - 18) : quantity.start].rstrip()
    if behind := _BEHIND.get(quantity.unit):
        signed = before + text[quantity.start : quantity.number]
        return quantity._replace(kind=behind[1]) if pattern(behind[0]).search(signed) else quantity
    if quantity.unit == "日" and quantity.bounded and _is_span(text, quantity, before):
        return quantity._replace(kind="time")
    if quantity.unit == "年" and quantity.op == "<=" and pattern("wait").search(before):
        return quantity._replace(kind="time")
    if quantity.unit == "年" and quantity.op == ">=" and pattern("lasts").search(before):
        return quantity._replace(kind="time")
    return quantity


def _is_span(text: str, quantity: Quantity, before: str) -> bool:
    """办理时限压缩至10日, 15日内办结; not 6月15日."""
    if pattern("duration").search(before):
        return True
    limit = quantity.within and quantity.op == "<=" and before[-1:] not in ("月", "年")
    return limit and pattern("settled").match(text, quantity.stop) is not None
