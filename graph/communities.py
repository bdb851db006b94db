"""Which units work together: ties by shared tasks, and the communities that these make."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import combinations, product
from typing import Any

import networkx as nx

from graph.model import Row

_SEED = 1

Ties = Counter[tuple[str, str]]


def ties(rows: Iterable[Row]) -> Ties:
    """The number of shared tasks by pair of units, lower id first; rows have `task`, `unit`, `role`.

    A unit that leads is joined to those that support it; where nobody leads, all are joined.
    """
    by_task: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        by_task[str(row["task"])][str(row["role"])].append(str(row["unit"]))
    found: Ties = Counter()
    for roles in by_task.values():
        leads, others = roles["lead"], roles["support"] + roles["responsible"]
        pairs = product(leads, leads + others) if leads else combinations(others, 2)
        found.update({(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]})
    return found


def communities(graph: Any) -> list[set[str]]:
    """Louvain's communities of a networkx graph with weights, the largest first; the same each time."""
    parts = nx.community.louvain_communities(graph, weight="weight", seed=_SEED)
    return sorted(parts, key=lambda part: (-len(part), min(part)))
