"""Which numbers may stand before what they measure: 100家企业 is a count, 90兆瓦储能电站 a name."""

from __future__ import annotations

import re
from collections.abc import Callable

from loaders.indicators.lexicon import name_words, pattern
from loaders.indicators.naming import ends_in_verb, only_verbs
from loaders.indicators.place import Place
from loaders.indicators.rules.figures import ahead_of_time
from loaders.indicators.rules.rule import Rule
from loaders.indicators.rules.sizes import MANY
from loaders.indicators.wording import names_level

_WORD = re.compile(
    r"[\u4e00-\u9fff“《(「'\"‘■]|[0-9]{1,4}[万亿]{1,2}级|[0-9]{1,3}(?:[-—~至][0-9]{1,3})?(?:[A-Za-z]|千伏|岁|周岁|总?吨|层|级|度)|[A-Z]{2,6}[\u4e00-\u9fff]"
)
"""What a noun begins with: also a class or an age (4G基站, 5A级景区, 0—3岁婴幼儿)."""


def before_noun(place: Place) -> bool:
    """Does the number only qualify the noun behind it?"""
    counted = place.quantity.kind == "count" and _classed(place)
    right = place.right.lstrip() if place.quantity.kind == "time" else place.right
    begins = counted or _WORD.match(right) is not None
    return not (begins and _BEFORE_NOUN[place.quantity.kind](place))


_DIRECTED = re.compile(
    "(?:(?<!应)对|针对|向)(?:全[市州区县省])?(?:[0-9]+万?[户家个名件人])?$|^对(?!外|口|标)[^,。;]{0,16}$"
)
_DIRECTED_AT = re.compile("[^一-鿿]{0,3}对(?:全[省市州县区旗盟])?")
_THOSE = re.compile(
    "[^,。;、0-9]{2,24}(?:人口|群众|家庭|企业|农户|困难户|贫困户|人员|学生|老人|村|项目|单位)"
)
"""对900个村之外的茶农家庭,…: what is done to all of them follows."""
_AROUND = re.compile("(?:围绕|依托|聚焦|对照)[^,。;]*$")


def _acted_on(place: Place) -> bool:
    if place.quantity.bounded:
        return False
    if _DIRECTED.search(place.left[-20:]) and pattern("dealt_with").match(place.right):
        return pattern("rebuilt").match(place.right) is None
    if _DIRECTED_AT.fullmatch(place.before) and _THOSE.fullmatch(place.right):
        return True
    if _AROUND.match(place.before) and not name_words("carried").search(place.before):
        return True
    if place.quantity.value >= MANY or place.quantity.unit.startswith(("千", "万", "亿")):
        return False
    if names_level(place.left):
        return False
    listed = place.quantity.value_max is None and pattern("apposition").search(place.left[-60:])
    if listed and not ends_in_verb(listed["last"]) and not only_verbs(listed["last"]):
        return not _worked_on(place)
    return pattern("preposition").search(place.left[-12:]) is not None and not _reached_by_act(place)


def _reached_by_act(place: Place) -> bool:
    """Is as much to be reached, although a preposition stands before it?"""
    left, right = place.left, place.right
    if left.endswith("对") and pattern("rebuilt").match(right):
        return True  # 对9所村小实施厕所改造
    if left.endswith("与") and pattern("together").match(right):
        return True  # 与4所高校共建研究院
    if _FOR.search(left[-4:]) and pattern("supplied").match(right):
        return True  # 为9所村小接通自来水
    if _WITHIN.search(left) and pattern("set_up_in").match(right):
        return True  # 在9个镇设置茶亭
    return _DONE_TO.search(left) is not None and _WHAT.match(right) is not None


_DONE_TO = re.compile("(?:完成|实现)对$")
_WHAT = re.compile("[^,。;、0-9]{2,20}的[^,。;、0-9]{2,12}$")
"""完成对9个茶社的巡查: so many are to be reached."""
_WITHIN = re.compile("(?:^|[^现])在(?:全[市州区县省])?$")
_FOR = re.compile("(?:^|[^一-鿿]|免费)[为给]$")


