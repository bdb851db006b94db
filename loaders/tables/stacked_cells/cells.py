"""How the lines of a flattened row fall to its columns: by what each column may hold.

Of all ways to part the lines in the columns' order the cheapest is taken: units in their columns, a time
below 完成时限, short lines before the task as its group, and all else as the task.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, product
from typing import NamedTuple

from loaders.outline.lines import Line
from loaders.tables.headers import ROLE_OF, Column
from loaders.tables.stacked_cells import projects
from loaders.tables.stacked_cells.costs import cost_of
from loaders.tables.stacked_cells.units import NEVER, are_names, before_other

Run = Sequence[Line]
Place = tuple[int, int]
"""How many lines of this page and of the next one are parted."""
_Ends = tuple[float, tuple[Place, ...]]
"""What columns cost, and where the cell of each ends."""

_MOST_PAIRS = 120
"""Lines of this page times lines of the next up to which all ways to part both are tried."""
REST = Column("rest")
_MOST = {
    "group": 5, "deadline": 3, "target": 3, "other": 5, "person": 5, **dict.fromkeys(ROLE_OF, 24),
    **projects.MOST,
}  # fmt: skip
"""Lines of a cell at most."""
_NAMES_APART = 0.5
_NAMES_APART_EARLY = 1.0
"""Where each line of a cell names a unit: of two columns of units the last one has more of them."""
_TURNED = 0.2
"""A cell that goes on behind a page's end."""


class Filled(NamedTuple):
    """The lines of a row in each column, and how badly they fit."""

    cost: float
    runs: list[Run]


def cheapest(
    columns: Sequence[Column], lines: Run, behind: Run = (), *, whole: bool = False
) -> Filled | None:
    """The lines of each column, [] where it has none, and their cost; None when there is no way to part them.

    `behind`: what stands of the row on the next page, where each of its cells may go on. A last column
    `REST` takes what is none of the row. `whole`: no name of a unit is broken between two of the lines.
    """
    if len(lines) * len(behind) > _MOST_PAIRS:
        return cheapest(columns, [*lines, *behind], whole=whole)
    here, there = (tuple(line.text for line in part) for part in (lines, behind))
    cost, ends = _Parting(projects.kinds_of(columns), here, there, whole).best(0, (0, 0))
    if cost == NEVER:
        return None
    runs: list[Run] = [[*lines[a:c], *behind[b:d]] for (a, b), (c, d) in pairwise([(0, 0), *ends])]
    return Filled(cost, runs)


@dataclass(slots=True)
class _Parting:
    """The ways to part the lines of this page and the next among columns of these kinds."""

    kinds: list[str]
    here: tuple[str, ...]
    there: tuple[str, ...]
    whole: bool
    widest: int = field(init=False)
    last_units: int = field(init=False)
    alone: bool = field(init=False)
    _known: dict[tuple[int, Place], _Ends] = field(default_factory=dict)

    def __post_init__(self) -> None:
        roles = [index for index, kind in enumerate(self.kinds) if kind in ROLE_OF]
        self.widest = max(map(len, (*self.here, *self.there)), default=0)
        self.last_units = roles[-1] if roles else -1
        self.alone = len(roles) == 1

    def best(self, column: int, start: Place) -> _Ends:
        """The least cost of the columns from `column` on, which begin at `start`, and where each ends."""
        if column == len(self.kinds):
            return (0.0, ()) if start == (len(self.here), len(self.there)) else (NEVER, ())
        found = self._known.get((column, start))
        if found is None:
            found = self._known[column, start] = self._best(column, start)
        return found

    def _best(self, column: int, start: Place) -> _Ends:
        found: _Ends = (NEVER, ())
        for stop in self._stops(column, start):
            cost = self._cost(column, start, stop)
            if cost < found[0]:
                rest, stops = self.best(column + 1, stop)
                if cost + rest < found[0]:
                    found = cost + rest, (stop, *stops)
        return found

    def _stops(self, column: int, start: Place) -> Iterable[Place]:
        """Where the cell of a column may end that begins at `start`; the last one takes all that is left."""
        kind, here, there = self.kinds[column], self.here, self.there
        most = _MOST.get(kind, len(here))
        ends = min(start[0] + most, len(here)), start[1] if kind == "group" else len(there)
        if kind in ROLE_OF:
            ends = before_other(here, start[0], ends[0]), before_other(there, start[1], ends[1])
        if column + 1 == len(self.kinds):
            return [ends] if ends == (len(here), len(there)) else []
        return product(range(start[0], ends[0] + 1), range(start[1], ends[1] + 1))

    def _cost(self, column: int, start: Place, stop: Place) -> float:
        kind = self.kinds[column]
        parts = self.here[start[0] : stop[0]], self.there[start[1] : stop[1]]
        if self.whole and kind in ROLE_OF and len(parts[0]) > 1 and not are_names(parts[0]):
            return NEVER
        apart = _NAMES_APART if column == self.last_units else _NAMES_APART_EARLY
        cost = cost_of(kind, parts[0] + parts[1], self.widest, 0.0 if self.alone else apart)
        return cost + _TURNED if all(parts) else cost


def names_units(columns: Sequence[Column], filled: Sequence[Run]) -> bool:
    """Does a row say of anyone what he does, or that nobody does it (/)?"""
    return any(run for column, run in zip(columns, filled, strict=True) if column.kind in ROLE_OF)
