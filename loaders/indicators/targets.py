"""Which quantities are targets, and which only date, rank, delimit or report something."""

from __future__ import annotations

import re
from collections.abc import Callable

from loaders.indicators.lexicon import name_words, pattern
from loaders.indicators.place import Place

_MANY = 100
"""So many households or schools are to be reached; of fewer, the number mostly says which ones."""

_FEW = 20
"""More people than this are no heads of a task force."""

_WORD = re.compile(
    r"[\u4e00-\u9fff“《(「'\"‘■]|[0-9]{1,3}(?:[-—~至][0-9]{1,3})?(?:[A-Za-z]|千伏|岁|周岁|总?吨|层|级|度)|[A-Z]{2,6}[\u4e00-\u9fff]"
)
"""What a noun begins with: also a class or an age (4G基站, 5A级景区, 0—3岁婴幼儿)."""


def is_target(place: Place) -> bool:
    """Is this quantity something to reach?"""
    return refused_by(place) is None


def refused_by(place: Place) -> str | None:
    """The name of the rule (a key of `REFUSALS`) by which a quantity is no target; None for a target."""
    for rule in _NEVER:
        if rule(place):
            return rule.__name__
    if place.closes:
        return next((rule.__name__ for rule in _NEVER_CLOSING if rule(place)), None)
    fits = _WORD.match(place.right) is not None and _BEFORE_NOUN[place.quantity.kind](place)
    return None if fits else "_before_noun"


def _without_measure(place: Place) -> bool:
    quantity = place.quantity
    if quantity.kind == "bare":
        has_scale = quantity.unit != ""
        return not (quantity.bounded or has_scale) or (not has_scale and not place.closes)
    if quantity.kind == "weak":
        return not quantity.bounded and not (place.closes and quantity.value >= _FEW)
    return quantity.kind == "none"


def _in_characters(place: Place) -> bool:
    quantity = place.quantity
    if not quantity.chinese or quantity.unit == "番" or pattern("stock").match(place.right):
        return False
    if quantity.unit == "成" and name_words("growth").search(place.left[-4:]):
        return False
    if quantity.unit == "倍" or (place.closes and quantity.kind != "bare" and quantity.value >= _MANY):
        return False
    if quantity.within and quantity.value >= 2 and quantity.kind == "count":
        return False
    small = (quantity.value < 2 and not quantity.unit.startswith(("万", "亿"))) or (
        quantity.kind == "bare" and quantity.value < 10
    )
    return small or not quantity.bounded or quantity.start == quantity.number


def _ordinal(place: Place) -> bool:
    quantity = place.quantity
    if quantity.start < quantity.number:
        return False
    return pattern("rank").search(place.left[-6:]) is not None


def _reported(place: Place) -> bool:
    return place.stated


def _frequency(place: Place) -> bool:
    unit = place.quantity.unit
    times = unit.endswith(("次", "场", "期", "遍", "篇"))
    if not times or unit.endswith(_REACHED) or place.quantity.op == "<=":
        return False
    often = pattern("frequency").search(place.clause)
    if often and unit == "场" and place.quantity.bounded and not _oversight(place):
        return False  # 每年不少于20场: events, and not how often one meets
    if often and pattern("by_year").fullmatch(often[0]) and pattern("event").search(place.clause):
        often = None
    return often is not None or _oversight(place)


_REACHED = ("人次", "户次", "家次", "台次", "件次", "车次", "架次")
"""These count what is reached, however often."""


def _oversight(place: Place) -> bool:
    """全年开展2次督查, 召开调度会4次: the noun stands beside the number."""
    if place.quantity.unit not in _TIMES:
        return False
    beside = re.split("[0-9,]", place.left)[-1][-14:] if place.closes else place.between[:20]
    return pattern("oversight").search(beside) is not None


_TIMES = frozenset(["次", "场", "场次", "轮次", "遍"])
"""How often; 家次 and 人次 count what is reached."""


