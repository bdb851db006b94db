"""How the lines of a flattened row fall to its columns: by what each column may hold.

Of all ways to part the lines in the columns' order the cheapest is taken: units in their columns, a time
below 完成时限, short lines before the task as its group, and all else as the task.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from itertools import pairwise, product
from typing import NamedTuple

from loaders.clauses.cues import read_token, tells_time
from loaders.clauses.labels import label_at
from loaders.clauses.roles import read_clause
from loaders.lexicon import is_listed_unit, is_standard
from loaders.outline.lines import Line
from loaders.tables.headers import ROLE_OF, Column

Run = Sequence[Line]
Place = tuple[int, int]
"""How many lines of this page and of the next one are parted."""

NONE = re.compile("[-—/无]{1,3}")
_LIST = re.compile("[、,;]")
_QUOTED = re.compile("(?<=[省市州区县旗])“[^“”。!?]{2,20}”(?=[^、,;。“”]{2,16}(?:$|[、,;]))")
"""A name within a unit's: 市“双创”联席会议办公室."""
_LEVELS = frozenset("省市州区县旗镇乡")
_LONGEST_PLACE = 7
_OF_PLACE = re.compile("[省州盟区]")
"""What a longer place's name holds: 新疆维吾尔自治区乌鲁木齐."""
_BEGINS = re.compile("[省市州区县旗镇乡各驻]|中国|国家|国网|人行|人民银行|.{2,6}[省市州县区]")
_NEVER = float("inf")
_MOST_PAIRS = 120
"""Lines of this page times lines of the next up to which all ways to part both are tried."""
REST = Column("rest")
_MOST = {"group": 5, "deadline": 3, "target": 3, "other": 5, "person": 5, **dict.fromkeys(ROLE_OF, 24)}
"""Lines of a cell at most."""
_LONGEST_TARGET = 24
_EMPTY = {
    "deadline": 1.0, "target": 2.0, "group": 0.5, "other": 0.2, "person": 0.2,
    "lead": 3.0, "responsible": 3.0, "support": 1.0,
}  # fmt: skip
"""What it costs to leave a column empty; below, the cost of what fits less well."""
_ODD_UNITS = 4.0
_UNITS_IN_TASK, _TIME_IN_TASK = 2.0, 1.0
_NAMES_APART = 0.5
_NAMES_APART_EARLY = 1.0
"""Where each line of a cell names a unit: of two columns of units the last one has more of them."""
_OTHER_LINE = 1.0
_TURNED = 0.2
"""A cell that goes on behind a page's end."""
_MORE_LINES = 0.01
_REST_LINE, _MOST_REST = 0.4, 3.0
"""What stands behind a table: one more row that fits is better, one that doesn't is not."""
_TIME = re.compile(
    "[0-9一二三四五六七八九十年月日旬季度底末初中上下半前后内之第至到起全份完成执行实施—~.、 -]{2,24}"
)

_LASTING = re.compile(
    "(?:持续|长期|常态化?|常年|全年|贯穿全年|按(?:时序|进度|计划|要求)+|立行立改|即知即改)"
    "(?:推进|推动|坚持|实施|开展|改进|落实|完善|巩固|保持|运行|跟进|深化|抓好|提升|整改|完成|管理)*"
)
"""What stands below 完成时限 instead of a time."""


class Filled(NamedTuple):
    """The lines of a row in each column, and how badly they fit."""

    cost: float
    runs: list[Run]


def cheapest(
    columns: Sequence[Column], lines: Run, behind: Run = (), *, whole: bool = False
) -> Filled | None:
    """The lines of each column, [] where it has none, and their cost; None when there is no way to part them.

    `behind`: what stands of the row on the next page, where each of its cells may go on. A last column
    `REST` takes what is none of the row. `whole`: no name of a unit is broken between two of the lines.
    """
    if len(lines) * len(behind) > _MOST_PAIRS:
        return cheapest(columns, [*lines, *behind], whole=whole)
    here, there = (tuple(line.text for line in part) for part in (lines, behind))
    widest = max(map(len, (*here, *there)), default=0)
    roles = [index for index, column in enumerate(columns) if column.kind in ROLE_OF]
    alone = len(roles) == 1

    @cache
    def best(column: int, start: Place) -> tuple[float, tuple[Place, ...]]:
        if column == len(columns):
            return (0.0, ()) if start == (len(here), len(there)) else (_NEVER, ())
        found: tuple[float, tuple[Place, ...]] = (_NEVER, ())
        kind = columns[column].kind
        most = _MOST.get(kind, len(here))
        ends = min(start[0] + most, len(here)), start[1] if kind == "group" else len(there)
        for stop in product(range(start[0], ends[0] + 1), range(start[1], ends[1] + 1)):
            parts = here[start[0] : stop[0]], there[start[1] : stop[1]]
            apart = _NAMES_APART if [column] == roles[-1:] else _NAMES_APART_EARLY
            cost = _cost(kind, parts[0] + parts[1], widest, 0.0 if alone else apart)
            cost += _TURNED if all(parts) else 0.0
            if whole and kind in ROLE_OF and len(parts[0]) > 1 and not are_names(parts[0]):
                cost = _NEVER
            if cost < found[0]:
                rest, stops = best(column + 1, stop)
                if cost + rest < found[0]:
                    found = cost + rest, (stop, *stops)
        return found

    cost, stops = best(0, (0, 0))
    if cost == _NEVER:
        return None
    runs: list[Run] = [[*lines[a:c], *behind[b:d]] for (a, b), (c, d) in pairwise([(0, 0), *stops])]
    return Filled(cost, runs)


