"""The same documents on both engines, for what must be equal."""

from __future__ import annotations

from pathlib import Path

from tests.support.traps import traps
from zeren.documents import find_documents, read_documents

ROOT = Path(__file__).parents[2]


def _documents():
    """The sample, and with it real documents where these are: in one graph, which is asked once for both."""
    folders = (ROOT / "examples" / "plans", ROOT.parent / "shared" / "corpus")
    found = find_documents([folder for folder in folders if folder.exists()])
    return [read.extraction for read in read_documents(found.files) if read.extraction]


DATA = {"traps": traps, "documents": _documents}


class Pair:
    """Two stores and ids to ask for."""

    def __init__(self, name, embedded, neo4j):
        self.name, self.embedded, self.neo4j = name, embedded, neo4j
        self.ids = {
            kind: self._ids(kind) for kind in ("Plan", "Unit", "Task", "Indicator", "Region", "Function")
        }

    def _ids(self, label):
        return [row["id"] for row in self.embedded.read(f"MATCH (n:{label}) RETURN n.id AS id ORDER BY id")]

    def some(self, label, most=6):
        """A few ids spread over all of a label."""
        found = self.ids[label]
        return found[:: max(1, len(found) // most)][: most + 1]

    def telling(self, kind):
        """Ids of a kind that most queries have rows for."""
        edges = {"task": "(n:Task)-[:SIMILAR_TO]-(:Task)", "indicator": "(n:Indicator)-[:BREAKS_DOWN]->()",
                 "function": "(n:Function)<-[:PERFORMS]-()", "plan": "(n:Plan)-[:RUN_BY|CITES]->()"}  # fmt: skip
        if kind == "unit":
            return self.busiest()
        if kind not in edges:
            return []
        rows = self.embedded.read(f"MATCH {edges[kind]} RETURN DISTINCT n.id AS id ORDER BY id LIMIT 3")
        return [row["id"] for row in rows]

    def busiest(self):
        """The units with the most tasks."""
        rows = self.embedded.read(
            "MATCH (:Task)-[a:ASSIGNED]->(u:Unit) RETURN u.id AS id, count(*) AS n ORDER BY n DESC, id LIMIT 3"
        )
        return [row["id"] for row in rows]
