"""Numbers that say who gets something: what stands before 给予…奖励 in the same sentence."""

from __future__ import annotations

import re

from loaders.indicators.lexicon import pattern
from loaders.indicators.place import Place
from loaders.indicators.rules.rule import Rule

_TARGETED = re.compile("(?:^|[对为给向使让])(?:全[省市州县区旗镇])?$")
"""对100家企业给予支持: so many are to get something, and nothing is asked of them."""
_DONE = re.compile("[^,。;]{0,60}(?:开展|实施|进行|完成|组织)")
_WHOSE = re.compile("[^,。;]{0,60}的[^,。;]{0,24},")


def conditioned(place: Place) -> bool:
    """对产值突破5000万元的企业,给予奖励: what those must have who are granted something."""
    if pattern("only_if").search(place.opening + place.before):
        return True
    rest = place.right + place.ahead
    if place.quantity.bounded and pattern("apply_either").match(rest):
        return True
    if place.quantity.kind == "time" and pattern("met_then").match(rest):
        return True
    paid = pattern("offer").search(rest)
    offer = paid or pattern("favoured").search(rest)
    if offer is None:
        return False
    until = rest[: offer.start()]
    if pattern("whoever").match(until):
        return True
    if place.quantity.bounded and pattern("and_that").match(until):
        return True
    if not place.quantity.bounded or _TARGETED.search(place.left):
        return False
    if place.quantity.kind not in ("count", "share") and pattern("and_those").match(until):
        return True
    return (paid is not None and _closed_off(until)) or _of_those(place, until) or _one_of_two(place, until)


def _closed_off(until: str) -> bool:
    """税收1亿元以上的楼宇,按租用面积(给予…): a noun that the number belongs to, and what it gets."""
    return pattern("those_with").match(until) is not None


def _of_those(place: Place, until: str) -> bool:
    """对面积不少于90亩,且有茶仓的园区,(给予…): the clause that begins with 对, or one that goes on."""
    before = place.opening + place.before
    opened = pattern("to_those").search(before)
    if opened is None or pattern("offer").search(opened["whom"]) or _DONE.match(until):
        return False
    if "," not in opened["whom"]:
        return True
    return ",对" not in until and _WHOSE.match(until) is not None


def _one_of_two(place: Place, until: str) -> bool:
    """投入不低于900万元,且降幅不超过9%,按…(给予…): conditions that 且 joins."""
    return pattern("and_also").search(place.opening + place.clause + until) is not None


RULES = (Rule(conditioned, "给予奖补的条件", names=False, lists=True),)
