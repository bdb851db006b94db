"""What a table's columns hold where the cells below the heading tell it and not the heading's words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from loaders.clauses.cues import tells_time
from loaders.lexicon import kind_of
from loaders.passage import fold
from loaders.tables.grid import Place, cell_text
from loaders.tables.headers import ROLE_OF, Column, read_column, read_heading

Rows = Sequence[Sequence[Place | None]]
"""The rows of a grid below its heading."""

_FEWEST_BODIES = 3
_MOST_ROWS = 200
_BODIES = frozenset({"bureau", "party", "court", "taskforce", "collective"})
_RUNS = re.compile("(?:政府|管委会|管理委员会|办事处)$")
"""What runs a place is a body; the place itself may be where something is built."""
_RESPONSIBLE = "责任单位"
_REMARK = re.compile("备注|说明")
_FEWEST_TIMES = 2


def told_by_cells(text: str, columns: list[Column], below: Rows) -> list[Column]:
    """The columns with the first one for numbers where its cells count 1, 2, 3 …, and the last one for
    completion times where it is called 备注 and holds nothing but times.

    A heading over both the numbers and the tasks (工作任务) is printed once. A column of nothing but ordinals
    that tells what in the text a row corresponds to (对应任务) holds no tasks.
    """
    columns = [_without_references(text, column, n, below) for n, column in enumerate(columns)]
    firsts = (row[0] for row in below)
    lasts = (row[-1] for row in below)
    counted = [cell_text(text, p) for p in firsts if p and p.cell.columns == 1 and p.first]
    timed = [cell_text(text, p) for p in lasts if p and p.cell.columns == 1]
    return _with_times(_with_numbers(columns, counted), timed)


_REFERS = re.compile("(?:对应|对照|所在)(?!的?单位)")
_ORDINALS = re.compile(r"(?:[(]?[一二三四五六七八九十0-9]{1,3}[)、.]?[、,;和 \n]{0,2}){1,12}")


def _without_references(text: str, column: Column, index: int, below: Rows) -> Column:
    if column.kind not in ("group", "task") or not _REFERS.match(column.heading):
        return column
    places = (row[index] for row in islice(below, _MOST_ROWS) if index < len(row))
    cells = [cell for place in places if (cell := fold(cell_text(text, place)).strip())]
    refers = [cell for cell in cells if cell != column.heading]  # printed again on the next page
    return replace(column, kind="other") if refers and all(map(_ORDINALS.fullmatch, refers)) else column


def _with_numbers(columns: list[Column], firsts: Sequence[str]) -> list[Column]:
    kinds = [column.kind for column in columns]
    if "number" in kinds or kinds[0] not in ("group", "other"):
        return columns
    cells = [cell.rstrip("、.") for cell in firsts if cell]
    counted = len(cells) > 1 and cells == [str(number) for number in range(1, len(cells) + 1)]
    return [replace(columns[0], kind="number"), *columns[1:]] if counted else columns


def _with_times(columns: list[Column], lasts: Sequence[str]) -> list[Column]:
    remarked = _REMARK.fullmatch(columns[-1].heading) is not None
    if not remarked or any(column.kind == "deadline" for column in columns):
        return columns
    cells = [cell for cell in lasts if cell]
    timed = len(cells) >= _FEWEST_TIMES and all(map(tells_time, cells))
    return [*columns[:-1], replace(columns[-1], kind="deadline")] if timed else columns


def heading_by_units(text: str, cells: Sequence[str], below: Rows) -> list[Column] | None:
    """The columns of a heading none of whose words names units, where one of its columns, whose words
    would have it hold tasks, holds bodies alone; None where none does.

    Those are responsible for what the other columns say. A cell over several columns tells of none.
    """
    columns = [read_column(cell) for cell in cells]
    kinds = [column.kind for column in columns]
    if any(kind in ROLE_OF for kind in kinds) or "task" not in kinds:
        return None
    for index, column in enumerate(columns):
        may_hold = column.kind in ("task", "group") or column.heading == "单位"
        if may_hold and _holds_bodies(text, index, below):
            return read_heading([*cells[:index], _RESPONSIBLE, *cells[index + 1 :]])
    return None


def _holds_bodies(text: str, index: int, below: Rows) -> bool:
    """Is each cell of a column a body's name, and are they more than a few?"""
    names: set[str] = set()
    for row in islice(below, _MOST_ROWS):
        place = row[index] if index < len(row) else None
        name = "".join(fold(cell_text(text, place)).split()) if place and place.cell.columns == 1 else ""
        if name and not (kind_of(name) in _BODIES or (kind_of(name) == "territory" and _RUNS.search(name))):
            return False
        names |= {name} if name else set()
    return len(names) >= _FEWEST_BODIES
