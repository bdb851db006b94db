"""What lines cost as a cell of a column: 0.0 where they are what it holds, more the worse they fit."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from loaders.clauses.cues import tells_time
from loaders.clauses.labels import label_at
from loaders.clauses.roles import read_clause
from loaders.lexicon import is_listed_unit, is_standard
from loaders.tables.headers import ROLE_OF, Column

NONE = re.compile("[-—/无]{1,3}")
_LIST = re.compile("[、,;]")
_QUOTED = re.compile("(?<=[省市州区县旗])“[^“”。!?]{2,20}”(?=[^、,;。“”]{2,16}(?:$|[、,;]))")
"""A name within a unit's: 市“双创”联席会议办公室."""
_ENDS = re.compile("[。!?]")
_SPEAKS = re.compile("[。!?“”]")
_LEVELS = frozenset("省市州区县旗镇乡")
_LONGEST_PLACE = 7
_OF_PLACE = re.compile("[省州盟区]")
"""What a longer place's name holds: 新疆维吾尔自治区乌鲁木齐."""
_BEGINS = re.compile("[省市州区县旗镇乡各驻]|中国|国家|国网|人行|人民银行|.{2,6}[省市州县区]")
NEVER = float("inf")
_LONGEST_TARGET = 24
_EMPTY = {
    "deadline": 1.0, "target": 2.0, "group": 0.5, "other": 0.2, "person": 0.2,
    "lead": 3.0, "responsible": 3.0, "support": 1.0,
}  # fmt: skip
"""What it costs to leave a column empty; below, the cost of what fits less well."""
_ODD_UNITS = 4.0
_UNITS_IN_TASK, _TIME_IN_TASK = 2.0, 1.0
_OTHER_LINE = 1.0
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


def fits(column: Column, words: str) -> bool:
    """Can words be a cell of the column: units, a time, a number where it holds those?"""
    if column.kind == "number":
        return words.isdecimal()
    if column.kind in ROLE_OF:
        return _of_units((words,), 0.0) == 0.0
    return column.kind != "deadline" or _of_time((words,), 0) == 0.0


def cost_of(kind: str, run: tuple[str, ...], widest: int, apart: float) -> float:
    """What `run` costs as a cell of a column of this kind; `NEVER` where it can't be one.

    `widest`: the characters of the row's widest line; `apart`: the cost of a place where two names of units
    meet without a mark.
    """
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
        return NEVER
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
        return NEVER
    words = "".join(run)
    if NONE.fullmatch(words):
        return 0.0
    if any(NONE.fullmatch(line) or is_time(line) for line in run) or _SPEAKS.search(_QUOTED.sub("", words)):
        return NEVER
    meets = sum(_meet(run, at) for at in range(1, len(run))) if apart else 0
    if meets and not are_names(run):
        return NEVER
    reading = read_clause(words, listed=True)
    first = _ROLE_END.sub("", _LIST.split(run[0])[0])
    shares = len(reading.named) > 1 and reading.named[0].unit.startswith(first) and not reading.odd
    if not shares and not _BEGINS.match(first) and not is_listed_unit(first) and not is_standard(first):
        return _ODD_UNITS
    if not are_names(run) and any(_runs_into_unit(each.unit) for each in reading.named):
        return _ODD_UNITS
    if reading.odd:
        return _ODD_UNITS * len(reading.odd) if len(reading.named) > len(reading.odd) else NEVER
    return apart * meets if reading.named or _names_nobody(words) else NEVER


def before_other(lines: Sequence[str], start: int, end: int) -> int:
    """Where in `start:end` the first line stands that no cell of units holds; `end` without one."""
    return next((at for at in range(start, end) if _is_other(lines[at])), end)


@lru_cache(maxsize=4096)
def _is_other(line: str) -> bool:
    """Is a line a sentence or a time, so that whatever it stands in is no cell of units?"""
    line = _unlabelled(line)
    return _ENDS.search(line) is not None or (is_time(line) and not NONE.fullmatch(line))


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
    return 0.0 if NONE.fullmatch(words) or is_time(words) else NEVER


@lru_cache(maxsize=4096)
def is_time(words: str) -> bool:
    """Do words tell by when, or that it goes on?"""
    return bool(_TIME.fullmatch(words) or _LASTING.fullmatch(words)) or tells_time(words)


def _of_target(run: tuple[str, ...], widest: int) -> float:
    words = "".join(run)
    fits = len(words) <= _LONGEST_TARGET
    return _MORE_LINES * len(run) if fits and re.search("[0-9]", words) else NEVER


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
        return NEVER
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
