"""Rows as Arrow tables, columns in the schema's order."""

from __future__ import annotations

from typing import Any

import pyarrow as pa

from graph.rows import EdgeRow, Properties
from graph.schema import FLOAT, INT, TEXT, TEXTS, EdgeType, NodeType

_TYPES = {TEXT: pa.string(), INT: pa.int64(), FLOAT: pa.float64(), TEXTS: pa.list_(pa.string())}


def node_table(node: NodeType, rows: dict[str, Properties]) -> Any:
    """A table of the nodes of one label."""
    values = list(rows.values())
    schema = pa.schema([(name, _TYPES[type]) for name, type in node.properties])
    columns = [pa.array([row.get(name) for row in values], _TYPES[type]) for name, type in node.properties]
    return pa.Table.from_arrays(columns, schema=schema)


def edge_table(edge: EdgeType, rows: list[EdgeRow]) -> Any:
    """A table of the edges of one relationship between one pair of labels; ends first."""
    names = ["from", "to", *(name for name, _ in edge.properties)]
    columns = [pa.array([row.source for row in rows]), pa.array([row.target for row in rows])]
    for name, type in edge.properties:
        columns.append(pa.array([row.properties.get(name) for row in rows], _TYPES[type]))
    return pa.Table.from_arrays(columns, names=names)
