"""Indicators."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from api import records, schemas
from api.deps import StoreDep, WindowDep, Years
from api.problems import responses
from graph.catalogue.resolve import resolve
from graph.model import Value
from zeren.errors import BadParameter, NotFound

router = APIRouter(prefix="/api/indicators", tags=["indicators"])

Words = Annotated[str, Query(max_length=200, description="指标名称里的字")]
Several = Annotated[list[str] | None, Query()]
Roles = Annotated[list[schemas.Role] | None, Query(description="角色,不填为牵头和负责")]


@router.get("", responses=responses(BadParameter, NotFound))
def list_indicators(
    store: StoreDep, window: WindowDep, q: Words = "", unit: Several = None, role: Roles = None,
    plan: Several = None, region: Several = None, year: Years = None,
) -> schemas.Page[schemas.Indicator]:  # fmt: skip
    """Indicators, by plan and place; a unit answers for those of the tasks that it leads."""
    filters: dict[str, Value] = {
        "q": q,
        "roles": list(role or ("lead", "responsible")),
        "unit": [resolve(store, "unit", each) for each in unit or []],
        "plan": [resolve(store, "plan", each) for each in plan or []],
        "region": region or [],
        "year": year or [],
    }
    rows, total = records.page(
        store, "list_indicators", "count_indicators", window.limit, window.offset, filters
    )
    found = records.indicators(store, [str(row["id"]) for row in rows])
    return schemas.Page(total=total, limit=window.limit, offset=window.offset, results=found)


@router.get("/{id}", responses=responses(NotFound))
def show_indicator(store: StoreDep, id: str) -> schemas.Indicator:
    """One indicator."""
    found = records.indicators(store, [id])
    if not found:
        raise NotFound(f"没有编号为“{id[:80]}”的指标")
    return found[0]
