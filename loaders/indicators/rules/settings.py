"""Numbers that say when, on what basis or of what something holds: no grant is made dependent on them."""

from __future__ import annotations

from loaders.indicators.lexicon import pattern
from loaders.indicators.place import Place
from loaders.indicators.rules.rule import Rule

_SIGHT = 100


def basis(place: Place) -> bool:
    """在办理时限压减至9天以内的基础上,…: what there is already, on which one goes on."""
    if not place.quantity.bounded or pattern("on_basis").match(place.right) is None:
        return False
    return pattern("basis_begins").search((place.opening + place.before)[-_SIGHT:]) is not None


def whenever(place: Place) -> bool:
    """当茶价涨幅达到9%或达到12%,启动收储: on what something is set going."""
    so_far = (place.opening + place.before)[-_SIGHT:]
    return pattern("when").search(so_far) is not None and (
        pattern("sets_going").search(place.right + place.ahead) is not None
    )


def defined(place: Place) -> bool:
    """小型茶坊。指…建筑面积不大于900平方米,…: what a word of the plan means."""
    if not place.quantity.bounded:
        return False
    return pattern("means").match(place.opening + place.before) is not None


def one_of_bounds(place: Place) -> bool:
    """面积不大于9亩、高度不大于8米的茶坊: the first of several bounds on those that are meant."""
    quantity = place.quantity
    if quantity.op != "<=" or quantity.start == quantity.number or quantity.within:
        return False
    if pattern("apart_from").search(place.left[-40:]):
        return True
    return quantity.kind == "size" and pattern("bounds_go_on").match(place.right) is not None


def to_apply(place: Place) -> bool:
    """应在证书核发之日起9个月内申报: until when one may ask for something."""
    asked = place.quantity.kind == "time" and pattern("asks_for").match(place.right) is not None
    return asked and pattern("dated_from").search(place.left[-40:]) is not None


def step_of_plan(place: Place) -> bool:
    """要点发布后20个工作日内做好任务分解, 每季度结束后5日内报送: how the plan itself is carried out."""
    if place.quantity.kind != "time" or not place.quantity.within:
        return False
    rest = place.right + place.ahead[:40]
    left = place.left[-40:]
    return any(pattern(a).search(left) and pattern(b).match(rest) for a, b in _STEPS)


_STEPS = (("paper_out", "parted_out"), ("period_over", "reported_up"))
"""What stands before the time of such a step, and what behind it."""


RULES = (
    Rule(basis, "已有的基础"),
    Rule(whenever, "启动的条件"),
    Rule(defined, "词语的定义"),
    Rule(one_of_bounds, "限定对象的范围"),
    Rule(to_apply, "申请的期限"),
    Rule(step_of_plan, "报送的期限", names=False),
)