def fits(column: Column, words: str) -> bool:
    """Can words be a cell of the column: units, a time, a number where it holds those?"""
    if column.kind == "number":
        return words.isdecimal()
    if column.kind in ROLE_OF:
        return _of_units((words,), 0.0) == 0.0
    return column.kind != "deadline" or _of_time((words,), 0) == 0.0


def names_units(columns: Sequence[Column], filled: Sequence[Run]) -> bool:
    """Does a row say of anyone what he does, or that nobody does it (/)?"""
    return any(run for column, run in zip(columns, filled, strict=True) if column.kind in ROLE_OF)


def _cost(kind: str, run: tuple[str, ...], widest: int, apart: float) -> float:
    if kind == "task":
        return _of_task(run)
    if not run:
        return _EMPTY.get(kind, 0.2)
    if kind in ROLE_OF:
        return _of_units(run, apart)
    rule: Callable[[tuple[str, ...], int], float] = _RULES.get(kind, _of_other)
    return rule(run, widest)


def _of_task(run: tuple[str, ...]) -> float:
    if not run:
        return _NEVER
    return _UNITS_IN_TASK * sum(map(_is_unit_line, run)) + _TIME_IN_TASK * sum(map(is_time, run))


@lru_cache(maxsize=4096)
def _is_unit_line(line: str) -> bool:
    names = [name for name in _LIST.split(line) if name]
    begins = bool(names) and is_listed_unit(names[0]) and not line.endswith("。")
    return begins or is_units(line)


_ROLE_END = re.compile("(?:牵头|负责|配合)$")
"""市园林局牵头,市财政局配合: a cell may say who does what of its units."""


@lru_cache(maxsize=8192)
def _of_units(run: tuple[str, ...], apart: float) -> float:
    """What lines cost as a cell of units; `apart`: the cost of a place where two names meet without a mark,
    0.0 in the only column of units."""
    run = tuple(map(_unlabelled, run))
    if run[-1][-1:] in "、," and apart:
        return _NEVER
    words = "".join(run)
    if NONE.fullmatch(words):
        return 0.0
    if any(mark in _QUOTED.sub("", words) for mark in "。!?“”") or any(
        NONE.fullmatch(line) or is_time(line) for line in run
    ):
        return _NEVER
    meets = sum(_meet(run, at) for at in range(1, len(run))) if apart else 0
    if meets and not are_names(run):
        return _NEVER
    reading = read_clause(words, listed=True)
    first = _ROLE_END.sub("", _LIST.split(run[0])[0])
    shares = len(reading.named) > 1 and reading.named[0].unit.startswith(first) and not reading.odd
    if not shares and not _BEGINS.match(first) and not is_listed_unit(first) and not is_standard(first):
        return _ODD_UNITS
    if not are_names(run) and any(_runs_into_unit(each.unit) for each in reading.named):
        return _ODD_UNITS
    if reading.odd:
        return _ODD_UNITS * len(reading.odd) if len(reading.named) > len(reading.odd) else _NEVER
    return apart * meets if reading.named or _names_nobody(words) else _NEVER


def _runs_into_unit(name: str) -> bool:
    """Do words that are no place's run into a unit (桥梁建设项目市住房城乡建设委)?"""
    starts = (at for at in range(_LONGEST_PLACE, len(name) - 2) if name[at] in _LEVELS)
    return any(not _OF_PLACE.search(name[:at]) and is_standard(name[at + 1 :]) for at in starts)


