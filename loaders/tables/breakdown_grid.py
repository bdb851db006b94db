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


def from_grid(text: str, table: Table, part: str) -> list[Breakdown]:
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
    unit = _TABLE_UNIT.search(fold(text[max(0, table.start - 30) : table.start]))
    default = unit[1] if unit and "、" not in unit[1] else ""  # of two units none is told
    rows = zip(grid[shape.body :], words[shape.body :], strict=True)
    return [found for row, shown in rows if (found := _row(part, row, shown, shape, default))]


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
        if name and i != shape.unit and not name.isdecimal() and (place := row[i])
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


__all__ = ["Grid", "from_grid", "name_and_unit"]
