"""How the lines of a flattened row fall to its columns: by what each column may hold.

Of all ways to part the lines in the columns' order the cheapest is taken: units in their columns, a time
below 完成时限, short lines before the task as its group, and all else as the task.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from itertools import pairwise, product

from loaders.clauses.cues import read_token
from loaders.clauses.roles import read_clause
from loaders.lexicon import is_listed_unit, is_standard
from loaders.outline.lines import Line
from loaders.tables.headers import ROLE_OF, Column

Run = Sequence[Line]
Place = tuple[int, int]
"""How many lines of this page and of the next one are parted."""

_NONE = re.compile("[-—/无]{1,3}")
_LIST = re.compile("[、,;]")
_BEGINS = re.compile("[省市州区县旗镇乡各驻]|中国|国家|国网|人行|人民银行|.{2,6}[省市州县区]")
_NEVER = float("inf")
_MOST_PAIRS = 120
"""Lines of this page times lines of the next up to which all ways to part both are tried."""
REST = Column("rest")
_MOST = {"group": 5, "deadline": 3, "target": 3, "other": 5, "person": 5, **dict.fromkeys(ROLE_OF, 24)}
"""Lines of a cell at most."""
_LONGEST_TARGET = 24
_EMPTY = {"deadline": 2.0, "target": 2.0, "group": 0.5, "other": 0.2, "person": 0.2}
"""What it costs to leave a column empty; below, the same for units, and the cost of what fits less well."""
_EMPTY_UNITS = 3.0
_ODD_UNITS = 4.0
_UNITS_IN_TASK = 2.0
_OTHER_LINE = 1.0
_MORE_LINES = 0.01
_REST_LINE = 0.005
_TIME = re.compile("[0-9一二三四五六七八九十年月日旬季度底末初中上下半前后内之第至到起全份完成—~.、 -]{2,24}")


def fill(columns: Sequence[Column], lines: Run, behind: Run = ()) -> list[Run] | None:
    """The lines of each column, [] where it has none; None when there is no way to part them.

    `behind`: what stands of the row on the next page, where each of its cells may go on. A last column
    `REST` takes what is none of the row.
    """
    if len(lines) * len(behind) > _MOST_PAIRS:
        return fill(columns, [*lines, *behind])
    here, there = (tuple(line.text for line in part) for part in (lines, behind))
    widest = max(map(len, (*here, *there)), default=0)
    alone = sum(column.kind in ROLE_OF for column in columns) == 1

    @cache
    def best(column: int, start: Place) -> tuple[float, tuple[Place, ...]]:
        if column == len(columns):
            return (0.0, ()) if start == (len(here), len(there)) else (_NEVER, ())
        found: tuple[float, tuple[Place, ...]] = (_NEVER, ())
        kind = columns[column].kind
        most = _MOST.get(kind, len(here))
        ends = min(start[0] + most, len(here)), start[1] if kind == "group" else len(there)
        for stop in product(range(start[0], ends[0] + 1), range(start[1], ends[1] + 1)):
            run = (*here[start[0] : stop[0]], *there[start[1] : stop[1]])
            cost = _cost(kind, run, widest, alone)
            if cost < found[0]:
                rest, stops = best(column + 1, stop)
                if cost + rest < found[0]:
                    found = cost + rest, (stop, *stops)
        return found

    cost, stops = best(0, (0, 0))
    if cost == _NEVER:
        return None
    return [[*lines[a:c], *behind[b:d]] for (a, b), (c, d) in pairwise([(0, 0), *stops])]


def names_units(columns: Sequence[Column], filled: Sequence[Run]) -> bool:
    """Does a row say of anyone what he does, or that nobody does it (/)?"""
    return any(run for column, run in zip(columns, filled, strict=True) if column.kind in ROLE_OF)


def _cost(kind: str, run: tuple[str, ...], widest: int, alone: bool) -> float:
    if kind == "task":
        return _of_task(run)
    if not run:
        return _EMPTY_UNITS if kind in ROLE_OF else _EMPTY.get(kind, 0.2)
    if kind in ROLE_OF:
        return _of_units(run, alone)
    rule: Callable[[tuple[str, ...], int], float] = _RULES.get(kind, _of_other)
    return rule(run, widest)


def _of_task(run: tuple[str, ...]) -> float:
    if not run:
        return _NEVER
    return _UNITS_IN_TASK * sum(_is_unit_line(line) for line in run)


@lru_cache(maxsize=4096)
def _is_unit_line(line: str) -> bool:
    names = [name for name in _LIST.split(line) if name]
    return bool(names) and is_listed_unit(names[0]) and not line.endswith("。")


_ROLE_END = re.compile("(?:牵头|负责|配合)$")
"""市园林局牵头,市财政局配合: a cell may say who does what of its units."""


@lru_cache(maxsize=8192)
def _of_units(run: tuple[str, ...], alone: bool) -> float:
    if run[-1][-1:] in "、," and not alone:
        return _NEVER
    words = "".join(run)
    if _NONE.fullmatch(words):
        return 0.0
    if any(mark in words for mark in "。!?“") or any(_NONE.fullmatch(line) for line in run):
        return _NEVER
    if not alone and any(_meet(run, at) for at in range(1, len(run))):
        return _NEVER
    first = _ROLE_END.sub("", _LIST.split(run[0])[0])
    if not _BEGINS.match(first) and not is_listed_unit(first) and not is_standard(first):
        return _ODD_UNITS
    reading = read_clause(words, listed=True)
    if reading.odd:
        return _ODD_UNITS * len(reading.odd) if len(reading.named) > len(reading.odd) else _NEVER
    return 0.0 if reading.named or _names_nobody(words) else _NEVER


def _names_nobody(words: str) -> bool:
    """各有关单位 is what a column of units holds, too."""
    return re.fullmatch("[各其]?(?:他|级)?(?:有关|相关|责任|成员)+(?:单位|部门|方面)", words) is not None


def _meet(run: tuple[str, ...], at: int) -> bool:
    """Do two units meet between two lines without a mark? They are of two cells, then."""
    before, behind = _LIST.split("".join(run[:at]))[-1], _LIST.split("".join(run[at:]))[0]
    if not before or not (_BEGINS.match(behind) or is_standard(behind)) or is_standard((before + behind)[1:]):
        return False
    return is_listed_unit(before) and is_listed_unit(behind)


def _of_time(run: tuple[str, ...], widest: int) -> float:
    words = "".join(run)
    told = _NONE.fullmatch(words) or read_token(words).says == "time" or _TIME.fullmatch(words)
    return 0.0 if told else _NEVER


def _of_target(run: tuple[str, ...], widest: int) -> float:
    words = "".join(run)
    fits = len(words) <= _LONGEST_TARGET
    return _MORE_LINES * len(run) if fits and re.search("[0-9]", words) else _NEVER


def _of_group(run: tuple[str, ...], widest: int) -> float:
    short = all(len(line) * 2 <= widest and not line.endswith(("。", ";", ",")) for line in run)
    if not short or any(map(_is_unit_line, run)):
        return _NEVER
    return -_MORE_LINES * len(run)


def _of_rest(run: tuple[str, ...], widest: int) -> float:
    return _REST_LINE * len(run)


def _of_other(run: tuple[str, ...], widest: int) -> float:
    return _OTHER_LINE * len(run)


_PERSON = re.compile("(?:[一-鿿] ?){1,3}[一-鿿]|[一-鿿]{1,8}·[一-鿿]{1,8}")


def _of_person(run: tuple[str, ...], widest: int) -> float:
    """A name each (林 海, 陈昕); anything else stands there only where nothing else takes it."""
    named = all(_PERSON.fullmatch(name.strip()) for line in run for name in _LIST.split(line) if name)
    return -_MORE_LINES * len(run) if named and not any(map(_is_unit_line, run)) else _of_other(run, widest)


_RULES = {
    "deadline": _of_time,
    "person": _of_person,
    "target": _of_target,
    "group": _of_group,
    "rest": _of_rest,
}
