"""Writing rows into Neo4j with UNWIND, a batch a statement."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from graph.difference import Difference
from graph.neo4j import WritingRun
from graph.rows import EdgeRow, Properties
from graph.schema import EDGES, FLOAT, INT, NODES, TEXTS, EdgeType, NodeType

_BATCH = 5_000
_Item = TypeVar("_Item")
_TYPED: dict[str, Callable[[Any], Any]] = {FLOAT: float, INT: int, TEXTS: list}
"""The embedded engine's columns have these types; here a whole number would stay an integer."""


def write_difference(run: WritingRun, change: Difference) -> None:
    """Apply a difference: edges cut, nodes deleted, nodes set, edges added."""
    for edge in EDGES:
        for source, target in edge.ends:
            _cut(run, edge, (source, target), change.cut.get((edge.name, source, target), []))
    for node in NODES:
        _delete(run, node, change.gone.get(node.label, []))
    for node in NODES:
        _set(run, node, change.nodes.get(node.label, []))
    for edge in EDGES:
        for source, target in edge.ends:
            _add(run, edge, (source, target), change.edges.get((edge.name, source, target), []))


def _cut(run: WritingRun, edge: EdgeType, ends: tuple[str, str], pairs: list[tuple[str, str]]) -> None:
    for batch in _batches(pairs):
        run.send(
            f"UNWIND $pairs AS pair MATCH {_look_up('a', ends[0], 'pair[0]')} "
            f"MATCH {_look_up('b', ends[1], 'pair[1]')} MATCH (a)-[e:{edge.name}]->(b) DELETE e",
            pairs=[list(pair) for pair in batch],
        )


def _look_up(variable: str, label: str, id: str) -> str:
    """A node by its id, surely through the index.

    Planned while the statistics are of an almost empty graph, a statement without the hint scans the
    index for each row, and goes on so for the whole load (11 s instead of 0.3 s for 10,000 tasks).
    """
    return f"({variable}:{label} {{id: {id}}}) USING INDEX SEEK {variable}:{label}(id)"


def _delete(run: WritingRun, node: NodeType, ids: list[str]) -> None:
    for batch in _batches(ids):
        run.send(f"UNWIND $ids AS id MATCH {_look_up('n', node.label, 'id')} DETACH DELETE n", ids=batch)


def _set(run: WritingRun, node: NodeType, rows: list[Properties]) -> None:
    for batch in _batches(rows):
        run.send(
            f"UNWIND $rows AS row MERGE (n:{node.label} {{id: row.id}}) SET n = row",
            rows=[typed(node.properties, row) for row in batch],
        )


def _add(run: WritingRun, edge: EdgeType, ends: tuple[str, str], rows: list[EdgeRow]) -> None:
    for batch in _batches(rows):
        run.send(
            f"UNWIND $rows AS row MATCH {_look_up('a', ends[0], 'row[0]')} "
            f"MATCH {_look_up('b', ends[1], 'row[1]')} CREATE (a)-[e:{edge.name}]->(b) SET e = row[2]",
            rows=[[row.source, row.target, typed(edge.properties, row.properties)] for row in batch],
        )


def typed(properties: tuple[tuple[str, str], ...], row: Properties) -> Properties:
    """The schema's properties of a row in the schema's types, without nulls: Neo4j stores none."""
    found = {name: (type, row.get(name)) for name, type in properties}
    return {
        name: _TYPED[type](value) if type in _TYPED else value
        for name, (type, value) in found.items()
        if value is not None
    }


def _batches(items: Iterable[_Item]) -> Iterator[list[_Item]]:
    rest = iter(items)
    while batch := list(islice(rest, _BATCH)):
        yield batch
