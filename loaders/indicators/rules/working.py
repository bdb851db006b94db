"""Numbers that tell how the work is run: how often one meets, who sits where, how the plan is parted."""

from __future__ import annotations

import re

from loaders.indicators.lexicon import pattern
from loaders.indicators.place import Place
from loaders.indicators.rules.before_noun import done_in
from loaders.indicators.rules.figures import ahead_of_time
from loaders.indicators.rules.rule import Rule
from loaders.indicators.rules.sizes import FEW


def frequency(place: Place) -> bool:
    unit = place.quantity.unit
    if unit in ("班", "班次") and pattern("runs").search(place.clause):
        return True
    if pattern("sampled").search(place.before[-40:]) and pattern("asked").match(place.right):
        return True
    times = unit.endswith(("次", "场", "期", "遍", "篇", "轮"))
    if not times or unit.endswith(_REACHED) or place.quantity.op == "<=":
        return False
    often = pattern("frequency").search(place.clause)
    if often and unit == "场" and place.quantity.bounded and not _oversight(place):
        return False  # 每年不少于20场: events, and not how often one meets
    if often and pattern("by_year").fullmatch(often[0]) and pattern("event").search(place.clause):
        often = None
    return often is not None or _oversight(place)


_REACHED = ("人次", "户次", "家次", "台次", "件次", "车次", "架次", "艘次")
"""These count what is reached, however often."""


def _oversight(place: Place) -> bool:
    """全年开展2次督查, 召开调度会4次: the noun stands beside the number."""
    if place.quantity.unit not in _TIMES:
        return False
    beside = re.split("[0-9,]", place.left)[-1][-14:] if place.closes else place.between[:20]
    return pattern("oversight").search(beside) is not None


_TIMES = frozenset(["次", "场", "场次", "轮次", "轮", "遍"])
"""How often; 家次 and 人次 count what is reached."""


def norm_for_each(place: Place) -> bool:
    if per_head(place):
        return False
    if _BY.search(place.before[-24:]) and pattern("by_standard").match(place.right):
        return True
    if place.quantity.kind == "count" and pattern("each_place").search(place.before[-24:]):
        return False
    each = pattern("each").search(place.left) or pattern("each").search(place.before[-12:])
    if each is None or each[0] == "每":
        return each is not None
    return not place.quantity.bounded


def per_head(place: Place) -> bool:
    """每百户居民拥有服务设施面积不低于30平方米: what shall be there for so many."""
    least = place.quantity.kind == "size" and place.quantity.op == ">=" and place.quantity.bounded
    return least and pattern("per_head").search(place.left[-40:]) is not None


_BY = re.compile("按照?[^,。;]{0,20}$")


def how_it_is_run(place: Place) -> bool:
    if pattern("each_place").search(place.before[-24:]):
        return False
    if pattern("led_by").search(place.before[-40:]):
        return True
    few = place.quantity.kind == "count" and place.quantity.value < FEW
    return few and pattern("run_by").search(place.clause) is not None


def of_the_plan(place: Place) -> bool:
    steps = place.right.startswith("环节") and pattern("steps").search(place.left) is not None
    chosen = pattern("chosen_places").search(place.left) is not None
    free = not (place.quantity.bounded or steps or chosen)
    unbounded = free and pattern("structure").match(place.right) is not None
    parted = not place.right and pattern("parted").search(place.left) is not None
    if place.quantity.unit in ("项", "件", "个") and (_of_tasks(place) or _of_papers(place)):
        return True
    if place.quantity.unit == "条" and _of_measures(place):
        return True
    norm = pattern("norm").match(place.right) is not None and not per_head(place)
    return unbounded or parted or norm


def _of_measures(place: Place) -> bool:
    """优化营商环境20条措施, 落实全省50条举措: a paper's own measures, or another's that is carried out."""
    if not place.quantity.bounded and pattern("own_measures").match(place.right):
        return True
    carried = pattern("measures").match(place.right) is not None
    return carried and pattern("measures_of").search(place.before[-60:]) is not None


def _of_papers(place: Place) -> bool:
    """落实全省首批9项改革举措, 印发第二批9项清单, 提出9项指标: pieces of a paper, this one or another."""
    if place.quantity.bounded:
        return False
    before = place.before[-60:]
    return any(
        pattern(opens).search(before) and pattern(behind).match(place.right) for opens, behind in _OF_PAPERS
    )


_OF_PAPERS = (
    ("handed_down", "measures_down"),
    ("list_issued", "items_of_list"),
    ("puts_forward", "put_forward"),
    ("paper_sets", "works_put_forward"),
)
"""What stands before a count of such pieces, and what behind it."""


def asked_from_above(place: Place) -> bool:
    """按照省政府实现41件茶事联办的要求: what another paper asks for."""
    asked = pattern("as_asked").match(place.right) is not None
    return asked and pattern("from_above").search(place.before[-60:]) is not None


def _of_tasks(place: Place) -> bool:
    """共确定重点任务10项, 9个方面132项重点工作, …等7个事项: pieces of the text itself."""
    if place.left.endswith("等"):
        return pattern("just_listed").match(place.right) is not None
    if pattern("parted_so").search(place.before[-24:]):
        return True
    if place.quantity.unit == "个":
        return False
    if place.quantity.unit == "项" and pattern("classes_listed").search(place.left[-10:]):
        return True
    named = pattern("tasks_named").match(place.right) and pattern("tasks_parted").search(place.before[-60:])
    return bool(named or pattern("tasks_of").search(place.left))


def duration(place: Place) -> bool:
    quantity = place.quantity
    if quantity.kind != "time" or quantity.bounded:
        return False
    if done_in(place) or ahead_of_time(place):
        return False
    stock = pattern("stock").match(place.right) or pattern("duration").search(place.left)
    return stock is None


def reporting(place: Place) -> bool:
    """于印发之日起9日内报某办公室备案: when the plan's own papers are handed in."""
    return place.quantity.kind == "time" and pattern("reporting").match(place.right) is not None


RULES = (
    Rule(reporting, "报送的期限", names=False),
    Rule(frequency, "会议、检查等的频次", names=False),  # what is done so often names nothing else
    Rule(norm_for_each, "每个对象的标准"),
    Rule(how_it_is_run, "机构怎样组成"),
    Rule(of_the_plan, "文件自身的结构或规范"),
    Rule(asked_from_above, "上级的要求"),
    Rule(duration, "时长"),
)
