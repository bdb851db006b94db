"""Numbers that say which ones are meant: thresholds, conditions, sizes of what is named, regions."""

from __future__ import annotations

import re
from functools import lru_cache

from loaders.indicators.lexicon import pattern
from loaders.indicators.naming import only_verbs
from loaders.indicators.place import Place
from loaders.indicators.rules.rule import Rule
from loaders.lexicon import same_named


def threshold(place: Place) -> bool:
    if place.quantity.kind == "count" and pattern("praised").match(place.right):
        return True
    if place.quantity.kind == "count" and pattern("case").match(place.right):
        return True
    if _INCLUSIVE.match(place.right) or _WITH_EQUAL.match(place.right):
        return True
    if place.quantity.within and place.right == "的" and not pattern("aim").search(place.clause):
        return True  # 减免租金3个月以上的,…
    if place.ahead and _SUCH.fullmatch(place.right):
        return True
    words = place.right + place.ahead[:_NEXT] if _PART.fullmatch(place.right) else place.right
    part = place.quantity.bounded or words is not place.right
    return part and pattern("threshold").match(words) is not None


_INCLUSIVE = re.compile(r"■?\((?:含|不含)(?:\)|■{1,6}[一-鿿%]{0,4}\)及?以[上下]|■{1,10}\)的)")
"""突破1000万元(含)、2000万元(含)的, 达到30%(含30%)以上, 9个以内(含9个)的: so carefully only conditions are
told."""
_WITH_EQUAL = re.compile(r"[^,。;、0-9■]{1,6}以[上下内]\(含■{1,10}\)的")
"""9个茶位以内(含9个)的."""
_PART = re.compile("的?部分")
"""30%以内的部分,准予扣除: what happens to it stands in the next clause."""
_NEXT = 12
_SUCH = re.compile(r"(?:\([^()]{1,8}\))?(?:及?以[上下])?的")
"""达到50%的,…: whoever has so much, at the end of its clause."""


def scope(place: Place) -> bool:
    """对产值增长20%以上的企业 delimits; 实现20%以上的企业上云 is a target."""
    if place.quantity.bounded and pattern("share_of_those").match(place.right):
        return True
    if place.quantity.kind == "size" and _WITHIN.match(place.right):
        return True
    if place.quantity.kind == "share" and pattern("in_force").search(place.left):
        return True
    if not place.quantity.bounded and pattern("directed").search(place.before):
        return True
    if place.quantity.kind == "share" and pattern("looked_at").match(place.right + place.ahead):
        return False  # 每年对30%以上的茶社开展抽查
    if place.right.startswith("的") and pattern("beyond").search(place.before[-60:]):
        return True  # 对进度低于计划10个百分点的事项
    listed = _LISTED.search(place.before[-12:])  # 突破5亿元、10亿元的企业
    if not (place.quantity.bounded or listed) or not pattern("scope_of").match(place.right):
        return False
    return pattern("scope_before").search(place.before[-80:]) is not None


_WITHIN = re.compile("[一-鿿]{0,4}(?:半径|范围)(?:以|之)?内")
"""20公里供热半径内: where it holds."""
_LISTED = re.compile("[0-9][万亿]?[一-鿿%]{1,3}、$")


def reached_by(place: Place) -> bool:
    """满150亩的 says who is meant, 达到90%后启动 when; 占考核分值的5% weighs, 完成计划的70% is how far the
    work shall be."""
    if pattern("full").search(place.left) or pattern("once").match(place.right):
        return True
    several = place.quantity.unit in _CONDITIONS and place.quantity.within
    if several and pattern("fulfilled").search(place.left):
        return True  # 符合政策2条以上的
    if _WHOEVER.search(place.left) and _THEN.match(place.right):
        return True
    if place.before.lstrip(" ■").startswith("对") and pattern("those_who").fullmatch(place.right):
        return True
    if place.quantity.op == ">=" and place.quantity.kind == "share" and _WEIGHS.search(place.left):
        return False
    ambiguous = place.left.endswith("占比") and not _WEIGHT.search(place.left)
    if _AIMED.search(place.left):
        return False
    points = place.quantity.unit == "分" or (place.quantity.kind == "share" and not ambiguous)
    return points and bool(pattern("scored").search(place.left) or pattern("of_plan").search(place.left))


