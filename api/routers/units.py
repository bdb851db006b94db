"""Units and their tasks."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from api import records, schemas
from api.deps import StoreDep, WindowDep
from api.problems import responses
from graph.catalogue.resolve import existing
from graph.model import Value
from loaders.extraction import ROLES
from zeren.errors import BadParameter, Moved, NotFound

router = APIRouter(prefix="/api/units", tags=["units"])

Words = Annotated[str, Query(max_length=200, description="名称里的字")]
Roles = Annotated[list[schemas.Role] | None, Query(description="角色,不填为全部")]
Several = Annotated[list[str] | None, Query()]


@router.get("", responses=responses(BadParameter))
def list_units(
    store: StoreDep, window: WindowDep, q: Words = "", region: Several = None, function: Several = None,
    kind: Several = None,
) -> schemas.Page[schemas.Unit]:  # fmt: skip
    """Units, by region, name and id."""
    filters: dict[str, Value] = {
        "q": q, "region": region or [], "function": function or [], "kind": kind or [],
    }  # fmt: skip
    rows, total = records.page(store, "list_units", "count_units", window.limit, window.offset, filters)
    found = records.units(store, rows)
    return schemas.Page(total=total, limit=window.limit, offset=window.offset, results=found)


@router.get("/{id}", responses=responses(NotFound, Moved))
def show_unit(store: StoreDep, id: str) -> schemas.Unit:
    """One unit with its spellings, functions and number of tasks by role."""
    row = records.one(records.read(store, "unit", id=existing(store, "unit", id)), "单位", id)
    return records.units(store, [row])[0]


@router.get("/{id}/tasks", responses=responses(NotFound, Moved, BadParameter))
def list_tasks(store: StoreDep, window: WindowDep, id: str, role: Roles = None) -> schemas.Page[schemas.Task]:
    """Tasks in which the unit has one of the roles, in document order; two roles are two rows."""
    filters: dict[str, Value] = {"id": existing(store, "unit", id), "roles": list(role or ROLES)}
    rows, total = records.page(
        store, "page_of_unit", "count_page_of_unit", window.limit, window.offset, filters
    )
    found = records.tasks(store, [str(row["id"]) for row in rows])
    return schemas.Page(total=total, limit=window.limit, offset=window.offset, results=found)
