"""The line of work (条线) that a unit's own name tells, by the rows of functions.toml.

A name is read as: a place or host, then words of the vocabulary, then the form of the organ
(区|发改|财政|局). What does not come out whole falls back on the longest whole alias at the end of the
name, then inside it before a branch's or a member's ending (人民银行|青岚市分行, 市|安委会|成员单位).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from loaders.data_files import tables
from loaders.lexicon.brackets import FOLD, is_own_organ, split_brackets

_ORGANS = (
    "综合行政执法支队",
    "综合行政执法大队",
    "综合行政执法总队",
    "综合执法支队",
    "综合执法大队",
    "行政执法支队",
    "行政执法大队",
    "执法支队",
    "执法大队",
    "执法总队",
    "公共服务中心",
    "服务中心",
    "事务中心",
    "发展中心",
    "工委",
)
"""Forms of an organ of one bureau's line that is none itself: 市交通运输|综合行政执法支队, 市委教育|工委."""
_ENDS = ("委员会", "办公室", "管理局", "总局", "分局", "部门", "机关", "局", "委", "厅", "部", "办")
"""Forms of an organ after the words of its line, the longest first."""
_FILLERS = (
    "监督管理",
    "行业主管",
    "行政主管",
    "行政",
    "管理",
    "事务",
    "监督",
    "主管",
    "保护",
    "工作",
    "和",
    "与",
    "及",
    "相关",
    "有关",
)
"""Words inside a bureau's name that tell no line of their own."""
_PLACE_END = frozenset("省市县区州旗盟镇乡委府会")
_PLACE_WORDS = ("", "国家", "中国", "全国", "中央", "国务院", "各", "驻", "相关", "有关", "属地", "各级")
_BRANCH = re.compile(
    r"(?:分局|监管局|支局|支队|大队|总队|中队|分行|支行|中心支行|营业部|办事处|分公司|支公司|委|分院|监管组|分中心|营业管理部"
    r"|(?:各|相关|有关|责任)*成员单位|(?:工作)?(?:领导小组|指挥部|委员会)?(?:办公室|办)?|工作专班|系统)$"
)
"""What may follow an alias inside a name: its branch at a place, its members, its office."""


@dataclass(frozen=True, slots=True)
class Named:
    """What a name says: the lines, where their words (with the organ's form) start and stop, the form.

    Of a bureau the form is its last word (局); of an organ known by a whole name, that name, or the one
    that stands for all its names (安委会). `whole`: a place or nothing precedes, nothing follows.
    """

    functions: tuple[str, ...]
    start: int
    stop: int
    form: str
    whole: bool


