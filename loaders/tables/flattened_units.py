"""Rows of a flattened task table whose last columns hold several lines: one unit each, and a time.

Under 建设内容, 牵头单位, 配合单位, 完成时限 the lines behind the task's words are units up to the time:
the first leads, all others support. A time that words follow ends one half of the row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.clauses.cues import tells_time
from loaders.lexicon import is_listed_unit
from loaders.outline.lines import Line
from loaders.tables.headers import ROLE_OF, Column

_MOST_ROLES = 2
_NAME = re.compile(r"[^、,;\s]+")


def units_first(columns: Sequence[Column]) -> int:
    """Where the columns of units begin in a numbered table, if nothing but a time follows them and the
    task stands before; else 0."""
    kinds = [column.kind for column in columns]
    if kinds[0] != "number":
        return 0  # there every row has a line a column
    task = kinds.index("task")
    behind = kinds[task + 1 :]
    timed = behind[-1:] == ["deadline"]
    roles = behind[:-1] if timed else behind
    fits = 0 < len(roles) <= _MOST_ROLES and len(set(roles)) == len(roles)
    return task + 1 if fits and all(kind in ROLE_OF for kind in roles) else 0


def placed(columns: Sequence[Column], row: Sequence[Line]) -> list[list[list[Line]]]:
    """The halves of a row with their lines under the columns; [] where the lines don't tell."""
    first = units_first(columns)
    if not first or len(row) <= first:
        return []
    left, rest = row[: first - 1], row[first - 1 :]
    found = []
    for half in _halves(rest):
        cells = _half(columns[first:], half)
        if not cells:
            return []
        found.append([*([line] for line in left), *cells])
        left = []
        found[-1] = [*([] for _ in range(len(columns) - len(found[-1]))), *found[-1]]
    return found


def _halves(rest: Sequence[Line]) -> list[Sequence[Line]]:
    """The lines from the task's words on, cut behind each time that follows a unit and ends a half."""
    found, last = [], 0
    for index in range(1, len(rest) - 1):
        if tells_time(rest[index].text) and _is_units(rest[index - 1].text):
            found.append(rest[last : index + 1])
            last = index + 1
    return [*found, rest[last:]]


def _half(columns: Sequence[Column], lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of a half under the task and the columns behind it; [] where no units end it."""
    timed = columns[-1].kind == "deadline"
    roles = len(columns) - timed
    stop = len(lines)
    time = [lines[-1]] if timed and not _is_units(lines[-1].text) else []
    stop -= len(time)
    start = stop
    while start > 1 and _is_units(lines[start - 1].text):
        start -= 1
    units = lines[start:stop]
    if not units:
        return []
    cells = [[line] for line in units[: roles - 1]]
    cells += [list(units[len(cells) :])] if len(units) > len(cells) else []
    cells += [[] for _ in range(roles - len(cells))]
    return [[whole(lines[:start])], *cells, *([time] if timed else [])]


def is_tail(text: str) -> bool:
    """Is a line a unit, or a time, as they end a row?"""
    return _is_units(text) or tells_time(text)


def _is_units(text: str) -> bool:
    """Does a line list units: does each of its names, or the last one, which shares its end, name one?"""
    names = _NAME.findall(text)
    return bool(names) and len(text) <= _LONGEST and is_listed_unit(names[-1]) and "。" not in text


_LONGEST = 200


def whole(lines: Sequence[Line]) -> Line:
    """Several lines as one cell."""
    return Line(lines[0].start, lines[-1].stop, "".join(line.text for line in lines))
