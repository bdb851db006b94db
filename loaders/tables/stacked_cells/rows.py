"""Where the rows of a table of one cell below the other end, told by what their lines hold.

A row may end behind a line of units or a time that something else follows. Of all ways to part the lines so
the one is taken whose rows fit their columns best.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from loaders.outline.lines import Line
from loaders.tables.headers import ROLE_OF, Column
from loaders.tables.stacked_cells.cells import REST, Filled, Run, cheapest
from loaders.tables.stacked_cells.units import is_time, is_units

_MOST_LINES = 60
"""Lines of one row at most."""
_TRIES = 4
"""Places before the end of a row where it may have begun."""
_ROW = 0.1
"""What a row costs by itself: one is better than two as good."""
_LONGEST = 200
_LONGEST_GLUED = 24
"""Characters of units on the line of what is to be done."""
_GOES_ON = ("、", ",", ";")


class _Way(NamedTuple):
    """The cheapest way to part the lines up to a place: its cost, where its last row begins, and that row."""

    cost: float
    start: int
    filled: Filled | None


def split_rows(columns: Sequence[Column], lines: Run, *, more: bool = False) -> list[list[Run]]:
    """The rows of these lines; [] where there is no way to part them. A line without words ends a page.

    `more`: other text may stand behind the last row, which then has one cell more, for that.
    """
    lines = [part for line in lines for part in _parted(line)]
    ends = [*_row_ends(columns, lines), len(lines)]
    ways = {0: _Way(0.0, 0, None)}
    for index, end in enumerate(ends):
        starts = [0, *ends[:index]][-_TRIES:]
        cells = [*columns, REST] if more and end == len(lines) else columns
        tried = [_row(cells, lines, start, end, ways[start].cost) for start in starts if start in ways]
        best = min((way for way in tried if way), default=None, key=lambda way: way.cost)
        if best:
            ways[end] = best
    rows: list[list[Run]] = []
    at = last = max(ways) if more else len(lines)
    while at and at in ways:
        _, at, filled = ways[at]
        rows += [filled.runs] if filled else []
    if more and rows and last < len(lines):
        rows[0] = [*rows[0], []]  # what stands behind it is more than a row's lines
    return rows[::-1] if not at else []


def _parted(line: Line) -> list[Line]:
    """A line in two where units follow the full stop of what is to be done: 完成验收。市园林局."""
    at = line.text.rfind("。") + 1
    units = line.text[at:]
    if not 0 < at < len(line.text) or len(units) > _LONGEST_GLUED or "\t" in units or not is_units(units):
        return [line]
    return [
        Line(line.start, line.start + at, line.text[:at]),
        Line(line.start + at, line.stop, line.text[at:]),
    ]


def _row(columns: Sequence[Column], lines: Run, start: int, end: int, before: float) -> _Way | None:
    if end - start > _MOST_LINES:
        return None
    run = lines[start:end]
    page = next((at for at, line in enumerate(run) if not line.text), len(run))
    here, behind = run[:page], [line for line in run[page:] if line.text]
    filled = cheapest(columns, here, behind) if here else cheapest(columns, behind)
    return _Way(before + filled.cost + _ROW, start, filled) if filled else None


def _row_ends(columns: Sequence[Column], lines: Run) -> list[int]:
    """The places behind which a row may begin."""
    units_first = columns[0].kind in ROLE_OF
    found: list[int] = []
    told, before = False, ""
    for at, line in enumerate(lines):
        if not line.text:
            continue
        tells = ends_row(line.text)
        if told and (units_first or not tells):
            found.append(at)
        broken = not tells and before != "" and ends_row(before + line.text)
        told = (tells or broken) and not line.text.endswith(_GOES_ON)
        before = line.text
    return found


def ends_row(text: str) -> bool:
    """Is a line units, a time or a mark for nothing, as they end a row?"""
    if len(text) > _LONGEST or "。" in text:
        return False
    return is_time(text) or is_units(text)
