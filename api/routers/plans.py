"""Plans and what they hold."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from api import records, schemas
from api.deps import StoreDep, WindowDep, Years
from api.problems import responses
from graph.catalogue.resolve import existing
from graph.model import Value
from zeren.errors import BadParameter, Moved, NotFound

router = APIRouter(prefix="/api/plans", tags=["plans"])

Words = Annotated[str, Query(max_length=200, description="标题里的字或文号")]
Regions = Annotated[list[str] | None, Query(description="地区编号或名称")]


@router.get("", responses=responses(BadParameter))
def list_plans(
    store: StoreDep, window: WindowDep, q: Words = "", region: Regions = None, year: Years = None
) -> schemas.Page[schemas.Plan]:
    """Root plans, by date of issue, then id."""
    filters: dict[str, Value] = {"q": q, "region": region or [], "year": year or []}
    rows, total = records.page(store, "list_plans", "count_plans", window.limit, window.offset, filters)
    found = records.plans(store, rows)
    return schemas.Page(total=total, limit=window.limit, offset=window.offset, results=found)


@router.get("/{id}", responses=responses(NotFound, Moved))
def show_plan(store: StoreDep, id: str) -> schemas.Plan:
    """One plan or annex, with its annexes and counts."""
    row = records.one(records.read(store, "plan", id=existing(store, "plan", id)), "方案", id)
    return records.plans(store, [row])[0]
