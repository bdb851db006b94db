"""Assignments and tasks put together: each unit once a role, one task a path."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from sys import intern

from loaders.clauses.named import Named
from loaders.clauses.roles import Rules
from loaders.extraction import Assignment, Task, paragraph_number


def merged(assignments: Iterable[Assignment]) -> Iterable[Assignment]:
    """Each unit once a role, at its first place: who leads by one sentence may support by the next
    (gold README: the units of an item are merged per role)."""
    seen: set[tuple[str, str]] = set()
    for each in assignments:
        if (each.unit, each.role) not in seen:
            seen.add((each.unit, each.role))
            yield each


def assignment_of(named: Named, text: str, start: int, stop: int) -> Assignment:
    # names repeat by the hundred: one string each keeps a long document small
    return Assignment(intern(named.unit), named.role, intern(text[start:stop]), start, stop)


def led_alone(found: Sequence[Assignment], rules: Rules) -> list[Assignment]:
    """Those responsible as leads, where nobody leads and the document states that they do then."""
    if not rules.alone_leads or any(a.role == "lead" for a in found):
        return list(found)
    return [replace(a, role="lead") if a.role == "responsible" else a for a in found]


def joined_tasks(tasks: Sequence[Task]) -> list[Task]:
    """One task a path: what is said of a section at its end is its heading's, with what stands there."""
    found: dict[tuple[str, ...], Task] = {}
    for task in tasks:
        known = found.get(task.path)
        if known:
            task = replace(known, assignments=tuple(merged([*known.assignments, *task.assignments])))
        found[task.path] = task
    return list(found.values())


def counted_on(tasks: Sequence[Task], by: int) -> list[Task]:
    """Paragraphs without a number (p1, p2 …), counted on behind those of the notice before the plan."""
    numbers = [paragraph_number(task.path[0]) if by else None for task in tasks]
    return [
        replace(task, path=(f"p{number + by}",)) if number is not None else task
        for task, number in zip(tasks, numbers, strict=True)
    ]
