"""Administrative divisions (regions.tsv, scripts/build_regions.py), and the place that a plan governs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from loaders.lexicon.functions import is_standard
from loaders.lexicon.organs import is_unit

NATION = "全国"
"""The region of what the State Council and the ministries issue."""

_LEVELS = ("nation", "province", "city", "county")
_SHAPE = re.compile(
    r"(?!人民)(?:(?!局|厅|委|政府|办公)[\u4e00-\u9fff]){1,10}?(?:自治州|自治县|自治旗|自治区|地区(?=行署|行政公署|[\u4e00-\u9fff]{2,12}(?:委员会|局|处|办公室|领导小组))|省|市|县|区|州|旗|盟)"
)
_DIVISION = re.compile(
    r"新疆生产建设兵团|第[一二三四五六七八九十]{1,3}师[\u4e00-\u9fff]{1,6}市|第[一二三四五六七八九十]{1,3}师"
)
"""A division of the Xinjiang corps, which governs a city or towns of its own."""
_AUTONOMOUS = "自治区"
_SURE = re.compile(r"师[^师]{0,6}市?$|地区$|兵团$")
"""Endings that their own patterns have tested better than a name's form does."""
_NO_PLACE = re.compile("(?:社|小|景|片|灾|校|街|牧)区$|[大中小]城市$")
"""What ends like a division and names none: 家政与社区(生活服务)."""
_TOWN = re.compile(r"[\u4e00-\u9fff]{1,6}?(?:镇|乡|街道)(?=(?:人民)?政府|党委|党工委|办事处|\d{4}年)")
"""A town's shape, where its organs or a year follow: 城镇 and 下乡 begin many titles."""
_GOVERNED = re.compile(r"(?:人民)?政府|委|管委会|管理委员会|党工委|人大|政协|办事处|行署|$")
"""What follows the name of a place that has organs of its own."""
_GOVERNMENTS = ("人民政府", "管委会", "管理委员会", "党工委")
_LEVEL_ENDS = tuple("县市区旗")
_CITY_BEHIND = re.compile(
    r"市(?![场容政域民区县州级直两])(?=[\u4e00-\u9fff]{2})|市(?=民政局|\d{4}年)|[^城都各全市]市(?=人民政府|委|政府)"
)
"""Behind a 州 that the table doesn't know: a city (淮州市) before its district or bodies, as a prefecture's
are none of a city, or a letter and 市, since no city's name is one letter."""
_ORGANS = re.compile(r"人民(?:政府|医院|法院|检察院|代表大会)|政府|委员会|委办公室|管委会|党委")
_LEAD_IN = re.compile(r"(?:\d{4}(?:[-—]\d{4})?年?度?)?(?:中国共产党|中共|国网)?(?:关于)?(?:印发|转发)?《?")
_NATIONAL = re.compile(
    r"国务院|中国(?:人民银行|[^省市县区州]{2,8}(?:总局|委员会|监会|气象局|科学院))|中共中央|中央|国家|全国|最高人民"
)
_BRANCH = re.compile(
    r"(?:中国|国家)[^省市县区州旗盟]{2,12}?(?:银行|总局|局)"
    r"(?=[\u4e00-\u9fff]{1,10}?[省市县区州旗盟][^省市县区州旗盟]{0,6}(?:分行|支行|税务局|监管局|分局|调查总?队))"
)
"""Before the place of a national body's local branch: 中国人民银行|青岚市分行."""
_MINISTRY = re.compile(
    r"[^省市县区州旗盟]{1,12}(?:部|总局|总署)(?:办公厅|等|$|国家|中国|中央|全国|[^省市县区州旗盟]{2,10}(?:部|总局|总署))"
)


@dataclass(frozen=True, slots=True)
class Region:
    """A row of the table. `short` is "" where none is used (道县); `parent` a code, "" for 全国."""

    code: str
    name: str
    short: str
    parent: str
    level: str


@dataclass(frozen=True, slots=True)
class _Table:
    by_code: dict[str, Region]
    by_name: dict[str, tuple[Region, ...]]
    longest: int


@cache
def _table() -> _Table:
    text = (resources.files(__package__) / "regions.tsv").read_text("utf-8")
    rows = [Region(*line.split("\t")) for line in text.splitlines() if not line.startswith("#")]
    by_name: dict[str, tuple[Region, ...]] = {}
    for row in rows:
        for name in _spellings(row):
            by_name[name] = (*by_name.get(name, ()), row)
    return _Table({row.code: row for row in rows}, by_name, max(map(len, by_name)))


def _spellings(region: Region) -> Iterator[str]:
    """The names by which a region goes: 凉山彝族自治州, 凉山自治州, 凉山州, 凉山; 宁夏自治区."""
    names = {region.name: None}
    if region.short:
        names[region.short] = None
        for level in ("自治州", "自治县", "自治旗"):
            if region.name.endswith(level):
                names[region.short + level] = names[region.short + level[-1]] = None
        if region.name.endswith(_AUTONOMOUS):
            names[region.short + _AUTONOMOUS] = None
    yield from names


