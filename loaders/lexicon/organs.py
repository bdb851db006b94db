"""Which names are a public body's, and of what kind: by how they end and what they hold (organs.toml)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from loaders.data_files import tables
from loaders.lexicon.levels import without_commas

_LONGEST = 40
_LONGEST_WITH_BRACKETS = 60
_FORBIDDEN = frozenset(",。;:!?·—<>《》[]/|=%、\t\n")
_CLOSING = ")\uff09”」〉"
_QUOTES = {"“": "”", "「": "」"}
_FOLD = str.maketrans({"\uff08": "(", "\uff09": ")", "\uff0c": ",", "\u3008": "(", "\u3009": ")"})

KINDS = ("bureau", "party", "enterprise", "territory", "collective", "taskforce", "court", "other")
"""The kinds of unit, as `kind_of` gives them."""


class Words:
    """Words by their first character, to be looked for at every place of a name in one pass."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_first: dict[str, list[str]] = {}
        for word in words:
            self._by_first.setdefault(word[0], []).append(word)

    def at(self, text: str, start: int = 0) -> bool:
        """Does one of the words stand at `start`?"""
        return any(text.startswith(word, start) for word in self._by_first.get(text[start : start + 1], ()))


@dataclass(frozen=True, slots=True)
class _Row:
    kind: str
    but: tuple[str, ...]
    longest: int
    before: int
    anchored: bool
    whole: bool
    listed: bool


@dataclass(frozen=True, slots=True)
class _Organs:
    firm_trades: tuple[str, ...]
    supplies: frozenset[str]
    town_offices: frozenset[str]
    zones: tuple[str, ...]
    ends: dict[str, tuple[_Row, ...]]
    last: frozenset[str]
    longest_end: int
    anchor: tuple[Words, Words]
    stray: tuple[Words, Words]
    start: tuple[Words, Words]
    nobody: frozenset[str]


@cache
def _organs() -> _Organs:
    data = tables(__package__, "organs")
    ends: dict[str, tuple[_Row, ...]] = {}
    for row in data["organ"]:
        read = _row(row)
        for end in row["end"]:
            ends[end] = (*ends.get(end, ()), read)
    anchor, stray, start = (_pair(data[table]) for table in ("anchor", "stray", "start"))
    return _Organs(
        tuple(data["firm_trades"]["words"]),
        frozenset(data["supplies"]["words"]),
        _town_offices(data["town_offices"]),
        tuple(data["zones"]["words"]),
        ends,
        frozenset(end[-1] for end in ends) | set(_CLOSING),
        max(map(len, ends)),
        anchor,
        stray,
        start,
        frozenset(data["nobody"]["words"]),
    )


def firm_trades() -> tuple[str, ...]:
    """Trades by which a list names firms (移动、电信、联通青岚分公司)."""
    return _organs().firm_trades


def supplies() -> frozenset[str]:
    """What a place's own firms are called after (供水、燃气公司)."""
    return _organs().supplies


def _town_offices(rows: dict[str, Any]) -> frozenset[str]:
    return frozenset([*rows["whole"], *(work + form for work in rows["works"] for form in rows["forms"])])


def is_town_office(name: str) -> bool:
    """Is a name without 镇 or 乡 one that a town's body goes by (财政所, 党政办)?"""
    return name in _organs().town_offices


def zones() -> tuple[str, ...]:
    """How the names of zones end that have bureaus of their own."""
    return _organs().zones


def _row(row: dict[str, Any]) -> _Row:
    return _Row(
        row["kind"],
        tuple(row["but"]) if "but" in row else (),
        row.get("longest", _LONGEST),
        row.get("before", 1),
        row.get("anchored", False),
        row.get("whole", False),
        row.get("listed", False),
    )


def _pair(table: dict[str, Any]) -> tuple[Words, Words]:
    return Words(table["words"]), Words(table["but"])


@lru_cache(maxsize=65536)
def is_unit(name: str) -> bool:
    """Could `name` be a unit's, a collective's (各县市区) or a place's, rather than a phrase?

    Full-width brackets are read as half-width ones; a name over 60 characters is none.
    """
    if name[-1:] not in _organs().last:
        return False
    core = _core(name)
    return core is not None and _row_of(core) is not None


@lru_cache(maxsize=65536)
def is_listed_unit(name: str) -> bool:
    """`is_unit` for a name behind a label (牵头单位:): 山前村, 交通站 are somebody there, places of work
    elsewhere."""
    if name[-1:] not in _organs().last:
        return False
    core = _core(name)
    return core is not None and _row_of(core, listed=True) is not None


def organ_row(name: str) -> tuple[str, str] | None:
    """The row by which `is_unit` takes a name: the end that it matched, and the row's kind."""
    core = _core(name)
    row = _row_of(core) if core is not None else None
    if core is None or row is None:
        return None
    end = next(core[-n:] for n in range(len(core), 0, -1) if row in _organs().ends.get(core[-n:], ()))
    return end, row.kind


@lru_cache(maxsize=65536)
def kind_of(name: str) -> str:
    """One of `KINDS`; "other" for what `is_unit` refuses."""
    core = _core(name)
    row = _row_of(core) if core is not None else None
    if core is None or row is None:
        return "other"
    if row.kind in ("territory", "enterprise", "bureau", "other") and _means_several(core):
        return "collective"
    return row.kind


