"""Tables of indicators: a row a measure, with its unit and the value to reach in columns of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from loaders.data_files import tables
from loaders.indicators.cells import of_cell
from loaders.indicators.measure import Measure
from loaders.indicators.naming import is_growing
from loaders.indicators.read import read_indicators
from loaders.outline.ordinals import read_ordinal
from loaders.passage import fold, passage
from loaders.source import Table
from loaders.tables.breakdown_grid import name_and_unit
from loaders.tables.grid import Grid, Place, cell_text, grid_of

_DEEPEST_HEADING = 3
_LONGEST = 24
_LONGEST_VALUE = 24
_NOTE = re.compile(r"[(\[〔【][^()\[\]〔〕【】]{0,20}[)\]〕】]")
_SCORE = re.compile("分值|得分|扣分|评分|打分|满分")
"""Columns of a table that marks what was done: its standards are no targets."""
_YEAR = re.compile("20[0-9]{2}")


@dataclass(frozen=True, slots=True)
class TableMeasure:
    """A target of a row: `path` holds the ordinals of the groups above it and its own; `row` is its span."""

    path: tuple[str, ...]
    row: tuple[int, int]
    measure: Measure


@dataclass(frozen=True, slots=True)
class _Shape:
    """Where an indicator table keeps what: columns, and the first row below the heading.

    `years`: of several targets a row, one a year, the year of each column.
    """

    body: int
    name: int
    targets: tuple[int, ...]
    years: dict[int, int]
    growth: tuple[int, ...]
    told: tuple[int, ...]
    unit: int | None
    number: int | None


@cache
def _rows() -> tuple[tuple[str, re.Pattern[str]], ...]:
    data = tables(__package__, "measure_headers")
    return tuple((row["kind"], re.compile(row["pattern"])) for row in data["column"])


def column_kind(heading: str) -> str:
    """What a column under this folded heading holds; "other" when its words say none of the known."""
    words = _NOTE.sub("", "".join(heading.split()))
    if not words or len(words) > _LONGEST:
        return "other"
    return next((kind for kind, pattern in _rows() if pattern.search(words)), "other")


def read_measure_table(text: str, table: Table) -> list[TableMeasure]:
    """The targets of one table in row order; [] when its heading names no measures and targets."""
    head = fold(text[table.start : table.start + 400])
    if "指标" not in head and "目标" not in head and "考核" not in head:
        return []
    grid = grid_of(table)
    shape = _shape(text, grid)
    return list(_measures(text, grid, shape)) if shape else []


def _shape(text: str, grid: Grid) -> _Shape | None:
    for index, row in enumerate(grid[:_DEEPEST_HEADING]):
        words = [cell_text(text, place) for place in row]
        kinds = [column_kind(word) for word in words]
        if "name" not in kinds:
            continue
        deep = max((p.cell.rows for p in row if p and p.cell.row == index), default=1)
        body = index + min(deep, _DEEPEST_HEADING)
        for below in grid[index + 1 : body]:
            lower = [cell_text(text, place) for place in below]
            words = [low or word for low, word in zip(lower, words, strict=True)]
        return _columns([column_kind(word) for word in words], words, body)
    return None


def _columns(kinds: Sequence[str], words: Sequence[str], body: int) -> _Shape | None:
    targets = [i for i, kind in enumerate(kinds) if kind == "target"]
    ahead: dict[int, int] = {}
    if not targets:
        ahead = _years_ahead(kinds, words)
        targets = list(ahead)
    if not (targets or "told" in kinds) or "name" not in kinds:
        return None
    named = max(i for i, kind in enumerate(kinds) if kind == "name")
    scored = any(_SCORE.search(word) for word in words)
    return _Shape(
        body,
        named,
        tuple(i for i in targets if i > named),
        ahead if len(ahead) > 1 else {},
        tuple(i for i, kind in enumerate(kinds) if kind == "growth" and i > named),
        () if scored else tuple(i for i, kind in enumerate(kinds) if kind == "told" and i > named),
        kinds.index("unit") if "unit" in kinds else None,
        kinds.index("number") if "number" in kinds else None,
    )


def _years_ahead(kinds: Sequence[str], words: Sequence[str]) -> dict[int, int]:
    """Columns under bare years that are to come: all after a year that is said to be past, else the last."""
    years = {i: int(m[0]) for i, word in enumerate(words) if (m := _YEAR.search(word))}
    bare = {i: year for i, year in years.items() if kinds[i] == "year"}
    past = [year for i, year in years.items() if kinds[i] == "past"]
    least = max(past) + 1 if past else max(bare.values(), default=0)
    return {i: year for i, year in bare.items() if year >= least}


def _measures(text: str, grid: Grid, shape: _Shape) -> Iterator[TableMeasure]:
    group: tuple[str, ...] = ()
    for row in grid[shape.body :]:
        cells = [cell_text(text, place) for place in row]
        label = _group(row, cells)
        if _repeats_heading(cells, shape):
            continue
        if label is not None:
            ordinal = read_ordinal(label)
            group = (ordinal.label,) if ordinal else ()
            continue
        named = cells[shape.name]
        own = read_ordinal(cells[shape.number] + "、" if shape.number is not None else named)
        path = (*group, own.label) if own else group
        placed = [place.cell for place in row if place and place.first]
        span = (min(cell.start for cell in placed), max(cell.stop for cell in placed))
        for column in (*shape.targets, *shape.growth):
            measure = _measure(row, cells, shape, column)
            if measure:
                yield TableMeasure(path, span, measure)
        name = named[own.length :] if own and shape.number is None else named
        for column in shape.told:
            yield from (TableMeasure(path, span, each) for each in _told(text, row[column], name))


def _repeats_heading(cells: Sequence[str], shape: _Shape) -> bool:
    """Is a row the heading again, as each page of a long table prints it?"""
    valued = (column_kind(cells[column]) in ("year", "target") for column in shape.targets)
    return column_kind(cells[shape.name]) == "name" and any(valued)


def _told(text: str, place: Place | None, name: str) -> Iterator[Measure]:
    """What a cell's sentences tell to reach: those without a measure of their own speak of the row's."""
    if place:
        words = passage(text, place.cell.start, place.cell.stop)
        for found in read_indicators(words, "".join(name.split())):
            start, stop = words.span(found.start, found.stop)
            yield found._replace(start=start, stop=stop)


def _group(row: Sequence[Place | None], cells: Sequence[str]) -> str | None:
    """What a row says that holds nothing but the name of a group; None for other rows."""
    filled = {id(place.cell): cell for place, cell in zip(row, cells, strict=True) if place and cell}
    return next(iter(filled.values())) if len(filled) == 1 else None


def _measure(row: Sequence[Place | None], cells: Sequence[str], shape: _Shape, column: int) -> Measure | None:
    named, placed = row[shape.name], row[column]
    if not named or not placed or named.cell is placed.cell or len(cells[column]) > _LONGEST_VALUE:
        return None
    name, unit = name_and_unit("".join(cells[shape.name].split()))
    if shape.unit is not None and re.search("[^-—/ ]", cells[shape.unit]):
        unit = cells[shape.unit]
    if column in shape.growth:
        if _NOTE.search(cells[column]):  # 〔4〕 is what five years come to, not a rate
            return None
        name, unit = name if is_growing(name) else f"{name}年均增长", "%"
    if column in shape.years:
        name = f"{name}({shape.years[column]}年)"
    quantity = of_cell(cells[column], unit)
    if not name or not quantity:
        return None
    start, stop = min(named.cell.start, placed.cell.start), max(named.cell.stop, placed.cell.stop)
    return Measure(name, quantity.op, quantity.value, quantity.value_max, quantity.unit, start, stop)
