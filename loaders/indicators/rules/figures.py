"""Numbers that measure nothing: without a measure word, part of a name, ordinals."""

from __future__ import annotations

from loaders.indicators.lexicon import pattern
from loaders.indicators.naming import ends_in_verb
from loaders.indicators.place import Place
from loaders.indicators.quantities import is_at_least_one
from loaders.indicators.rules.rule import Rule
from loaders.indicators.rules.sizes import FEW, MANY


def without_measure(place: Place) -> bool:
    quantity = place.quantity
    if quantity.kind == "bare":
        has_scale = quantity.unit != ""
        if place.closes and pattern("coefficient").search(place.left[-4:]):
            return False
        return not (quantity.bounded or has_scale) or (not has_scale and not place.closes)
    if quantity.kind == "weak":
        if quantity.value >= FEW and pattern("kinds_done").match(place.right):
            return False
        return not quantity.bounded and not (place.closes and quantity.value >= FEW)
    return quantity.kind == "none"


def share_above_all(place: Place) -> bool:
    """再生水利用率达到5000: a copy made digits of the sign of percent, and what it said is lost."""
    quantity = place.quantity
    bare = quantity.kind == "bare" and quantity.unit == "" and quantity.value > _WHOLE
    return bare and pattern("share_named").search(place.left[-20:]) is not None


_WHOLE = 100


def in_characters(place: Place) -> bool:
    quantity = place.quantity
    if not quantity.chinese or quantity.unit == "番" or pattern("stock").match(place.right):
        return False
    if is_at_least_one(quantity) or (quantity.unit == "成" and pattern("in_tenths").search(place.left)):
        return False
    if quantity.value == 0.5 and quantity.kind == "time" and quantity.bounded:
        return False  # 减至半个月
    if quantity.kind == "time" and quantity.within and pattern("closed_case").match(place.right):
        return False  # 两个月内结案
    if _built(place) or _done_to_many(place):
        return False
    if quantity.unit == "倍" or (place.closes and quantity.kind != "bare" and quantity.value >= MANY):
        return False
    if quantity.within and quantity.value >= 2 and quantity.kind == "count":
        return False
    small = (quantity.value < 2 and not quantity.unit.startswith(("万", "亿"))) or (
        quantity.kind == "bare" and quantity.value < 10
    )
    return small or not quantity.bounded or quantity.start == quantity.number


def _built(place: Place) -> bool:
    """新建茶亭三座, 搭建服务、交易等三个平台: things that are built, and so counted."""
    if place.quantity.kind != "count" or place.quantity.value < _FEWEST:
        return False
    built = pattern("built").search(place.before[-80:]) is not None
    listed = place.left.endswith("等") and pattern("built_kind").match(place.right) is not None
    return built and (place.closes or listed)


_FEWEST = 2


def _done_to_many(place: Place) -> bool:
    """开发一千个岗位, 新建一至两个集市: so many right behind what is done."""
    quantity = place.quantity
    if quantity.kind != "count" or quantity.unit in _TIMES:
        return False
    many = quantity.value >= MANY or quantity.value_max is not None
    return many and not place.closes and _ends_in_deed(place.left[-_NEAR:])


def _ends_in_deed(words: str) -> bool:
    return ends_in_verb(words) or words.endswith(_DEEDS)


_DEEDS = ("开发", "提供", "安置", "组织", "培训", "帮助", "编印", "增加")


_NEAR = 12
_TIMES = frozenset(["次", "场", "期", "遍", "轮"])


def ordinal(place: Place) -> bool:
    quantity = place.quantity
    if quantity.start < quantity.number:
        return False
    if ahead_of_time(place):
        return False
    if quantity.unit.endswith("工作日") and quantity.within:
        return False  # 开放申报前9个工作日内
    return pattern("rank").search(place.left[-6:]) is not None


def ahead_of_time(place: Place) -> bool:
    """提前9个工作日完成审批手续: by how long an errand is done sooner."""
    sooner = place.quantity.kind == "time" and place.left.endswith("提前")
    return sooner and pattern("ahead_of_time").match(place.right) is not None


def ranks_up(place: Place) -> bool:
    """在全省排名晋位3名以上: places, which are no measure."""
    places = place.quantity.unit in ("名", "位")
    return places and pattern("ranks_up").search(place.left[-20:]) is not None


def estimated(place: Place) -> bool:
    """预估总体费用90万元: what something is reckoned to cost."""
    sums = place.quantity.kind in ("money", "bare")
    return sums and pattern("estimated").search(place.left[-20:]) is not None


RULES = (
    Rule(without_measure, "没有计量单位"),
    Rule(share_above_all, "占比大于一百,百分号在复制时丢失"),
    Rule(in_characters, "汉字数字,是名称的一部分"),
    Rule(ordinal, "名次或次序"),
    Rule(ranks_up, "名次或次序"),
    Rule(estimated, "估算的费用"),
)
