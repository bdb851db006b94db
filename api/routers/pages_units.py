"""Pages of units: the list, and one unit with all that it answers for."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from api import records, schemas
from api.deps import MAX_OFFSET, CatalogueDep, StoreDep
from api.labels import kinds
from api.listings import regions_with_plans, unit_filters
from api.pages import PageRoute, page
from api.routers.pages_plans import RoleChoice
from graph.catalogue import Catalogue, run
from graph.catalogue.resolve import existing
from graph.model import Row
from graph.store import Store

router = APIRouter(include_in_schema=False, route_class=PageRoute)

_ROWS, _SOME, _EVERYTHING = 50, 20, 1 << 40
_ROLES = ("lead", "responsible", "support")
Words = Annotated[str, Query(max_length=200)]
Offset = Annotated[int, Query(ge=0, le=MAX_OFFSET)]


@router.get("/units", response_class=HTMLResponse)
def unit_list(
    request: Request, store: StoreDep, q: Words = "", region: Words = "", function: Words = "",
    kind: Words = "", offset: Offset = 0,
) -> HTMLResponse:  # fmt: skip
    """Units, by region and name, with the number of tasks by role."""
    filters = unit_filters(q, region, function, kind)
    rows, total = records.page(store, "list_units", "count_units", _ROWS, offset, filters)
    functions = records.read(store, "list_functions", limit=_EVERYTHING, offset=0)
    return page(
        request, "units.html", units=records.units(store, rows), q=q, region=region, function=function,
        kind_chosen=kind, kinds=kinds(), regions=regions_with_plans(store), functions=functions,
        window={"offset": offset, "step": _ROWS, "total": total},
    )  # fmt: skip


@router.get("/units/{id}", response_class=HTMLResponse)
def unit_page(
    request: Request, store: StoreDep, catalogue: CatalogueDep, id: str, role: RoleChoice = "",
    offset: Offset = 0,
) -> HTMLResponse:  # fmt: skip
    """One unit: its tasks by role, indicators, colleagues, task forces, the same desk elsewhere."""
    row = records.one(records.read(store, "unit", id=existing(store, "unit", id)), "单位", id)
    unit = records.units(store, [row])[0]
    counts = unit.counts.model_dump()
    chosen: str = role or next((each for each in _ROLES if counts[each]), "lead")
    rows = records.read(store, "page_of_unit", id=id, roles=[chosen], limit=_ROWS, offset=offset)
    return page(
        request, "unit.html", unit=unit, role=chosen, roles=_ROLES, counts=counts,
        tasks=records.tasks(store, [str(each["id"]) for each in rows]),
        window={"offset": offset, "step": _ROWS, "total": counts[chosen]},
        forces=_forces(store, id), elsewhere=_elsewhere(store, unit), **_lists(store, catalogue, id),
    )  # fmt: skip


def _lists(store: Store, catalogue: Catalogue, id: str) -> dict[str, Any]:
    """The first indicators and colleagues, with their totals."""
    aims = records.read(
        store, "list_indicators", q="", plan=[], region=[], year=[], unit=[id], roles=["lead", "responsible"],
        limit=_EVERYTHING, offset=0,
    )  # fmt: skip
    colleagues = run(store, catalogue.get("cooperators_of_unit"), {"unit": id}, limit=_SOME)
    return {
        "indicators": records.indicators(store, [str(row["id"]) for row in aims[:_SOME]]),
        "indicator_total": len(aims),
        "colleagues": colleagues.rows,
        "colleague_total": colleagues.total,
    }


def _forces(store: Store, id: str) -> list[Row]:
    """Task forces that the unit hosts, then those that it is a member of, each once."""
    rows = records.read(store, "task_forces_of_unit", unit=id)
    rows.sort(key=lambda row: (row["part_in"] != "office", str(row["plan"]), str(row["id"])))
    once: dict[str, Row] = {}
    for row in rows:
        once.setdefault(str(row["id"]), row)
    return list(once.values())


def _elsewhere(store: Store, unit: schemas.Unit) -> list[dict[str, Any]]:
    """For each function of the unit the units of other regions that perform it, and how many there are."""
    home = unit.region.id if unit.region else ""
    found = []
    for function in unit.functions:
        filters = unit_filters("", "", function.id, "")
        rows = records.read(store, "list_units", **filters, limit=_EVERYTHING, offset=0)
        others = [row for row in rows if row["region"] != home]
        if others:
            units = records.units(store, others[:_SOME])
            found.append({"function": function, "units": units, "total": len(others)})
    return found
