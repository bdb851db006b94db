"""What somebody gets who fulfils a condition: grants, rewards, favours."""

from __future__ import annotations

import re

from loaders.indicators.lexicon import pattern
from loaders.indicators.place import Place
from loaders.indicators.rules.rule import Rule


def granted(place: Place) -> bool:
    if pattern("favour").search(place.clause) or pattern("reward").search(place.left[-8:]):
        return place.quantity.unit != "项" or pattern("won").search(place.left) is None
    if place.quantity.kind not in ("money", "share"):
        return False
    if pattern("grant").search(place.clause) or _basis(place):
        return True
    if (pattern("paid_each").search(place.left) and not _raised(place)) or (
        place.left.endswith("最高") and pattern("award").match(place.right)
    ):
        return True
    if place.quantity.kind == "share" and (_shared(place) or pattern("discount").match(place.right)):
        return True
    capped = place.quantity.op == "<=" and place.quantity.kind == "money"
    return capped and bool(
        pattern("award").match(place.right)
        or pattern("award_of").search(place.left)
        or pattern("cap_each").fullmatch(place.left.strip(" ,"))
    )


def taken(place: Place) -> bool:
    """扣发当月绩效5%: what those lose who fail."""
    return pattern("taken").search(place.left) is not None


def _raised(place: Place) -> bool:
    """每亩补助标准由150元提高到200元: what a standard rises to."""
    quantity = place.quantity
    return quantity.bounded and quantity.op == "=" and place.left.endswith("标准")


def _shared(place: Place) -> bool:
    """财政补贴70%, 按售价10%补贴: a share of what another pays."""
    if pattern("paid_by").search(place.left) and re.search("补贴|补助|奖|执行", place.right[:20]):
        return True
    return place.closes and pattern("paid_share").search(place.left) is not None


def _basis(place: Place) -> bool:
    """按照产品售价的15%,给予…: a share of what is paid."""
    unbounded = place.quantity.kind == "share" and not place.quantity.within
    return unbounded and place.closes and pattern("basis").search(place.left) is not None


RULES = (Rule(granted, "补助或奖励", lists=True), Rule(taken, "扣减"))
