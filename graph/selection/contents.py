"""A selection as Arrow tables: one a label and one a relationship, in the schema's columns."""

from __future__ import annotations

from typing import Any, Protocol

import pyarrow as pa

from graph.arrow import edge_table, node_table
from graph.rows import Rows
from graph.schema import NOT_EXPORTED, EdgeType, NodeType
from graph.store import Store

ENDS = ("source", "target")
"""The first two columns of a table of edges: the ids of both ends."""


class Contents(Protocol):
    """What was chosen. Tables are sorted, so that the same graph gives the same bytes."""

    def nodes(self, node: NodeType) -> Any:
        """Nodes of one label as an Arrow table: the columns of `exported(node)`, sorted by id."""

    def edges(self, edge: EdgeType) -> Any:
        """Edges of one type: `source`, `target` and its properties, sorted by all of these."""


def exported(node: NodeType) -> tuple[tuple[str, str], ...]:
    """The properties of a label that leave the store, `id` first."""
    return tuple(each for each in node.properties if (node.label, each[0]) not in NOT_EXPORTED)


class Whole:
    """Everything in a store, read table by table when asked for."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def nodes(self, node: NodeType) -> Any:
        """See `Contents.nodes`."""
        names = [name for name, _ in exported(node)]
        columns = ", ".join(f"n.{name} AS {name}" for name in names)
        found = self._store.table(f"MATCH (n:{node.label}) RETURN {columns}")
        return _cast(found, node_table(node, {}).select(names).schema).sort_by("id")

    def edges(self, edge: EdgeType) -> Any:
        """See `Contents.edges`."""
        columns = "".join(f", e.{name} AS {name}" for name, _ in edge.properties)
        tables = [
            self._store.table(
                f"MATCH (a:{source})-[e:{edge.name}]->(b:{target}) "
                f"RETURN a.id AS source, b.id AS target{columns}"
            )
            for source, target in edge.ends
        ]
        schema = _edges(edge, []).schema
        return _sorted(pa.concat_tables([_cast(table, schema) for table in tables]))


class Part:
    """Chosen rows; `Rows` may come in any order."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def nodes(self, node: NodeType) -> Any:
        """See `Contents.nodes`."""
        table = node_table(node, self._rows.nodes.get(node.label, {}))
        return table.select([name for name, _ in exported(node)]).sort_by("id")

    def edges(self, edge: EdgeType) -> Any:
        """See `Contents.edges`."""
        tables = [_edges(edge, self._rows.edges.get((edge.name, *ends), [])) for ends in edge.ends]
        return _sorted(pa.concat_tables(tables))


def _edges(edge: EdgeType, rows: list[Any]) -> Any:
    table = edge_table(edge, rows).rename_columns([*ENDS, *(name for name, _ in edge.properties)])
    return table.cast(pa.schema([(ENDS[0], pa.string()), (ENDS[1], pa.string()), *list(table.schema)[2:]]))


def _cast(table: Any, schema: Any) -> Any:
    """The columns in the schema's order and types; an engine that found nothing knows no types."""
    return table.select(schema.names).cast(schema) if table.num_rows else schema.empty_table()


def _sorted(table: Any) -> Any:
    return table.sort_by([(name, "ascending") for name in table.schema.names])
