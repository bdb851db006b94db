"""Nouns that a target without a name of its own takes from what stands before it, and the forms of names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.indicators.lexicon import pattern
from loaders.indicators.limits import with_sooner, without_start
from loaders.indicators.naming import begins_with_verb, noun_of, trim
from loaders.indicators.quantities import Quantity

_EVENT = re.compile("培训|招聘|宣讲|讲座|演出|展销|义诊")
_EVENTS = frozenset(["期", "场", "次", "场次", "人次", "万人次", "班次"])
_RATE_OF = re.compile("(?:年均)?(?:增幅|增速|涨幅|(?P<down>降幅))")
_ATTRIBUTE = re.compile(
    "(?:总|年|合计)?(?:面积|建筑面积|长度|里程|库容|容量|产量|产值|投资|投资额|产能|规模)|总产|单产|总产量|年产量|年产值"
    "|(?:单产|总产|总?产量)(?:提高|增长|增加)"
)
"""What is told of the thing just counted: 建设示范区40个、面积8万亩."""
_MEASURED = re.compile("(?:长度?|里程)$")
"""A length (治理河长) is nothing that money is put into."""
_WITHOUT = re.compile("年?(?:总|种植|播种|建设|建筑)?(?:面积|产量|规模)$")
_BASIS = re.compile("按照?$")


_PROJECT = re.compile("项目|工程|建设")


def spent_on_all(name: str, told: Sequence[str]) -> bool:
    """Is 投资 behind several things counted (改造公园2座、绿道3处,完成投资1亿元) that of all of them?"""
    return name == "投资" and len(told) > 1 and _PROJECT.search(told[-1]) is None


def of_thing(name: str, quantity: Quantity, unit: str, last: str, clause: str) -> str:
    """The name of an attribute (面积, 里程) with the thing that it is one of: the measure before it,
    counted in another `unit`, or the clause before; "" for a name that is none."""
    rate = _RATE_OF.fullmatch(name)
    if rate and last and quantity.kind == "share":
        return noun_of(last) + ("下降" if rate["down"] else "增长")
    if not _ATTRIBUTE.fullmatch(name):
        return ""
    if not last:
        return noun_of(clause) + name if begins_with_verb(clause) else ""
    alike = bare_unit(quantity) == unit or _FINISHED.search(last)
    if name == "投资" and _MEASURED.search(last):
        return f"完成{name}"
    return "" if alike else _WITHOUT.sub("", noun_of(last)) + name


def is_event(name: str, quantity: Quantity) -> bool:
    """开展培训4期: what is counted in times is the work itself, although a verb alone names it."""
    return quantity.unit in _EVENTS and _EVENT.search(name) is not None


_LEVELS = "(?:国家|部|省|自治区|市|州|县|区|乡镇?)"
_LEVEL = re.compile(f"{_LEVELS}级$|(?:^|[、和及,]){_LEVELS}$")
_NEXT_LEVEL = re.compile(
    f"[、和及,]{_LEVELS}级?[0-9]+[^0-9,。;、和及](?P<noun>[^,。;:、0-9()]{{2,20}})(?=[,。;:、()]|$)"
)
_KIND = re.compile("(?:^|[^0-9])[一-鿿]{1,6}级$")
_NEXT_KIND = re.compile(
    "[、和及][0-9]{1,5}[家个所座处条项](?:以上|左右)?[一-鿿]{1,6}?级(?P<noun>[^,。;:、0-9()级]{2,20})(?=[,。;:、()]|$)"
)


def of_kinds(name: str, text: str, stop: int) -> str:
    """The noun that only the last of a list by level prints (9个国家级、12个省级茶园), for a `name` that ends
    at `stop`; "" for any other."""
    named = _NEXT_KIND.match(text, stop) if _KIND.search(name) else None
    return named["noun"] if named else ""


_NEXT_DOES = re.compile(
    "和[0-9]{1,5}[家个所座处条项户](?:以上)?[^,。;、0-9]{2,12}?(?P<act>(?:完成|实现)[^,。;0-9]{2,24})(?=[,。;]|$)"
)


def of_both(text: str, stop: int) -> str:
    """What the next of two things counted does (9家茶社和6家茶坊完成改造), for one that ends at `stop`."""
    does = _NEXT_DOES.match(text, stop)
    return does["act"] if does else ""


_ENDS_IN_LEVEL = re.compile(f"{_LEVELS}级?$")


def names_level(words: str) -> bool:
    """Do words end in the level whose things are counted next (新建国家级3个、省级)?"""
    return _LEVEL.search(words[-4:]) is not None


def of_levels(name: str, text: str, stop: int) -> str:
    """The noun that only the last of a list by level prints (省级3个、市级5个示范园区), for a `name` whose
    number ends at `stop`; "" for any other."""
    named = _NEXT_LEVEL.match(text, stop) if _ENDS_IN_LEVEL.search(name) else None
    return named["noun"] if named else ""


def bare_unit(quantity: Quantity) -> str:
    """A quantity's unit without its scale (万户: 户)."""
    return quantity.unit.lstrip("百千万亿")


