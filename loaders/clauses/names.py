"""Prefixes and suffixes that a list shares: 省科技厅、工业和信息化厅; 市安委会、市减灾委相关成员单位."""

from __future__ import annotations

import re
from functools import lru_cache

from loaders.clauses.towns import with_town
from loaders.lexicon import firm_trades, is_standard, is_unit, kind_of, zones

_PREFIX = re.compile(
    r"(?:师市(?:党委)?|兵团(?:党委)?|[省市州区县旗盟镇乡地]委|自治区党委|自治区(?!级)|省(?!际)|市(?!场|监|容|域|政(?:[局处]|公司|设施|工程|园林|集团|管|建设))"
    r"|州|区(?!域|块|位)|县(?!域)|旗|盟|地区(?!生产|差异|间))(?=.{2,})"
)
"""A level before a bureau's name; not where the character belongs to the name (市场, 市政, 区域)."""
_PARTY = re.compile(
    r"(?:组织|宣传|统战|统一战线工作|宣传统战)部$|政法委$|网信办$|编办$|改革办$|政研室$|巡察办$|财经办$|老干部局$|直属机关工委$"
)
_TRADE = re.compile(
    r"(?!.*(?:医院|学校|大学))[\u4e00-\u9fff]{1,4}(?:(?:产业|事业)?发展(?:服务)?|(?:资源)?开发)(?:局|办|办公室|中心|委)$"
    r"|[\u4e00-\u9fff]{1,3}业管理(?:局|办公室|委员会(?:办公室)?)$"
)
"""A bare bureau of one trade (茶业发展办, 农业资源开发局, 盐业管理局), as few places have one; what a body
has in its name (青禾医院发展中心) is no trade."""
_BUREAU_END = re.compile(r"[局厅委办]$|办公室$|中心$|支队$|大队$|委员会$")
_MASS = re.compile(
    "(?:中级)?(?:人民)?法院|(?:人民)?检察院|残联|妇联|工商联|科协|文联|侨联|社科联|工商业联合会|残疾人联合会|妇女联合会|科学技术协会|文学艺术界联合会|总工会|红十字会|贸促会|供销(?:合作)?(?:总|联)?社|计生协|关工委"
    "|司法所|财政所|税务所|供电所|派出所|自然资源所|市场监管所|融媒体中心|便民服务中心"
    "|纪委监察委|人大|政协|人武部|武装部|党史研究室|(?:广播)?电视台|人民医院|中医院|党校|慈善总会|供电公司|电力公司|(?:政府)?督查室"
    "|园林处|环卫处|农技推广中心|农商行"
    "|农科院|社科院|林科院|(?:农业|社会|林业)科学院"
    "|(?:水务|供水|自来水|公交|公共交通|城投|交投|文旅|热力|供热|机场|港口|港航|港务|地铁|轨道交通|[航铁水农旅产建能科]投)(?:集团|公司|集团公司|总公司|有限公司|投资集团)"
    "|(?:国家|综合)?档案馆|图书馆|博物馆|文化馆|科技馆|美术馆"
)
"""Bodies of one name at each level, its own firms too, as a list prints them behind a prefix."""
_OWN_PLACE = re.compile(
    r"国家|中国|中央|全国|人民银行|人行|国网|中共|团[省市州盟区县旗地]委|驻|各|(?!城市).{1,6}[省市州区县旗]"
)
_SHARED_SUFFIX = re.compile(r"(?:各|相关|有关)*成员单位$")
_TERRITORY_SUFFIX = re.compile(
    r"(?:(?:党委|党工委)(?:和|及)(?:(?:人民)?政府|管委会)|人民政府|政府|行政公署|行署|管委会|党委|党工委"
    r"|(?<=[省市州区县旗])(?:相关|有关)部门)$"
)
_TERRITORY_ENDS = ("政府", "公署", "行署", "管委会", "党委", "党工委", "关部门")
_LEVEL = re.compile(
    r"各?(?:有关|相关)?(?:(?:省|自治区|直辖市|县级市|市|州|地区|区|县|旗|盟|镇|乡|街镇|镇街|苏木|嘎查|村|社区|街道"
    r"|办事处|街道办|街道办事处|园区|开发区|功能区|管委会)"
    r"(?:\([^()]{1,12}\))?){1,4}(?:人民政府|政府|行政公署|行署|党委|党工委|管委会)?"
)
"""Levels of administration without a name, which 各 before the first of a list holds for."""
_BARE = re.compile(_LEVEL.pattern.replace("|管委会)", ")", 1))
_TERRITORY = re.compile(r".{1,8}[省市州区县旗盟镇乡]$|.{1,10}(?:街道|开发区|高新区|经开区|新区|园区)$")


