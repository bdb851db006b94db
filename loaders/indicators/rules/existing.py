"""Numbers of what there is, of whom a duty holds and of what an engineer's norm asks for."""

from __future__ import annotations

import re

from loaders.indicators.lexicon import pattern
from loaders.indicators.place import Place
from loaders.indicators.rules.rule import Rule

_SIGHT = 60


def faulty(place: Place) -> bool:
    """全镇16个茶坊排污设施不完善: in how many something is wrong."""
    return place.quantity.kind == "count" and pattern("at_fault").match(place.right) is not None


def made_known(place: Place) -> bool:
    """做好新增2万个学位等实事进展情况公开: what it is that one is told about."""
    return not place.closes and pattern("made_known").match(place.right) is not None


def supported(place: Place) -> bool:
    """加大对9个产业集群、12家茶企的支持力度, 支持甲、乙等5个县: those that there are get more support."""
    if place.quantity.bounded or place.quantity.kind not in ("count", "weak"):
        return False
    before = place.before[-_SIGHT:]
    if _PLACES.match(place.right) and pattern("places_named").search(before):
        return True
    if place.left.endswith("做好") and pattern("reviewed").match(place.right):
        return True  # 做好9家茶社之家复核
    if pattern("more_for").search(before) and pattern("support_given").match(place.right):
        return True
    return pattern("supports_named").search(before) is not None


def listed_before(place: Place) -> bool:
    """对已经公布的9项事项, 通过明确6项材料, 对甲、乙等9项曲艺,进行…: those that there are, or are named."""
    if place.quantity.bounded or place.quantity.kind not in ("count", "weak"):
        return False
    before = place.before[-_SIGHT:]
    if pattern("published").search(before) or pattern("by_means_of").search(before):
        return True
    if pattern("done_with").search(before) and not pattern("rebuilt").match(place.right):
        return pattern("is_done").match(place.right + place.ahead) is not None
    return any(pattern(a).search(before) and pattern(b).match(place.right) for a, b in _LISTED_IN)


_LISTED_IN = (("of_a_plan", "works_of_plan"), ("tried_in", "places"))
"""What stands before the count of those that a plan lists or a sentence names, and what behind it."""


_OUGHT = re.compile(",(?:要(?!素)|应(?!急|用|届|对)|须|必须|可以?)")
_ALL = re.compile("(?:^|[,;])(?:■|[^一-鿿])*全[省市州县区旗盟]$")


def exhorted(place: Place) -> bool:
    """全省9个茶区所在市县,要…: all that there are, and what they shall do."""
    if place.quantity.bounded or place.closes or place.quantity.kind not in ("count", "weak"):
        return False
    return _ALL.search(place.before) is not None and _OUGHT.match(place.ahead) is not None


_PLACES = re.compile("[市县区](?![一-鿿]?(?:级|域))")


_FORBIDDEN = re.compile("(?:禁止|严禁|取缔)[^,。;]{0,24}$")


def held_to(place: Place) -> bool:
    """超过500米的管段至少…, 三根以上的线缆必须…: which ones a duty holds of."""
    quantity = place.quantity
    if quantity.bounded and place.right.startswith("的") and _FORBIDDEN.search(place.before):
        return True  # 禁止使用厚度低于0.02毫米的薄膜
    if quantity.kind == "share" or quantity.op != ">=" or not quantity.bounded:
        return False
    if quantity.within:
        return pattern("duty").match(place.right) is not None
    signed = place.clause[len(place.before) :]
    return signed.startswith(_BEYOND) and pattern("duty_of_those").match(place.right) is not None


_BEYOND = ("超过", "大于", "高于", "多于")


def clearance(place: Place) -> bool:
    """线缆与路面的垂直距离不小于6米: how far apart an engineer's norm wants things."""
    return place.quantity.kind == "size" and pattern("clearance").search(place.left) is not None


def purpose(place: Place) -> bool:
    """为到2035年产值翻一番打好基础: what later work is to reach."""
    begun = place.before.lstrip(" ■").startswith("为")
    return begun and pattern("basis_laid").match(place.right) is not None


_DIFFERENCE = re.compile("[、, ]{0,2}[比较](?:上一?年|去年)(?:增加|减少|多|少)")


def difference(place: Place) -> bool:
    """资金规模9亿元、比上年增加2亿元: a sum told beside its level, which sets nothing more."""
    return place.quantity.kind == "money" and _DIFFERENCE.fullmatch(place.left) is not None


RULES = (
    Rule(purpose, "今后的目的"),
    Rule(difference, "与上年的差额"),
    Rule(faulty, "存在问题的数"),
    Rule(made_known, "公开的内容"),
    Rule(supported, "现有的对象"),
    Rule(listed_before, "现有的对象"),
    Rule(exhorted, "现有的对象"),
    Rule(held_to, "限定对象的范围", names=False),
    Rule(clearance, "技术规范"),
)