def _worked_on(place: Place) -> bool:
    """完成甲、乙2所学校的厕所改造: what is done to the two is a target."""
    if pattern("builds").match(place.clause) and pattern("built_thing").match(place.right):
        return True  # 打通甲路、乙街2条断头路
    if place.left == place.before and (_sets_up(place) or _finished(place)):
        return True
    begun = pattern("works_begin").match(place.clause) is not None
    return begun and pattern("works").match(place.right) is not None


def _sets_up(place: Place) -> bool:
    """建设东湖、南湖2个片区: as many as are named are to be built."""
    named = pattern("sets_up").match(place.before)
    return pattern("set_up").match(place.right) is not None and _counts(named, place)


_NAMES = re.compile("[^一-鿿]{0,6}(?P<names>[一-鿿]{2,6}(?:[、和与及][一-鿿]{2,6}){1,7})")


def _finished(place: Place) -> bool:
    """东湖、南湖2个片区竣工: as many as are named are to be finished."""
    named = _NAMES.fullmatch(place.before)
    return pattern("finished").match(place.right) is not None and _counts(named, place)


def _counts(named: re.Match[str] | None, place: Place) -> bool:
    """Is the number that of the `names` before it?"""
    return named is not None and len(re.split("[、和与及]", named["names"])) == place.quantity.value


def _count(place: Place) -> bool:
    """100家企业; not 30户以上自然村, and not 9条产业链产值增长4%, which is one target."""
    quantity = place.quantity
    if _acted_on(place) or (quantity.within and quantity.op == "<=") or _UNDONE.match(place.right):
        return False
    if not quantity.bounded and (
        pattern("all_of_them").match(place.right) or pattern("which").search(place.left[-12:])
    ):
        return False
    if quantity.within and quantity.op == ">=" and _is_class(place):
        return False
    if not quantity.bounded and pattern("rank_reached").match(place.right):
        return False
    if not quantity.bounded and (_of_these(place) or pattern("made_public").search(place.before[-40:])):
        return False
    if quantity.within and place.left.endswith("对") and pattern("suspect").match(place.right):
        return False
    if quantity.within and quantity.unit == "户" and _HOUSES.search(place.left):
        counted = pattern("counted_in_houses").match(place.right) is not None
        return counted and place.following is None  # 带动90户以上企业上云; not …农户增收9000元
    if quantity.within and (quantity.unit in ("人", "户", "亩") or _which_cases(place)):
        return False
    return quantity.bounded or _alone(place)


_HOUSES = re.compile("^$|(?:带动|推动|支持|引导|培育|新增|发展|扶持|组织|帮助|完成|实现)$")
_UNDONE = re.compile("未(?!就业|成年|升学|婚|参保)|没有|尚未|存在[^,。;]{0,12}(?:现象|问题|隐患|短板|不足)")


def _is_class(place: Place) -> bool:
    """新建存栏500头以上规模养殖场12个: which are counted by the number at the end of the member;
    100头以上养殖场机械挤奶率95%: of which a share is told."""
    following = place.following
    if following is not None and following.kind == "share" and _SHARE_OF.fullmatch(place.between):
        return True
    if following is None or following.kind != "count" or following.within:
        return False
    return not re.search("[、和与,]", place.between) and place.between != ""


_SHARE_OF = re.compile("[^,。;、0-9]{2,24}(?:率|比例|占比|比重)(?:要|应|力争)?")
_GROWTH_OF = re.compile("[^,。;、0-9]{2,24}(?:增长|增速|下降|提高|率|占比|比重)")

_OPENED = re.compile("(?:(?:到|在)?20[0-9]{2}年(?:底|末)?|,|全[省市州区县旗盟]|[^一-鿿]){0,4}")


def _of_these(place: Place) -> bool:
    """全市12个国控、区控断面水质优良比例不低于91%: of how many a share is told, and no count to reach."""
    if pattern("on_top_of").match(place.right):
        return True
    following = place.following
    if following is None or following.kind != "share" or not _OPENED.fullmatch(place.left):
        return False
    return pattern("measured_later").fullmatch(place.between) is not None