def restore(names: list[str], *, towns_apart: bool = False) -> list[str]:
    """The names with what the list shares put back; the same length and order. `towns_apart`: the document
    prints a town's level before each of its bodies."""
    if len(names) < 2:
        return [_without_etc(name) for name in names]
    names = names if towns_apart else with_town(names)
    prefixed = _with_prefix(_with_regulators(_with_government(_with_bodies(_with_firm(names)))))
    each = _with_level(_with_each(prefixed))
    return _with_suffix(each, [a != b for a, b in zip(prefixed, each, strict=True)])


_DEPARTMENT = "部门"
_IN_CHARGE = re.compile("(?:行政)?主管部门$")
_LEVEL_BEFORE = re.compile("(?:各?[省市州区县旗](?:级|直)?|各级)(?=[\u4e00-\u9fff]{2})")


def with_lines(names: list[str], closed: list[bool]) -> list[str]:
    """人社、财政等部门 and 交通、教育部门 are 人社部门, 财政部门 …: lines share the word, and the level
    before the first of them (各县级交通、教育主管部门).

    `closed`: behind which names 等部门 stood.
    """
    if not any(closed) and not any(name.endswith(_DEPARTMENT) for name in names):
        return names
    out = list(names)
    shared = ""
    for index in range(len(out) - 1, -1, -1):
        ends = out[index].endswith(_DEPARTMENT) and is_standard(out[index])
        if ends:
            in_charge = _IN_CHARGE.search(out[index])
            shared = in_charge[0] if in_charge else _DEPARTMENT
        elif closed[index]:
            shared = _DEPARTMENT
        if shared and not ends:
            shared = shared if _is_line(out[index]) else ""
            out[index] += shared
    given = [a != b for a, b in zip(out, names, strict=True)]
    for index in range(1, len(out)):
        level = _LEVEL_BEFORE.match(out[index - 1]) if given[index - 1] else None
        if level and not _LEVEL_BEFORE.match(out[index]):
            out[index] = level[0] + out[index]  # 市发改、工信等部门
    return out


@lru_cache(maxsize=4096)
def _is_line(name: str) -> bool:
    """Words of a line of work without the form of an organ, its level before it or not (市发改, 财政)."""
    level = _LEVEL_BEFORE.match(name)
    bare = name[level.end() :] if level and is_standard(name[level.end() :] + _DEPARTMENT) else name
    return not is_unit(name) and is_standard(bare + _DEPARTMENT)


_FIRM = re.compile(rf"(?:{'|'.join(firm_trades())})(?P<rest>(?:[\u4e00-\u9fff]{{2,8}})?(?:分公司|公司))")
"""A firm of a trade whose firms a list names by their short names: 移动、电信、联通青岚分公司."""


def _with_firm(names: list[str]) -> list[str]:
    out = list(names)
    for index in range(len(out) - 1, 0, -1):
        firm = _FIRM.fullmatch(out[index]) if out[index - 1] in firm_trades() else None
        if firm:
            out[index - 1] += firm["rest"]
    return out


_BODIES_OF = re.compile("(?P<of>.{0,12}(?:政府|国务院))各(?:有关|相关|工作|组成)*(?:部门|部委|委办局|局委)")
_ATTACHED = re.compile("各(?:直属|派出|特设)+(?:机构|单位)")


def _with_bodies(names: list[str]) -> list[str]:
    """市政府各部门、各直属机构: both are the government's."""
    out = names[:1]
    for name in names[1:]:
        bodies = _BODIES_OF.fullmatch(out[-1]) if _ATTACHED.fullmatch(name) else None
        out.append(f"{bodies['of']}{name}" if bodies else name)
    return out


_PARTY_OF = re.compile("(?P<place>.{1,12}?)(?:党委|党工委)$")
_BARE_ORGAN = re.compile("(?:人民)?政府|办事处|管委会")
_COMMITTEE_OF = re.compile("(?P<place>.{2,8})(?P<level>[省市州县区旗盟镇乡])委$")


