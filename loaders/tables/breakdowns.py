"""Tables that spread an indicator over regions: a row a measure, a column a region."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from loaders.extraction import Breakdown, BreakdownCell, Finding
from loaders.source import Source, Table
from loaders.tables.fill import fill_row, usual_gap
from loaders.tables.flattened import is_number, number
from loaders.tables.grid import cell_text, grid_of

_PLACE = re.compile(
    r".{1,12}(?:[省市县区州旗盟镇乡]|街道|开发区|经开区|高新区|管理区|度假区|新区|园区|管委会|本级|直属|农场|办事处)$"
)
_TOTAL = re.compile(
    r"^(?:全[省市县区州]|[省市县区州])?(?:总)?(?:合计|总计|小计|总数|任务数?|目标数?|目标任务|总任务|计划数|总目标|总量)$|^全[省市县区州](?:任务|目标)?$"
)
_UNIT = re.compile(r"[((]([^()()\d]{1,8})[))]$|[((](?:单位)[::]([^()()]{1,8})[))]$")
_LEAST_REGIONS = 3


@dataclass(frozen=True, slots=True)
class Broken:
    """The rows read from breakdown tables, and rows that do not add up."""

    rows: tuple[Breakdown, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class _Cell:
    text: str
    start: int
    stop: int


def read_breakdowns(source: Source, tables: Sequence[Table], part_of: Callable[[int], str]) -> Broken:
    """Rows of all breakdown tables in text order; `part_of` tells the part of an offset.

    A row whose cells do not come to its total is a finding `row_sum`.
    """
    rows: list[Breakdown] = []
    for table in tables:
        part = part_of(table.start)
        single = all(cell.column == 0 for cell in table.cells)
        rows += _from_column(source.text, table, part) if single else _from_grid(source.text, table, part)
    return Broken(tuple(rows), tuple(f for row in rows for f in _sum_finding(row)))


def _sum_finding(row: Breakdown) -> list[Finding]:
    if row.total is None or not row.cells:
        return []
    found = round(sum(cell.value for cell in row.cells), 6)
    if found == row.total:
        return []
    message = f"“{row.name}”各地之和为 {found:g},与总数 {row.total:g} 不一致,请核对"
    return [Finding("row_sum", "warning", message, row.start, row.stop)]


def _name_and_unit(text: str) -> tuple[str, str]:
    unit = _UNIT.search(text)
    return (text[: unit.start()].strip(), unit[1] or unit[2]) if unit else (text, "")


# a grid


def _from_grid(text: str, table: Table, part: str) -> list[Breakdown]:
    grid = grid_of(table)
    words = [[re.sub(r"\s+", "", cell_text(text, place)) for place in row] for row in grid]
    heading = next((i for i, row in enumerate(words[:4]) if sum(map(_is_place, row)) >= _LEAST_REGIONS), None)
    if heading is None:
        return []
    places = {i: name for i, name in enumerate(words[heading]) if _is_place(name) and not _TOTAL.match(name)}
    total = next((i for i, name in enumerate(words[heading]) if _TOTAL.match(name)), None)
    unit_column = next((i for i, name in enumerate(words[heading]) if name in {"单位", "计量单位"}), None)
    found = []
    for row, shown in zip(grid[heading + 1 :], words[heading + 1 :], strict=True):
        first = min([*places, *([total] if total is not None else [])])
        labels = [
            shown[i] for i in range(first) if shown[i] and i != unit_column and not shown[i].isdecimal()
        ]
        if not labels:
            continue
        name, unit = _name_and_unit(labels[-1])
        cells = tuple(
            BreakdownCell(place, number(shown[i]), p.cell.start, p.cell.stop)
            for i, place in places.items()
            if (p := row[i]) is not None and is_number(shown[i])
        )
        if not cells:
            continue
        whole = number(shown[total]) if total is not None and is_number(shown[total]) else None
        own = next(p for p in row if p is not None and cell_text(text, p))
        last = row[total] if total is not None and row[total] is not None else own
        assert last is not None
        unit = unit or (shown[unit_column] if unit_column is not None else "")
        group = labels[0] if len(labels) > 1 else ""
        span = (min(own.cell.start, last.cell.start), max(own.cell.stop, last.cell.stop))
        found.append(Breakdown(part, group, name, unit, whole, cells, *span))
    return found


def _is_place(name: str) -> bool:
    return _PLACE.fullmatch(name) is not None


# one cell a line


def _from_column(text: str, table: Table, part: str) -> list[Breakdown]:
    cells = [_Cell(re.sub(r"\s+", "", text[c.start : c.stop]), c.start, c.stop) for c in table.cells]
    first = next((i for i, cell in enumerate(cells) if _begins_rows(cells, i)), None)
    if first is None:
        return []
    places = _places(cells[:first])
    if len(places) < _LEAST_REGIONS:
        return []
    pairs = itertools.pairwise(cells)
    gaps = {b.start: text.count("\n", a.stop, b.start) for a, b in pairs}
    usual = usual_gap(list(gaps.values()))
    found: list[Breakdown] = []
    group, label = "", list[_Cell]()
    index = first
    while index < len(cells):
        if not is_number(cells[index].text):
            label.append(cells[index])
            index += 1
            continue
        stop = index
        while stop < len(cells) and is_number(cells[stop].text):
            stop += 1
        run = cells[index:stop]
        if label:
            group, row, used = _row(part, group, label, run, places, gaps, usual)
            if row:
                found.append(row)
            run = run[used:]
        label = []
        index = stop
    return found


def _begins_rows(cells: Sequence[_Cell], index: int) -> bool:
    """The first row: 1 (its number), or a name followed by a run of numbers."""
    return index + 3 < len(cells) and cells[index].text == "1" and not is_number(cells[index + 1].text)


def _places(cells: Sequence[_Cell]) -> list[str]:
    """Names of the regions in the heading; a long one broken over two lines is put together."""
    places: list[str] = []
    begun = ""
    for cell in cells:
        name = begun + cell.text
        if _is_place(name) and not _TOTAL.match(name):
            places.append(name)
            begun = ""
        elif _TOTAL.match(cell.text) or cell.text in {
            "序号",
            "单位",
            "项目",
            "实事项目",
            "指标",
            "单位任务",
            "任务",
        }:
            begun = ""
        else:
            begun = name if len(name) <= 12 else ""
    return places


def _row(
    part: str,
    group: str,
    label: list[_Cell],
    run: list[_Cell],
    places: list[str],
    gaps: dict[int, int],
    usual: int,
) -> tuple[str, Breakdown | None, int]:
    """A row from its label lines and the numbers behind it: (group, row, numbers used)."""
    named = [cell for cell in label if cell.text]
    if len(named) > 1 and not _UNIT.search(named[0].text) and len(named[0].text) <= 4:
        group, named = named[0].text, named[1:]
    name, unit = _name_and_unit("".join(cell.text for cell in named))
    total = number(run[0].text)
    values = run[1:]
    # the number of the next row stands behind the last cell
    for used in (len(values), len(values) - 1):
        filled = fill_row([gaps[v.start] for v in values[:used]], usual, len(places))
        if filled is None or abs(sum(number(v.text) for v in values[:used]) - total) > 1e-6:
            continue
        cells = tuple(
            BreakdownCell(places[column], number(value.text), value.start, value.stop)
            for column, value in zip(filled, values[:used], strict=True)
        )
        return group, Breakdown(part, group, name, unit, total, cells, named[0].start, run[0].stop), used + 1
    return group, Breakdown(part, group, name, unit, total, (), named[0].start, run[0].stop), len(run)
