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
from loaders.outline.items import Item
from loaders.passage import folded

_Path = tuple[str, ...]
_FIRST = frozenset("1一①⑴")
_FEWEST_PARTS = 2


def charged_as_wholes(items: Sequence[Item], tasks: Sequence[Task], text: str) -> list[Task]:
    """The tasks of one part, with what closes the parts of an item put to the item itself, in text order.

    So it is where the parts begin with 1 anew and neither another one nor the item names anybody.
    """
    wholes = _wholes(items, {task.path for task in tasks})
    found = []
    for task in tasks:
        whole, parts = wholes.get(task.path, (None, ()))
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
    by_path = {item.path: item for item in items}
    parts: dict[_Path, list[Item]] = {}
    for item in items:
        if len(item.path) > 1:
            parts.setdefault(item.path[:-1], []).append(item)
    within = {path[:n] for path in named for n in range(1, len(path) + 1)}
    return {
        each[-1].path: (by_path[above], each)
        for above, each in parts.items()
        if len(each) >= _FEWEST_PARTS
        and above in by_path
        and above not in named
        and _is_first(each[0])
        and each[-1].path not in parts
        and not any(part.path in within for part in each[:-1])
    }


def _is_first(item: Item) -> bool:
    return item.path[-1].strip("()") in _FIRST


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
