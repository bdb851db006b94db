"""Pages of plans: the list, and one plan with its outline."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from api import records
from api.deps import MAX_OFFSET, CatalogueDep, StoreDep
from api.listings import plan_filters, regions_with_plans
from api.outline import outline
from api.pages import PageRoute, page
from graph.catalogue import Catalogue, run
from graph.catalogue.resolve import existing
from graph.model import Row
from graph.store import Store

router = APIRouter(include_in_schema=False, route_class=PageRoute)

_ROWS, _LINES = 50, 300
Words = Annotated[str, Query(max_length=200)]
Offset = Annotated[int, Query(ge=0, le=MAX_OFFSET)]
RoleChoice = Literal["", "lead", "support", "responsible"]


@router.get("/plans", response_class=HTMLResponse)
def plan_list(
    request: Request, store: StoreDep, q: Words = "", region: Words = "", year: Words = "", offset: Offset = 0
) -> HTMLResponse:
    """The loaded plans, by date of issue."""
    filters = plan_filters(q, region, year)
    rows, total = records.page(store, "list_plans", "count_plans", _ROWS, offset, filters)
    window = {"offset": offset, "step": _ROWS, "total": total}
    return page(
        request, "plans.html", plans=records.plans(store, rows), window=window, q=q, region=region,
        year=year, regions=regions_with_plans(store),
    )  # fmt: skip


@router.get("/plans/{id}", response_class=HTMLResponse)
def plan_page(
    request: Request, store: StoreDep, catalogue: CatalogueDep, id: str, unit: Words = "",
    role: RoleChoice = "", offset: Offset = 0,
) -> HTMLResponse:  # fmt: skip
    """A plan or annex: its tasks with roles, narrowed to a unit or role, and its findings."""
    row = records.one(records.read(store, "plan", id=existing(store, "plan", id)), "方案", id)
    head = records.read(store, "graph_plan", plan=id)[0]
    found = outline(store, id, unit, role)
    return page(
        request, "plan.html", plan=records.plans(store, [row])[0], head=head, found=found,
        lines=found.lines[offset : offset + _LINES], unit=unit, role=role,
        forces=_forces(store, catalogue, head),
        citations=run(store, catalogue.get("citations_of_plan"), {"plan": id}).rows,
        window={"offset": offset, "step": _LINES, "total": len(found.lines)},
    )  # fmt: skip


def _forces(store: Store, catalogue: Catalogue, head: Row) -> list[Row]:
    """The task forces of a plan with its annexes, or of one annex alone."""
    found = run(store, catalogue.get("task_forces_of_plan"), {"plan": str(head["root"])}).rows
    return [row for row in found if head["id"] == head["root"] or row["part"] == head["part"]]
