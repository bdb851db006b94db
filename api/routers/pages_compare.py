"""Pages that put cities side by side: the matrix, one function, one action, one indicator."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response

from api import records
from api.comparing import compare_function, similar_tasks
from api.deps import MAX_OFFSET, CatalogueDep, SettingsDep, StoreDep
from api.listings import regions_with_plans
from api.matrix import matrix_of
from api.pages import PageRoute, page
from graph.catalogue import run
from graph.catalogue.resolve import existing, resolve

router = APIRouter(include_in_schema=False, route_class=PageRoute)

_ROWS, _HITS = 50, 30
Words = Annotated[str, Query(max_length=200)]
Offset = Annotated[int, Query(ge=0, le=MAX_OFFSET)]


@router.get("/compare", response_class=HTMLResponse)
def compare_page(
    request: Request, store: StoreDep, catalogue: CatalogueDep, settings: SettingsDep, q: Words = ""
) -> HTMLResponse:
    """Where comparing begins: regions × functions, and tasks and indicators to choose."""
    found = run(store, catalogue.get("function_region_matrix"), {}, timeout_ms=settings.query_timeout_ms)
    hits: list[dict[str, Any]] = records.read(store, "search", q=q.strip()) if q.strip() else []
    tasks = sorted((row for row in hits if row["kind"] == "task" and row["name"]), key=_by_length)[:_HITS]
    return page(
        request, "compare.html", matrix=matrix_of(found.rows), tasks=tasks, q=q,
        regions=regions_with_plans(store),
    )  # fmt: skip


def _by_length(row: dict[str, Any]) -> tuple[int, str]:
    return len(row["name"]), row["id"]


@router.get("/compare/task/{id}", response_class=HTMLResponse)
def compare_task_page(request: Request, store: StoreDep, id: str, weak: bool = False) -> Response:
    """One action across regions: who leads, who supports, what is to be reached."""
    own = records.tasks(store, [existing(store, "task", id)])[0]
    found = similar_tasks(store, id, weak=weak)
    return page(request, "compare_task.html", own=own, found=found, weak=weak)


@router.get("/compare/function/{id}", response_class=HTMLResponse)
def compare_function_page(
    request: Request, store: StoreDep, id: str, region: Words = "", offset: Offset = 0
) -> Response:
    """One function across regions, and the tasks that it leads in each, shared and alone."""
    regions = [resolve(store, "region", region)] if region.strip() else []
    found = compare_function(store, existing(store, "function", id), regions, _ROWS, offset)
    window = {"offset": offset, "step": _ROWS, "total": found.total}
    return page(
        request, "compare_function.html", found=found, window=window, region=regions[0] if regions else "",
        names={each.id: each.name for each in found.regions},
        most=max((each.tasks for each in found.regions), default=0),
    )  # fmt: skip


@router.get("/compare/indicators", response_class=HTMLResponse)
def compare_indicators_page(
    request: Request, store: StoreDep, catalogue: CatalogueDep, settings: SettingsDep, name: Words = "",
    offset: Offset = 0,
) -> HTMLResponse:  # fmt: skip
    """Indicators of one name in all regions, ranked by value in the base unit."""
    window: dict[str, int] = {"offset": offset, "step": _ROWS, "total": 0}
    rows: list[Any] = []
    if name.strip():
        query = catalogue.get("indicators_by_name")
        found = run(
            store, query, {"name": name.strip()}, offset=offset, limit=_ROWS,
            timeout_ms=settings.query_timeout_ms,
        )  # fmt: skip
        rows, window["total"] = found.rows, found.total
    return page(request, "compare_indicators.html", words=name, rows=rows, window=window, top=_tops(rows))


def _tops(rows: list[Any]) -> dict[str, float]:
    """The largest value of each measure, which has the longest bar."""
    tops: dict[str, float] = {}
    for row in rows:
        tops[row["measure"]] = max(tops.get(row["measure"], 0.0), row["amount"])
    return tops
