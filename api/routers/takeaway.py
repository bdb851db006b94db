"""Lists of pages as CSV and XLSX, and parts of the graph for Gephi and its kin."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from fastapi.responses import FileResponse

from api import takeaway_tables as tables
from api.deps import StoreDep
from api.listings import indicator_filters, plan_filters, unit_filters
from api.problems import responses
from api.takeaway import Ending, download, table_file
from graph.catalogue.resolve import existing, resolve
from graph.export import write_gexf, write_graphml, write_json
from graph.selection import Contents, Whole, of_plan, of_region, of_unit
from graph.store import Store
from zeren.errors import BadParameter, Moved, NotFound, StoreUnavailable

router = APIRouter(prefix="/api", tags=["files"])

Words = Annotated[str, Query(max_length=200)]
RoleChoice = Literal["", "lead", "support", "responsible"]
GraphEnding = Literal["graphml", "gexf", "json"]
_TRIES = 3
_WRITERS: dict[str, tuple[Callable[[Contents, Path], tuple[int, int]], str]] = {
    "graphml": (write_graphml, "application/graphml+xml"),
    "gexf": (write_gexf, "application/gexf+xml"),
    "json": (write_json, "application/json"),
}


@router.get("/plans.{ending}", responses=responses(BadParameter), response_class=FileResponse)
def take_plans(
    store: StoreDep, ending: Ending, q: Words = "", region: Words = "", year: Words = ""
) -> FileResponse:
    """All plans under a filter, as a table."""
    filters = plan_filters(q, region, year)
    return table_file(store, ending, lambda: tables.plan_table(store, filters))


@router.get("/units.{ending}", responses=responses(BadParameter), response_class=FileResponse)
def take_units(
    store: StoreDep, ending: Ending, q: Words = "", region: Words = "", function: Words = "", kind: Words = ""
) -> FileResponse:
    """All units under a filter, as a table."""
    filters = unit_filters(q, region, function, kind)
    return table_file(store, ending, lambda: tables.unit_table(store, filters))


@router.get("/indicators.{ending}", responses=responses(BadParameter, NotFound), response_class=FileResponse)
def take_indicators(
    store: StoreDep, ending: Ending, q: Words = "", unit: Words = "", plan: Words = "", region: Words = "",
    year: Words = "",
) -> FileResponse:  # fmt: skip
    """All indicators under a filter, as a table."""
    unit_id = resolve(store, "unit", unit) if unit.strip() else ""
    plan_id = resolve(store, "plan", plan) if plan.strip() else ""
    filters = indicator_filters(q, unit_id, plan_id, region, year)
    return table_file(store, ending, lambda: tables.indicator_table(store, filters))


@router.get("/catalog.{ending}", responses=responses(), response_class=FileResponse)
def take_documents(store: StoreDep, ending: Ending) -> FileResponse:
    """All loaded documents, as a table."""
    return table_file(store, ending, lambda: tables.document_table(store))


@router.get("/plans/{id}/outline.{ending}", responses=responses(NotFound, Moved), response_class=FileResponse)
def take_outline(
    store: StoreDep, id: str, ending: Ending, unit: Words = "", role: RoleChoice = ""
) -> FileResponse:
    """The tasks of a plan or annex, or those of a unit or role, as a table."""
    plan = existing(store, "plan", id)
    return table_file(store, ending, lambda: tables.outline_table(store, plan, unit, role))


@router.get("/graph.{ending}", responses=responses(NotFound, BadParameter), response_class=FileResponse)
def take_graph(
    store: StoreDep, ending: GraphEnding, plan: Words = "", unit: Words = "", region: Words = ""
) -> FileResponse:
    """A plan, a unit, a region or all of the graph as GraphML, GEXF or JSON, whole.

    `X-Total-Count` is the number of nodes and edges together; a graph that is replaced meanwhile is
    read again.
    """
    name, contents = _chosen(store, plan, unit, region)
    write, media_type = _WRITERS[ending]
    for _ in range(_TRIES):
        folder = Path(tempfile.mkdtemp(prefix="zeren-"))
        try:
            with store.standing():
                generation = store.generation()
                nodes, edges = write(contents(), folder / "graph")
                whole = generation == store.generation()
            if whole:
                return download(folder / "graph", f"{name}.{ending}", media_type, nodes + edges)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        shutil.rmtree(folder, ignore_errors=True)
    raise StoreUnavailable("导出时图谱一直在更新,请等载入结束后再导出")


def _chosen(store: Store, plan: str, unit: str, region: str) -> tuple[str, Callable[[], Contents]]:
    """What the file is called, and how its contents are read."""
    named = {"plan": plan.strip(), "unit": unit.strip(), "region": region.strip()}
    given = [(kind, text) for kind, text in named.items() if text]
    if len(given) > 1:
        raise BadParameter("plan、unit、region 只能给一个;都不给时导出全部")
    if not given:
        return "责任图谱", lambda: Whole(store)
    kind, text = given[0]
    id = resolve(store, kind, text)
    select = {"plan": of_plan, "unit": of_unit, "region": of_region}[kind]
    words = {"plan": "方案图谱", "unit": "单位图谱", "region": "地区图谱"}[kind]
    return words, lambda: select(store, id)
