"""Shares at which something is levied, paid, deducted or refunded, and how far a fee is put down."""

from __future__ import annotations

from loaders.indicators.lexicon import pattern
from loaders.indicators.place import Place
from loaders.indicators.rules.rule import Rule

_SIGHT = 60


def levied(place: Place) -> bool:
    """茶税按80%征收, 按投资额的70%抵扣, 费率按1%执行: the rate that holds for those who pay."""
    quantity = place.quantity
    if quantity.kind != "share" or quantity.bounded:
        return False
    left = place.left[-_SIGHT:]
    if pattern("put_down").search(left) and pattern("put_down_by").match(place.right):
        return True
    if pattern("goes_on").search(left) and pattern("paid_back_so").match(place.right):
        return True
    if pattern("at_rate").search(left):
        return pattern("levied_so").match(place.right) is not None
    return pattern("rate_is").search(left) is not None


def for_honours(place: Place) -> bool:
    """对获得县级示范、市级示范的茶企分别奖补90万元、60万元: what those get who won something."""
    money = place.quantity.kind == "money"
    return money and pattern("for_honours").search(place.before[-2 * _SIGHT :]) is not None


def grant_raised(place: Place) -> bool:
    """补贴标准提高到最低工资标准的100%: a share by which one is paid."""
    share = place.quantity.kind == "share" and place.quantity.op == "="
    return share and pattern("grant_rate").search(place.left[-_SIGHT:]) is not None


def ceiling(place: Place) -> bool:
    """奖励上限为茶企90万元、茶社50万元: the most that each of several gets."""
    money = place.quantity.kind == "money"
    return money and pattern("ceilings").search((place.opening + place.before)[-_SIGHT:]) is not None


def grant_for_each(place: Place) -> bool:
    """茶园补助标准900元/亩: what is paid for each; what a standard rises to is a target."""
    quantity = place.quantity
    each = quantity.kind == "money" and "/" in quantity.unit and not quantity.bounded
    return each and pattern("standard_is").search(place.left[-_SIGHT:]) is not None


def how_often_granted(place: Place) -> bool:
    """每人享受补贴次数不超过三次: how often one may have it."""
    return pattern("times_granted").search(place.left[-_SIGHT:]) is not None


RULES = (
    Rule(levied, "征收、缴纳或扣除的比例"),
    Rule(for_honours, "补助或奖励", lists=True),
    Rule(grant_raised, "补助或奖励"),
    Rule(ceiling, "补助或奖励"),
    Rule(grant_for_each, "补助或奖励"),
    Rule(how_often_granted, "补助或奖励"),
)
