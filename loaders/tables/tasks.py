"""Rows of task tables: their path, their words, and the cells that name units."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from loaders.extraction import Role
from loaders.outline.ordinals import Ordinal, read_ordinal
from loaders.passage import passage
from loaders.source import Source, Table
from loaders.tables.grid import Grid, Place, cell_text, grid_of
from loaders.tables.headers import ROLE_KINDS, task_columns

Span = tuple[int, int]
UnitCell = tuple[Role, int, int]


@dataclass(frozen=True, slots=True)
class TableTask:
    """A task that a table's row (or a numbered measure in its cell) sets.

    `path`: ordinals of the groups, then the row's own, None where it has none. `units`: cells with
    the role that their heading says; `deadline` and `passages`: spans of the text.
    """

    table: int
    path: tuple[str | None, ...]
    title: str
    text: str
    start: int
    stop: int
    units: tuple[UnitCell, ...]
    deadline: Span | None
    passages: tuple[Span, ...]


@dataclass(slots=True)
class _Row:
    """A row while its group is still open."""

    own: Ordinal | None
    span: Span
    units: list[UnitCell]
    deadline: Span | None
    levels: dict[int, Ordinal]


@dataclass(slots=True)
class _State:
    """What is open: group ordinals by rank, and the rows read.

    `own_rank` is the rank of most measures' ordinals; an ordinal above it in a task cell names a
    group, whose units hold for a measure below that has none of its own.
    """

    kinds: list[str]
    own_rank: int | None = None
    levels: dict[int, Ordinal] = field(default_factory=dict)
    rows: list[_Row] = field(default_factory=list)
    group_units: list[UnitCell] = field(default_factory=list)
    group_deadline: Span | None = None


def read_task_tables(source: Source, tables: list[Table]) -> list[TableTask]:
    """The tasks of all task tables, in text order; a table whose heading names no units gives none."""
    found: list[TableTask] = []
    for number, table in enumerate(tables):
        found += _read(source.text, number, table)
    return found


def _read(text: str, number: int, table: Table) -> Iterator[TableTask]:
    grid = grid_of(table)
    state: _State | None = None
    for row in grid:
        cells = [cell_text(text, place) for place in row]
        kinds = task_columns(cells) if len(set(filter(None, cells))) > 1 else None
        if kinds:
            state = state or _State(kinds, _own_rank(text, table))
            state.kinds = kinds
        elif state and any(cells):
            _take(text, state, row, cells)
    for each in state.rows if state else ():
        yield _task(text, number, each)


def _own_rank(text: str, table: Table) -> int | None:
    ranks = Counter(
        ordinal.rank
        for cell in table.cells
        for mark in _MEASURE.finditer(text, cell.start, cell.stop)
        if (ordinal := read_ordinal(passage(mark[0]).text))
    )
    return ranks.most_common(1)[0][0] if ranks else None


def _take(text: str, state: _State, row: list[Place | None], cells: list[str]) -> None:
    """One row: its groups open or change levels, its measures become rows."""
    by_kind: dict[str, list[int]] = {}
    for index, kind in enumerate(state.kinds[: len(row)]):
        by_kind.setdefault(kind, []).append(index)
    heads = [_head(cells[index]) for index in by_kind.get("task", [])]
    groups = [cells[index] for index in by_kind.get("group", [])]
    measures = [
        each for index in by_kind.get("task", []) if (place := row[index]) for each in _measures(text, place)
    ]
    deeper = any(_names_group(state, ordinal) for ordinal, _, _ in measures)
    _open_groups(state, [*groups, *heads], deeper=deeper)
    units = [
        (kind, place.cell.start, place.cell.stop)
        for kind in sorted(ROLE_KINDS, key=["lead", "responsible", "support"].index)
        for index in by_kind.get(kind, [])
        if (place := row[index]) is not None and cells[index]
    ]
    deadline = next(
        ((p.cell.start, p.cell.stop) for i in by_kind.get("deadline", []) if (p := row[i]) and cells[i]), None
    )
    number = next((cells[i] for i in by_kind.get("number", []) if cells[i]), "")
    _add(state, measures, units, deadline, number)  # type: ignore[arg-type]


_MEASURE = re.compile(r"(?:(?<=^)|(?<=[。;!?\s>]))[((] ?\d{1,3} ?[))]")


def _names_group(state: _State, ordinal: Ordinal | None) -> bool:
    """Does this ordinal, in a task cell, stand above those of the measures?"""
    return ordinal is not None and state.own_rank is not None and ordinal.rank < state.own_rank


def _head(cell: str) -> str:
    """What stands before the first numbered measure of a task cell, "" where there is none."""
    mark = _MEASURE.search(cell)
    return cell[: mark.start()] if mark else ""


def _open_groups(state: _State, cells: list[str], *, deeper: bool) -> None:
    """Ordinals in a row's group cells: each opens its level; `deeper`: its task cell opens another."""
    pieces = [p.strip() for cell in cells for p in _PIECES.split(cell)]
    ordinals = [ordinal for piece in pieces if (ordinal := read_ordinal(piece))]
    for ordinal in sorted(ordinals, key=lambda o: o.rank):
        _open(state, ordinal, alone=not deeper and len({o.rank for o in ordinals}) == 1)