def _with_government(names: list[str]) -> list[str]:
    """各镇党委、政府 are 各镇党委 and 各镇政府; 青岚县委、县政府 are 青岚县委 and 青岚县政府."""
    out: list[str] = []
    for name in names:
        party = _PARTY_OF.match(out[-1]) if out and _BARE_ORGAN.fullmatch(name) else None
        committee = _COMMITTEE_OF.match(out[-1]) if out and _BARE_ORGAN.fullmatch(name, 1) else None
        shared = committee and committee["level"] == name[0] and not committee["place"].startswith("各")
        place = party or (committee if shared else None)
        out.append(f"{place['place']}{name}" if place else name)
    return out


_WATCHES = "(?:证监|银保监|银监|保监)(?:分局|局)"
_REGULATOR = re.compile(_WATCHES)
_PLACED = re.compile(
    f"(?P<place>(?![省市州区县旗]|国家|地方)[\u4e00-\u9fff]{{2,5}}?)(?:{_WATCHES}|金融监管(?:分局|局))"
)
"""A national regulator's branch, called after its place and no level of it: 云岭证监局."""


def _with_regulators(names: list[str]) -> list[str]:
    """云岭证监局、银保监局 are both of the place: they are no bureaus of its government."""
    out = names[:1]
    for name in names[1:]:
        placed = _PLACED.fullmatch(out[-1]) if _REGULATOR.fullmatch(name) else None
        out.append(f"{placed['place']}{name}" if placed else name)
    return out


def _with_prefix(names: list[str]) -> list[str]:
    shared, committee, party, out = "", "", False, []
    for name in names:
        own = _own_prefix(name)
        if own:
            shared, committee, party = own
            out.append(name)
        elif shared and (
            _may_share(name, shared) or (_MASS.fullmatch(name) and not out[-1].startswith("各"))
        ):
            out.append((committee if party and _PARTY.search(name) else shared) + name)
        else:
            out.append(name)
    return out


_ZONE = re.compile(rf".{{0,5}}(?:{'|'.join(zones())})")
"""A zone before its own bureau: 高新区财政局、经济发展局."""


@lru_cache(maxsize=4096)
def _own_prefix(name: str) -> tuple[str, str, bool] | None:
    """A name's level (市), that with its 委 or 党委, and whether the name is a party's organ; None without
    a level."""
    zone = _ZONE.match(name)
    if zone and is_standard(name[zone.end() :]):
        return zone[0], zone[0], False
    match = _PREFIX.match(name)
    if not match:
        return None
    shared = match[0].removesuffix("委").removesuffix("党")
    party = match[0].endswith("委") and _PARTY.search(name) is not None
    return "地区" if shared == "地" else shared, match[0], party  # 地委组织部、财政局: the prefecture's


_EACH = re.compile("各(?:有关|相关)?")


def _with_each(names: list[str]) -> list[str]:
    """各镇、街道 means 各街道 too, 各有关区、县级市 also 各有关县级市."""
    out: list[str] = []
    for name in names:
        each = _EACH.match(out[-1]) if out and out[-1].startswith("各") else None
        shared = each and _BARE.fullmatch(name) and _LEVEL.fullmatch(out[-1]) and not name.startswith("各")
        out.append(f"{each[0]}{name}" if each and shared else name)
    return out


_SHARED_LEVEL = re.compile(
    r"(?P<last>[\u4e00-\u9fff]{1,5}?)(?P<etc>等(?:有关|相关)?(?:省辖|设区|地级)?(?:(?:\d{1,3}|[一二三四五六七八九十]{1,2})个)?个?)?"
    r"(?P<organ>(?:[省市县区旗镇乡]|街道|社区)(?:\([市县区镇乡、]{1,5}\))?(?:人民政府|政府|办事处|管委会|党委)?)"
)
_PLACE = 4
_PLACE_ALONE = re.compile(r"(?![在驻各本该])[\u4e00-\u9fff]{0,3}(?![局委办厅部会所站队社])[\u4e00-\u9fff]")


def _with_level(names: list[str]) -> list[str]:
    """山前、白石、河口等镇人民政府: each of the places has the level and organ that the last one prints."""
    out = [_without_etc(name) for name in names]
    for index in range(1, len(names)):
        alone = _is_place_alone(names[index - 1]) and not names[index].startswith("各")
        shared = _SHARED_LEVEL.fullmatch(names[index]) if alone else None
        if shared and not _HAS_LEVEL.search(names[index - 1]):  # 东山区、北原县 have theirs already
            first = index - 1
            while first and _is_place_alone(names[first - 1]) and not _HAS_LEVEL.search(names[first - 1]):
                first -= 1
            out[first:index] = [each + shared["organ"] for each in names[first:index]]
            out[index] = shared["last"] + shared["organ"]
    return out


