"""What projects shall take up within the plan's year: a column 年度投资(万元) beside their names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.indicators.cells import of_cell
from loaders.indicators.measure import Measure
from loaders.outline.ordinals import read_ordinal
from loaders.passage import fold
from loaders.source import Table
from loaders.tables.breakdown_grid import default_unit
from loaders.tables.grid import Grid, Place, cell_text, grid_of
from loaders.tables.headers import read_column
from loaders.tables.indicators import TableMeasure
from loaders.tables.places import sum_of

_YEARLY = re.compile(
    r"(?P<name>(?:(?:本年|年|当年|今年)度?(?:计划|预计|目标)?|20[0-9]{2}年度?(?:计划|预计|目标))(?:完成)?投资(?:额|计划|目标|任务)?)"
    r"(?:\((?:单位:)?(?P<unit>[万亿]?元)\))?"
)
_NAMES = re.compile("^(?:工程|项目|重点)*(?:项目|工程)(?:名称)?$")
_DEEPEST_HEADING = 5
"""Two rows, below the table's title, its unit and who filled it in."""
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
        unit = (found[1]["unit"] or _unit_above(text, table, row)) if found else ""
        if found is None or named is None or not unit.endswith("元"):
            continue
        numbers = next((i for i, head in enumerate(heads) if read_column(head).kind == "number"), None)
        return list(
            _targets(text, grid[index + 1 :], _Column(named, found[0], numbers, found[1]["name"], unit))
        )
    return []


def _unit_above(text: str, table: Table, row: Sequence[Place | None]) -> str:
    """The unit told on the line, or in the row, above the heading (单位:万元)."""
    starts = [place.cell.start for place in row if place and place.first]
    return default_unit(text, min(starts, default=table.start)) or default_unit(text, table.start)


@dataclass(frozen=True, slots=True)
class _Column:
    """Where the names, the amounts and the rows' numbers stand, what the amounts' column is called, and
    their unit."""

    named: int
    amount: int
    numbers: int | None
    heading: str
    unit: str


def _targets(text: str, grid: Grid, column: _Column) -> Iterator[TableMeasure]:
    """The rows' targets, each under its group; sums stand at the group (小计), or at the table (合计)."""
    group: tuple[str, ...] = ()
    words = ""
    for row in grid:
        cells = [cell_text(text, place) for place in row]
        if label := _group(row, cells, column):
            ordinal = read_ordinal(label)
            group = (ordinal.label,) if ordinal else ()
            words = _COUNT.sub("", label[ordinal.length :] if ordinal else label)
        told = next(
            (said for place, cell in zip(row, cells, strict=True) if place and (said := sum_of(cell))), ""
        )
        if told:
            at, name = (group, words) if told == "小计" else ((), "")
            found = _target(text, row, column, at, "".join(name.split()) or told)
        else:
            number = cells[column.numbers] if column.numbers is not None else ""
            own = read_ordinal(f"{number}、")
            found = _target(text, row, column, (*group, own.label) if own else group, cells[column.named])
        yield from [found] if found else []


def _group(row: Sequence[Place | None], cells: Sequence[str], column: _Column) -> str:
    """What a row, or a cell of several rows left of the names, says of those below it; "" for none."""
    filled = {id(place.cell): cell for place, cell in zip(row, cells, strict=True) if place and cell}
    if len(filled) == 1:
        return next(iter(filled.values()))
    left = (
        cell
        for index, (place, cell) in enumerate(zip(row, cells, strict=True))
        if index < column.named and index != column.numbers and place and place.first
    )
    return next((cell for cell in left if cell and not sum_of(cell) and read_ordinal(cell)), "")


_COUNT = re.compile(r"\([^()]{1,16}\)$")


def _target(
    text: str, row: Sequence[Place | None], column: _Column, path: tuple[str, ...], words: str
) -> TableMeasure | None:
    """The row's amount as a target of what `words` name."""
    name, placed = row[column.named], row[column.amount]
    shown = cell_text(text, placed)
    if not name or not placed or not name.first or not words or name.cell is placed.cell:
        return None
    quantity = of_cell(shown, column.unit) if len(shown) <= _LONGEST_CELL else None
    if quantity is None:
        return None
    cells = [place.cell for place in row if place and place.first]
    span = min(cell.start for cell in cells), max(cell.stop for cell in cells)
    measure = Measure(
        "".join(words.split()) + column.heading, quantity.op, quantity.value, quantity.value_max,
        quantity.unit, placed.cell.start, placed.cell.stop,
    )  # fmt: skip
    return TableMeasure(path, span, measure)
