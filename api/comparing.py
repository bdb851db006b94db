"""Cities side by side: counterparts of a task, a function's tasks by region, regions × functions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from pydantic import BaseModel

from api import records, schemas
from api.standing import of_one_generation
from graph.model import Row
from graph.store import Store

_ALL = 1 << 40


class Similar(BaseModel):
    """A counterpart: `score` of 0 to 1, over the threshold for an answer; across regions, or years of one."""

    score: float
    threshold: float
    across: Literal["region", "year"]
    task: schemas.Task


class Counterpart(BaseModel):
    """A counterpart in a few words."""

    id: str
    title: str
    region: schemas.Named
    year: int | None
    score: float


class LedTask(BaseModel):
    """A task that units of the function lead in a region, with its counterparts elsewhere, best first."""

    region: str
    id: str
    title: str
    units: list[str]
    counterparts: list[Counterpart]


class RegionOfFunction(schemas.Named):
    """A region with the units of the function, how many tasks they lead and how many of these others have."""

    units: list[schemas.Named]
    tasks: int
    shared: int


class Comparison(schemas.Page[LedTask]):
    """A function across regions; `results` are the tasks led, region by region."""

    function: schemas.Named
    regions: list[RegionOfFunction]


@of_one_generation
def similar_tasks(store: Store, id: str, *, weak: bool = False) -> list[Similar]:
    """Counterparts of a task, best first, then by id; with `weak` those below the threshold too."""
    rows = _counterparts(store, [id], weak=weak)
    tasks = {task.id: task for task in records.tasks(store, [str(row["other"]) for row in rows])}
    return [
        Similar.model_validate({**row, "task": tasks[str(row["other"])]})
        for row in rows
        if row["other"] in tasks
    ]


def _counterparts(store: Store, ids: Sequence[str], *, weak: bool = False) -> list[Row]:
    rows: list[dict[str, Any]] = records.read_each(store, "similar_of_one_task", ids)
    told = [row for row in rows if weak or row["score"] >= row["threshold"]]
    return sorted(told, key=lambda row: (-row["score"], row["other"]))


@of_one_generation
def compare_function(
    store: Store, function: str, regions: Sequence[str], limit: int, offset: int
) -> Comparison:
    """What units of a function (by id) lead in each region; `regions` (ids) narrows the tasks, () doesn't."""
    asked = {"function": function, "region": list(regions)}
    every = _regions(store, function)
    rows: list[dict[str, Any]] = records.read(
        store, "led_tasks_of_function", **asked, limit=limit, offset=offset
    )
    total = sum(each.tasks for each in every if not regions or each.id in regions)
    return Comparison(
        function=schemas.Named(id=function, name=function), regions=every, results=_led(store, rows),
        total=total, limit=limit, offset=offset,
    )  # fmt: skip


def _led(store: Store, rows: Sequence[dict[str, Any]]) -> list[LedTask]:
    """Rows of `led_tasks_of_function` with the counterparts of each."""
    beside: dict[Any, list[Counterpart]] = {}
    for row in _counterparts(store, [row["task"] for row in rows]):
        if row["across"] == "region":
            beside.setdefault(row["task"], []).append(_counterpart(row))
    return [
        LedTask(
            region=row["region"], id=row["task"], title=row["title"], units=sorted(row["names"]),
            counterparts=beside.get(row["task"], []),
        )
        for row in rows
    ]  # fmt: skip


def _counterpart(row: Row) -> Counterpart:
    region = {"id": row["region"], "name": row["region_name"]}
    return Counterpart.model_validate({**row, "id": row["other"], "region": region})


def _regions(store: Store, function: str) -> list[RegionOfFunction]:
    asked = {"function": function}
    units: dict[Any, list[schemas.Named]] = {}
    for row in records.read(store, "units_of_function", **asked):
        unit = schemas.Named(id=str(row["id"]), name=str(row["name"]))
        units.setdefault(row["region"], []).append(unit)
    shared = {row["id"]: row["shared"] for row in records.read(store, "shared_of_function", **asked)}
    return [
        RegionOfFunction.model_validate(
            {**row, "units": units[row["id"]], "shared": shared.get(row["id"], 0)}
        )
        for row in records.read(store, "regions_of_function", **asked)
    ]