class Functions:
    """A vocabulary: `rows` have the shape of functions.toml's [[function]], `same` of its groups."""

    def __init__(self, rows: Iterable[Mapping[str, Any]], same: Iterable[Sequence[str]] = ()) -> None:
        self.heads = {name: group[0] for group in same for name in group}
        self.aliases: dict[str, tuple[str, ...]] = {}
        self.stems: dict[str, tuple[str, ...]] = {}
        self.short: dict[str, str] = {}
        self.several: set[str] = set()
        self.descriptions: dict[str, str] = {}
        for row in rows:
            self._add(row)
        self.longest = max(map(len, [*self.aliases, *self.stems]), default=0)

    def _add(self, row: Mapping[str, Any]) -> None:
        name = row["name"]
        self.descriptions[name] = row["description"]
        for word in row.get("aliases", ()):
            self.aliases[word] = (*self.aliases.get(word, ()), name)
        for word in row.get("stems", ()):
            self.stems[word] = (*self.stems.get(word, ()), name)
        for word in row.get("short", ()):
            self.short[word] = name
        if row.get("several"):
            self.several.add(name)

    def read(self, core: str) -> Named | None:
        """What a name without brackets says; None when it says nothing that is known."""
        return self._by_stems(core) or self._at_end(core) or self._inside(core)

    def _by_stems(self, core: str) -> Named | None:
        """The longest words of the vocabulary that reach, all read, from a place to an organ's form."""
        starts = [n for n in range(len(core)) if _is_place(core[:n]) and not core.startswith(("场", "域"), n)]
        for start in starts:
            if core[start:] in self.aliases:
                return self._alias(core, start, len(core), whole=True)
        for end in (*_ORGANS, *_ENDS, ""):
            if not core.endswith(end) or len(core) == len(end):
                continue
            stop = len(core) - len(end)
            for start in starts:
                words = self._segment(core[start:stop]) if end else self.stems.get(core[start:])
                if words:
                    form = self.heads.get(core[start:], end)
                    return Named(tuple(dict.fromkeys(words)), start, len(core), form, whole=True)
        return None

    def _segment(self, text: str) -> list[str] | None:
        """The lines of a text that is all stems, short forms and fillers; None when it is not.

        Fewest pieces win, so that 农业农村 is one word; a short form alone says nothing.
        """
        best: list[tuple[int, list[str]] | None] = [None] * (len(text) + 1)
        best[0] = (0, [])
        for at in range(len(text)):
            known = best[at]
            if known is None:
                continue
            for size, names, cost in self._pieces(text, at):
                total = known[0] + cost
                other = best[at + size]
                if other is None or total < other[0]:
                    best[at + size] = (total, known[1] + names)
        last = best[-1]
        if last is None or not last[1]:
            return None
        return None if len(text) == 1 else last[1]

    def _pieces(self, text: str, at: int) -> Iterable[tuple[int, list[str], int]]:
        for size in range(min(self.longest, len(text) - at), 1, -1):
            names = self.stems.get(text[at : at + size])
            if names:
                yield size, list(names), 2
        for filler in _FILLERS:
            if at and text.startswith(filler, at):
                yield len(filler), [], 1
        name = self.short.get(text[at])
        if name:
            yield 1, [name], 3

    def _at_end(self, core: str) -> Named | None:
        """The longest alias that ends the name, with another bureau's right before it (局财政局)."""
        for start in range(max(0, len(core) - self.longest), len(core)):
            # a party committee's organ stands after a place: 市编|委办公室 is none of 市's
            if core[start:] in self.aliases and (core[start] != "委" or _is_place(core[:start])):
                return self._alias(core, start, len(core), whole=False)
        for end in _ENDS[:-1]:
            if core.endswith(end):
                stop = len(core) - len(end)
                for start in range(max(0, stop - self.longest), stop - 1):
                    names = self.stems.get(core[start:stop])
                    if names and _is_place(core[:start], organ=True):
                        before = self._before(core, start)
                        if before is None:
                            return Named(names, start, len(core), end, whole=False)
                        both = tuple(dict.fromkeys(before.functions + names))
                        return Named(both, before.start, len(core), end, before.whole)
        return None

    def _before(self, core: str, start: int) -> Named | None:
        """A bureau's whole name that stands right before (区发改局|财政局, a copying fault)."""
        before = core[:start]
        return self._by_stems(before) if before.endswith(("局", "部")) else None

    def _alias(self, core: str, start: int, stop: int, *, whole: bool) -> Named:
        alias = core[start:stop]
        return Named(self.aliases[alias], start, stop, self._form(alias), whole)

    def _form(self, alias: str) -> str:
        """The head of the alias's group; the form of a bureau's common name (教委); else the alias."""
        if alias in self.heads:
            return self.heads[alias]
        for end in _ENDS:
            if alias.endswith(end) and alias.removesuffix(end).removeprefix("国家") in self.stems:
                return end
        return alias

    def _inside(self, core: str) -> Named | None:
        """The last and longest alias or bureau inside the name that a branch's ending follows."""
        for stop in range(len(core) - 1, 1, -1):
            if not _BRANCH.search(core, stop):
                continue
            head = core[:stop]
            for start in range(max(0, stop - self.longest), stop - 1):
                if core[start:stop] in self.aliases:
                    return self._alias(core, start, stop, whole=False)
            read = self._by_stems(head) if head.endswith(("局", "部", "委")) else None
            if read:
                return Named(read.functions, read.start, stop, read.form, whole=False)
        return None


def _is_place(text: str, *, organ: bool = False) -> bool:
    """Could a place or a host end here?"""
    return text in _PLACE_WORDS or text[-1] in _PLACE_END or (organ and text[-1] in "局厅部")


@cache
def shipped_rows() -> tuple[list[Mapping[str, Any]], list[Sequence[str]]]:
    """The rows of functions.toml and its groups of names for one body."""
    data = tables(__package__, "functions")
    return data["function"], data["same"]["groups"]


_USED: list[Functions] = []
"""The vocabulary in use, once it was asked for."""


def functions() -> Functions:
    """The vocabulary in use: the shipped one, unless `use` gave another."""
    if not _USED:
        _USED.append(Functions(*shipped_rows()))
    return _USED[0]


def use(vocabulary: Functions | None) -> None:
    """Read names by this vocabulary from now on, in this process; None for the shipped one."""
    _USED[:] = [vocabulary] if vocabulary else []
    for known in (read_name, functions_of, is_standard):
        known.cache_clear()


@lru_cache(maxsize=65536)
def read_name(core: str) -> Named | None:
    """What a name without brackets says by the vocabulary in use; None when it says nothing known."""
    return functions().read(core)


def one_of_many(lines: Iterable[str]) -> bool:
    """Has a place many bodies of one of these lines (高等院校), so that the line tells none apart?"""
    return any(line in functions().several for line in lines)


@lru_cache(maxsize=65536)
def functions_of(name: str) -> tuple[str, ...]:
    """The lines that a unit's name tells, in the order named; () for what no row knows.

    A double nameplate has the lines of both (市委政研室(市委改革办)); an organ of its own in brackets has
    only its own (区发改财政局(金融办): 地方金融).
    """
    host, *groups = split_brackets(name)
    own = [group for group in groups if is_own_organ(host, group)]
    found: dict[str, None] = {}
    for part in own[-1:] or [host, *groups]:
        read = read_name(part)
        found.update(dict.fromkeys(read.functions if read else ()))
    return tuple(found)


@lru_cache(maxsize=4096)
def is_standard(name: str) -> bool:
    """Is this a bureau's whole name without a place (财政厅), so that it may share a list's place?"""
    core = name.translate(FOLD)
    if core in functions().aliases:
        return True
    read = read_name(core)
    return read is not None and read.whole and read.start == 0 and bool(read.form)