def _means_several(core: str) -> bool:
    return core.startswith(("各", "有关", "相关")) or core[:6].find("各") > 0 or core.endswith("级人民政府")


def _core(name: str) -> str | None:
    """The name without its brackets and quotations; None where they don't match or a mark parts it."""
    name = _DOT.sub("", without_commas(name.translate(_FOLD)))
    if not 2 <= len(name) <= _LONGEST_WITH_BRACKETS:
        return None
    depth, quote, kept = 0, "", []
    for char in name:
        if quote:
            quote = "" if char == quote else quote
        elif char in _QUOTES:
            quote = _QUOTES[char]
        elif char == "(":
            depth += 1
        elif char == ")":
            depth -= 1
            if depth < 0:
                return None
        elif depth == 0:
            if char in _FORBIDDEN:
                return None
            kept.append(char)
    core = "".join(kept)
    return core if not depth and not quote and len(core) >= 2 else None


_DOT = re.compile(
    "(?<=[一-鿿]{2})(?<![局委办厅部院会府])·(?=[一-鿿]{2,12}(?:管委会|管理委员会|园区|开发区|新区))"
)
"""What parts a zone's name from its place's: 青岚·白石工业园区."""


def _row_of(core: str, *, listed: bool = False) -> _Row | None:
    """The row of the longest end that fits."""
    organs = _organs()
    if core in organs.nobody or _GLUED.search(core):
        return None
    free = _TASK_FORCE.fullmatch(core) or (listed and _NAMED_FREELY.fullmatch(core))
    if not free and (
        _held(core, organs.start, range(1))
        or (_held(core, organs.stray, range(len(core))) and not _runs_a_place(core, listed))
    ):
        return None
    for size in range(min(organs.longest_end, len(core)), 0, -1):
        for row in organs.ends.get(core[-size:], ()):
            if _fits(core, size, row, organs, listed):
                return row
    return None


_GLUED = re.compile(
    r"^(?:20[0-9]{2}年|[0-9]{1,2}月|年|月)(?:[0-9]{1,2}月)?(?:底|末|[0-9]{1,2}日|[上中下]旬)?(?:之?前|以前)"
    r"|(?:[局委办厅院会处]|中心|[大支总]队|政府|公司|街道)(?!1[12][0-9](?![0-9])|12[0-9]{3})[0-9]{1,6}[一-鿿]{5}"
)
"""A time before a name, or a table row's number behind one, in cells that copying ran together; 110 and 12345
are called."""
_RUNS = ("管委会", "管理委员会", "管理局")
_NATIONAL_ZONE = re.compile(
    "[一-鿿]{2,10}国家级[一-鿿]{2,12}(?:管委会|管理委员会|管理局|度假区|开发区|高新区|经开区|新区|保护区)"
)

_TASK_FORCE = re.compile(
    "[省市州区县旗](?!.{0,24}(?:牵头(?!单位)|成立|设立|建立|负责|召开|组织|由))[一-鿿]{4,26}"
    "(?:领导小组|联席会议|指挥部|专班)(?:办公室|(?:有关|相关|各|其他)*成员单位|牵头单位)?"
)
"""A place's task force, called after what it does (市优化提升营商环境工作领导小组)."""
_NAMED_FREELY = re.compile(
    "(?!.?[各该本等])[一-鿿]{2}(?:经济|高新|工业|农业|旅游)?(?:技术|产业)?(?:开发区|高新区|经开区|新区|度假区)(?:管委会)?"
    "|(?:推动|推进|促进|深化|实施)[一-鿿]{4,24}(?:领导小组|联席会议|指挥部)(?:办公室|各?成员单位)?"
)
"""Behind a label: a zone, whose place's name may begin with any word (和, 均, 不), and a task force, which
may be called after what it does."""


def _runs_a_place(core: str, listed: bool) -> bool:
    """A zone named after its place (白石国家级度假区), and what runs one behind a label, hold any word."""
    return _NATIONAL_ZONE.fullmatch(core) is not None or (listed and core.endswith(_RUNS))


def _held(core: str, words: tuple[Words, Words], places: Iterable[int]) -> bool:
    return any(words[0].at(core, n) and not words[1].at(core, n) for n in places)


def _fits(core: str, size: int, row: _Row, organs: _Organs, listed: bool) -> bool:
    before = len(core) - size
    if len(core) > row.longest or (core.endswith(row.but) and not (listed and _NAMED.fullmatch(core))):
        return False
    if row.listed and not listed:
        return False
    if before == 0:
        return row.whole
    return before >= row.before and (listed or not row.anchored or _is_anchored(core, organs))


_NAMED = re.compile(
    "[省市州区县旗](?!委|政府|级|直|领导)[一-鿿]{2,6}办|(?![深高大小老边远全本荒石])[一-鿿]山区(?:人民)?(?:政府)?"
)
"""Behind a label what has a level before it is an office's: 市留交办, 市政务公开办, though 交办 is a verb. A
district may be named after a hill (青山区)."""


def _is_anchored(core: str, organs: _Organs) -> bool:
    """Begins with a place's level or such, or with a place's name (青岚市…)."""
    if organs.anchor[1].at(core):
        return False
    return organs.anchor[0].at(core) or any(char in "省市县区州旗镇乡" for char in core[2:5])
