"""Across cities: one function with its units everywhere, or one action with those who carry it."""

from __future__ import annotations

from collections.abc import Collection

from graph.elements import Builder
from graph.model import Row, Subgraph
from graph.narrowing import MOST, narrow
from graph.store import Store
from graph.subgraph import ANSWERING, DEFAULT_LIMIT, KINDS, cite_sources, read_internal
from zeren.errors import NotFound

_ORDER = ("lead", "responsible", "support")


def function_subgraph(
    store: Store, function: str, roles: Collection[str] = ANSWERING, limit: int = DEFAULT_LIMIT
) -> Subgraph:
    """A function, the units that perform it in each region, and their tasks with one of `roles`.

    The function first, then units by region, then their tasks in document order. A unit is named
    with its region, which is its `community`. The totals are exact. Raises NotFound.
    """
    head = read_internal(store, "graph_function", function=function)
    if not head:
        raise NotFound("没有这个条线,请核对编号或先查询条线列表")
    limit = min(max(limit, 1), MOST)
    built = Builder()
    built.function(head[0])
    units = read_internal(store, "graph_units_of_function", function=function)
    for unit in units:
        built.unit_of_region(unit)
        built.edge(unit["id"], function, "PERFORMS")
    for unit in units:
        for role in (role for role in _ORDER if role in roles):
            rows = read_internal(store, "graph_tasks_of_unit", unit=unit["id"], role=role, limit=limit)
            for row in rows:
                built.task(row)
                built.edge(row["id"], unit["id"], "ASSIGNED", role)
    counted = read_internal(store, "graph_count_of_function", function=function, roles=list(roles))[0]
    nodes = 1 + len(units) + int(str(counted["tasks"]))
    edges = len(units) + int(str(counted["edges"]))
    cite_sources(store, built)
    return narrow(built.subgraph((*KINDS, "function"), nodes=nodes, edges=edges), limit, function)


def counterpart_subgraph(
    store: Store, task: str, roles: Collection[str] = ANSWERING, limit: int = DEFAULT_LIMIT
) -> Subgraph:
    """A task, its counterparts elsewhere or in other years, and the units with one of `roles` in them.

    Tasks and units have their region as `community`. Raises NotFound.
    """
    head = read_internal(store, "graph_task", task=task)
    if not head:
        raise NotFound("没有这项任务,请核对编号或先查询任务列表")
    built = Builder()
    others = read_internal(store, "graph_counterparts_of_task", task=task)
    for row in (*head, *others):
        built.task({**row, "region_name": _region(store, row)})
    for row in others:
        built.edge(task, row["id"], "SIMILAR_TO")
    for row in (*head, *others):
        for role in read_internal(store, "graph_roles_of_task", task=row["id"], roles=list(roles)):
            for unit in read_internal(store, "unit", id=role["unit"]):
                built.unit_of_region(unit)
                built.edge(row["id"], role["unit"], "ASSIGNED", str(role["role"]))
    cite_sources(store, built)
    return narrow(built.subgraph(KINDS), limit, task)


def _region(store: Store, task: Row) -> str:
    """The region of the plan that a task stands in; empty where it has none."""
    rows = read_internal(store, "document_of_one_plan", id=task["plan"])
    return str(rows[0]["region"] or "") if rows else ""
