"""Clauses on lines of their own behind the last of an item's parts: they speak of the item.

2.改造公园。
(1)清理杂草。
(2)铺设步道。
(牵头单位:市城管局,9月底前完成)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from loaders.clauses.cues import ROLE_OF
from loaders.clauses.deadlines import label_deadline
from loaders.clauses.joined_lines import is_clause
from loaders.clauses.labels import find_labels, label_at
from loaders.extraction import Task
from loaders.outline.closings import wholes
from loaders.outline.items import Item
from loaders.passage import folded

_Path = tuple[str, ...]


def charged_as_wholes(items: Sequence[Item], tasks: Sequence[Task], text: str) -> list[Task]:
    """The tasks of one part, with what closes the parts of an item put to the item itself, in text order.

    So it is where the parts begin with 1 anew and neither another one nor the item names anybody.
    """
    known = _wholes(items, {task.path for task in tasks})
    found = []
    for task in tasks:
        whole, parts = known.get(task.path, (None, ()))
        alone = parts and _stands_alone(task, parts[-1], text)
        if whole and alone and not any(_is_labelled(part, text) for part in parts[:-1]):
            task = _of_whole(task, whole, text)
        found.append(task)
    return sorted(found, key=lambda task: task.start or 0)


def _of_whole(task: Task, whole: Item, text: str) -> Task:
    """The task as that of a whole item, whose own text doesn't hold the time that a label tells."""
    deadline = task.deadline or label_deadline(task.text)
    own = text[whole.start : whole.stop]
    return replace(
        task,
        path=whole.path,
        title=whole.title,
        text=own,
        deadline=deadline,
        start=whole.start,
        stop=whole.stop,
    )


def _wholes(items: Sequence[Item], named: set[_Path]) -> dict[_Path, tuple[Item, Sequence[Item]]]:
    """For the path of a last part that alone names somebody: the item whose part it is, and all its parts."""
    within = {path[:n] for path in named for n in range(1, len(path) + 1)}
    return {
        parts[-1].path: (whole, parts)
        for whole, parts in wholes(items)
        if whole.path not in named and not any(part.path in within for part in parts[:-1])
    }


def _stands_alone(task: Task, item: Item, text: str) -> bool:
    """Do all its units stand in the item's last paragraphs that are nothing but a bracket, or labels?"""
    alone = list(takewhile(lambda span: _says_who(text, *span), reversed(item.paragraphs[1:])))
    return bool(alone) and all(alone[-1][0] <= (each.start or 0) for each in task.assignments)


def _says_who(text: str, start: int, stop: int) -> bool:
    words = folded(text, start, stop).strip()
    return label_at(words) is not None or is_clause(words)


def _is_labelled(item: Item, text: str) -> bool:
    """Does it hold a label of its own, though nobody could read whose name stands there?"""
    return any(label.kind in ROLE_OF for label in find_labels(folded(text, item.start, item.stop)))