@lru_cache(maxsize=4096)
def _unlabelled(line: str) -> str:
    """A line without the label that says who its units are (省牵头单位:省经信厅)."""
    label = label_at(line)
    return line[label.stop :] if label and label.kind in ROLE_OF and label.stop < len(line) else line


def are_names(lines: Sequence[str]) -> bool:
    """Is each of several lines units by itself, and no name broken between two of them?"""
    if len(lines) < 2 or not all(is_units(line) and line[-1:] not in "、," for line in lines):
        return False
    return all(_meet(lines, at) for at in range(1, len(lines)))


@lru_cache(maxsize=4096)
def is_name(line: str) -> bool:
    """Does a line name one unit, or one collective (各乡镇人民政府)?"""
    if is_listed_unit(line):
        return True
    reading = read_clause(line, listed=True)
    return len(reading.named) == 1 and not reading.odd


def is_units(line: str) -> bool:
    """Is a line units, or a mark for nobody, as in a cell of its own?"""
    return _of_units((line,), 0.0) == 0.0


def _names_nobody(words: str) -> bool:
    """各有关单位 is what a column of units holds, too."""
    return re.fullmatch("[各其]?(?:他|级)?(?:有关|相关|责任|成员)+(?:单位|部门|方面)", words) is not None


def _meet(run: Sequence[str], at: int) -> bool:
    """Do two units meet between two lines without a mark? They are of two cells, then."""
    before, behind = _LIST.split("".join(run[:at]))[-1], _LIST.split("".join(run[at:]))[0]
    if (_EACH.fullmatch(before) and _BODY.match(behind)) or before.endswith("等"):
        return False  # 等 goes on: 等市级有关单位
    if _HEAD.fullmatch(before) and behind[:1] not in _LEVELS:
        return False  # 市委|网信办
    begins = _BEGINS.match(behind) or is_standard(behind) or is_units(run[at])
    if not before or not begins or is_standard((before + behind)[1:]):
        return False
    return is_name(before) and (is_units(run[at]) or is_name(behind))


_HEAD = re.compile("[省市州县区旗](?:委|政府)")
"""What a name of a body of its own begins with."""
_EACH = re.compile("各[省市州区县旗镇乡]{1,3}")
_BODY = re.compile("[市州区县旗镇乡]{0,3}(?:人民政府|政府)")
"""What goes on a broken 各乡镇人民政府: each half is a unit too."""


def _of_time(run: tuple[str, ...], widest: int) -> float:
    words = "".join(run)
    return 0.0 if NONE.fullmatch(words) or is_time(words) else _NEVER


@lru_cache(maxsize=4096)
def is_time(words: str) -> bool:
    """Do words tell by when, or that it goes on?"""
    if _TIME.fullmatch(words) or _LASTING.fullmatch(words) or tells_time(words):
        return True
    return read_token(words).says == "time"


def _of_target(run: tuple[str, ...], widest: int) -> float:
    words = "".join(run)
    fits = len(words) <= _LONGEST_TARGET
    return _MORE_LINES * len(run) if fits and re.search("[0-9]", words) else _NEVER


_ORDINAL = re.compile("[0-9]{1,2}[.、](?![0-9])|[(]?[一二三四五六七八九十]{1,3}[)、]")
_GROUP, _NUMBERED_GROUP = 0.5, 0.7
"""How wide the lines of a group are at most, as a part of the row's widest line."""


def _of_group(run: tuple[str, ...], widest: int) -> float:
    numbered = _ORDINAL.match(run[0])
    most = widest * (_NUMBERED_GROUP if numbered else _GROUP)
    widths = [len(run[0]) - (numbered.end() / 2 if numbered else 0), *map(len, run[1:])]
    short = all(
        width <= most and not line.endswith(("。", ";", ",")) for width, line in zip(widths, run, strict=True)
    )
    if not short or any(map(_is_unit_line, run)):
        return _NEVER
    return -_MORE_LINES * len(run)


def _of_rest(run: tuple[str, ...], widest: int) -> float:
    return min(_REST_LINE * len(run), _MOST_REST) + _of_task(run) if run else 0.0


def _of_other(run: tuple[str, ...], widest: int) -> float:
    return _OTHER_LINE * len(run)


_PERSON = re.compile(
    "(?:[一-鿿] ?){1,3}[一-鿿]|[一-鿿]{1,8}·[一-鿿]{1,8}"
    "|[一-鿿]{1,4}(?:书记|主任|主席|部长|秘书长|总会计师|总工程师|董事长|总经理|[院局县市区镇乡处科校站所州]长)"
)
"""A name, or one with a post (陈院长)."""


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