def _which_cases(place: Place) -> bool:
    """涉及两个以上部门的事项 says which are meant; 建成两个以上园区 is a target."""
    bare = place.quantity.start == place.quantity.number  # 突破30项以上 tells what to reach
    opens = not place.left and not pattern("come_to").match(place.right)
    opens = opens and not pattern("counted_beside").search(place.opening)
    cases = opens or pattern("cases").search(place.left)
    return place.quantity.op == ">=" and bare and bool(cases)


def _alone(place: Place) -> bool:
    """Is the next number of the clause one of another measure, or of the same noun's class?"""
    following = place.following
    if following is None or re.search("[、和与]|(?<![惠涉普])及|每", place.between):
        return True
    return (following.within and _is_class_of(place)) or _classed(place)


def _is_class_of(place: Place) -> bool:
    return pattern("class_of").fullmatch(place.between) is not None


def _classed(place: Place) -> bool:
    """3座50兆瓦茶灶, 5个产值超9亿元茶企: how large each of those is that are counted right before it."""
    following = place.following
    if following is None or following.unit == place.quantity.unit:
        return False
    if following.kind != "size" and not (following.kind == "money" and following.op == ">="):
        return False
    behind = _WORD.match(place.right, following.stop - place.quantity.stop)
    return behind is not None and _is_class_of(place)


def _share(place: Place) -> bool:
    if place.quantity.within and _of_which(place):
        return False
    return _alone(place) or place.quantity.within


def _of_which(place: Place) -> bool:
    """50%以上茶园灌溉率达到70%: of which ones a share is told."""
    following = place.following
    told = following is not None and following.kind == "share" and following.bounded
    return told and _SHARE_OF.fullmatch(place.between) is not None


_SPENT = re.compile("(?:重点)?(?:支持|用于|投向|充实|注入)(?!的)")
_OUTPUT = re.compile("(?:建设|打造|形成)年?总?产值$")
_CLUSTER = re.compile("的[^,。;、0-9]{2,20}(?:集群|产业|产业链|园区|产业带)")
_FUND = re.compile("的[^,。;、0-9]{2,14}(?:基金|资金)")


def _money(place: Place) -> bool:
    if place.quantity.within and place.quantity.op == "<=":
        return False  # 1000万元以下政府投资项目: which are meant
    following = place.following
    if (
        place.quantity.within
        and following
        and following.kind == "share"
        and _GROWTH_OF.fullmatch(place.between)
    ):
        return False  # 500万元以上固定资产投资增长9%
    if place.quantity.chinese and pattern("class_by_output").match(place.right):
        return False
    fund = not place.quantity.within and pattern("set_aside").search(place.left)
    if fund and pattern("fund_noun").match(place.right):
        return True  # 安排9亿元茶业发展专项资金
    scope = pattern("scope_noun").match(place.right)
    money = pattern("money_noun").match(place.right)
    if place.left.endswith("规模") and (money or _FUND.match(place.right)):
        return True  # 设立规模10亿元的产业基金
    if place.following is None and _OUTPUT.search(place.left) and _CLUSTER.fullmatch(place.right):
        return True  # 建设年产值90亿元的茶业集群
    if place.right.startswith("的") and not money:
        return False
    if money and not (scope and scope.end() <= money.end()):
        return True
    named = pattern("money_name").search(place.left) is not None
    spent = _SPENT.match(place.right) is not None  # 国债9亿元支持茶业消费: what it is for follows
    return named and (spent or not scope) and not place.quantity.within


