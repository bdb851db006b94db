"""Narrowing: which nodes are drawn when there are too many for a picture."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable

from graph.model import Edge, Node, Subgraph

MOST = 2000
"""Never are more nodes drawn than this."""

_WEIGHT = {"lead": 3, "responsible": 2, "support": 1}
_FRAME = ("Plan", "TaskForce", "Function", "Region")
"""Kinds that hold the picture together and are kept first."""
_UNIT_SHARE = 0.35


def narrow(subgraph: Subgraph, limit: int, root: str = "") -> Subgraph:
    """At most `limit` nodes and the edges between them; the totals stay as they were.

    Kept are the root, the plans, then the busiest units (a lead counts three times) and the tasks
    with most to do with these; ties go by id. A limit over MOST counts as MOST, one under 1 as 1.
    Nodes keep their order; edges to nodes that are not there are dropped.
    """
    limit = min(max(limit, 1), MOST)
    kept = {node.id for node in subgraph.nodes}
    if len(kept) > limit:
        kept = _chosen(subgraph, limit, root)
    return dataclasses.replace(
        subgraph,
        nodes=tuple(node for node in subgraph.nodes if node.id in kept),
        edges=tuple(edge for edge in subgraph.edges if edge.source in kept and edge.target in kept),
        total_nodes=max(subgraph.total_nodes, len(subgraph.nodes)),
        total_edges=max(subgraph.total_edges, len(subgraph.edges)),
    )


def _chosen(subgraph: Subgraph, limit: int, root: str) -> set[str]:
    weight = _weights(subgraph.edges)

    def ranked(nodes: list[Node], weights: Counter[str]) -> list[str]:
        return [n.id for n in sorted(nodes, key=lambda n: (n.id != root, -weights[n.id], n.id))]

    frame = ranked([n for n in subgraph.nodes if n.kind in _FRAME or n.id == root], weight)
    units = ranked([n for n in subgraph.nodes if n.kind == "Unit" and n.id != root], weight)
    kept = set(frame[: max(limit // 5, 1)])
    kept.update(units[: round((limit - len(kept)) * _UNIT_SHARE)])
    beside = _weights(e for e in subgraph.edges if e.source in kept or e.target in kept)
    rest = ranked([n for n in subgraph.nodes if n.id not in kept and n.kind != "Unit"], beside)
    kept.update(rest[: limit - len(kept)])
    kept.update([key for key in units if key not in kept][: limit - len(kept)])
    return kept


def _weights(edges: Iterable[Edge]) -> Counter[str]:
    found: Counter[str] = Counter()
    for edge in edges:
        for end in (edge.source, edge.target):
            found[end] += _WEIGHT.get(edge.role or "", 1)
    return found