_CONDITIONS = frozenset(["条", "项"])
_WHOEVER = re.compile("(?:^|[,。;])凡(?:是)?[^,。;0-9]{0,16}$")
_THEN = re.compile("[^,。;]{0,12}的(?:$|[,。;])")
"""凡出现1处破损的: what happens then follows."""
_AIMED = re.compile("(?:力争|争取|确保)[^,。;0-9]{0,16}得分(?:达到?)?$")
_WEIGHS = re.compile("分值权重$")
"""纳入考核且分值权重不低于5%: what an assessment shall be given at least."""
_WEIGHT = re.compile("(?:分值|权重|总分|得分|计分)占比$")


def of_works(place: Place) -> bool:
    """新建堤防9公里,防洪标准达到20年一遇: how rare a flood one works shall withstand describes it; a place's
    standard is a target."""
    if place.quantity.unit != _FLOODS:
        return False
    whole = _WHOLE.search(place.before) or _FLOODED.match(place.right)
    return whole is None or _BY_STANDARD.search(place.before) is not None


_FLOODS = "年一遇"
_WHOLE = re.compile("[城区市县镇域]|系统")
_FLOODED = re.compile("[一-鿿]{0,4}内涝")
_BY_STANDARD = re.compile("按照?|根据")


def inhabitants(place: Place) -> bool:
    """全区常住人口94.3万 tells what is."""
    return not place.quantity.bounded and pattern("inhabitants").search(place.left) is not None


def condition(place: Place) -> bool:
    """总投资800万元以下 delimits; a target would be 控制在800万元以下."""
    quantity = place.quantity
    below = quantity.within and quantity.op == "<=" and quantity.start == quantity.number
    if quantity.bounded and (
        pattern("one_of_several").match(place.right) or pattern("of_one").search(place.left[-24:])
    ):
        return True
    return (below and quantity.kind in ("money", "size", "count")) or pattern("condition").match(
        place.right
    ) is not None


def region(place: Place) -> bool:
    name = place.left.rsplit("、", 1)[-1].strip(" 和及")
    if pattern("place").fullmatch(name) is None or pattern("not_place").search(name):
        return False
    if place.opening.endswith("其中:"):
        return True
    cells = [cell for cell in pattern("cells").findall(place.clause) if not pattern("not_place").search(cell)]
    return len(cells) > 1


_NAMED = re.compile("(?:^|[、,和(:]|其中:?)([\u4e00-\u9fff]{2,4})(?=、|各?[0-9])")


def place_by_short_name(place: Place) -> bool:
    """新建公园5个(鹿城、龙湾各1个,瓯海2个): the share of places that the table of regions knows."""
    if place.quantity.bounded:
        return False
    named = re.split("[、,和(:]", place.left)[-1].removesuffix("各").removeprefix("其中").strip()
    if not _is_short_name(named):
        return False
    return sum(map(_is_short_name, _NAMED.findall(place.clause))) > 1


@lru_cache(maxsize=4096)
def _is_short_name(name: str) -> bool:
    return len(name) >= _SHORT and not only_verbs(name) and same_named(name) > 0


_SHORT = 2


def described(place: Place) -> bool:
    listed = place.left.startswith("、") and place.quantity.op == ">="
    if place.quantity.op == ">=" and _PROJECTS.search(place.opening):
        return False  # 引进项目9个以上,总投资90亿元以上
    return not listed and pattern("descriptor").fullmatch(place.left) is not None


_PROJECTS = re.compile("项目[0-9]{1,5}[个项](?:以上)?,$")


RULES = (
    Rule(threshold, "达到或未达到的后果"),
    Rule(scope, "限定对象的范围"),
    Rule(reached_by, "条件、权重或进度"),
    Rule(inhabitants, "讲现状,不是目标"),
    Rule(of_works, "描述工程"),
)
CLOSING = (
    Rule(region, "分地区的数"),
    Rule(place_by_short_name, "分地区的数"),
    Rule(condition, "限定范围的条件"),
    Rule(described, "描述对象"),
)
"""These hold only of a number that ends its clause."""
