"""What stands below a heading: entries with their rows, and the titles between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain

from loaders.outline.lines import Line
from loaders.tables.headers import Column
from loaders.tables.stacked_cells.cells import Run, names_units

Row = Sequence[Run]
"""The lines of each column but that of the numbers."""


@dataclass(slots=True)
class Entry:
    """The titles that stand before it, its number (None in a table without numbers), and its rows."""

    number: Line | None
    rows: Sequence[Row]
    titles: Sequence[Run] = ()

    def names_units(self, columns: Sequence[Column]) -> bool:
        """Does one of its rows say of anyone what he does?"""
        return any(names_units(columns, row) for row in self.rows)


@dataclass(slots=True)
class Entries:
    """What was read below a heading, and where what can't be told apart begins and ends."""

    columns: Sequence[Column]
    entries: list[Entry] = field(default_factory=list)
    unread: tuple[int, int] | None = None

    @property
    def fit(self) -> tuple[int, int]:
        """How well the columns fit what stands below: how many rows, and how few cells are empty."""
        rows = [row for entry in self.entries for row in entry.rows]
        return len(rows), -sum(not run for row in rows for run in row)

    @property
    def lines(self) -> list[Line]:
        """All lines of its cells."""
        rows = chain.from_iterable(entry.rows for entry in self.entries)
        return [line for row in rows for run in row for line in run]
