"""What lines cost as a cell of a column: 0.0 where they are what it holds, more the worse they fit."""

from __future__ import annotations

import re
from collections.abc import Callable

from loaders.tables.headers import ROLE_OF, Column
from loaders.tables.stacked_cells import projects
from loaders.tables.stacked_cells.units import LIST, NEVER, NONE, is_time, is_unit_line, of_units

_LONGEST_TARGET = 24
_EMPTY = {
    "deadline": 1.0, "target": 1.0, "group": 0.5, "other": 0.2, "person": 0.2,
    "lead": 3.0, "responsible": 3.0, "support": 1.0, **projects.EMPTY,
}  # fmt: skip
"""What it costs to leave a column empty; below, the cost of what fits less well."""
_UNITS_IN_TASK, _TIME_IN_TASK = 4.0, 1.0
_OTHER_LINE = 1.0
_MORE_LINES = 0.01
_REST_LINE, _MOST_REST = 0.4, 3.0
"""What stands behind a table: one more row that fits is better, one that doesn't is not."""


def fits(column: Column, words: str) -> bool:
    """Can words be a cell of the column: units, a time, a number where it holds those?"""
    if column.kind == "number":
        return words.isdecimal()
    if column.kind in ROLE_OF:
        return of_units((words,), 0.0) == 0.0
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
        return of_units(run, apart)
    rule: Callable[[tuple[str, ...], int], float] = _RULES.get(kind, _of_other)
    return rule(run, widest)


def _of_task(run: tuple[str, ...]) -> float:
    if not run:
        return NEVER
    return _UNITS_IN_TASK * sum(map(is_unit_line, run)) + _TIME_IN_TASK * sum(map(is_time, run))


def _of_time(run: tuple[str, ...], widest: int) -> float:
    words = "".join(run)
    return 0.0 if NONE.fullmatch(words) or is_time(words) else NEVER


def _of_target(run: tuple[str, ...], widest: int) -> float:
    words = "".join(run)
    counts = re.search("[0-9]", _NUMBER.sub("", words)) is not None
    if counts and len(words) <= _LONGEST_TARGET:
        return _MORE_LINES * len(run)
    return _TOLD if len(run) == 1 and (counts or words.endswith("。")) else NEVER


_NUMBER = re.compile("^[★☆▲△*※]? ?[0-9]{1,2}[.、](?![0-9])")
_TOLD = 0.6
"""Goals told in sentences, which a column of what is to be done holds as well."""
_ORDINAL = re.compile("[★☆▲△*※]? ?[0-9]{1,2}[.、](?![0-9])|[(]?[一二三四五六七八九十]{1,3}[)、]")
_GROUP, _NUMBERED_GROUP = 0.5, 0.7
"""How wide the lines of a group are at most, as a part of the row's widest line."""


def _of_group(run: tuple[str, ...], widest: int) -> float:
    numbered = _ORDINAL.match(run[0])
    most = widest * (_NUMBERED_GROUP if numbered else _GROUP)
    widths = [len(run[0]) - (numbered.end() / 2 if numbered else 0), *map(len, run[1:])]
    short = all(
        width <= most and not line.endswith(("。", ";", ",")) for width, line in zip(widths, run, strict=True)
    )
    if not short or any(map(is_unit_line, run)):
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
    named = all(_PERSON.fullmatch(name.strip()) for line in run for name in LIST.split(line) if name)
    return -_MORE_LINES * len(run) if named and not any(map(is_unit_line, run)) else _of_other(run, widest)


_RULES = {
    "deadline": _of_time,
    "person": _of_person,
    "target": _of_target,
    "group": _of_group,
    "rest": _of_rest,
    **projects.RULES,
}