def _norm_for_each(place: Place) -> bool:
    each = pattern("each").search(place.left) or pattern("each").search(place.before[-12:])
    if each is None or each[0] == "每":
        return each is not None
    return not place.quantity.bounded


def _how_it_is_run(place: Place) -> bool:
    few = place.quantity.kind == "count" and place.quantity.value < _FEW
    return few and pattern("run_by").search(place.clause) is not None


def _granted(place: Place) -> bool:
    if pattern("favour").search(place.clause) or pattern("reward").search(place.left[-8:]):
        return True
    if place.quantity.kind not in ("money", "share"):
        return False
    if pattern("grant").search(place.clause) or _basis(place):
        return True
    capped = place.quantity.op == "<=" and place.quantity.kind == "money"
    return capped and bool(pattern("award").match(place.right) or pattern("award_of").search(place.left))


def _basis(place: Place) -> bool:
    """按照产品售价的15%,给予…: a share of what is paid."""
    unbounded = place.quantity.kind == "share" and not place.quantity.within
    return unbounded and place.closes and pattern("basis").search(place.left) is not None


def _of_the_plan(place: Place) -> bool:
    unbounded = not place.quantity.bounded and pattern("structure").match(place.right) is not None
    parted = not place.right and pattern("parted").search(place.left) is not None
    return unbounded or parted or pattern("norm").match(place.right) is not None


def _threshold(place: Place) -> bool:
    if place.quantity.kind == "count" and pattern("case").match(place.right):
        return True
    return place.quantity.bounded and pattern("threshold").match(place.right) is not None


def _scope(place: Place) -> bool:
    """对产值增长20%以上的企业 delimits; 实现20%以上的企业上云 is a target."""
    if not place.quantity.bounded or not pattern("scope_of").match(place.right):
        return False
    return pattern("scope_before").search(place.before[-80:]) is not None


def _duration(place: Place) -> bool:
    quantity = place.quantity
    if quantity.kind != "time" or quantity.bounded:
        return False
    stock = pattern("stock").match(place.right) or pattern("duration").search(place.left)
    return stock is None


def _condition(place: Place) -> bool:
    """总投资800万元以下 delimits; a target would be 控制在800万元以下."""
    quantity = place.quantity
    below = quantity.within and quantity.op == "<=" and quantity.start == quantity.number
    return (below and quantity.kind in ("money", "size", "count")) or pattern("condition").match(
        place.right
    ) is not None


def _region(place: Place) -> bool:
    name = place.left.rsplit("、", 1)[-1].strip(" 和及")
    if pattern("place").fullmatch(name) is None or pattern("not_place").search(name):
        return False
    cells = [cell for cell in pattern("cells").findall(place.clause) if not pattern("not_place").search(cell)]
    return len(cells) > 1


def _described(place: Place) -> bool:
    listed = place.left.startswith("、") and place.quantity.op == ">="
    return not listed and pattern("descriptor").fullmatch(place.left) is not None


_DIRECTED = re.compile("(?:(?<!应)对|针对|向)(?:全[市州区县省])?(?:[0-9]+万?[户家个名件人])?$")
_AROUND = re.compile("(?:围绕|依托|聚焦|对照)[^,。;]*$")


def _acted_on(place: Place) -> bool:
    if place.quantity.bounded:
        return False
    if _DIRECTED.search(place.left[-16:]) and pattern("dealt_with").match(place.right):
        return True
    if _AROUND.match(place.before) and not name_words("carried").search(place.before):
        return True
    if place.quantity.value >= _MANY or place.quantity.unit.startswith(("千", "万", "亿")):
        return False
    listed = place.quantity.value_max is None and pattern("apposition").search(place.left[-60:])
    if listed and not _ends_in_verb(listed["last"]):
        return True
    return pattern("preposition").search(place.left[-12:]) is not None


def _ends_in_verb(words: str) -> bool:
    ends = (found.end() for key in ("carried", "acting") for found in name_words(key).finditer(words))
    return len(words) in ends


