"""Clauses on lines of their own behind the last of an item's parts: they speak of the item.

    2.改造公园。
    (1)清理杂草。
    (2)铺设步道。
    (牵头单位:市城管局,9月底前完成)

Who stands there leads all of 2.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from loaders.clauses.cues import ROLE_OF
from loaders.clauses.deadlines import label_deadline
from loaders.clauses.joined_lines import is_clause
from loaders.clauses.labels import find_labels, label_at
from loaders.extraction import Task
from loaders.outline.closings import begins_anew, wholes
from loaders.outline.items import Item
from loaders.passage import folded

_Path = tuple[str, ...]


def charged_as_wholes(items: Sequence[Item], tasks: Sequence[Task], text: str) -> list[Task]:
    """The tasks of one part, with what closes the parts of an item put to the item itself, in text order.

    So it is where neither another one of the parts nor the item names anybody, and the parts begin with 1
    anew; where their numbers run on, if it is the way of the whole: no item has two that name somebody.
    """
    named = {task.path: task for task in tasks}
    above = {path[:n] for path in named for n in range(1, len(path) + 1)}
    groups = list(wholes(items))
    alone = (each for each in groups if not any(part.path in above for part in each[1][:-1]))
    closed = [each for each in alone if _is_closed(*each, named, text)]
    several = any(sum(part.path in above for part in parts) > 1 for _, parts in groups)
    runs_on = len(closed) >= _FEWEST_CLOSED and not several
    known = {parts[-1].path: whole for whole, parts in closed if runs_on or begins_anew(parts)}
    moved = (_of_whole(t, known[t.path], text) if t.path in known else t for t in tasks)
    return sorted(moved, key=lambda task: task.start or 0)


_FEWEST_CLOSED = 3


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


def _is_closed(whole: Item, parts: Sequence[Item], named: Mapping[_Path, Task], text: str) -> bool:
    """Does the last part name somebody on lines of their own, and does no label stand in the others?"""
    task = named.get(parts[-1].path)
    if task is None or whole.path in named or not _stands_alone(task, parts[-1], text):
        return False
    return not any(_is_labelled(part, text) for part in parts[:-1])


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