def find_region(name: str, within: str | None = None) -> Region | None:
    """The division of that name or short name; None when there is none, or several of the same rank.

    `within` is the code of a region that it must lie in (or be): 鼓楼区 alone is several places.
    """
    found = [r for r in _table().by_name.get(name, ()) if within is None or within in _codes_up(r)]
    for level in _LEVELS:
        same = [r for r in found if r.level == level]
        if same:
            return same[0] if len(same) == 1 else None
    return None


def autonomous_in(text: str) -> set[str]:
    """The full names of the autonomous regions that a text names (新疆自治区)."""
    names = _table().by_name
    spelled = {name: rows[0].name for name, rows in names.items() if name.endswith(_AUTONOMOUS)}
    return {full for name, full in spelled.items() if name in text}


def same_named(name: str) -> int:
    """How many divisions go by that name."""
    return len(_table().by_name.get(name, ()))


def region_chain(region: Region) -> list[Region]:
    """The region, its parent, and so on up to 全国."""
    return [_table().by_code[code] for code in _codes_up(region)]


def _codes_up(region: Region) -> list[str]:
    codes, at = [region.code], region
    while at.parent:
        at = _table().by_code[at.parent]
        codes.append(at.code)
    return codes


@lru_cache(maxsize=4096)
def plan_region(title: str, issuer: str | None, doc_number: str | None) -> str | None:
    """The place that a plan governs, as printed in its issuer, else in its title; None if neither has one.

    The place nearest to the issuing organ: 云岭省青岚市人民政府 → 青岚市. A document number's
    abbreviation is never resolved to a place by guess: it is shared by too many.
    """
    issuers = (issuer or "").split()
    # a division signs together with its city: 第十九师办公室 石城市人民政府办公室
    issuer = "".join(issuers[:1] if issuers and _DIVISION.match(issuers[0]) else issuers)
    found = [list(_places(_LEAD_IN.sub("", text, count=1))) for text in (issuer, "".join(title.split()))]
    if not found[0] and _MINISTRY.match(issuer):
        return NATION
    nearest = [places[-1] for places in found if places]
    if len(nearest) == 2 and _DIVISION.match(nearest[0]) and nearest[1].startswith(nearest[0]):
        return nearest[1]  # 第十九师办公室 issues for 第十九师石城市
    if nearest:
        return nearest[0]
    return NATION if doc_number and doc_number.startswith(("国发", "国办", "国函", "中发", "中办")) else None


def upper_region(region: str | None, issuer: str | None, title: str) -> str | None:
    """The place that issuer or title print before a region (云岭省|青岚市), which tells two of one name
    apart; None where neither does."""
    for text in (issuer or "", title):
        places = list(_places(_LEAD_IN.sub("", "".join(text.split()), count=1)))
        if len(places) > 1 and places[-1] == region:
            return places[-2]
    return None


def _places(text: str) -> Iterator[str]:
    """The places that a text begins with, from the widest to the narrowest."""
    text = _BRANCH.sub("", text, count=1) if _BRANCH.match(text) else text
    if _NATIONAL.match(text):
        yield NATION
        return
    at = 0
    while True:
        end = _known_end(text, at)
        if end is None:
            match = _DIVISION.match(text, at) or _SHAPE.match(text, at) or _TOWN.match(text, at)
            if not match or _NO_PLACE.search(match[0]) or not _is_place(match, text):
                return
            end = _longer_end(text, match.end())
        governed = any(shape.match(text, end) for shape in (_GOVERNED, _SHAPE, _TOWN))
        governed = governed or (text[end - 1] in "区县旗" and is_standard(text[end:]))  # 某区交通运输局
        if at and not governed and not _lies_in(text[at:end], text[:at]):
            return
        yield text[at:end]
        at = end


def _is_place(match: re.Match[str], text: str) -> bool:
    """A name of a place's form, or any before its government (均川区人民政府, though 均 begins no unit) or a
    zone's administration (江港经济区管委会)."""
    governed = text.startswith(_GOVERNMENTS, match.end())
    return governed or is_unit(match[0]) or _SURE.search(match[0]) is not None


def _longer_end(text: str, end: int) -> int:
    """Where a place ends whose name holds a level's word: 轮州|县人民政府, 淮州|市泽湖区, 韶州|湾市委."""
    if text[end : end + 1] in _LEVEL_ENDS and _names_level(text, end + 1):
        return end + 1
    longer = _CITY_BEHIND.match(text, end) if text[end - 1] == "州" else None
    return longer.end() if longer else end


def _names_level(text: str, at: int) -> bool:
    return at == len(text) or _ORGANS.match(text, at) is not None


def _lies_in(name: str, above: str) -> bool:
    """Is it a division known to lie in the place before it (深圳市|福田区教育局)?"""
    upper = find_region(above)
    return upper is not None and find_region(name, within=upper.code) is not None


def _known_end(text: str, at: int) -> int | None:
    """Where the longest name in the table that begins at `at` ends; short names don't count."""
    table = _table()
    for end in range(min(len(text), at + table.longest), at + 1, -1):
        name = text[at:end]
        if any(name != region.short for region in table.by_name.get(name, ())):
            return end
    return None
