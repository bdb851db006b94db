"""Rows of task tables as tasks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from loaders.clauses.assignments import assignment_of, led_alone, merged
from loaders.clauses.cues import cues
from loaders.clauses.roles import NO_RULES, Rules, read_list
from loaders.extraction import Assignment, Task
from loaders.passage import passage
from loaders.tables import TableTask
from loaders.tables.unit_cells import UnitCell

PlacedRow = tuple[str, tuple[str, ...], TableTask]
"""A row with its part and its path there."""
_BROKEN = re.compile(r"\n[ \t\u3000]*(?!(?:19|20)\d\d|\d{1,2}[.、]|\s)")
"""A line end in a cell of deadlines, but for one between two of them."""


def table_tasks(text: str, rows: Iterable[PlacedRow], rules: Rules = NO_RULES) -> Iterator[Task]:
    """The rows of task tables as tasks; that the first-listed unit leads may be said in the first row's cell,
    and holds from there on."""
    for part, path, row in rows:
        yield _task(text, part, path, row, rules)
        cells = (
            passage(text, start, stop).text for line in (row.units, *row.more) for _, start, stop in line
        )
        if not rules.first_leads and any(cues().first_leads.search(cell) for cell in cells):
            rules = rules.leading_first()


def _task(text: str, part: str, path: tuple[str, ...], row: TableTask, rules: Rules = NO_RULES) -> Task:
    """A row of a task table as a task; beside a column of leads, responsible units support."""
    lines = (row.units, *row.more)
    found = [a for units in lines for a in _assigned(text, units, rules)]
    own = next((place for place, a in enumerate(found) if a.role == "responsible"), None)
    if rules.first_leads and own is not None and not any(a.role == "lead" for a in found):
        found[own] = replace(found[own], role="lead")
    found = led_alone(found, rules)
    leads = {a.unit for a in found if a.role == "lead"}
    if leads:
        others = (a for a in found if a.role != "responsible" or a.unit not in leads)
        found = [replace(a, role="support") if a.role == "responsible" else a for a in others]
    deadline = _BROKEN.sub("", text[slice(*row.deadline)].strip()) if row.deadline else None
    if deadline and not any(char.isalnum() for char in deadline):
        deadline = None  # a dash says that there is none
    return Task(
        part, path, row.title, row.text, tuple(merged(found)), deadline, start=row.start, stop=row.stop
    )


def _assigned(text: str, units: Iterable[UnitCell], rules: Rules) -> Iterator[Assignment]:
    """What the cells of one line assign, in printed order."""
    for role, start, stop in units:
        cell = passage(text, start, stop)
        for named in read_list(cell.text, role, rules.without_order()).named:
            a, b = cell.span(named.start, named.stop)
            yield assignment_of(named, text, a, b)
