"""Headings that say whose all below them is: (一)市园林局牵头的工作."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from loaders.clauses.assignments import assignment_of, merged
from loaders.clauses.cues import cues
from loaders.clauses.roles import read_clause
from loaders.extraction import Assignment, Task
from loaders.outline.items import Item
from loaders.passage import passage

_Path = tuple[str, ...]


def charged_by_headings(items: Sequence[Item], tasks: Sequence[Task], text: str) -> list[Task]:
    """The tasks of one part, with the units that the headings over their items charge, in text order.

    An item below such a heading that names nobody is a task of theirs; so is the heading itself where
    no item stands below it.
    """
    charged = {item.path: found for item in items if item.path and (found := _units_of(item, text))}
    if not charged:
        return list(tasks)
    over = {item.path[:-1] for item in items}
    known = [_with(task, _charging(task.path, charged)) if task.path not in over else task for task in tasks]
    named = {task.path[:n] for task in tasks for n in range(len(task.path) + 1)}
    bare = (item for item in items if item.path not in over and item.path not in named)
    new = [
        Task(i.part, i.path, i.title, text[i.start : i.stop], units, None, start=i.start, stop=i.stop)
        for i in bare
        if (units := _charging(i.path, charged))
    ]
    return sorted([*known, *new], key=lambda task: task.start or 0)


def _units_of(item: Item, text: str) -> tuple[Assignment, ...]:
    """The units that a heading charges; () for other headings, and where anybody else is named (市长)."""
    row = next((row for row in cues().headings if row.pattern.search(item.title)), None)
    match = row.pattern.search(item.title) if row else None
    if row is None or match is None:
        return ()
    heading = passage(text, *item.paragraphs[0])
    start = heading.text.find(item.title)
    reading = read_clause(item.title[: match.start()], default=row.role)
    if start < 0 or reading.odd or not reading.named:
        return ()
    spans = (heading.span(start + each.start, start + each.stop) for each in reading.named)
    return tuple(assignment_of(each, text, *span) for each, span in zip(reading.named, spans, strict=True))


def _charging(path: _Path, charged: dict[_Path, tuple[Assignment, ...]]) -> tuple[Assignment, ...]:
    """What the nearest heading at or over a path charges."""
    paths = (path[:n] for n in range(len(path), 0, -1))
    return next((charged[each] for each in paths if each in charged), ())


def _with(task: Task, units: tuple[Assignment, ...]) -> Task:
    """The task with its heading's units; one that says itself who leads is left as it is."""
    own = task.assignments
    if not units or any(each.role == "lead" for each in own):
        return task
    if any(each.role == "lead" for each in units):
        own = tuple(replace(a, role="support") if a.role == "responsible" else a for a in own)
    return replace(task, assignments=tuple(merged([*units, *own])))
