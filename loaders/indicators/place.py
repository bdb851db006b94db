"""A quantity in its clause, as the rules look at it."""

from __future__ import annotations

import re
from typing import NamedTuple

from loaders.indicators.lexicon import pattern
from loaders.indicators.quantities import Quantity


class Place(NamedTuple):
    """A quantity in its clause, `before` what the clause says before it.

    `left` reaches from the target before it (or the clause's start), `right` to the clause's end;
    `following` is the next quantity of the clause; `stated`: the sentence is telling what is, not
    what shall be; `closes`: the quantity ends its clause or its member of a list. `opening` and `ahead`
    are what the sentence says before the clause and behind it.
    """

    quantity: Quantity
    clause: str
    before: str
    left: str
    right: str
    following: Quantity | None
    stated: bool
    closes: bool
    opening: str = ""
    ahead: str = ""

    @property
    def between(self) -> str:
        """What stands between this quantity and the next one of the clause."""
        return self.right[: self.following.start - self.quantity.stop] if self.following else self.right


def closes(quantity: Quantity, right: str, following: Quantity | None) -> bool:
    """Does a quantity end its clause or its member of a list? `right` and `following` as in `Place`."""
    if _OF_BRACKET.match(right):
        return False
    limit = quantity.kind == "time" and quantity.within and quantity.start == quantity.number
    if limit and _DEED_BEHIND.match(right):
        return False
    if pattern("goal_tail").match(right):
        return True
    if quantity.kind == "share" and quantity.unit == "" and _TO_LEVEL.match(right):
        return True
    least = quantity.kind == "size" and quantity.op == ">=" and quantity.bounded
    if least and pattern("of_standard").match(right):
        return True
    return following is not None and _told_twice(quantity, right, following)


_OF_BRACKET = re.compile("\\([^()]{0,60}\\)的[^,。;]{2}")
"""不超过2%(…)的优惠利率: behind a bracket, too, the number stands before its noun."""
_DEED_BEHIND = re.compile("\\([^()]{0,40}\\)(?:完成|办结|办理|出具|作出|核发)[^,。;]{2}")
"""9日内(不含公示时间)完成验收: what is done stands behind the bracket."""
_TO_LEVEL = re.compile("[至到]")
"""压缩一半至9天: a fraction, and the level behind it."""


def _told_twice(quantity: Quantity, right: str, second: Quantity) -> bool:
    """改造老旧小区12个1460户: the same thing is counted once more, and that closes."""
    if second.start != quantity.stop or second.unit == quantity.unit:
        return False
    counted = {"count", "size", "weak"} if quantity.bounded else {"count", "size"}
    kinds = {quantity.kind, second.kind} <= counted
    return kinds and pattern("goal_tail").match(right, second.stop - quantity.stop) is not None
