"""All of a graph as text, to compare two byte for byte."""

from __future__ import annotations

import json
from collections.abc import Iterator

from graph.schema import EDGES, NODES, NOT_EXPORTED
from graph.store import Store


def dump(store: Store) -> Iterator[str]:
    """A line a node and an edge, sorted; without what differs between two loads of the same documents."""
    for node in NODES:
        names = [name for name, _ in node.properties if (node.label, name) not in NOT_EXPORTED]
        columns = ", ".join(f"n.{name} AS {name}" for name in names)
        for row in store.read(f"MATCH (n:{node.label}) RETURN {columns} ORDER BY id"):
            yield json.dumps([node.label, row], ensure_ascii=False, sort_keys=True)
    for edge in EDGES:
        names = [name for name, _ in edge.properties]
        columns = "".join(f", e.{name} AS {name}" for name in names)
        found = []
        for source, target in edge.ends:
            match = f"MATCH (a:{source})-[e:{edge.name}]->(b:{target})"
            found += store.read(f"{match} RETURN a.id AS source, b.id AS target{columns}")
        yield from sorted(json.dumps([edge.name, row], ensure_ascii=False, sort_keys=True) for row in found)
