"""The cells of lists of projects: what each is called, who carries it out, where, and facts beside.

Names of projects and places look like units (产业园, 开发区); in such a list each row has a name and a place
of its own, and one unit.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from loaders.lexicon import find_region, is_standard
from loaders.tables.headers import ROLE_OF, Column
from loaders.tables.stacked_cells.units import NEVER, are_names, is_name, is_unit_line, of_units

_PLACE = re.compile("(?:地点|地址|位置|所在地|属地)$|^所属(?:区域|地区|县区|县市区?|区县|园区)$")
_FACT = re.compile(
    "^(?:总|计划|估算|概算)?投资(?:额|总额|估算)?$|^(?:项目)?建设(?:性质|周期|年限|起止年限|规模)$"
)
_NAME = re.compile("名称$")

_IS_PLACE = re.compile("(?:(?!公司|[会局厅办委院])[一-鿿]){1,14}(?:[省市县区旗镇乡]|街道|新城)")
_FIRM = re.compile("[一-鿿A-Za-z()]{2,24}(?:公司|集团|合作社)")
_IS_FACT = re.compile(
    "(?:新|改|扩|续|在|拟|迁|重|改扩|新改扩)建|20[0-9]{2}年?(?:[-—~至]{1,2}20[0-9]{2}年?)?|[0-9]+(?:[.][0-9]+)?"
)
_GENERIC = re.compile("[一-鿿]{0,4}(?:公司|管委会|委员会|集团)")
"""What may be the end of a broken name (服务有限公司, 园区管委会) rather than one."""

EMPTY: Mapping[str, float] = {"name": 3.0, "place": 3.0, "fact": 0.2, "owner": 3.0}
MOST: Mapping[str, int] = {"name": 5, "place": 3, "fact": 2, "owner": 5}
_BROKEN, _UNLIKELY, _SHORT, _ODD = 0.02, 0.5, 0.3, 1.0


def tells_fact(heading: str) -> bool:
    """Does a heading without blanks name where a project is, or another fact of it?"""
    return (_PLACE.search(heading) or _FACT.search(heading)) is not None


def kinds_of(columns: Sequence[Column]) -> list[str]:
    """What each column holds, as `RULES` tell; the columns' own kinds where they are no list of projects."""
    kinds = [column.kind for column in columns]
    told = [_kind(column) for column in columns]
    roles = [at for at, kind in enumerate(kinds) if kind in ROLE_OF]
    named = [at for at, column in enumerate(columns) if kinds[at] == "group" and _NAME.search(column.heading)]
    if not named or len(roles) != 1 or roles[0] != named[0] + 1 or not {"place", "fact"} & set(told):
        return kinds
    found = [new or kind for new, kind in zip(told, kinds, strict=True)]
    found[named[0]], found[roles[0]] = "name", "owner"
    return found


def _kind(column: Column) -> str:
    if column.kind == "other" and _PLACE.search(column.heading):
        return "place"
    return "fact" if _FACT.search(column.heading) else ""


def _of_name(run: tuple[str, ...], widest: int) -> float:
    if any(line.endswith(("。", ";")) for line in run):
        return NEVER
    odd = sum(_UNLIKELY for line in run[1:] if is_unit_line(line) or find_region(line))
    return _BROKEN * (len(run) - 1) + odd


def _of_place(run: tuple[str, ...], widest: int) -> float:
    words = "".join(run)
    if _IS_PLACE.fullmatch(words):
        return 0.0
    return _SHORT if find_region(words) else _ODD * len(run)


def _of_fact(run: tuple[str, ...], widest: int) -> float:
    return 0.0 if _IS_FACT.fullmatch("".join(run)) else _ODD * len(run)


def _of_owner(run: tuple[str, ...], widest: int) -> float:
    words = "".join(run)
    whole = run if are_names(run) else (words,)
    apart = any(_begins("".join(run[:at]), "".join(run[at:])) for at in range(1, len(run)))
    unlikely = _UNLIKELY * (apart + (_GENERIC.fullmatch(words) is not None))
    fits = 0.0 if _FIRM.fullmatch(words) else of_units(whole, 0.0)
    return fits + unlikely + _BROKEN * (len(run) - 1)


def _begins(above: str, words: str) -> bool:
    """Do the last lines of a cell name a unit by themselves, so that those above are another cell's?"""
    if words[:1] in _LEVELS and find_region(above):
        return False  # 云溪|县政府
    known = any(find_region(words[:size]) for size in range(2, 6)) and not _TAIL.fullmatch(words)
    return is_name(words) and (known or is_standard(words) or _OF_PLACE.match(words) is not None)


_OF_PLACE = re.compile("[一-鿿]{2,3}(?:[市县旗镇乡]|(?<![园发新])区)(?:人民)?(?:政府|[一-鿿]{2,8}[局委办]$)")
_LEVELS = frozenset("省市州县区旗")


_TAIL = re.compile("[一-鿿]{2,4}(?:股份)?(?:有限)?(?:责任)?(?:分)?公司")
"""浙江有限公司 ends the name of a firm that the line above begins."""

RULES: Mapping[str, Callable[[tuple[str, ...], int], float]] = {
    "name": _of_name,
    "place": _of_place,
    "fact": _of_fact,
    "owner": _of_owner,
}
