"""What a line or a cell of a flattened table may be: units, one name, a time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from loaders.clauses.cues import tells_time
from loaders.clauses.labels import label_at
from loaders.clauses.roles import read_clause
from loaders.lexicon import is_listed_unit, is_standard
from loaders.outline.lines import Line
from loaders.tables.headers import ROLE_OF

NONE = re.compile("[-—/无]{1,3}")
LIST = re.compile("[、,;]")
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
ODD_UNITS = 4.0
_TIME = re.compile(
    "[0-9一二三四五六七八九十年月日旬季度底末初中上下半前后内之第至到起全份完成执行实施—~.、 -]{2,24}"
)
_LASTING = re.compile(
    "(?:持续|长期|常态化?|常年|全年|贯穿全年|按(?:时序|进度|计划|要求)+|立行立改|即知即改)"
    "(?:推进|推动|坚持|实施|开展|改进|落实|完善|巩固|保持|运行|跟进|深化|抓好|提升|整改|完成|管理)*"
)
"""What stands below 完成时限 instead of a time."""


_LONGEST_BROKEN = 60
"""Characters of a line of units that the next one goes on."""


@lru_cache(maxsize=4096)
def is_unit_line(line: str) -> bool:
    names = [name for name in LIST.split(line) if name]
    begins = bool(names) and is_listed_unit(names[0]) and not line.endswith("。")
    return (begins and len(line) <= _LONGEST_BROKEN and not _names_row(line)) or is_units(line)


_ROLE_END = re.compile("(?:牵头|负责|配合)$")
"""市园林局牵头,市财政局配合: a cell may say who does what of its units."""


@lru_cache(maxsize=8192)
def of_units(run: tuple[str, ...], apart: float) -> float:
    """What lines cost as a cell of units; `apart`: the cost of a place where two names meet without a mark,
    0.0 in the only column of units."""
    run = tuple(map(_unlabelled, _unbroken(run)))
    if run[-1][-1:] in "、," and apart:
        return NEVER
    words = "".join(run)
    if NONE.fullmatch(words):
        return 0.0
    if any(map(_names_row, run)):
        return NEVER
    if any(NONE.fullmatch(line) or is_time(line) for line in run) or _SPEAKS.search(_QUOTED.sub("", words)):
        return NEVER
    meets = sum(_meet(run, at) for at in range(1, len(run))) if apart else 0
    apiece = are_names(run)
    if meets and not apiece:
        return NEVER
    reading = read_clause(read := "、".join(run) if apiece else words, listed=True)
    first = _ROLE_END.sub("", LIST.split(run[0])[0])
    shares = len(reading.named) > 1 and reading.named[0].unit.startswith(first) and not reading.odd
    if not shares and not _BEGINS.match(first) and not is_listed_unit(first) and not is_standard(first):
        return ODD_UNITS
    if not apiece and any(_runs_into_unit(each.unit) for each in reading.named):
        return ODD_UNITS
    odd = [span for span in reading.odd if not names_nobody(read[slice(*span)])]
    if odd:
        return ODD_UNITS * len(odd) if len(reading.named) > len(odd) else NEVER
    return apart * meets if reading.named or names_nobody(words) else NEVER


_NUMBERED = re.compile("[★☆▲△*※]? ?[0-9]{1,3}[.、](?![0-9省市州区县旗镇乡各])")


def _names_row(line: str) -> bool:
    """Is it a number and the name of a task that ends like a unit's (36.公园管理服务中心)?"""
    number = _NUMBERED.match(line)
    return number is not None and not is_standard(re.split("[、,]", line[number.end() :])[0])


_OPEN_NAME = re.compile("[省市州区县旗]“[^“”。!?]{2,20}”")
"""A line that a name's end must follow: 市“双创”|联席会议办公室."""


def _unbroken(run: Sequence[str]) -> tuple[str, ...]:
    """The lines, those joined that a quotation in a name ends with those that go on behind it."""
    found: list[str] = []
    for line in run:
        if found and _OPEN_NAME.fullmatch(found[-1]):
            found[-1] += line
        else:
            found.append(line)
    return tuple(found)


def unbroken(run: Sequence[Line]) -> list[Line]:
    """The lines of a cell of units, those as one that hold one name with a quotation at a line's end."""
    found: list[Line] = []
    for line in run:
        if found and _OPEN_NAME.fullmatch(found[-1].text):
            found[-1] = Line(found[-1].start, line.stop, found[-1].text + line.text)
        else:
            found.append(line)
    return found


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
    return all(_meet(pair, 1) for pair in pairwise(lines))


@lru_cache(maxsize=4096)
def is_name(line: str) -> bool:
    """Does a line name one unit, or one collective (各乡镇人民政府)?"""
    if is_listed_unit(line):
        return True
    reading = read_clause(line, listed=True)
    return len(reading.named) == 1 and not reading.odd


def is_units(line: str) -> bool:
    """Is a line units, or a mark for nobody, as in a cell of its own?"""
    return of_units((line,), 0.0) == 0.0


def names_nobody(words: str) -> bool:
    """各有关单位 is what a column of units holds, too."""
    return (
        re.fullmatch(
            "[各其]?(?:他|级)?(?:[省市县区州][级直])?(?:有关|相关|责任|成员)+(?:单位|部门|方面)", words
        )
        is not None
    )


def _meet(run: Sequence[str], at: int) -> bool:
    """Do two units meet between two lines without a mark? They are of two cells, then."""
    before, behind = LIST.split("".join(run[:at]))[-1], LIST.split("".join(run[at:]))[0]
    if (_EACH.fullmatch(before) and _BODY.match(behind)) or before.endswith("等"):
        return False  # 等 goes on: 等市级有关单位
    if (_HEAD.fullmatch(before) and behind[:1] not in _LEVELS) or _BRANCH.fullmatch(behind):
        return False  # 市委|网信办, 中国移动集团|云岭有限公司
    begins = _BEGINS.match(behind) or is_standard(behind) or is_units(run[at])
    if not before or not begins or is_standard((before + behind)[1:]):
        return False
    return is_name(before) and (is_units(run[at]) or is_name(behind))


_BRANCH = re.compile("[一-鿿]{2,3}(?:股份)?有限(?:责任)?公司")
"""No firm's whole name."""
_HEAD = re.compile("[省市州县区旗](?:委|政府)")
"""What a name of a body of its own begins with."""
_EACH = re.compile("各[省市州区县旗镇乡]{1,3}")
_BODY = re.compile("[市州区县旗镇乡]{0,3}(?:人民政府|政府)")
"""What goes on a broken 各乡镇人民政府: each half is a unit too."""


@lru_cache(maxsize=4096)
def is_time(words: str) -> bool:
    """Do words tell by when, or that it goes on?"""
    return bool(_TIME.fullmatch(words) or _LASTING.fullmatch(words)) or tells_time(words)
