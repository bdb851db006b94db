"""Parts of the graph, whole as far as they go: a plan, a unit, a region, the rows of a query.

The statements are put together from patterns and the schema, as `graph.dump` does; a pattern names
the ends of its edge `a` and `b` and is anchored at one id, which both engines find at once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice

from graph.model import Row, Value
from graph.rows import EdgeRow, Rows
from graph.schema import EDGES, EdgeType, edge_type, node_type
from graph.selection.contents import Part
from graph.store import Store
from graph.subgraph import plan_parts
from zeren.errors import NotFound

_BATCH = 5_000

_OF_PLAN = (
    ("CONTAINS", "(a:Document)-[e:CONTAINS]->(b:Plan {id: $id})"),
    ("HAS_PART", "(a:Plan {id: $id})-[e:HAS_PART]->(b:Plan)"),
    ("HAS_TASK", "(a:Plan {id: $id})-[e:HAS_TASK]->(b:Task)"),
    ("HAS_SUBTASK", "(:Plan {id: $id})-[:HAS_TASK]->(a:Task)-[e:HAS_SUBTASK]->(b:Task)"),
    ("ASSIGNED", "(:Plan {id: $id})-[:HAS_TASK]->(a:Task)-[e:ASSIGNED]->(b:Unit)"),
    ("SIMILAR_TO", "(:Plan {id: $id})-[:HAS_TASK]->(a:Task)-[e:SIMILAR_TO]->(b:Task)"),
    ("TARGETS", "(:Plan {id: $id})-[:HAS_TASK]->(a:Task)-[e:TARGETS]->(b:Indicator)"),
    ("SETS", "(a:Plan {id: $id})-[e:SETS]->(b:Indicator)"),
    ("ANSWERS_FOR", "(:Plan {id: $id})-[:SETS]->(b:Indicator)<-[e:ANSWERS_FOR]-(a:Unit)"),
    ("BREAKS_DOWN", "(:Plan {id: $id})-[:SETS]->(a:Indicator)-[e:BREAKS_DOWN]->(b:Region)"),
    ("COVERS", "(a:Plan {id: $id})-[e:COVERS]->(b:Region)"),
    ("RUN_BY", "(a:Plan {id: $id})-[e:RUN_BY]->(b:TaskForce)"),
    ("OFFICE_IN", "(:Plan {id: $id})-[:RUN_BY]->(a:TaskForce)-[e:OFFICE_IN]->(b:Unit)"),
    ("MEMBER_OF", "(:Plan {id: $id})-[:RUN_BY]->(b:TaskForce)<-[e:MEMBER_OF]-(a:Unit)"),
    ("CITES", "(a:Plan {id: $id})-[e:CITES]->(b:Plan)"),
    ("FOLLOWS", "(a:Plan {id: $id})-[e:FOLLOWS]->(b:Plan)"),
)
_OF_UNIT = (
    ("ASSIGNED", "(a:Task)-[e:ASSIGNED]->(b:Unit {id: $id})"),
    ("ASSIGNED", "(:Unit {id: $id})<-[:ASSIGNED]-(a:Task)-[e:ASSIGNED]->(b:Unit) WHERE b.id <> $id"),
    ("HAS_TASK", "(:Unit {id: $id})<-[:ASSIGNED]-(b:Task)<-[e:HAS_TASK]-(a:Plan)"),
    ("HAS_SUBTASK", "(:Unit {id: $id})<-[:ASSIGNED]-(a:Task)-[e:HAS_SUBTASK]->(b:Task)"),
    ("TARGETS", "(:Unit {id: $id})<-[:ASSIGNED]-(a:Task)-[e:TARGETS]->(b:Indicator)"),
    ("ANSWERS_FOR", "(a:Unit {id: $id})-[e:ANSWERS_FOR]->(b:Indicator)"),
    ("MEMBER_OF", "(a:Unit {id: $id})-[e:MEMBER_OF]->(b:TaskForce)"),
    ("OFFICE_IN", "(a:TaskForce)-[e:OFFICE_IN]->(b:Unit {id: $id})"),
)
_AROUND = (
    ("HAS_FINDING", "Document", "(a:Document {id: id})-[e:HAS_FINDING]->(b:Finding)"),
    ("HAS_PART", "Plan", "(a:Plan)-[e:HAS_PART]->(b:Plan {id: id})"),
    ("COVERS", "Plan", "(a:Plan {id: id})-[e:COVERS]->(b:Region)"),
    ("IN_REGION", "Unit", "(a:Unit {id: id})-[e:IN_REGION]->(b:Region)"),
    ("PERFORMS", "Unit", "(a:Unit {id: id})-[e:PERFORMS]->(b:Function)"),
)
"""What places and describes the nodes of a label; small tables, so the ids come many at a time."""

_INSIDE = frozenset({"SIMILAR_TO", "HAS_SUBTASK"})
"""Edges that are kept between chosen nodes only."""

_ID_COLUMNS = {
    "plan": "Plan", "cited": "Plan", "root": "Plan", "task": "Task", "unit": "Unit", "region": "Region",
    "function": "Function", "indicator": "Indicator", "task_force": "TaskForce", "document": "Document",
}  # fmt: skip
"""Columns of queries that hold ids, and of what."""


def of_plan(store: Store, plan: str) -> Part:
    """A plan and its annexes with all that they say: documents, findings, tasks, units, indicators,
    task forces, regions, functions, and the plans that are cited (without their tasks).

    Raises NotFound.
    """
    return _of_plans(store, [str(part["id"]) for part in plan_parts(store, plan)])


def of_region(store: Store, region: str) -> Part:
    """The plans that govern a region or a place in it, each as in `of_plan`. Raises NotFound."""
    if not store.read("MATCH (r:Region {id: $id}) RETURN r.id AS id", {"id": region}):
        raise NotFound("没有这个地区,请核对编号或先查询地区列表")
    inside = ("", "<-[:PART_OF*1..4]-(:Region)")
    plans = {
        str(row["id"])
        for step in inside
        for row in store.read(
            f"MATCH (:Region {{id: $id}}){step}<-[:COVERS]-(p:Plan) RETURN p.id AS id", {"id": region}
        )
    }
    return _of_plans(store, sorted(plans))


def of_unit(store: Store, unit: str) -> Part:
    """A unit, its tasks with their plans, indicators and other units, and what it answers for.

    Raises NotFound.
    """
    if not store.read("MATCH (u:Unit {id: $id}) RETURN u.id AS id", {"id": unit}):
        raise NotFound("没有这个单位,请核对编号或先查询单位列表")
    chosen = _Choosing(store)
    chosen.node("Unit", unit)
    for name, pattern in _OF_UNIT:
        # a unit with two roles in one task would give that task's edges twice
        chosen.edges(edge_type(name), pattern, {"id": unit}, distinct=True)
    return chosen.part()


def of_query(store: Store, rows: Iterable[Row], more: Mapping[str, str] | None = None) -> Part:
    """What the rows of a named query name by id, and every edge between these.

    Ids are taken from columns called plan, task, unit, region, function, indicator and the like;
    `more` adds some (label → id), such as the unit that was asked for. Cells that are no id of
    that kind are passed over; no rows give an empty selection.
    """
    chosen = _Choosing(store)
    for row in rows:
        for column, value in row.items():
            if column in _ID_COLUMNS and isinstance(value, str):
                chosen.node(_ID_COLUMNS[column], value)
    for label, id in (more or {}).items():
        chosen.node(label, id)
    return chosen.between()


def _of_plans(store: Store, plans: Collection[str]) -> Part:
    chosen = _Choosing(store)
    for plan in plans:
        chosen.node("Plan", plan)
        for name, pattern in _OF_PLAN:
            chosen.edges(edge_type(name), pattern, {"id": plan})
    return chosen.part()


class _Choosing:
    """Ids and edges as they are found; the properties of the nodes are read last."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._ids: dict[str, dict[str, None]] = {}
        self._edges: dict[tuple[str, str, str], list[EdgeRow]] = {}

    def node(self, label: str, id: str) -> None:
        """Choose a node."""
        self._ids.setdefault(label, {})[id] = None

    def edges(
        self, edge: EdgeType, pattern: str, values: Mapping[str, Value], *, distinct: bool = False
    ) -> None:
        """Choose the edges of a pattern, and the nodes at their ends unless they are kept inside only."""
        source, target = _ends(edge, pattern)
        found = list(_found(self._store, edge, f"MATCH {pattern}", values, distinct))
        self._edges.setdefault((edge.name, source, target), []).extend(found)
        if edge.name not in _INSIDE:
            for row in found:
                self.node(source, row.source)
                self.node(target, row.target)

    def part(self) -> Part:
        """The selection with what surrounds its nodes."""
        for name, label, pattern in _AROUND:
            self._around(edge_type(name), pattern, list(self._ids.get(label, {})))
        fresh = list(self._ids.get("Region", {}))
        while fresh:
            before = set(self._ids["Region"])
            self._around(edge_type("PART_OF"), "(a:Region {id: id})-[e:PART_OF]->(b:Region)", fresh)
            fresh = [id for id in self._ids["Region"] if id not in before]
        return Part(self._rows())

    def between(self) -> Part:
        """The chosen nodes and every edge between them."""
        for edge in EDGES:
            for source, target in edge.ends:
                if self._ids.get(source) and self._ids.get(target):
                    pattern = f"(a:{source} {{id: id}})-[e:{edge.name}]->(b:{target})"
                    self._around(edge, pattern, list(self._ids[source]), choose=False)
        return Part(self._rows())

    def _around(self, edge: EdgeType, pattern: str, ids: list[str], *, choose: bool = True) -> None:
        source, target = _ends(edge, pattern)
        edges = self._edges.setdefault((edge.name, source, target), [])
        known = {(row.source, row.target) for row in edges}
        for batch in _batches(ids):
            for row in _found(self._store, edge, f"UNWIND $ids AS id MATCH {pattern}", {"ids": batch}):
                if (row.source, row.target) in known:
                    continue
                edges.append(row)
                if choose:
                    self.node(source, row.source)
                    self.node(target, row.target)

    def _rows(self) -> Rows:
        rows = Rows({label: self._nodes(label, list(ids)) for label, ids in self._ids.items()})
        for (name, source, target), edges in self._edges.items():
            ends = rows.nodes.get(source, {}), rows.nodes.get(target, {})
            rows.edges[name, source, target] = [
                edge for edge in edges if edge.source in ends[0] and edge.target in ends[1]
            ]
        return rows

    def _nodes(self, label: str, ids: list[str]) -> dict[str, Row]:
        columns = ", ".join(f"n.{name} AS {name}" for name, _ in node_type(label).properties)
        statement = f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) RETURN {columns}"
        return {
            str(row["id"]): row
            for batch in _batches(ids)
            for row in self._store.read(statement, {"ids": batch})
        }


def _ends(edge: EdgeType, pattern: str) -> tuple[str, str]:
    """The labels of `a` and `b`."""
    return next(ends for ends in edge.ends if f"(a:{ends[0]}" in pattern and f"(b:{ends[1]}" in pattern)


def _found(
    store: Store, edge: EdgeType, match: str, values: Mapping[str, Value], distinct: bool = False
) -> Iterator[EdgeRow]:
    names = [name for name, _ in edge.properties]
    columns = "".join(f", e.{name} AS {name}" for name in names)
    head = "RETURN DISTINCT" if distinct else "RETURN"
    for row in store.read(f"{match} {head} a.id AS source, b.id AS target{columns}", values):
        yield EdgeRow(str(row["source"]), str(row["target"]), {name: row[name] for name in names})


def _batches(ids: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(ids)
    while batch := list(islice(rest, _BATCH)):
        yield batch
