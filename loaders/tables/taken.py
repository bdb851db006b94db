"""What a task table's rows say, while the table is read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from loaders.clauses.cues import label_kind
from loaders.passage import passage
from loaders.tables.grid import Place
from loaders.tables.headers import ROLE_OF, Column, tells_stages
from loaders.tables.levels import Groups
from loaders.tables.measures import Measure, Span, printed_label, trimmed
from loaders.tables.unit_cells import UnitCell, unit_cells


@dataclass(slots=True)
class Row:
    """A task while what is below it may still complete it.

    `number`: the cell of a number column that covers it, as (place, ordinal); `groups`: the open
    groups that stand above its own ordinal; `name`: the cell beside it that names the task; `more`:
    the units of each further line under its number.
    """

    measure: Measure
    own: str | None
    number: tuple[int, str] | None
    groups: Groups
    units: list[UnitCell]
    deadline: Span | None
    passages: list[Span]
    name: Span | None = None
    more: list[list[UnitCell]] = field(default_factory=list)


def only_support(units: Sequence[UnitCell], above: Row) -> bool:
    """Do all of these support, where somebody leads the row above?"""
    led = any(role == "lead" for role, _, _ in above.units)
    return led and {role for role, _, _ in units} == {"support"}


@dataclass(slots=True)
class GridLine:
    """One row of the grid under its columns; `number`: the ordinal cell that covers it, with its
    place and label, `printed` as it stands there; `name`: the cell that names what is told;
    `unnumbered`: it has a cell for a number, which is empty."""

    groups: list[str]
    task: Place | None
    units: list[UnitCell]
    deadline: Span | None
    number: tuple[int, str] | None
    targets: list[Span]
    printed: str
    name: Span | None = None
    unnumbered: bool = False


@dataclass(slots=True)
class Pending:
    """A group that the task column prints with units of its own, until its first measure comes."""

    measure: Measure
    units: list[UnitCell]
    deadline: Span | None


def grid_line(
    text: str,
    columns: Sequence[Column],
    named: Column | None,
    places: Sequence[Place | None],
    cells: Sequence[str],
) -> GridLine:
    """What a row of the grid says under its columns; `named`: the one that names what another tells.

    A title drawn over all columns does not tell who or when, though it stands in those columns too.
    """
    by_kind: dict[str, list[tuple[Column, Place, str]]] = {}
    told: set[int] = set()
    for column, place, cell in zip(columns, places, cells, strict=False):
        if place and cell and not (id(place.cell) in told and column.kind in _BESIDE):
            if column.kind in ("group", "task"):
                told.add(id(place.cell))
            by_kind.setdefault(column.kind, []).append((column, place, cell))
    units = [
        found
        for role in ROLE_OF
        for column, place, _ in by_kind.get(role, [])
        for found in unit_cells(text, place.cell.start, place.cell.stop, column)
    ]
    units += [found for _, place, _ in by_kind.get("group", []) for found in _leads_of(text, place)]
    spans = {kind: [_span(text, place) for _, place, _ in found] for kind, found in by_kind.items()}
    task = by_kind.get("task", [])
    number = by_kind.get("number", [])
    return GridLine(
        [cell for _, place, cell in by_kind.get("group", []) if place.first],
        task[0][1] if task else None,
        units,
        _deadline(text, by_kind.get("deadline", [])),
        (number[0][1].cell.start, printed_label(number[0][2])) if number else None,
        spans.get("target", []),
        number[0][2].strip(" 、.") if number else "",
        next((_span(text, p) for column, p, _ in by_kind.get("group", []) if column is named), None),
        any(not cell and c.kind == "number" for c, cell in zip(columns, cells, strict=False)),
    )


_LED = re.compile(r"[(〔【](?P<label>[一-鿿]{2,6}):(?P<units>(?:[^()]|\([^()]{1,30}\)){2,200})[)〕】]$")


def _leads_of(text: str, place: Place) -> Iterator[UnitCell]:
    """Who leads all rows of a group by a bracket in its cell: 公园建设(牵头单位:市园林局)."""
    words = passage(text, *_span(text, place))
    led = _LED.search(words.text)
    if led and label_kind(led["label"]) == "lead":
        yield ("lead", *words.span(*led.span("units")))


_BESIDE = {*ROLE_OF, "deadline"}
_WHEN = re.compile("[0-9年月日季旬底]|长期|持续|常态")
"""What a stage says of when; 启动建设 says nothing."""


def _deadline(text: str, cells: Sequence[tuple[Column, Place, str]]) -> Span | None:
    """The first cell of a column of times; of one for stages (进度安排) where there is no other and it tells
    a time."""
    told = (cell for cell in cells if not tells_stages(cell[0]) or _WHEN.search(cell[2]))
    ranked = sorted(told, key=lambda cell: tells_stages(cell[0]))
    return _span(text, ranked[0][1]) if ranked else None


def _span(text: str, place: Place) -> Span:
    return trimmed(text, place.cell.start, place.cell.stop)
