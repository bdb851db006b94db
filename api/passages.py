"""The text of one task with the units and numbers in it marked, from the places that the graph keeps."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from api import schemas
from api.highlight import Mark, Stretch, cut
from api.labels import aim, role
from api.records import read
from graph.store import Store
from zeren.errors import NotFound

_NEXT_CELL = 200
"""How many characters may stand between a task's own span and a unit in a further cell of its row."""


def passage(store: Store, task: schemas.Task) -> list[Stretch]:
    """The task's text in order, cut where a unit or a number begins or ends.

    Without the document's text it is what the task itself says, unmarked; empty for a task with neither.
    """
    source = task.source
    text = _text(store, source.document) if source.document else ""
    if not text or source.start is None or source.stop is None:
        return [Stretch(task.text or task.title, 0)] if task.text or task.title else []
    marks = sorted(_marks(store, task), key=lambda mark: mark.start)
    start, stop = source.start, _end(marks, source.stop)
    return cut(text[start:stop], [mark for mark in marks if start <= mark.start < mark.stop <= stop], start)


def _end(marks: Iterable[Mark], stop: int) -> int:
    """Where the passage ends: in a table the units stand in cells behind the one of the task itself."""
    for mark in marks:
        if stop <= mark.start <= stop + _NEXT_CELL:
            stop = mark.stop
    return stop


def _text(store: Store, document: str) -> str:
    try:
        return store.extraction(document).text
    except NotFound:
        # replaced since the task was read
        return ""


def _marks(store: Store, task: schemas.Task) -> list[Mark]:
    rows: list[dict[str, Any]] = read(store, "places_of_task", id=task.id)
    found = [
        Mark(row["start"], row["stop"], row["role"], f"{role(row['role'])}:{row['name']}")
        for row in rows
        if row["start"] is not None and row["stop"] is not None
    ]
    for each in task.indicators:
        if each.source.start is not None and each.source.stop is not None:
            label = f"指标:{each.name} {aim(each)}"
            found.append(Mark(each.source.start, each.source.stop, "indicator", label))
    return found
