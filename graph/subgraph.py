"""Parts of the graph to look at: a plan, a unit with its colleagues, a task."""

from __future__ import annotations

from collections.abc import Collection

from graph.cyphers import internal
from graph.elements import Builder
from graph.model import Edge, Row, Subgraph, Value
from graph.narrowing import MOST, narrow
from graph.store import Store
from graph.summary import counted_by_plan, summary_of_plan
from loaders.extraction import ROLES
from zeren.errors import NotFound

DEFAULT_LIMIT = 300
KINDS = ("plan", "task", "unit", "indicator")
"""What a picture may hold; without a choice it holds DEFAULT_KINDS."""
DEFAULT_KINDS = ("plan", "task", "unit")
ANSWERING = ("lead", "responsible")
"""The roles that answer for an indicator."""


def plan_subgraph(
    store: Store,
    plan: str,
    roles: Collection[str] = ROLES,
    kinds: Collection[str] = DEFAULT_KINDS,
    limit: int = DEFAULT_LIMIT,
) -> Subgraph:
    """A plan with its annexes, their tasks and the units that have one of `roles` in them.

    Plan and annexes first, then tasks in document order, then units in the order of their first
    task, then indicators (when `kinds` has them). The totals count all that the choice selects,
    the nodes are at most `limit` of these, narrowed as `graph.narrowing` says; more than can ever be
    drawn are summarised as `graph.summary` says. Raises NotFound.
    """
    built = Builder()
    for part in plan_parts(store, plan):
        built.plan(part)
        if part["id"] != plan:
            built.edge(plan, part["id"], "HAS_PART")
        _part(store, built, str(part["id"]), roles, kinds)
    cite_sources(store, built)
    whole = built.subgraph(kinds, keep=plan)
    if len(whole.nodes) > MOST and {"task", "unit"} <= set(kinds):
        whole = summary_of_plan(whole, plan)
    return narrow(whole, limit, plan)


def unit_subgraph(
    store: Store, unit: str, roles: Collection[str] = ROLES, depth: int = 2, limit: int = DEFAULT_LIMIT
) -> Subgraph:
    """A unit, the tasks in which it has one of `roles` and, from depth 2 on, the other units in these.

    The unit first, then tasks: those it leads, is responsible for, supports, each in document
    order. The totals are exact; the nodes are at most `limit` of these, and more than can ever be
    drawn are summarised by plan. Raises NotFound.
    """
    head = _one(store, "graph_unit", "单位", unit=unit)
    limit = min(max(limit, 1), MOST)
    tasks = _one(store, "graph_count_of_unit", "单位", unit=unit, roles=list(roles))
    nodes, edges = 1 + _count(tasks["tasks"]), _count(tasks["edges"])
    if nodes > MOST:
        return narrow(_by_plan(store, head, roles, nodes, edges), limit, unit)
    built = Builder()
    built.unit(head, str(head["id"]))
    for role in (role for role in ("lead", "responsible", "support") if role in roles):
        for row in read_internal(store, "graph_tasks_of_unit", unit=unit, role=role, limit=limit):
            built.task(row)
            built.edge(row["id"], unit, "ASSIGNED", role)
    if depth > 1:
        built.roles(read_internal(store, "graph_colleagues_of_unit", unit=unit, tasks=built.ids("Task")))
        others = _one(store, "graph_count_of_colleagues", "单位", unit=unit, roles=list(roles))
        nodes, edges = nodes + _count(others["units"]), edges + _count(others["edges"])
    cite_sources(store, built)
    return narrow(built.subgraph(KINDS, nodes=nodes, edges=edges), limit, unit)


def task_subgraph(
    store: Store, task: str, roles: Collection[str] = ROLES, limit: int = DEFAULT_LIMIT
) -> Subgraph:
    """A task with its plan, its units with one of `roles` and its indicators. Raises NotFound."""
    head = _one(store, "graph_task", "任务", task=task)
    built = Builder()
    built.task(head)
    for plan in read_internal(store, "graph_plan", plan=head["plan"]):
        built.plan(plan)
        built.edge(plan["id"], task, "HAS_TASK")
    built.roles(read_internal(store, "graph_roles_of_task", task=task, roles=list(roles)))
    for row in read_internal(store, "graph_indicators_of_task", task=task):
        built.indicator(row)
        built.edge(task, row["id"], "TARGETS")
    cite_sources(store, built)
    return narrow(built.subgraph(KINDS), limit, task)


