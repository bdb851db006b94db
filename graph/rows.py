"""Rows of the graph, table by table, before they are written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Properties = dict[str, Any]


@dataclass(frozen=True, slots=True)
class EdgeRow:
    """An edge between two ids."""

    source: str
    target: str
    properties: Properties = field(default_factory=dict)


@dataclass(slots=True)
class Rows:
    """Nodes by label and id, edges by relationship and pair of labels; in the order added."""

    nodes: dict[str, dict[str, Properties]] = field(default_factory=dict)
    edges: dict[tuple[str, str, str], list[EdgeRow]] = field(default_factory=dict)

    def node(self, label: str, id: str, **properties: Any) -> None:
        """Add a node, or replace the one of that id."""
        self.nodes.setdefault(label, {})[id] = {"id": id, **properties}

    def edge(self, name: str, source: tuple[str, str], target: tuple[str, str], **properties: Any) -> None:
        """Add an edge; the ends are (label, id)."""
        key = (name, source[0], target[0])
        self.edges.setdefault(key, []).append(EdgeRow(source[1], target[1], properties))

    def count_nodes(self) -> dict[str, int]:
        """Number of nodes by label, without empty ones."""
        return {label: len(rows) for label, rows in self.nodes.items() if rows}

    def count_edges(self) -> dict[str, int]:
        """Number of edges by relationship, without empty ones."""
        counts: dict[str, int] = {}
        for (name, _, _), rows in self.edges.items():
            if rows:
                counts[name] = counts.get(name, 0) + len(rows)
        return counts
