"""Nodes and edges put together from rows, each once, in the order in which they come."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from graph.model import Edge, Node, Row, Subgraph, Value

_LABEL_LIMIT = 30


class Builder:
    """Collects nodes and edges; a node or an edge that is there already is not added again."""

    def __init__(self) -> None:
        self._nodes: dict[str, Node] = {}
        self._edges: dict[tuple[str, str, str, str | None], Edge] = {}

    def plan(self, row: Row) -> None:
        """A plan or annex; an annex is labelled with its number before the title."""
        title = " ".join(str(row[name]) for name in ("part", "title") if row[name])
        self._add(row, "Plan", title, ("title", "part", "root", "doc_number", "issuer", "issued_on"))

    def task(self, row: Row) -> None:
        """A task; one without a title is labelled with the beginning of its text."""
        label = str(row["title"] or row["text"] or row["id"])
        names: tuple[str, ...] = (
            "title", "text", "part", "path", "deadline", "due_on", "plan", "plan_title", "root",
        )  # fmt: skip
        if row.get("region_name"):
            row = {**row, "community": row["region_name"], "region": row["region_name"]}
            names = (*names, "community", "region")
        self._add(row, "Task", label, names, span=True)

    def indicator(self, row: Row) -> None:
        """An indicator, labelled as printed."""
        label = str(row["raw"] or row["name"])
        self._add(
            row, "Indicator", label, ("name", "raw", "part", "path", "plan", "plan_title", "root"), True
        )

    def unit(self, row: Row, key: str) -> None:
        """A unit; its kind goes by `unit_kind`, since a node's `kind` is its label."""
        if key not in self._nodes:
            found = {"aliases": row["aliases"], "unit_kind": row["kind"]}
            self._nodes[key] = Node(key, "Unit", str(row["name"]), found)

    def unit_of_region(self, row: Row) -> None:
        """A unit seen beside those of other regions: named with its region, which is its community."""
        region = str(row["region_name"])
        found: dict[str, Value] = {
            "aliases": row["aliases"], "unit_kind": row["kind"], "region": region, "community": region,
        }  # fmt: skip
        key = str(row["id"])
        self._nodes.setdefault(key, Node(key, "Unit", f"{region} {row['name']}".strip(), found))

    def function(self, row: Row) -> None:
        """A function, by its name."""
        self._nodes.setdefault(str(row["id"]), Node(str(row["id"]), "Function", str(row["name"])))

    def roles(self, rows: Iterable[Row]) -> None:
        """Assignments: rows with `task`, `unit`, `name`, `aliases`, `kind` and `role`."""
        for row in rows:
            self.unit(row, str(row["unit"]))
            self.edge(row["task"], row["unit"], "ASSIGNED", str(row["role"]))

    def edge(self, source: Value, target: Value, kind: str, role: str | None = None) -> None:
        """An edge between ids."""
        edge = Edge(str(source), str(target), kind, role)
        self._edges.setdefault((edge.source, edge.target, kind, role), edge)

    def ids(self, kind: str) -> list[str]:
        """Ids of the nodes of one kind, in order."""
        return [node.id for node in self._nodes.values() if node.kind == kind]

    def plans(self) -> list[str]:
        """Ids of the plans, and of their main plans, that the nodes were read from."""
        named = {str(n.properties.get(key) or "") for n in self._nodes.values() for key in ("plan", "root")}
        return sorted(named.union(self.ids("Plan")) - {""})

    def sources(self, documents: Mapping[str, str]) -> None:
        """Give every node with a span the name of its document, by plan or main plan."""
        for key, node in self._nodes.items():
            at = [
                node.id if node.kind == "Plan" else str(node.properties.get("plan")),
                str(node.properties.get("root")),
            ]
            document = next((documents[plan] for plan in at if plan in documents), "")
            span = node.properties.get("source")
            if document and (node.kind == "Plan" or isinstance(span, Mapping)):
                source = {"document": document, **(span if isinstance(span, Mapping) else {})}
                self._nodes[key] = Node(key, node.kind, node.label, {**node.properties, "source": source})

    def subgraph(
        self, kinds: Collection[str], keep: str = "", nodes: int | None = None, edges: int | None = None
    ) -> Subgraph:
        """The nodes of these kinds (lower case) and `keep`, the edges between them, and the totals."""
        kept = {n.id: n for n in self._nodes.values() if n.kind.lower() in kinds or n.id == keep}
        between = tuple(e for e in self._edges.values() if e.source in kept and e.target in kept)
        counts = (len(kept) if nodes is None else nodes, len(between) if edges is None else edges)
        return Subgraph(tuple(kept.values()), between, *counts)

    def _add(self, row: Row, kind: str, label: str, names: Collection[str], span: bool = False) -> None:
        key = str(row["id"])
        if key in self._nodes:
            return
        found: dict[str, Value] = {name: row[name] for name in names if row.get(name) not in (None, "", [])}
        if span:
            found["source"] = {"start": row["start"], "stop": row["stop"]}
        self._nodes[key] = Node(key, kind, label[: _LABEL_LIMIT * 4], found)