def indicator_subgraph(
    store: Store, plan: str, roles: Collection[str] = ANSWERING, limit: int = DEFAULT_LIMIT
) -> Subgraph:
    """The indicators that a plan and its annexes set, and the units that answer for them in `roles`.

    An indicator that nobody answers for stands beside its plan. Raises NotFound.
    """
    built = Builder()
    for part in plan_parts(store, plan):
        built.plan(part)
        if part["id"] != plan:
            built.edge(plan, part["id"], "HAS_PART")
        answers = read_internal(store, "graph_answers_of_plan", plan=part["id"], roles=list(roles))
        answered = {row["indicator"] for row in answers}
        for row in read_internal(store, "graph_indicators_of_plan", plan=part["id"]):
            built.indicator(row)
            if row["id"] not in answered:
                built.edge(part["id"], row["id"], "SETS")
        for row in answers:
            built.unit(row, str(row["unit"]))
            built.edge(row["indicator"], row["unit"], "ANSWERS_FOR", str(row["role"]))
    cite_sources(store, built)
    return narrow(built.subgraph(KINDS), limit, plan)


def plan_parts(store: Store, plan: str) -> list[Row]:
    """A plan and its annexes, the plan first; raises NotFound."""
    return [
        _one(store, "graph_plan", "方案", plan=plan),
        *read_internal(store, "graph_parts_of_plan", plan=plan),
    ]


def read_internal(store: Store, name: str, **parameters: Value) -> list[Row]:
    """Rows of one of the statements in `queries/internal`."""
    return store.read(internal(name), parameters)


def _by_plan(store: Store, head: Row, roles: Collection[str], nodes: int, edges: int) -> Subgraph:
    """A unit and the plans in which it has tasks; an edge says how many, by role."""
    built = Builder()
    built.unit(head, str(head["id"]))
    rows = read_internal(store, "graph_plans_of_unit", unit=head["id"], roles=list(roles))
    for plan in dict.fromkeys(str(row["plan"]) for row in rows):
        built.plan(_one(store, "graph_plan", "方案", plan=plan))
    ties = [
        Edge(str(row["plan"]), str(head["id"]), "ASSIGNED", str(row["role"]), {"tasks": row["tasks"]})
        for row in rows
    ]
    return counted_by_plan(built.subgraph(KINDS, nodes=nodes, edges=edges), ties)


def _part(store: Store, built: Builder, plan: str, roles: Collection[str], kinds: Collection[str]) -> None:
    """What stands in one plan or annex itself."""
    for row in read_internal(store, "graph_tasks_of_plan", plan=plan):
        built.task(row)
        built.edge(plan, row["id"], "HAS_TASK")
    built.roles(read_internal(store, "graph_roles_of_plan", plan=plan, roles=list(roles)))
    if "indicator" not in kinds:
        return
    targets = read_internal(store, "graph_targets_of_plan", plan=plan)
    aimed = {row["indicator"] for row in targets}
    for row in read_internal(store, "graph_indicators_of_plan", plan=plan):
        built.indicator(row)
        if row["id"] not in aimed:
            built.edge(plan, row["id"], "SETS")
    for row in targets:
        built.edge(row["task"], row["indicator"], "TARGETS")


def cite_sources(store: Store, built: Builder) -> None:
    """Name the document that each task and indicator was read from."""
    plans = built.plans()
    rows = read_internal(store, "graph_documents_of_plans", plans=plans) if plans else []
    built.sources({str(row["plan"]): str(row["document"]) for row in reversed(rows)})


def _one(store: Store, name: str, what: str, **parameters: Value) -> Row:
    rows = read_internal(store, name, **parameters)
    if not rows:
        raise NotFound(f"没有这个{what},请核对编号或先查询{what}列表")
    return rows[0]


def _count(value: Value) -> int:
    return int(value) if isinstance(value, int | float) else 0
