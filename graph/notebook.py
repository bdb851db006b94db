"""The graph on Neo4j as py2neo's objects, for notebooks: the extra `zeren[py2neo]`.

    from graph.notebook import Repository, Unit
    graph = Repository("bolt://localhost:7687", auth=("neo4j", "…"))
    graph.match(Unit).where(name="市园林局").first().tasks_as("lead")

For reading: the graph is changed through zeren alone. Nothing else in zeren imports this.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pyarrow as pa

from graph.model import Row, Value
from graph.selection import Whole, of_plan, of_unit
from graph.selection import to_networkx as selected
from zeren.errors import StoreError

try:
    from py2neo import ogm
    from py2neo.ogm import Model, Property, RelatedFrom, RelatedTo
except ImportError as error:
    raise ImportError('笔记本里的对象要用 py2neo,请先运行 pip install "zeren[py2neo]"') from error


class _Known(Model):  # type: ignore[misc]
    """What all have: `id` is the key; shown by title or name."""

    __primarykey__ = "id"
    id = Property()

    def __repr__(self) -> str:
        shown = getattr(self, "title", None) or getattr(self, "name", None) or self.id
        return f"<{type(self).__name__} {shown}>"

    def _nodes(self, pattern: str, order: str, role: str) -> list[Any]:
        # py2neo keeps one edge a pair of nodes, and a unit may have two roles in one task
        statement = f"MATCH {pattern} WHERE n.id = $id AND e.role = $role RETURN m ORDER BY {order}"
        found = self.__node__.graph.query(statement, {"id": self.id, "role": role})
        return [record[0] for record in found]


class Plan(_Known):
    """A plan or an annex of one."""

    title, part, root = Property(), Property(), Property()
    doc_number, issuer, issued_on, year = Property(), Property(), Property(), Property()
    parts = RelatedTo("Plan", "HAS_PART")
    tasks = RelatedTo("Task", "HAS_TASK")
    indicators = RelatedTo("Indicator", "SETS")
    cites = RelatedTo("Plan", "CITES")
    cited_by = RelatedFrom("Plan", "CITES")


class Task(_Known):
    """A task; `units` in whatever role, `units_as` in one."""

    title, text, part, path = Property(), Property(), Property(), Property()
    deadline, due_on, start, stop = Property(), Property(), Property(), Property()
    plans = RelatedFrom("Plan", "HAS_TASK")
    subtasks = RelatedTo("Task", "HAS_SUBTASK")
    units = RelatedTo("Unit", "ASSIGNED")
    indicators = RelatedTo("Indicator", "TARGETS")

    def units_as(self, role: str) -> list[Unit]:
        """The units that have a role in it (lead, support or responsible), in printed order."""
        found = self._nodes("(n:Task)-[e:ASSIGNED]->(m:Unit)", "e.position, m.id", role)
        return [Unit.wrap(node) for node in found]


class Unit(_Known):
    """A unit; `tasks` in whatever role, `tasks_as` in one."""

    name, aliases, kind = Property(), Property(), Property()
    tasks = RelatedFrom("Task", "ASSIGNED")
    indicators = RelatedTo("Indicator", "ANSWERS_FOR")

    def tasks_as(self, role: str) -> list[Task]:
        """The tasks in which it has a role (lead, support or responsible), in document order."""
        found = self._nodes("(n:Unit)<-[e:ASSIGNED]-(m:Task)", "e.sort, m.id", role)
        return [Task.wrap(node) for node in found]

    def indicators_as(self, role: str) -> list[Indicator]:
        """The numbers that it answers for in a role, in document order."""
        found = self._nodes("(n:Unit)-[e:ANSWERS_FOR]->(m:Indicator)", "m.sort, m.id", role)
        return [Indicator.wrap(node) for node in found]


class Indicator(_Known):
    """A number to reach."""

    name, op, value, value_max, unit = Property(), Property(), Property(), Property(), Property()
    amount, measure, raw, start, stop = Property(), Property(), Property(), Property(), Property()
    plans = RelatedFrom("Plan", "SETS")
    tasks = RelatedFrom("Task", "TARGETS")
    units = RelatedFrom("Unit", "ANSWERS_FOR")


class Repository(ogm.Repository):  # type: ignore[misc]
    """py2neo's repository on a database of ours: `match`, `get`, and the way to networkx."""

    @classmethod
    def wrap(cls, graph: Any) -> Repository:
        """A repository on a `py2neo.Graph` that is there already."""
        wrapped = object.__new__(cls)
        wrapped.graph = graph
        return wrapped

    def to_networkx(self, chosen: Plan | Unit | None = None) -> Any:
        """A plan with all that it says, a unit with its tasks, or everything.

        The graph is that of `graph.selection.to_networkx`.
        """
        reading: Any = _Reading(self.graph)
        if isinstance(chosen, Plan):
            return selected(of_plan(reading, chosen.id))
        if isinstance(chosen, Unit):
            return selected(of_unit(reading, chosen.id))
        return selected(Whole(reading))

    def close(self) -> None:
        """Close its connections, which py2neo leaves to the end of the program; not to be used again."""
        self.graph.service.connector.close()

    def save(self, *objects: Any) -> None:
        """Refused: what zeren keeps beside the graph would no longer fit it."""
        raise StoreError("图谱只由 zeren 改动,请用 zeren load、zeren remove 或 corrections.toml")

    delete = save


class _Reading:
    """What `graph.selection` needs of a store, over py2neo's own connection."""

    def __init__(self, graph: Any) -> None:
        self._graph = graph

    def read(self, cypher: str, parameters: Mapping[str, Value] | None = None) -> list[Row]:
        """Rows of one statement."""
        return list(self._graph.query(cypher, dict(parameters or {})).data())

    def table(self, cypher: str, parameters: Mapping[str, Value] | None = None) -> Any:
        """The same as an Arrow table."""
        return pa.Table.from_pylist(self.read(cypher, parameters))