def is_level(quantity: Quantity, first: Quantity) -> bool:
    """总额增长10%、达到120亿元: is this the level that follows a growth?"""
    return first.kind == "share" and quantity.kind in ("money", "count", "size", "time")


_QUOTED = re.compile("“[^“”]+”")
_IN_ALL = re.compile("在全.*")


def _of_quoted(names: str, noun: str) -> Iterator[tuple[int, str]]:
    """在“茶+游”“茶+购”等领域各遴选5个场景: the name of each, with where it begins in `names`."""
    for each in _QUOTED.finditer(names):
        yield each.start(), each[0] + _IN_ALL.sub("", noun)


_REACHES = re.compile("(?P<act>(?:达到|符合)[^,。;0-9]{2,24}(?:要求|标准|目标))(?=[,。;]|$)")
_IN = re.compile("在(?:全[市州区县省])?$")


def in_places(before: str, after: str, text: str, quantity: Quantity) -> tuple[str, str]:
    """The words before and behind a count of places, with what they get: 在9个镇设置茶亭 is 设置茶亭的镇."""
    reached = _REACHES.match(text, quantity.stop) if quantity.kind == "size" else None
    if before and reached:
        return "", f"{reached['act']}的{before}"  # 绿地共计9亩达到规划要求
    if done := _carried_out(before, after, quantity):
        return "", done
    act = pattern("set_up_in").match(text, quantity.stop)
    if not act or not _IN.search(text, max(0, quantity.start - 4), quantity.start):
        return before, after
    return "", f"{act['act']}的{after.removesuffix(act['act'])}"


def _carried_out(before: str, after: str, quantity: Quantity) -> str:
    """Those counted, named by what they do: 推动9家企业实施技术改造 is 实施技术改造的企业; "" for others."""
    if quantity.kind not in _COUNTING or (before and not pattern("brings_to").fullmatch(before)):
        return ""
    if pattern("chosen").fullmatch(before) and pattern("tried_out").fullmatch(after):
        return ""
    done = pattern("carries_out").fullmatch(after[:_LONGEST_PHRASE])
    return "" if not done or "的" in done["what"] or _worked_on(done) else f"{done['act']}的{done['what']}"


def _worked_on(done: re.Match[str]) -> bool:
    """Is the act one that others do to what is counted (点位实施改造)?"""
    work = pattern("worked_on").fullmatch(done["act"])
    return work is not None and (work["own"] is None or not pattern("agents").search(done["what"]))


_COUNTING = ("count", "size", "weak", "share")
_LONGEST_PHRASE = 60
_PLACES = re.compile("[一-鿿]{1,6}[市区县州旗镇](?:[、和][一-鿿]{1,6}[市区县州旗镇]){1,5}$")
_APART = re.compile("分别(?P<verb>[一-鿿]{0,6})$")
_PARTS = re.compile("[、和与]")


def of_several(words: str, noun: str, quantity: Quantity) -> list[tuple[int, str]]:
    """The name of each that a number between `words` and `noun` holds for, with where it begins in the words:
    those in quotes before it, places (白石县、青岚县分别新建9座茶亭), or things behind it that share their
    last word (分别推出9项“茶办”事项和“游办”事项); [] where it holds for one."""
    if each := pattern("each_quoted").search(words):
        return [(each.start("names") + at, name) for at, name in _of_quoted(each["names"], noun)]
    if quantity.kind == "share" and noun.startswith("全覆盖"):
        return _covered(words, noun)
    if quantity.kind != "count" or not (apart := _APART.search(words)):
        return []
    if places := _PLACES.search(words[: apart.start()]):
        names = _PARTS.split(places[0])
        return [(words.index(name, places.start()), f"{name}{apart['verb']}{noun}") for name in names]
    things = _PARTS.split(noun)
    alike = len(things) > 1 and min(map(len, things)) > _SHORT and len({thing[-2:] for thing in things}) == 1
    return [(apart.start("verb"), apart["verb"] + thing) for thing in things] if alike else []


def _covered(words: str, noun: str) -> list[tuple[int, str]]:
    """茶企、茶社100%全覆盖: each of those that are listed; [] for one, or for parts of a word."""
    start, stop = trim(words, 0, len(words))
    things = words[start:stop].split("、")
    if len(things) < _SHORT or not all(map(_THING.fullmatch, things)):
        return []
    return [(words.index(thing), thing + noun) for thing in things]


_SHORT = 2
_THING = re.compile("[^的]{1,11}[^的化]")


_PER_BEHIND = re.compile("(?P<what>[^每]{2,20})(?P<per>每[百千万](?:[名个]?(?:[^每率]{1,8})))")


def limit_name(name: str, quantity: Quantity) -> str:
    """A time limit's name says that it is one; of how many a count is told (护理员每万名老人) comes first."""
    per = _PER_BEHIND.fullmatch(name) if quantity.kind == "count" else None
    if per:
        return per["per"] + per["what"]
    if quantity.unit == "番" and name.endswith("翻"):
        return name + "番"
    if quantity.kind == "share" and _OF_WHOLE.fullmatch(name):
        return name + ("比" if name.endswith("占") else "比例")
    limit = quantity.kind == "time" and quantity.within and quantity.op != ">="
    limit = limit and not pattern("duration").search(name)
    return name + "时限" if limit else name


