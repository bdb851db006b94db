"""Pages of tasks and of indicators."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from api import records, schemas
from api.comparing import similar_tasks
from api.deps import MAX_OFFSET, StoreDep
from api.listings import indicator_filters, regions_with_plans
from api.pages import PageRoute, page
from api.passages import passage
from graph.catalogue.resolve import resolve
from graph.model import Row
from graph.store import Store
from zeren.errors import NotFound

router = APIRouter(include_in_schema=False, route_class=PageRoute)

_ROWS = 50
Words = Annotated[str, Query(max_length=200)]
Offset = Annotated[int, Query(ge=0, le=MAX_OFFSET)]


@router.get("/tasks/{id}", response_class=HTMLResponse)
def task_page(request: Request, store: StoreDep, id: str) -> HTMLResponse:
    """One task: its text with the units marked, roles, indicators, and where it stands."""
    found = records.tasks(store, [id])
    if not found:
        raise NotFound(f"没有编号为“{id[:80]}”的任务")
    task = found[0]
    beside = records.read(store, "tasks_beside_task", id=id)
    return page(
        request, "task.html", task=task, plans=_plans(store, task), stretches=passage(store, task),
        findings_inside=_findings(store, task), counterparts=similar_tasks(store, id),
        above=[row for row in beside if row["side"] == "above"],
        below=sorted((row for row in beside if row["side"] == "below"), key=lambda r: str(r["sort"])),
    )  # fmt: skip


def _plans(store: Store, task: schemas.Task) -> list[Row]:
    """The main plan and the annex that the task stands in, or the plan alone."""
    part = records.read(store, "graph_plan", plan=task.plan.id)
    root = records.read(store, "graph_plan", plan=part[0]["root"]) if part else []
    return [*(row for row in root if row["id"] != task.plan.id), *part]


def _findings(store: Store, task: schemas.Task) -> list[Row]:
    """The findings inside the task's own text."""
    source = task.source
    if source.start is None or source.stop is None:
        return []
    span = range(source.start, source.stop)
    rows: list[dict[str, Any]] = records.read(store, "findings_of_plan", plan=task.plan.id)
    return [row for row in rows if row["start"] is not None and row["start"] in span]


@router.get("/indicators", response_class=HTMLResponse)
def indicator_list(
    request: Request, store: StoreDep, q: Words = "", unit: Words = "", plan: Words = "", region: Words = "",
    year: Words = "", offset: Offset = 0,
) -> HTMLResponse:  # fmt: skip
    """Indicators, by plan and place; a unit or a plan by id, name or number."""
    unit_id = resolve(store, "unit", unit) if unit.strip() else ""
    plan_id = resolve(store, "plan", plan) if plan.strip() else ""
    filters = indicator_filters(q, unit_id, plan_id, region, year)
    rows, total = records.page(store, "list_indicators", "count_indicators", _ROWS, offset, filters)
    asked = {"q": q, "unit": unit, "plan": plan, "region": region, "year": year}
    return page(
        request, "indicators.html", indicators=records.indicators(store, [str(row["id"]) for row in rows]),
        asked=asked, names=_names(store, unit_id, plan_id), regions=regions_with_plans(store),
        window={"offset": offset, "step": _ROWS, "total": total},
    )  # fmt: skip


def _names(store: Store, unit: str, plan: str) -> dict[str, Any]:
    """What the chosen unit and plan are called."""
    units = records.read(store, "graph_unit", unit=unit) if unit else []
    plans = records.read(store, "graph_plan", plan=plan) if plan else []
    return {"unit": units[0]["name"] if units else "", "plan": plans[0]["title"] if plans else ""}