_HAS_LEVEL = re.compile("[一-鿿]{2}[省市县区旗镇乡]$")
_CITY_ALONE = re.compile("[一-鿿]州")
"""Of two characters it is a city's whole name (of 云州、泽州市政府), of more an autonomous prefecture's."""


def _without_etc(name: str) -> str:
    """云州等省辖市政府 names one of the cities: 云州市政府."""
    shared = _SHARED_LEVEL.fullmatch(name) if "等" in name else None
    one = shared and shared["etc"] and _PLACE_ALONE.fullmatch(shared["last"])
    return shared["last"] + shared["organ"] if shared and one else name


def _is_place_alone(name: str) -> bool:
    return (
        len(name) <= _PLACE
        and _PLACE_ALONE.fullmatch(name) is not None
        and (_CITY_ALONE.fullmatch(name) is not None or not is_unit(name))
    )


_BRANCH_LEVELS = frozenset("区县旗")
"""Where a city's bureau has a branch (区公安分局); among a city's own bureaus it is a district's."""


@lru_cache(maxsize=4096)
def _may_share(name: str, shared: str) -> bool:
    """A bare bureau known to the lexicon, which no place of its own precedes; what a bracket behind it adds
    (水利局(市河长办)) doesn't count."""
    name = _ADDED.sub("", name)
    if name.endswith("分局"):
        return shared in _BRANCH_LEVELS and is_standard(name.removesuffix("分局") + "局")
    if _OWN_PLACE.match(name) or not _BUREAU_END.search(name):
        return _PARTY.fullmatch(name) is not None
    known = is_standard(name) or is_standard(name.removeprefix("政府"))  # 市财政局、政府国资委
    return known or _PARTY.search(name) is not None or _TRADE.fullmatch(name) is not None or _is_bare(name)


_BARE_OFFICE = re.compile("(?!有关|相关|[本该各])[一-鿿]{2,4}(?<![街镇乡])办")


def _is_bare(name: str) -> bool:
    """An office unknown to the lexicon (茶旅办), in whose name no place stands before a known one's."""
    return _BARE_OFFICE.fullmatch(name) is not None and not any(
        is_standard(name[at:]) for at in range(2, len(name) - 1)
    )


_ADDED = re.compile(r"\([^()]{2,20}\)$")
_TOWN = re.compile(r"[镇乡县]$|街道$|各[县市区旗]{1,3}$|\((?:[市县区旗]、){1,2}[市县区旗]\)$")
"""What no 管委会 runs: of 城关镇、产业集聚区管委会, 各县区、高新区管委会 the first is named whole."""


_RUN_BY_COMMITTEE = re.compile("(?:集聚|开发|高新|经开|度假|保税|产业园|工业园|科技园)区$")
"""Zones that no government runs: of 石港产业集聚区、白石区政府 the zone is named whole."""


def _with_suffix(names: list[str], given_each: list[bool]) -> list[str]:
    """`given_each`: whose 各 the list gave; 各镇、乡政府 means 各镇政府 too, 各镇、各乡政府 need not."""
    out = list(names)
    for index in range(len(out) - 1, 0, -1):
        members = _SHARED_SUFFIX.search(out[index]) if out[index].endswith("成员单位") else None
        if members and members.start() and kind_of(out[index - 1]) == "taskforce":
            out[index - 1] += members[0]
            continue
        organ = _TERRITORY_SUFFIX.search(out[index]) if out[index].endswith(_TERRITORY_ENDS) else None
        begun = out[index].startswith("各") and not given_each[index]
        if (
            organ
            and not begun
            and not (organ[0] == "管委会" and _TOWN.search(out[index - 1]))
            and not (organ[0].endswith("政府") and _RUN_BY_COMMITTEE.search(out[index - 1]))
            and all(
                _is_territory(name, given_each[index])
                for name in (out[index - 1], out[index][: organ.start()])
            )
        ):
            out[index - 1] += organ[0]
    return out


def _is_territory(name: str, given_each: bool) -> bool:
    """A place or level whose organ's name is still to come."""
    if _TERRITORY_SUFFIX.search(name):
        return False
    return _TERRITORY.match(name) is not None or (given_each and _LEVEL.fullmatch(name) is not None)
