"""What differs between two readings of one plan."""

from __future__ import annotations

from graph.store import Change
from loaders.extraction import Extraction, Task


def changes(old: Extraction, new: Extraction) -> Change:
    """Tasks added, dropped, reworded, and with other units or roles: places as 附件1 二.(一).3."""
    before, after = _by_place(old), _by_place(new)
    both = [place for place in after if place in before]
    return Change(
        added=tuple(place for place in after if place not in before),
        dropped=tuple(place for place in before if place not in after),
        reworded=tuple(place for place in both if _words(before[place]) != _words(after[place])),
        units_changed=tuple(place for place in both if _units(before[place]) != _units(after[place])),
    )


def _by_place(extraction: Extraction) -> dict[str, Task]:
    return {f"{task.part} {'.'.join(task.path)}".strip(): task for task in extraction.tasks}


def _words(task: Task) -> str:
    return "".join((task.text or task.title).split())


def _units(task: Task) -> set[tuple[str, str]]:
    return {(each.unit, each.role) for each in task.assignments}
