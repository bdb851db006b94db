"""A selection as a networkx graph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import networkx as nx

from graph.schema import EDGES, NODES
from graph.selection.contents import Contents

_LONGEST_LABEL = 60
_LABELS: Mapping[str, tuple[str, ...]] = {
    "Document": ("title", "file_name"), "Plan": ("title",), "Task": ("title", "text"), "Unit": ("name",),
    "Indicator": ("raw", "name"), "Finding": ("message",), "Region": ("name",), "Function": ("name",),
    "TaskForce": ("name",),
}  # fmt: skip
"""What a node is called, by its kind: the first of these properties that says something."""

_BATCH = 10_000


def to_networkx(contents: Contents) -> Any:
    """A `networkx.MultiDiGraph` of a selection, the same for the same graph.

    Nodes are ids with `kind` (Plan, Task, Unit …), `label` (what to show) and their properties; a
    unit's own kind goes by `unit_kind`. Edges have keys e1, e2 … and `type` (ASSIGNED …) and their
    properties. Lists stay lists; what isn't known is left out.
    """
    graph = nx.MultiDiGraph()
    for row in node_records(contents):
        graph.add_node(row.pop("id"), **row)
    for number, row in enumerate(edge_records(contents), 1):
        graph.add_edge(row.pop("source"), row.pop("target"), f"e{number}", **row)
    return graph


def node_records(contents: Contents) -> Iterator[dict[str, Any]]:
    """Each node as `id`, `kind`, `label` and its known properties; label by label, sorted by id."""
    for node in NODES:
        for row in _rows(contents.nodes(node)):
            if "kind" in row:
                row["unit_kind"] = row.pop("kind")
            id = row.pop("id")
            yield {"id": id, "kind": node.label, "label": _label(node.label, id, row), **row}


def edge_records(contents: Contents) -> Iterator[dict[str, Any]]:
    """Each edge as `source`, `target`, `type` and its known properties; type by type, sorted."""
    for edge in EDGES:
        for row in _rows(contents.edges(edge)):
            yield {"source": row.pop("source"), "target": row.pop("target"), "type": edge.name, **row}


def _rows(table: Any) -> Iterator[dict[str, Any]]:
    for batch in table.to_batches(max_chunksize=_BATCH):
        for row in batch.to_pylist():
            yield {name: value for name, value in row.items() if value is not None}


def _label(kind: str, id: str, row: Mapping[str, Any]) -> str:
    text = next((str(row[name]) for name in _LABELS[kind] if row.get(name)), id)
    return " ".join(text.split())[:_LONGEST_LABEL]
