"""A task table row by row: measures, what merged cells share, and what copying misplaced."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from loaders.outline.ordinals import Ordinal, read_ordinal
from loaders.passage import passage
from loaders.source import Table
from loaders.tables.align import align
from loaders.tables.column_cells import heading_by_units, told_by_cells
from loaders.tables.grid import Grid, Place, cell_text, grid_of
from loaders.tables.headers import (
    Column,
    naming_column,
    read_heading,
    refine_heading,
    repeats,
)
from loaders.tables.levels import Levels, first_group, labels_of
from loaders.tables.measures import (
    Measure,
    Numbering,
    Span,
    numbering_of,
    split_cell,
    trimmed,
)
from loaders.tables.places import sum_of
from loaders.tables.taken import GridLine, Pending, Row, grid_line, only_support
from loaders.tables.unit_cells import UnitCell

_DEEPEST_HEADING = 4
_MOST_SHARING = 100
"""Measures of one cell that lines below may still give units of their own."""


@dataclass(slots=True)
class RowReader:
    """Reads one table; `copied`: it was drawn in plain text, so merged cells left blanks."""

    text: str
    copied: bool
    pages: Sequence[int] = (0,)
    columns: list[Column] = field(default_factory=list)
    numbering: Numbering = field(default_factory=Numbering)
    levels: Levels = field(init=False)
    rows: list[Row] = field(default_factory=list)
    number: tuple[int, str] | None = None
    pending: Pending | None = None
    own_value: int = 0
    mixed: bool = False
    named: Column | None = None
    name: Span | None = None
    turned: bool = False
    merges: bool = False

    def __post_init__(self) -> None:
        self.levels = Levels(self.copied)

    def read(self, table: Table) -> list[Row]:
        """The rows below the heading, in text order; [] when no heading names units and tasks."""
        previous_was_heading = False
        self.merges = not self.copied and any(cell.rows > 1 for cell in table.cells)
        for number, places in enumerate(grid := grid_of(table)):
            cells = [cell_text(self.text, place) for place in places]
            if not any(cells):
                continue
            is_heading = self._heading(cells, below=previous_was_heading) or self._names_bodies(grid, number)
            if is_heading and not previous_was_heading and not self.rows:
                self.columns = told_by_cells(self.text, self.columns, grid[number + 1 :])
                self.named = naming_column(self.columns)
                self.numbering = self._numbering(grid[number + 1 :])
            if not self.columns:
                rows = (row[0] for row in grid[number + 1 :] if len(set(row)) == 1)
                self.levels.enter(first_group(cells, (cell_text(self.text, place) for place in rows)))
            if self.columns and not is_heading:
                self.turned = previous_was_heading and bool(self.rows)
                self._take(places, cells)
            previous_was_heading = is_heading
        self._close_pending(None)
        if self.levels.misplaced:
            texts = [self.text[slice(*row.measure.span)] for row in self.rows]
            align(self.levels.rows, texts, self.levels.words)
        return self.rows

    def _names_bodies(self, grid: Grid, number: int) -> bool:
        """Does a row that is no heading by its words stand over a column of bodies?"""
        if self.columns or number >= _DEEPEST_HEADING:
            return False
        cells = [cell_text(self.text, place) for place in grid[number]]
        self.columns = heading_by_units(self.text, cells, grid[number + 1 :]) or []
        return bool(self.columns)

    def _heading(self, cells: Sequence[str], *, below: bool) -> bool:
        if len(set(filter(None, cells))) < 2:
            return False
        found = refine_heading(self.columns, cells) if below and self.columns else None
        if not found and self.columns and repeats(self.columns, cells):
            return True
        found = found or read_heading(cells)
        if found:
            self.columns, self.named = found, naming_column(found)
        return found is not None

    def _numbering(self, grid: Sequence[Sequence[Place | None]]) -> Numbering:
        kinds = [column.kind for column in self.columns]
        task = kinds.index("task")
        cells = [p.cell for row in grid if task < len(row) and (p := row[task]) and p.first]
        if "number" in kinds:
            column = kinds.index("number")
            places = [row[column] for row in grid if column < len(row)]
            printed = [cell_text(self.text, place) for place in places]
            printed = [label.strip(" 、.") for label in printed]
            self.mixed = any(map(str.isdecimal, printed)) and any(map(_CHINESE.fullmatch, printed))
        return numbering_of(self.text, cells, numbered="number" in kinds)

    def _take(self, places: Sequence[Place | None], cells: Sequence[str]) -> None:
        if any(p and p.first and sum_of(cell) for p, cell in zip(places, cells, strict=True)):
            return
        if len({id(p.cell) for p, cell in zip(places, cells, strict=True) if p and cell}) == 1:
            index = next(index for index, cell in enumerate(cells) if cell)
            kinds = [column.kind for column in self.columns]
            if sum(map(bool, cells)) > 1 or index < kinds.index("task"):
                self.levels.enter(labels_of([cells[index]])[:1])
                self.number = None
                return
        self._take_line(grid_line(self.text, self.columns, self.named, places, cells))

    def _span(self, place: Place) -> Span:
        return trimmed(self.text, place.cell.start, place.cell.stop)

    def _take_line(self, line: GridLine) -> None:
        if self.mixed and line.number and _CHINESE.fullmatch(line.printed):
            self._take_section(line)
            return
        kept = None if line.unnumbered and self.merges else self.number
        self.number, self.name = line.number or kept, line.name or self.name
        split = split_cell(self.text, line.task.cell, self.numbering) if line.task else None
        heads = [passage(self.text, *split.head).text.strip()] if split and split.head else []
        measures = split.measures if split and line.task and line.task.first else ()
        deeper = any(self._names_group(m) for m in measures)
        self.levels.enter(labels_of([*line.groups, *heads]), deeper=deeper)
        if not measures:
            self._complete(line)
        for measure in measures:
            self._add(measure, line)

    def _take_section(self, line: GridLine) -> None:
        """一 and a title in a table whose rows have Arabic numbers: a group of them, and a task itself where
        it says more than the title."""
        span = self._span(line.task) if line.task else None
        ordinal = read_ordinal(f"{line.printed}、")
        if ordinal:
            self.levels.enter([(ordinal, passage(self.text, *span).text.strip() if span else "")])
        self.number = None
        if ordinal and span and (line.units or line.deadline or line.targets):
            groups = self.levels.add(labelled=False)
            groups.pop(ordinal.rank, None)
            passages = [span, *line.targets]
            measure = Measure(None, span)
            self.rows.append(Row(measure, ordinal.label, None, groups, line.units, line.deadline, passages))

    def _names_group(self, measure: Measure) -> bool:
        """Does this ordinal, in a task cell, stand above those of the measures?"""
        return measure.ordinal is not None and measure.ordinal.rank < self.numbering.rank < 99

    def _add(self, measure: Measure, line: GridLine) -> None:
        if measure.ordinal and self._names_group(measure):
            self._close_pending(None)
            words = passage(self.text, *measure.span).text.strip()[measure.ordinal.length :]
            self.levels.enter([(measure.ordinal, words)], deeper=True)
            self.pending = Pending(measure, line.units, line.deadline)
            return
        if self._shares_number(measure, line):
            self.rows[-1].passages += [measure.span, *line.targets]
            self.rows[-1].more.append(line.units)
            return
        if self._goes_on(measure, line):
            self.rows[-1].passages.append(measure.span)
            self.rows[-1].units = [*self.rows[-1].units, *line.units]
            return
        self._close_pending(measure.ordinal, line.units)
        units, deadline = self._inherited(measure, line)
        own = measure.ordinal.label if measure.ordinal else None
        groups = self.levels.add(labelled=bool(line.groups))
        passages = [measure.span, *line.targets]
        self.rows.append(Row(measure, own, self.number, groups, units, deadline, passages, self.name))
        self.own_value = measure.ordinal.value if measure.ordinal else 0

    def _goes_on(self, measure: Measure, line: GridLine) -> bool:
        """A line without a number goes on with the row above, which copying or a page broke.

        It has no units, the same ones lead it, or without a name it names none but more that support; or a
        page begins between the two in the middle of a sentence: there the heading may stand again.
        """
        numbered = any(column.kind == "number" for column in self.columns)
        if measure.ordinal or line.number or not self.rows or not (self.copied or numbered):
            return False
        if not line.units and not line.deadline:
            return True
        if numbered and self.copied and self._leads(line.units) == self._leads(self.rows[-1].units) != set():
            return True
        unnamed = self.turned or (self.named is not None and line.name is None)
        if numbered and unnamed and only_support(line.units, self.rows[-1]):
            return True
        last = self.rows[-1].passages[-1]
        pages = bisect(self.pages, last[1]), bisect(self.pages, measure.span[0])
        return numbered and (self.turned or pages[0] < pages[1]) and self.text[last[1] - 1] not in "。;；!！"

    def _shares_number(self, measure: Measure, line: GridLine) -> bool:
        """Does a number cell that spans several rows make this one and the row above one task?"""
        last = self.rows[-1] if self.rows else None
        return (
            not measure.ordinal
            and last is not None
            and line.number is not None
            and line.number == last.number
        )

    def _leads(self, units: Sequence[UnitCell]) -> set[str]:
        return {self.text[start:stop] for role, start, stop in units if role == "lead"}

    def _close_pending(self, following: Ordinal | None, units: Sequence[UnitCell] = ()) -> None:
        """A group with units that no measure took is a task itself, under the ordinal it has; so is one
        whose first measure prints `units` in the same columns.

        One whose place in the measures' numbers is left out (18, group, 20) has that number.
        """
        group = self.pending
        if group is None or group.measure.ordinal is None:
            return
        left_out = following and self.own_value and following.value == self.own_value + 2
        roles = {role for role, _, _ in group.units}
        # a cell that spans both is the measure's
        has_own = bool(roles) and roles <= {role for role, _, _ in units if group.units != list(units)}
        if following and not left_out and not has_own:
            return  # its first measure comes
        self.pending = None
        if not group.units:
            return
        groups = self.levels.add(labelled=False)
        own = group.measure.ordinal.label
        if following and left_out:
            own = following.label.replace(str(following.value), str(following.value - 1))
        else:
            groups.pop(group.measure.ordinal.rank, None)
        self.rows.append(
            Row(group.measure, own, None, groups, group.units, group.deadline, [group.measure.span])
        )

    def _inherited(self, measure: Measure, line: GridLine) -> tuple[list[UnitCell], Span | None]:
        """The line's units and deadline, completed from its group's; blanks of a copy from above."""
        units, deadline = list(line.units), line.deadline
        if self.pending:
            roles = {role for role, _, _ in units}
            units += [cell for cell in self.pending.units if cell[0] not in roles]
            deadline, self.pending = deadline or self.pending.deadline, None
        elif self.copied and self.rows and measure.ordinal and not units and not deadline:
            units, deadline = list(self.rows[-1].units), self.rows[-1].deadline
        return units, deadline

    def _complete(self, line: GridLine) -> None:
        """A line without a measure: units of the next measure of a cell that several lines share."""
        if not line.units or not self.rows:
            return
        last = self.rows[-1]
        if not last.units:
            last.units, last.deadline = line.units, line.deadline or last.deadline
            return
        sharing = takewhile(lambda row: row.units == last.units, reversed(self.rows[-_MOST_SHARING:]))
        for row in list(sharing)[:-1]:
            row.units, row.deadline = line.units, line.deadline or row.deadline


_CHINESE = re.compile("[一二三四五六七八九十]{1,3}")
