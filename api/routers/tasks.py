"""Tasks."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from api import records, schemas
from api.deps import StoreDep, WindowDep, Years
from api.problems import responses
from graph.catalogue.resolve import resolve
from graph.model import Value
from loaders.extraction import ROLES
from zeren.errors import BadParameter, NotFound

router = APIRouter(prefix="/api/tasks", tags=["tasks"])

Words = Annotated[str, Query(max_length=200, description="标题或原文里的字")]
Several = Annotated[list[str] | None, Query()]
Roles = Annotated[list[schemas.Role] | None, Query(description="角色,不填为全部")]


@router.get("", responses=responses(BadParameter, NotFound))
def list_tasks(
    store: StoreDep, window: WindowDep, q: Words = "", unit: Several = None, role: Roles = None,
    plan: Several = None, region: Several = None, year: Years = None,
) -> schemas.Page[schemas.Task]:  # fmt: skip
    """Tasks, by plan and place; `unit` and `plan` take an id, name or number, roots include annexes."""
    units = [resolve(store, "unit", each) for each in unit or []]
    plans = [resolve(store, "plan", each) for each in plan or []]
    filters: dict[str, Value] = {"q": q, "roles": list(role or ROLES), "plan": plans}
    filters |= {"region": region or [], "year": year or []}
    if units:
        filters["unit"] = units
    suffix = "_of_units" if units else ""
    listed, counted = f"list_tasks{suffix}", f"count_tasks{suffix}"
    rows, total = records.page(store, listed, counted, window.limit, window.offset, filters)
    found = records.tasks(store, [str(row["id"]) for row in rows])
    return schemas.Page(total=total, limit=window.limit, offset=window.offset, results=found)


@router.get("/{id}", responses=responses(NotFound))
def show_task(store: StoreDep, id: str) -> schemas.Task:
    """One task with its units, indicators and source."""
    found = records.tasks(store, [id])
    if not found:
        raise NotFound(f"没有编号为“{id[:80]}”的任务")
    return found[0]
