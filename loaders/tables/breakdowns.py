"""Tables that spread an indicator over regions: a row a measure, a column a region, or the reverse."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from loaders.extraction import Breakdown, Finding
from loaders.source import Source, Table
from loaders.tables.breakdown_column import from_column
from loaders.tables.breakdown_grid import Numbered, from_grid

_NOT_ADDED = re.compile(r"率$|比例$|占比$|比重$|增长$|增速$|增幅$|人均|平均|指数|%|百分点|满意度|排名")
"""Measures whose regions do not add up to the whole."""


@dataclass(frozen=True, slots=True)
class Broken:
    """The rows read from breakdown tables, the ordinal of each ("" without), and rows that do not add up."""

    rows: tuple[Breakdown, ...] = ()
    ordinals: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


def read_breakdowns(source: Source, tables: Sequence[Table], part_of: Callable[[int], str]) -> Broken:
    """Rows of all breakdown tables in text order; `part_of` tells the part of an offset.

    A row spans its name and its total. Cells that cannot be told apart are left out, empty ones
    too. A row whose cells do not come to its total is a finding `row_sum`.
    """
    found: list[Numbered] = []
    for table in tables:
        part = part_of(table.start)
        single = all(cell.column == 0 and cell.columns == 1 for cell in table.cells)
        found += from_column(source.text, table, part) if single else from_grid(source.text, table, part)
    rows = tuple(row for row, _ in found)
    ordinals = tuple(ordinal for _, ordinal in found)
    return Broken(rows, ordinals, tuple(f for row in rows for f in _sum_finding(row)))


def _sum_finding(row: Breakdown) -> list[Finding]:
    if row.total is None or not row.cells or _NOT_ADDED.search(row.name) or _NOT_ADDED.search(row.unit):
        return []
    found = round(sum(cell.value for cell in row.cells), 6)
    if found == round(row.total, 6):
        return []
    message = f"“{row.name}”各地之和为 {found:.10g},与总数 {row.total:.10g} 不一致,请核对各地数字"
    return [Finding("row_sum", "warning", message, row.start, row.stop)]
