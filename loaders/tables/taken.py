"""What a task table's rows say, while the table is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from loaders.tables.grid import Place
from loaders.tables.levels import Groups
from loaders.tables.measures import Measure, Span
from loaders.tables.unit_cells import UnitCell


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