def _size(place: Place) -> bool:
    """71公里公路, 30公里以上绿道; not 90兆瓦 in the name of a power station."""
    quantity = place.quantity
    if quantity.unit == _FLOODS:
        return quantity.bounded or (not place.left and _UNDER_CONTROL.match(place.right) is not None)
    if quantity.within and quantity.op == ">=" and quantity.unit in _AREAS:
        return not place.left and pattern("comes_to").fullmatch(place.right) is not None
    if quantity.within and quantity.op == ">=" and quantity.unit in _OF_DATA:
        return pattern("of_signed").search(place.left) is not None  # 形成9PB以上语料库
    if quantity.within and not (quantity.op == ">=" and quantity.unit in ("公里", "千米", "km")):
        return False
    if (
        quantity.op == ">="
        and place.right.startswith("的")
        and pattern("each_place").search(place.left[-24:])
    ):
        return True  # 每个社区建成不少于90平方米的用房
    if quantity.bounded and place.right.startswith("的") and pattern("extent").search(place.left):
        return True  # 总长度超过9公里的示范区
    if not quantity.within and _STRETCH.search(place.left) and pattern("works").match(place.right):
        return pattern("works_begin").match(place.clause) is not None  # 完成某某段12公里提质改造
    if not quantity.within and _BUILDING.search(place.left) and _FINISHED.match(place.right):
        return True  # 二期工程9万平方米主体完工
    if "/" in quantity.unit and place.right.startswith("的") and not quantity.bounded:
        return False  # 900吨/日的生产线: of what class they are
    summed = not quantity.within and _SUM.search(place.left) is not None
    return summed or pattern("only_verbs").fullmatch(place.left[-20:]) is not None


_FLOODS = "年一遇"
_UNDER_CONTROL = re.compile("[一-鿿]{2,8}可控$")
"""50年一遇内涝可控: what works shall withstand."""
_AREAS = frozenset(["平方公里", "平方米", "公顷", "亩", "万亩"])
"""9平方公里以上建设用地面积达到…要求: so much is to come to something."""
_OF_DATA = frozenset(["P", "PFLOPS", "EFLOPS", "PFlops", "EFlops", "GB", "TB", "PB", "EB"])
_STRETCH = re.compile("[段线路渠河道沟岸堤]$")
_BUILDING = re.compile("(?:工程|项目|厂房|校区|院区|大楼|公寓)$")
_FINISHED = re.compile("(?:主体(?:结构|工程)?)?(?:完工|竣工|封顶|交付使用|交付|投用|建成投用)$")
_SUM = re.compile("(?:共计|合计|总计)$")


def _time(place: Place) -> bool:
    if _RATE.match(place.right) or place.right.startswith(
        ("仍", "未", "尚未")
    ):  # 4小时内送达率, 6个月内仍未整改的
        return False
    if done_in(place) or ahead_of_time(place):
        return True
    return place.quantity.op == "<=" or pattern("stock").match(place.right) is not None


_RATE = re.compile("[^,。;、0-9]{0,10}率")


def done_in(place: Place) -> bool:
    """登记3个工作日办结, 变更2小时办结: an errand done within so long."""
    unit, right = place.quantity.unit, place.right.lstrip()
    if unit.endswith("工作日"):
        return pattern("done_in").match(right) is not None
    return unit in _SOON and pattern("done_soon").match(right) is not None


_SOON = frozenset(["小时", "个小时", "分钟", "秒", "秒钟"])


def _is_norm(place: Place) -> bool:
    return _FOR_EACH.search(place.left) is not None or _acted_on(place)


_FOR_EACH = re.compile("每[^,。;、]{0,8}$")


_PEOPLE = re.compile(
    "[一-鿿]{0,8}?(?:人口|群众|居民|农民|职工|学生|劳动力|农户|家庭|老人|儿童)(?!以[上下]的)"
)


def _bare(place: Place) -> bool:
    if place.quantity.unit in ("万", "亿") and _PEOPLE.match(place.right) and not _is_norm(place):
        return True  # 8.6万贫困人口脱贫
    return not place.quantity.chinese and name_words("reaching").search(place.left[-4:]) is not None


_BEFORE_NOUN: dict[str, Callable[[Place], bool]] = {
    "count": _count, "share": _share, "money": _money, "size": _size, "time": _time, "bare": _bare,
    "weak": _count, "age": lambda place: False, "none": lambda place: False,
}  # fmt: skip
"""May a quantity of this kind stand before what it measures?"""


RULE = Rule(before_noun, "修饰后面的名词")
