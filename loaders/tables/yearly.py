"""What projects shall take up within the plan's year: a column 年度投资(万元) beside their names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.indicators.cells import of_cell
from loaders.indicators.measure import Measure
from loaders.outline.ordinals import read_ordinal
from loaders.passage import fold
from loaders.source import Table
from loaders.tables.breakdown_grid import default_unit
from loaders.tables.grid import Place, cell_text, grid_of
from loaders.tables.headers import read_column
from loaders.tables.indicators import TableMeasure

_YEARLY = re.compile(
    r"(?P<name>(?:(?:本年|年|当年|今年)度?(?:计划|预计|目标)?|20[0-9]{2}年度?(?:计划|预计|目标))(?:完成)?投资(?:额|计划|目标|任务)?)"
    r"(?:\((?:单位:)?(?P<unit>[万亿]?元)\))?"
)
_NAMES = re.compile("^(?:工程|项目|重点)*(?:项目|工程)(?:名称)?$")
_DEEPEST_HEADING = 2
_HEAD = 400
_LONGEST_CELL = 24


def read_yearly(text: str, table: Table) -> list[TableMeasure]:
    """A target for each row that tells the year's amount, in row order; [] without such a column."""
    if "投资" not in text[table.start : table.start + _HEAD]:
        return []
    grid = grid_of(table)
    for index, row in enumerate(grid[:_DEEPEST_HEADING]):
        heads = ["".join(cell_text(text, place).split()) for place in row]
        found = next(((i, m) for i, head in enumerate(heads) if (m := _YEARLY.fullmatch(fold(head)))), None)
        named = next((i for i, head in enumerate(heads) if _NAMES.match(head)), None)
        unit = (found[1]["unit"] or default_unit(text, table.start)) if found else ""
        if found is None or named is None or not unit.endswith("元"):
            continue
        numbers = next((i for i, head in enumerate(heads) if read_column(head).kind == "number"), None)
        column = _Column(named, found[0], numbers, found[1]["name"], unit)
        return [told for each in grid[index + 1 :] if (told := _target(text, each, column))]
    return []


@dataclass(frozen=True, slots=True)
class _Column:
    """Where the names, the amounts and the rows' numbers stand, what the amounts' column is called, and
    their unit."""

    named: int
    amount: int
    numbers: int | None
    heading: str
    unit: str


def _target(text: str, row: Sequence[Place | None], column: _Column) -> TableMeasure | None:
    name, placed = row[column.named], row[column.amount]
    words, shown = cell_text(text, name), cell_text(text, placed)
    if not name or not placed or not name.first or not words or name.cell is placed.cell:
        return None
    quantity = of_cell(shown, column.unit) if len(shown) <= _LONGEST_CELL else None
    if quantity is None:
        return None
    numbers = column.numbers
    ordinal = read_ordinal(cell_text(text, row[numbers]) + "、") if numbers is not None else None
    cells = [place.cell for place in row if place and place.first]
    span = min(cell.start for cell in cells), max(cell.stop for cell in cells)
    measure = Measure(
        "".join(words.split()) + column.heading, quantity.op, quantity.value, quantity.value_max,
        quantity.unit, placed.cell.start, placed.cell.stop,
    )  # fmt: skip
    return TableMeasure((ordinal.label,) if ordinal else (), span, measure)
