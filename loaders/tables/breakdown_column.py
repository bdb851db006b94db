"""Breakdown tables that copying flattened to one cell a line.

序号, 实事项目, 全市任务, then a region a line, then for each row its name, its total and its cells.
Empty cells left nothing but line breaks, which tell the columns of the others.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.extraction import Breakdown, BreakdownCell
from loaders.passage import fold
from loaders.source import Table
from loaders.tables.breakdown_grid import Numbered, name_and_unit
from loaders.tables.fill import fill_row, usual_gap
from loaders.tables.flattened import is_number, number
from loaders.tables.places import LEAST_REGIONS, is_total, places_of

_LONGEST_GROUP = 6


@dataclass(frozen=True, slots=True)
class _Line:
    """A cell with the line breaks between it and the one before."""

    text: str
    start: int
    stop: int
    gap: int


@dataclass(slots=True)
class _Column:
    """A flattened table below its heading, while it is read. `ordinal`: the number of the row's
    group as the table counts them, 0 when it does not; `empties`: some cells are seen to be empty.
    """

    part: str
    places: list[str]
    total_last: bool
    usual: int
    empties: bool
    ordinal: int = 0
    group: str = ""

    def row(self, label: Sequence[_Line], run: list[_Line]) -> Breakdown:
        """A row from its name's lines and the numbers behind it."""
        named = list(label)
        if len(named) > 1 and len(named[0].text) <= _LONGEST_GROUP and not name_and_unit(named[0].text)[1]:
            self.group, named = named[0].text, named[1:]
        name, unit = name_and_unit("".join(line.text for line in named))
        run = self._without_next(run)
        total = run.pop() if self.total_last else run.pop(0)
        start, stop = named[0].start, max(named[-1].stop, total.stop)
        stop = stop if not self.total_last else named[-1].stop
        return Breakdown(self.part, self.group, name, unit, number(total.text), self._cells(run), start, stop)

    def _without_next(self, run: list[_Line]) -> list[_Line]:
        """The numbers without the next group's, which stands behind the last cell."""
        if not self.ordinal or len(run) < 2 or run[-1].text != str(self.ordinal + 1):
            return run
        if self._adds_up(run) and not self._adds_up(run[:-1]):
            return run
        self.ordinal += 1
        return run[:-1]

    def _adds_up(self, run: Sequence[_Line]) -> bool:
        values = [number(line.text) for line in run]
        total = values[-1] if self.total_last else values[0]
        return abs(sum(values) - 2 * total) < 1e-6

    def _cells(self, run: Sequence[_Line]) -> tuple[BreakdownCell, ...]:
        filled = fill_row([line.gap for line in run], self.usual, len(self.places))
        if filled is None or (len(run) < len(self.places) and not self.empties):
            return ()
        return tuple(
            BreakdownCell(self.places[column], number(line.text), line.start, line.stop)
            for column, line in zip(filled, run, strict=True)
        )


def from_column(text: str, table: Table, part: str) -> list[Numbered]:
    """The rows of a breakdown table of one cell a line, in text order; [] when it is none."""
    lines = _lines(text, table)
    first = _first_row(lines)
    heads = [line.text for line in lines[:first]]
    places = places_of(heads)
    if len(places) < LEAST_REGIONS:
        return []
    usual = usual_gap([line.gap for line in lines[1:]])
    total_last = any(is_total(head) for head in heads[places[-1][1] + 1 :])
    empties = any(line.gap > usual for line in lines[first + 1 :])
    column = _Column(part, [name for name, _ in places], total_last, usual, empties)
    column.ordinal = int(lines[first].text == "1") if first < len(lines) else 0
    return _rows(column, lines[first + column.ordinal :])


def _lines(text: str, table: Table) -> list[_Line]:
    found: list[_Line] = []
    last = table.start
    for cell in table.cells:
        shown = "".join(fold(text[cell.start : cell.stop]).split())
        found.append(_Line(shown, cell.start, cell.stop, text.count("\n", last, cell.start)))
        last = cell.stop
    return found


def _first_row(lines: Sequence[_Line]) -> int:
    """Where the rows begin: at the number 1, or behind the last region before the first number."""
    first = next((i for i, line in enumerate(lines) if is_number(line.text)), len(lines))
    following = lines[first + 1].text if first + 1 < len(lines) else "0"
    if first < len(lines) and lines[first].text == "1" and not is_number(following):
        return first
    places = places_of(line.text for line in lines[:first])
    behind = places[-1][1] + 1 if places else 0
    return behind + int(behind < first and is_total(lines[behind].text))


def _rows(column: _Column, lines: Sequence[_Line]) -> list[Numbered]:
    found: list[Numbered] = []
    label: list[_Line] = []
    for is_run, group in itertools.groupby(lines, key=lambda line: is_number(line.text)):
        if not is_run:
            label = list(group)
        elif label:
            ordinal = str(column.ordinal or "")
            found.append((column.row(label, list(group)), ordinal))
    return found
