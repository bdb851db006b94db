"""Breakdown tables with rows and columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.extraction import Breakdown, BreakdownCell
from loaders.passage import fold
from loaders.source import Table
from loaders.tables.flattened import is_number, number
from loaders.tables.grid import Grid, Place, cell_text, grid_of
from loaders.tables.places import LEAST_REGIONS, is_place, is_total

_UNIT = re.compile(r"\((?:单位:)?([^()\d]{1,8})\)$|[,,]单位:([^()\d]{1,8})$")
_TABLE_UNIT = re.compile(r"\(?单位 ?: ?([^\s()::\d]{1,6})\)?\s*$")
_NAME = re.compile("[A-Za-z\u4e00-\u9fff]")
"""A row's name has letters; last year's figure and a dash have none."""
_DEEPEST_HEADING = 4


@dataclass(frozen=True, slots=True)
class _Shape:
    """Where a breakdown table keeps what: columns, and the first row below the heading."""

    body: int
    places: dict[int, str]
    total: int | None
    unit: int | None

    @property
    def labels(self) -> int:
        """The columns before this one name the row."""
        return min([*self.places, *([self.total] if self.total is not None else [])])


Numbered = tuple[Breakdown, str]
"""A row with the ordinal that covers it, "" where it has none."""


def from_grid(text: str, table: Table, part: str) -> list[Numbered]:
    """The rows of a breakdown table, regions as columns or as rows; [] when it is none."""
    grid = grid_of(table)
    words = [["".join(cell_text(text, place).split()) for place in row] for row in grid]
    shape = _shape(words)
    if shape is None and grid:
        grid = [list(column) for column in zip(*grid, strict=True)]
        words = [list(column) for column in zip(*words, strict=True)]
        shape = _shape(words)
    if shape is None:
        return []
    default = default_unit(text, table.start)
    rows = zip(grid[shape.body :], words[shape.body :], strict=True)
    found = ((_row(part, row, shown, shape, default), shown) for row, shown in rows)
    return [(row, _ordinal(shown[: shape.labels])) for row, shown in found if row]


def default_unit(text: str, start: int) -> str:
    """The unit told above a table (单位:亩), or ""; of two units none is told."""
    unit = _TABLE_UNIT.search(fold(text[max(0, start - 30) : start]))
    return unit[1] if unit and "、" not in unit[1] else ""


def _ordinal(labels: Sequence[str]) -> str:
    """The number before a row's names."""
    return next((name for name in labels if name.isdecimal() and name.isascii()), "")


def _shape(words: Sequence[Sequence[str]]) -> _Shape | None:
    for index, row in enumerate(words[:_DEEPEST_HEADING]):
        places = {i: name for i, name in enumerate(row) if is_place(name)}
        if len(set(places.values())) >= LEAST_REGIONS and min(places) > 0:
            total = next((i for i, name in enumerate(row) if is_total(name) and i > 0), None)
            unit = next((i for i, name in enumerate(row) if name in {"单位", "计量单位"}), None)
            return _Shape(index + 1, places, total, unit)
    return None


def name_and_unit(text: str) -> tuple[str, str]:
    """A row's name without the unit of measure in brackets at its end, and that unit or ""."""
    unit = _UNIT.search(text)
    return (text[: unit.start()].strip(), unit[1] or unit[2]) if unit else (text, "")


def _row(
    part: str, row: Sequence[Place | None], shown: Sequence[str], shape: _Shape, default: str
) -> Breakdown | None:
    labels = [
        (name, place)
        for i, name in enumerate(shown[: shape.labels])
        if _NAME.search(name) and i != shape.unit and not is_number(name) and (place := row[i])
    ]
    cells = tuple(
        BreakdownCell(region, number(shown[i]), place.cell.start, place.cell.stop)
        for i, region in shape.places.items()
        if (place := row[i]) and is_number(shown[i])
    )
    if not labels or not cells:
        return None
    name, unit = name_and_unit(labels[-1][0])
    unit = unit or (shown[shape.unit] if shape.unit is not None else "") or default
    group = labels[0][0] if len(labels) > 1 and labels[0][0] != labels[-1][0] else ""
    own, whole, total = labels[-1][1].cell, None, shape.total
    last = own
    if total is not None and (place := row[total]) and is_number(shown[total]):
        whole, last = number(shown[total]), place.cell
    return Breakdown(
        part, group, name, unit, whole, cells, min(own.start, last.start), max(own.stop, last.stop)
    )


__all__ = ["Grid", "Numbered", "default_unit", "from_grid", "name_and_unit"]
