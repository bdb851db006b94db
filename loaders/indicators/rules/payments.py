"""What somebody gets who fulfils a condition: grants, rewards, favours."""

from __future__ import annotations

import re

from loaders.indicators.lexicon import pattern
from loaders.indicators.place import Place
from loaders.indicators.rules.rule import Rule


def granted(place: Place) -> bool:
    if pattern("favour").search(place.clause) or pattern("reward").search(place.left[-8:]):
        return True
    if place.quantity.kind not in ("money", "share"):
        return False
    if pattern("grant").search(place.clause) or _basis(place):
        return True
    if pattern("paid_each").search(place.left) or (
        place.left.endswith("最高") and pattern("award").match(place.right)
    ):
        return True
    paid = place.quantity.kind == "share" and pattern("paid_by").search(place.left) is not None
    if paid and re.search("补贴|补助|奖|执行", place.right[:20]):
        return True
    capped = place.quantity.op == "<=" and place.quantity.kind == "money"
    return capped and bool(pattern("award").match(place.right) or pattern("award_of").search(place.left))


def _basis(place: Place) -> bool:
    """按照产品售价的15%,给予…: a share of what is paid."""
    unbounded = place.quantity.kind == "share" and not place.quantity.within
    return unbounded and place.closes and pattern("basis").search(place.left) is not None


RULES = (Rule(granted, "补助或奖励", lists=True),)
