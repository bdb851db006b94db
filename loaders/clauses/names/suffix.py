"""What the last of a list prints for those before it: 市安委会、市减灾委相关成员单位."""

from __future__ import annotations

import re

from loaders.clauses.names.levels import LEVEL
from loaders.lexicon import kind_of

_SHARED_SUFFIX = re.compile(r"(?:各|相关|有关)*成员单位$")
_TERRITORY_SUFFIX = re.compile(
    r"(?:(?:党委|党工委)(?:和|及)(?:(?:人民)?政府|管委会)|人民政府|政府|行政公署|行署|管委会|党委|党工委"
    r"|(?<=[省市州区县旗])(?:相关|有关)部门)$"
)
_TERRITORY_ENDS = ("政府", "公署", "行署", "管委会", "党委", "党工委", "关部门")
_TERRITORY = re.compile(
    r".{1,8}[省市州区县旗盟镇乡]$|.{1,10}(?:街道|开发区|高新区|经开区|新区|园区)$|.{1,14}(?:\)|合作|试验|示范|片|经济)区$"
)


_TOWN = re.compile(r"[镇乡县]$|街道$|各[县市区旗]{1,3}$|\((?:[市县区旗]、){1,2}[市县区旗]\)$")
"""What no 管委会 runs: of 城关镇、产业集聚区管委会, 各县区、高新区管委会 the first is named whole."""


_DISTRICT = re.compile("(?<![一-鿿])[一-鿿]{2,3}(?<![发新开范假税园聚作验理业能游护港技济])区$")
"""A district by its name's form, which a government runs: of 青山区、石港新区管委会 it is named whole."""

_RUN_BY_COMMITTEE = re.compile("(?:集聚|开发|高新|经开|度假|保税|产业园|工业园|科技园)区$")
"""Zones that no government runs: of 石港产业集聚区、白石区政府 the zone is named whole."""


_PLACES = re.compile(
    r"各(?:设区|地级|县级)?(?:市|州|县|区|旗|盟|县区|县市|区县|市县|市州)(?:\([市县区州、]{1,5}\))?"
)
_GROUP_OF_ZONE = re.compile(
    "[一-鿿]{2,6}?(?:新区|开发区|高新区|经开区|园区)(?P<group>[一-鿿]{2,30}(?:领导小组|指挥部|联席会议))"
)
"""A group that places and a zone each have: 各设区市、石港新区公园建设领导小组."""


def with_suffix(names: list[str], given_each: list[bool]) -> list[str]:
    """`given_each`: whose 各 the list gave; 各镇、乡政府 means 各镇政府 too, 各镇、各乡政府 need not."""
    out = list(names)
    for index in range(len(out) - 1, 0, -1):
        members = _SHARED_SUFFIX.search(out[index]) if out[index].endswith("成员单位") else None
        if members and members.start() and kind_of(out[index - 1]) == "taskforce":
            out[index - 1] += members[0]
            continue
        group = _GROUP_OF_ZONE.fullmatch(out[index]) if _PLACES.fullmatch(out[index - 1]) else None
        if group:
            out[index - 1] += group["group"]
            continue
        organ = _TERRITORY_SUFFIX.search(out[index]) if out[index].endswith(_TERRITORY_ENDS) else None
        begun = out[index].startswith("各") and not given_each[index]
        if (
            organ
            and not begun
            and not (organ[0] == "管委会" and _has_government(out[index - 1]))
            and not (organ[0].endswith("政府") and _RUN_BY_COMMITTEE.search(out[index - 1]))
            and all(
                _is_territory(name, given_each[index])
                for name in (out[index - 1], out[index][: organ.start()])
            )
        ):
            out[index - 1] += organ[0]
    return out


def _has_government(name: str) -> bool:
    return _TOWN.search(name) is not None or _DISTRICT.fullmatch(name) is not None


def _is_territory(name: str, given_each: bool) -> bool:
    """A place or level whose organ's name is still to come."""
    if _TERRITORY_SUFFIX.search(name):
        return False
    return _TERRITORY.match(name) is not None or (given_each and LEVEL.fullmatch(name) is not None)
