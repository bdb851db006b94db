"""What has to be written so that one graph becomes another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.rows import EdgeRow, Properties, Rows

EdgeKey = tuple[str, str, str]
"""Relationship, label at its start, label at its end."""
Pairs = dict[tuple[str, str], list[EdgeRow]]


@dataclass(slots=True)
class Difference:
    """Nodes to delete (with their edges) and to set; pairs to cut all edges between; edges to add."""

    gone: dict[str, list[str]] = field(default_factory=dict)
    nodes: dict[str, list[Properties]] = field(default_factory=dict)
    cut: dict[EdgeKey, list[tuple[str, str]]] = field(default_factory=dict)
    edges: dict[EdgeKey, list[EdgeRow]] = field(default_factory=dict)


def difference(before: Rows, after: Rows) -> Difference:
    """From `before` to `after`. Edges between one pair of nodes are replaced all together."""
    out = Difference()
    for label in before.nodes.keys() | after.nodes.keys():
        old, new = before.nodes.get(label, {}), after.nodes.get(label, {})
        out.gone[label] = [id for id in old if id not in new]
        out.nodes[label] = [node for id, node in new.items() if old.get(id) != node]
    for key in before.edges.keys() | after.edges.keys():
        _edges(out, before, after, key)
    return out


def _edges(out: Difference, before: Rows, after: Rows, key: EdgeKey) -> None:
    old, new = _by_pair(before, key), _by_pair(after, key)
    sources, targets = after.nodes.get(key[1], {}), after.nodes.get(key[2], {})
    cut, added = [], []
    for pair, edges in new.items():
        known = old.get(pair)
        if known is None:
            added += edges
        elif not _same(known, edges):
            cut.append(pair)
            added += edges
    # the edges of a deleted node go with it
    cut += [pair for pair in old if pair not in new and pair[0] in sources and pair[1] in targets]
    out.cut[key], out.edges[key] = cut, added


def _by_pair(rows: Rows, key: EdgeKey) -> Pairs:
    pairs: Pairs = {}
    for edge in rows.edges.get(key, ()):
        pairs.setdefault((edge.source, edge.target), []).append(edge)
    return pairs


def _same(old: list[EdgeRow], new: list[EdgeRow]) -> bool:
    return old == new or sorted(map(repr, old)) == sorted(map(repr, new))


def net(before: Mapping[str, int], after: Mapping[str, int]) -> dict[str, int]:
    """How many fewer there are, by kind; kinds that stay as they were are left out."""
    return {key: count - after.get(key, 0) for key, count in before.items() if count != after.get(key, 0)}