_NEVER: tuple[Callable[[Place], bool], ...] = (
    _without_measure, _in_characters, _ordinal, _reported, _frequency, _norm_for_each,
    _how_it_is_run, _granted, _of_the_plan, _threshold, _scope, _duration,
)  # fmt: skip
_NEVER_CLOSING: tuple[Callable[[Place], bool], ...] = (_region, _condition, _described)


REFUSALS = {
    "_without_measure": "没有计量单位",
    "_in_characters": "汉字数字,是名称的一部分",
    "_ordinal": "名次或次序",
    "_reported": "讲现状,不是目标",
    "_frequency": "会议、检查等的频次",
    "_norm_for_each": "每个对象的标准",
    "_how_it_is_run": "机构怎样组成",
    "_granted": "补助或奖励",
    "_of_the_plan": "文件自身的结构或规范",
    "_threshold": "达到或未达到的后果",
    "_scope": "限定对象的范围",
    "_duration": "时长",
    "_region": "分地区的数",
    "_condition": "限定范围的条件",
    "_described": "描述对象",
    "_before_noun": "修饰后面的名词",
}
"""What each rule says of a number, for people."""


def _count(place: Place) -> bool:
    """100家企业; not 30户以上自然村, and not 9条产业链产值增长4%, which is one target."""
    quantity = place.quantity
    if _acted_on(place) or (quantity.within and quantity.op == "<="):
        return False
    if quantity.within and (quantity.unit in ("人", "户", "亩") or _which_cases(place)):
        return False
    return quantity.bounded or _alone(place)


_CASES = re.compile("(?:^|从|涉及|跨|由|经|同时|(?<![拥现])有|属于|在)$")


def _which_cases(place: Place) -> bool:
    """涉及两个以上部门的事项 says which are meant; 建成两个以上园区 is a target."""
    return place.quantity.op == ">=" and _CASES.search(place.left) is not None


def _alone(place: Place) -> bool:
    """Is the next number of the clause one of another measure, or of the same noun's class?"""
    following = place.following
    if following is None or re.search("[、和与]|(?<![惠涉])及|每", place.between):
        return True
    return following.within and following.number == place.quantity.stop


def _share(place: Place) -> bool:
    return _alone(place) or place.quantity.within


_FUND = re.compile("的[^,。;、0-9]{2,14}基金")


def _money(place: Place) -> bool:
    scope = pattern("scope_noun").match(place.right)
    money = pattern("money_noun").match(place.right)
    if place.left.endswith("规模") and (money or _FUND.match(place.right)):
        return True  # 设立规模10亿元的产业基金
    if place.right.startswith("的") and not money:
        return False
    if money and not (scope and scope.end() <= money.end()):
        return True
    named = pattern("money_name").search(place.left) is not None
    return named and not scope and not place.quantity.within


def _size(place: Place) -> bool:
    """71公里公路, 30公里以上绿道; not 90兆瓦 in the name of a power station."""
    quantity = place.quantity
    if quantity.within and not (quantity.op == ">=" and quantity.unit in ("公里", "千米", "km")):
        return False
    summed = not quantity.within and _SUM.search(place.left) is not None
    return summed or pattern("only_verbs").fullmatch(place.left[-20:]) is not None


_SUM = re.compile("(?:共计|合计|总计)$")


def _time(place: Place) -> bool:
    if _RATE.match(place.right) or place.right.startswith(
        ("仍", "未", "尚未")
    ):  # 4小时内送达率, 6个月内仍未整改的
        return False
    return place.quantity.op == "<=" or pattern("stock").match(place.right) is not None


_RATE = re.compile("[^,。;、0-9]{0,10}率")


def _bare(place: Place) -> bool:
    return not place.quantity.chinese and name_words("reaching").search(place.left[-4:]) is not None


_BEFORE_NOUN: dict[str, Callable[[Place], bool]] = {
    "count": _count, "share": _share, "money": _money, "size": _size, "time": _time, "bare": _bare,
    "weak": _count, "age": lambda place: False, "none": lambda place: False,
}  # fmt: skip
"""May a quantity of this kind stand before what it measures?"""