_PIECES = re.compile(r"(?<=[。;])\s*|\s+(?=[(一二三四五六七八九十\d])")


def _open(state: _State, ordinal: Ordinal, *, alone: bool) -> None:
    """Open a level. `alone`: no deeper one is opened in the same row."""
    known = state.levels.get(ordinal.rank)
    if known and known.style == ordinal.style and ordinal.value < known.value:
        return  # a label that copying put a row too low
    if known is None and not any(rank < ordinal.rank for rank in state.levels):
        for row in state.rows:  # merged cells are often printed in their middle
            if not any(rank <= ordinal.rank for rank in row.levels):
                row.levels[ordinal.rank] = ordinal
    elif alone:
        _reach_back(state, ordinal)
    state.levels[ordinal.rank] = ordinal


def _reach_back(state: _State, ordinal: Ordinal) -> None:
    """A heading printed in the middle of its rows holds for the item that it interrupts."""
    deeper = {r: o for r, o in state.levels.items() if r > ordinal.rank}
    known = state.levels.get(ordinal.rank)
    if not deeper or known is None or known.label == ordinal.label:
        return
    inner = min(deeper)
    for row in reversed(state.rows):
        same = row.levels.get(inner)
        if same is None or same.label != deeper[inner].label:
            break
        row.levels[ordinal.rank] = ordinal


def _measures(text: str, place: Place) -> list[tuple[Ordinal | None, Span, bool]]:
    """The numbered measures of a task cell: (ordinal, span, first row of the cell)."""
    start, stop = place.cell.start, place.cell.stop
    raw = text[start:stop]
    if not raw.strip():
        return []
    marks = [m.start() for m in _MEASURE.finditer(raw)]
    if not marks:
        return [(read_ordinal(passage(raw).text.strip()), _trimmed(text, start, stop), place.first)]
    ends = [*marks[1:], len(raw)]
    return [
        (
            read_ordinal(passage(raw[a:b]).text.strip()),
            _trimmed(text, start + a, start + b),
            place.first,
        )
        for a, b in zip(marks, ends, strict=True)
    ]


def _trimmed(text: str, start: int, stop: int) -> Span:
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    return start, stop


def _add(
    state: _State,
    measures: list[tuple[Ordinal | None, Span, bool]],
    units: list[UnitCell],
    deadline: Span | None,
    number: str,
) -> None:
    fresh = [m for m in measures if m[2]]
    if not fresh:
        _continue(state, units, deadline)
        return
    for ordinal, span, _ in fresh:
        if ordinal and _names_group(state, ordinal):
            _open(state, ordinal, alone=False)
            state.group_units, state.group_deadline = list(units), deadline
            continue
        own = ordinal or (read_ordinal(f"{number}.") if number.isdecimal() else read_ordinal(number))
        levels = {rank: o for rank, o in state.levels.items() if own is None or rank < own.rank}
        held = [each for each in state.group_units if each[0] not in {role for role, _, _ in units}]
        row = _Row(own, span, [*units, *held], deadline or state.group_deadline, levels)
        state.group_units, state.group_deadline = [], None
        state.rows.append(row)


def _continue(state: _State, units: list[UnitCell], deadline: Span | None) -> None:
    """A row with units and no measure belongs to the next measure of a cell that several rows share."""
    shared = [row for row in state.rows if row.units and row.units == state.rows[-1].units]
    if not units or len(shared) < 2:
        if state.rows and units and not state.rows[-1].units:
            state.rows[-1].units = list(units)
        return
    for row in shared[1:]:
        row.units, row.deadline = list(units), deadline or row.deadline


def _task(text: str, number: int, row: _Row) -> TableTask:
    start, stop = row.span
    words = passage(text, start, stop)
    length = row.own.length if row.own and read_ordinal(words.text.strip()) else 0
    title = re.split(r"[。:;]", words.text.strip()[length:], maxsplit=1)[0].strip()[:80]
    groups = tuple(o.label for _, o in sorted(row.levels.items()))
    path = (*groups, row.own.label if row.own else None)
    return TableTask(
        number, path, title, text[start:stop], start, stop, tuple(row.units), row.deadline, (row.span,)
    )


__all__ = ["Grid", "TableTask", "read_task_tables"]
