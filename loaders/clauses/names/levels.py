"""Levels and places that share an organ: 各镇、街道; 山前、白石等镇人民政府."""

from __future__ import annotations

import re

from loaders.lexicon import is_unit

LEVEL = re.compile(
    r"各?(?:有关|相关)?(?:(?:省|自治区|直辖市|县级市|市|州|地区|区|县|旗|盟|镇|乡|街镇|镇街|苏木|嘎查|村|社区|街道"
    r"|办事处|街道办|街道办事处|园区|开发区|功能区|管委会)"
    r"(?:\([^()]{1,12}\))?){1,4}(?:人民政府|政府|行政公署|行署|党委|党工委|管委会)?"
)
"""Levels of administration without a name, which 各 before the first of a list holds for."""
_BARE = re.compile(LEVEL.pattern.replace("|管委会)", ")", 1))


_EACH = re.compile("各(?:有关|相关)?")
_ALIKE = re.compile(
    "(?P<each>各(?:级|有关|相关)?)(?:[一-鿿]{2,12}(?:部门|单位|机构)|[处科股](?:\\(室\\)|室))$"
)
_BODIES = re.compile("(?![省市州区县旗镇乡各驻]|有关|相关|其他|其它)[一-鿿]{2,10}(?:单位|机构)")
"""What 各 holds for too, behind bodies that it names alike: 各审批部门、公共服务单位."""


def with_each(names: list[str]) -> list[str]:
    """各镇、街道 means 各街道 too, 各有关区、县级市 also 各有关县级市; of 各县区政府、园区管委会 each has its
    own organ."""
    out: list[str] = []
    for name in names:
        each = _EACH.match(out[-1]) if out and out[-1].startswith("各") else None
        shared = each and _BARE.fullmatch(name) and LEVEL.fullmatch(out[-1]) and not name.startswith("各")
        shared = shared and not (name.endswith("管委会") and out[-1].endswith("政府"))
        alike = _ALIKE.match(out[-1]) if out and _BODIES.fullmatch(name) and not is_unit(name) else None
        before = alike["each"] if alike else each[0] if each and shared else ""
        out.append(before + name)
    return out


_SHARED_LEVEL = re.compile(
    r"(?P<last>[\u4e00-\u9fff]{1,5}?)(?P<etc>等(?:有关|相关)?(?:省辖|设区|地级)?(?:(?:\d{1,3}|[一二三四五六七八九十]{1,2})个)?个?)?"
    r"(?P<organ>(?:[省市县区旗镇乡]|街道|社区)(?:\([市县区镇乡、]{1,5}\))?(?:人民政府|政府|办事处|管委会|党委)?)"
)
_PLACE = 4
_PLACE_ALONE = re.compile(r"(?![在驻各本该])[\u4e00-\u9fff]{0,3}(?![局委办厅部会所站队社])[\u4e00-\u9fff]")


def with_level(names: list[str]) -> list[str]:
    """山前、白石、河口等镇人民政府: each of the places has the level and organ that the last one prints."""
    out = [without_etc(name) for name in names]
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


def without_etc(name: str) -> str:
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
