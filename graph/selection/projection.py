"""Units joined by the tasks that they share, and what networkx measures of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import networkx as nx

from graph.communities import communities, ties
from graph.model import Row
from zeren.errors import NotFound

_EXACT = 500
"""Above so many units betweenness is estimated from a sample of that many, with a fixed seed."""
_SEED = 1


def cooperation(graph: Any) -> Any:
    """The units of a selection as a `networkx.Graph`, joined where they share tasks.

    An edge's `weight` is the number of shared tasks: a unit that leads is joined to those that
    support it; where nobody leads, all are joined to each other (as in the view of cooperation).
    Units keep their attributes and get `tasks`, the number of theirs. Without units: an empty graph.
    """
    rows = list(_roles(graph))
    tasks: Counter[str] = Counter(unit for _, unit in {(row["task"], str(row["unit"])) for row in rows})
    joined = nx.Graph()
    for id, data in graph.nodes(data=True):
        if data.get("kind") == "Unit":
            joined.add_node(id, **data, tasks=tasks[id])
    for (a, b), count in sorted(ties(rows).items()):
        joined.add_edge(a, b, weight=count)
    return joined


def _roles(graph: Any) -> Iterator[Row]:
    for task, unit, data in graph.edges(data=True):
        if data.get("type") == "ASSIGNED":
            yield {"task": task, "unit": unit, "role": data["role"]}


def measured(joined: Any) -> Any:
    """A cooperation graph with measures: every unit gets `degree` (units it works with), `strength`
    (shared tasks with all of them), `betweenness` (share of the shortest chains between others that
    lead over it, 0 to 1) and `community` (from 0, the largest first). The graph given stays as it is.

    Communities are Louvain's on the weights, with a fixed seed.
    """
    found = joined.copy()
    sample = None if len(found) <= _EXACT else _EXACT
    between = nx.betweenness_centrality(found, k=sample, seed=_SEED) if len(found) else {}
    member = {id: number for number, each in enumerate(communities(found)) for id in each}
    strength = dict(found.degree(weight="weight"))
    for id, data in found.nodes(data=True):
        data.update(
            degree=found.degree(id), strength=strength[id], betweenness=round(between[id], 6),
            community=member[id],
        )  # fmt: skip
    return found


def shortest_chain(graph: Any, start: str, stop: str) -> list[tuple[str, str, str]]:
    """The shortest chain between two units of a selection: (unit, shared task, next unit), in order.

    Two units are neighbours when one task names both, in whatever role. Of several shortest chains
    always the same one; an empty list when start and stop are one unit. Raises NotFound when
    no chain joins them or one of them isn't in the selection.
    """
    shared = nx.Graph()
    for row in sorted(_roles(graph), key=lambda row: (str(row["task"]), str(row["unit"]))):
        shared.add_edge(row["unit"], row["task"])
    try:
        steps = nx.shortest_path(shared, start, stop)
    except (nx.NodeNotFound, nx.NetworkXNoPath) as error:
        raise NotFound("这两个单位之间没有共同任务相连,请换一个更大的范围") from error
    units, tasks = steps[::2], steps[1::2]
    return list(zip(units, tasks, units[1:], strict=False))