_OF_WHOLE = re.compile("[^占]{1,40}占(?:[^占]{1,30}(?<!比例)(?<!比重)(?<!占比)(?<!率)(?<!份额))?")
"""A share whose name doesn't say that it is one: 产业项目占(六成)."""


_FINISHED = re.compile("(?:完工|竣工|封顶|投用|交付|投产)$")
_DONE = re.compile("(?P<noun>项目|工程)于?(?P<verb>开工建设|开工|竣工|投产|建成投产|竣工投产)")


_LIMITED = re.compile("^(?:推行|实行|在(?=.{2,}[前后]$))")
"""What no time limit's name begins with: 推行并联审批, 在开放申报前."""


_BY_EACH = re.compile("按照?(?=每(?:百|千|万|十万)(?:户|人|名))")
_BUILT = re.compile("(?<=..)(?:建设|配建|配备|配置|设置)[^,。;]*$")
"""按照每千人不少于9个托位建设照护设施: so many for each thousand; what is then built stands behind."""
_ALSO = re.compile("(?<=..)(?:(?:或者?|并)[^,。;]*|(?:便利)?措施|制度)$")
"""What is no deed of its own behind a time limit: 9小时内放行便利措施, 5日内办结或者答复."""


_RATE = re.compile("(?P<rate>[^,。;]{1,12}?[费利]率)(?:$|提供|给予|收取|发放|进行)")


def _of_limit(before: str, after: str) -> tuple[str, str]:
    """What names a time limit, of the words before and behind it."""
    before = "" if before in ("在", "于") else without_start(with_sooner(before))
    return _LIMITED.sub("", before), _ALSO.sub("", after)


_FUND = re.compile(
    "(?:每年)?(?:统筹|整合|安排|设立|落实|筹集|发行){0,2}(?P<fund>[^,。;]{2,20}?(?:资金|国债|债券|基金|贷款))"
    "(?:重点|专项)?(?P<use>(?:支持|用于|投向)[^,。;]{2,30})"
)


def _done_to(before: str, after: str, quantity: Quantity) -> str:
    """What is done and to what, of a count before both; "" for any other."""
    if quantity.kind != "count" or (before and not pattern("brings_to").fullmatch(before)):
        return ""
    work = pattern("done_to_counted").fullmatch(after)
    if work:
        return work["act"] + work["what"]  # 9条茶道的投入使用
    done = None if before else _DONE.fullmatch(after)
    return done["verb"] + done["noun"] if done else ""  # 9个项目开工 are 开工项目


_OUTPUT = re.compile("年?总?产值$")


def _of_extent(before: str, after: str, quantity: Quantity) -> str:
    """The name of a sum or a size by what it is the sum or the size of; "" for any other."""
    if before.endswith("规模") and quantity.kind == "money":
        return after + ("总规模" if before.endswith("总规模") else "规模")  # 设立规模10亿元的基金
    output = _OUTPUT.search(before) if quantity.kind == "money" else None
    if output:
        return after + output[0]  # 建设年产值9亿元的茶业集群
    fund = _FUND.fullmatch(before + after) if quantity.kind == "money" else None
    if fund:
        return f"{fund['use']}的{fund['fund']}"  # 安排国债9亿元支持茶业消费
    extent = pattern("extent").search(before) if quantity.kind == "size" else None
    return after + extent[0] if extent else ""  # 总长度超过9公里的示范区


def around_name(before: str, after: str, quantity: Quantity) -> str:
    if quantity.kind == "time":
        before, after = _of_limit(before, after)
    if for_each := _BY_EACH.search(before):
        before, after = before[for_each.end() :], _BUILT.sub("", after)
    if of := _of_extent(before, after, quantity):
        return of
    rate = _RATE.match(after) if quantity.kind == "share" and _BASIS.search(before) else None
    if rate:
        return rate["rate"]  # 按不超过0.7%的优惠担保费率提供担保
    if done := _done_to(before, after, quantity):
        return done
    counted = quantity.kind in _COUNTING
    comes = pattern("comes_to").fullmatch(after) if counted and not before else None
    if comes:
        return f"{comes['act']}的{comes['what']}"  # 9家企业进入全省前列
    tried = pattern("tried_out").fullmatch(after) if counted and quantity.kind != "share" else None
    if tried and pattern("chosen").fullmatch(before):
        return f"试点{tried['what']}"  # 选择9家企业开展试点
    whole = pattern("share_of").fullmatch(before) if quantity.kind == "share" else None
    if whole:
        return f"{before[: whole.start('sign')]}{after}占{whole['whole']}比例"
    stock = pattern("stock").match("的" + after)
    if stock and quantity.kind == "time":
        return f"{_BASIS.sub('', before)}{after[stock.end() - 1 :]}({stock['what']})"
    return before + after + ("时限" if quantity.kind == "time" and quantity.op == "<=" else "")
