"""What a line or a cell of a flattened table may be: units, one name, a time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache, partial
from itertools import pairwise

from loaders.clauses.cues import tells_time
from loaders.clauses.labels import label_at
from loaders.clauses.roles import read_clause
from loaders.data_files import pattern
from loaders.lexicon import is_listed_unit, is_standard
from loaders.outline.lines import Line
from loaders.tables.headers import ROLE_OF

_words = partial(pattern, __package__, "units")
"""The pattern of a row of `units.toml`."""
NONE = _words("none")
LIST = re.compile("[、,;]")
_ENDS = re.compile("[。!?]")
_SPEAKS = re.compile("[。!?“”]")
_LONGEST_PLACE = 7
NEVER = float("inf")
ODD_UNITS = 4.0
_LONGEST_BROKEN = 60
"""Characters of a line of units that the next one goes on."""


@lru_cache(maxsize=4096)
def is_unit_line(line: str) -> bool:
    names = [name for name in LIST.split(line) if name]
    begins = bool(names) and is_listed_unit(names[0]) and not line.endswith("。")
    return (begins and len(line) <= _LONGEST_BROKEN and not _names_row(line)) or is_units(line)


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
    if _speaks(words) or any(NONE.fullmatch(line) or is_time(line) for line in run):
        return NEVER
    meets = sum(_meet(run, at) for at in range(1, len(run))) if apart else 0
    apiece = are_names(run)
    if meets and not apiece:
        return NEVER
    reading = read_clause(read := "、".join(run) if apiece else words, listed=True)
    first = _words("role_end").sub("", LIST.split(run[0])[0])
    shares = len(reading.named) > 1 and reading.named[0].unit.startswith(first) and not reading.odd
    if not shares and not _begins(first):
        return ODD_UNITS
    if not apiece and any(_runs_into_unit(each.unit) for each in reading.named):
        return ODD_UNITS
    odd = [span for span in reading.odd if not names_nobody(read[slice(*span)])]
    if odd:
        return ODD_UNITS * len(odd) if len(reading.named) > len(odd) else NEVER
    return apart * meets if reading.named or names_nobody(words) else NEVER


def _speaks(words: str) -> bool:
    """Are words a sentence, or do they quote something else than a unit's name does?"""
    return _SPEAKS.search(_words("quoted").sub("", words)) is not None


def _begins(name: str) -> bool:
    """Do words begin as the name of a unit?"""
    return _words("begins").match(name) is not None or is_listed_unit(name) or is_standard(name)


def _names_row(line: str) -> bool:
    """Is it a number and the name of a task that ends like a unit's (36.公园管理服务中心)?"""
    number = _words("numbered").match(line)
    return number is not None and not is_standard(re.split("[、,]", line[number.end() :])[0])


def _unbroken(run: Sequence[str]) -> tuple[str, ...]:
    """The lines, those joined that a quotation in a name ends with those that go on behind it."""
    found: list[str] = []
    for line in run:
        if found and _words("open_name").fullmatch(found[-1]):
            found[-1] += line
        else:
            found.append(line)
    return tuple(found)


def unbroken(run: Sequence[Line]) -> list[Line]:
    """The lines of a cell of units, those as one that hold one name with a quotation at a line's end."""
    found: list[Line] = []
    for line in run:
        if found and _words("open_name").fullmatch(found[-1].text):
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
    levels = _words("level").finditer(name, _LONGEST_PLACE, max(0, len(name) - 2))
    longer = _words("longer_place")
    return any(
        not longer.search(name, 0, level.start()) and is_standard(name[level.end() :]) for level in levels
    )


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
    return _words("nobody").fullmatch(words) is not None


def _meet(run: Sequence[str], at: int) -> bool:
    """Do two units meet between two lines without a mark? They are of two cells, then."""
    before, behind = LIST.split("".join(run[:at]))[-1], LIST.split("".join(run[at:]))[0]
    if _goes_on(before, behind):
        return False
    begins = _words("begins").match(behind) or is_standard(behind) or is_units(run[at])
    if not before or not begins or is_standard((before + behind)[1:]):
        return False
    return is_name(before) and (is_units(run[at]) or is_name(behind))


def _goes_on(before: str, behind: str) -> bool:
    """Does a line end part one name (各乡镇|人民政府, 市委|网信办, 中国移动集团|云岭有限公司)?"""
    if before.endswith("等") or _words("branch").fullmatch(behind):
        return True  # 等市级有关单位
    if _words("each").fullmatch(before) and _words("body").match(behind):
        return True
    return _words("head").fullmatch(before) is not None and not _words("level").match(behind)


@lru_cache(maxsize=4096)
def is_time(words: str) -> bool:
    """Do words tell by when, or that it goes on?"""
    told = _words("time").fullmatch(words) or _words("lasting").fullmatch(words)
    return told is not None or tells_time(words)
