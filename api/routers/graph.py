"""Part of the graph as nodes and edges, for pictures of one's own."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from api import schemas
from api.deps import StoreDep
from api.problems import responses
from api.views import Choice, graph_json
from graph.catalogue.resolve import existing
from graph.comparison import function_subgraph
from graph.model import Subgraph
from graph.narrowing import MOST
from graph.store import Store
from graph.subgraph import DEFAULT_LIMIT, plan_subgraph, task_subgraph, unit_subgraph
from zeren.errors import BadParameter, Moved, NotFound

router = APIRouter(prefix="/api/graph", tags=["graph"])

Several = Annotated[list[str] | None, Query(description="可重复或用逗号分隔")]


@router.get("", responses=responses(BadParameter, NotFound, Moved))
def show_graph(
    store: StoreDep,
    plan: str | None = None,
    unit: str | None = None,
    function: str | None = None,
    task: str | None = None,
    depth: Annotated[int, Query(ge=1, le=2)] = 1,
    roles: Several = None,
    kinds: Several = None,
    limit: Annotated[int, Query(ge=1, le=MOST)] = DEFAULT_LIMIT,
) -> schemas.Graph:
    """The graph around one plan, unit, function or task; `total` counts what the choice holds in all."""
    choice = Choice.of(roles, kinds, limit)
    found = _subgraph(store, {"plan": plan, "unit": unit, "function": function, "task": task}, choice, depth)
    return schemas.Graph.model_validate(graph_json(found))


def _subgraph(store: Store, named: dict[str, str | None], choice: Choice, depth: int) -> Subgraph:
    given = {kind: id for kind, id in named.items() if id is not None}
    if len(given) != 1:
        raise BadParameter("请给出 plan、unit、function、task 中的一个编号")
    kind, id = next(iter(given.items()))
    known = existing(store, kind, id)
    if kind == "plan":
        return plan_subgraph(store, known, choice.roles, choice.kinds, choice.limit)
    if kind == "unit":
        return unit_subgraph(store, known, choice.roles, depth, choice.limit)
    if kind == "function":
        return function_subgraph(store, known, choice.roles, choice.limit)
    return task_subgraph(store, known)
