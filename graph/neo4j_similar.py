"""Counterparts in a Neo4j database: vectors with the kept documents, pairs in the graph itself."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from graph.build import DocumentRows
from graph.corrections import PairCorrection
from graph.difference import Difference
from graph.neo4j import Run, WritingRun
from graph.neo4j_schema import KEPT, META
from graph.neo4j_write import write_difference
from graph.rows import EdgeRow
from graph.similar import EDGE, Similar, similar, tasks_of

if TYPE_CHECKING:
    import pyarrow as pa

    from graph.counterparts import Tasks

_KEY = (EDGE, "Task", "Task")
EDGES_A_TRANSACTION = 50_000
"""What is left is for transactions of its own, so that none outgrows the server's memory."""
_POINTS = 10_000
"""Scores have four digits."""
_READ = (
    f"MATCH (a:Task)-[s:{EDGE}]->(b:Task) RETURN a.id AS `from`, b.id AS `to`, s.score AS score, "
    "s.threshold AS threshold, s.across AS across, s.near AS near"
)


@dataclass(slots=True)
class KnownSimilar:
    """What one program knows of a database's counterparts, so that it needn't be read again.

    `tasks` by document and the generation that wrote it; `state` of the generation `number`.
    """

    tasks: dict[tuple[str, int], Tasks] = field(default_factory=dict)
    number: int = 0
    state: Similar | None = None


class _NoVectors:
    """`graph.similar.Vectors` that keeps nothing: a document's tasks are kept whole."""

    def get(self, key: str) -> bytes | None:
        return None

    def put(self, key: str, data: bytes) -> None:
        return None


def packed_tasks(built: DocumentRows) -> bytes:
    """What is kept of a document's tasks."""
    from graph.counterparts import pack_tasks

    return pack_tasks(tasks_of([built], _NoVectors())[built.document])


class SimilarInGraph:
    """Brings SIMILAR_TO up to date inside one transaction."""

    def __init__(self, run: WritingRun, known: KnownSimilar, number: int) -> None:
        """`number` is the generation that the transaction begins with."""
        self._run = run
        self._number = number
        self._tasks_known = dict(known.tasks)
        self._state = known.state if known.number == number else None
        self._holds_since = number
        self.complete = True

    def before(self) -> Similar:
        """What the graph holds now; to be called before nodes are deleted."""
        if self._state is None:
            self._state = _read(self._run)
        return self._state

    def update(
        self, before: Similar | None, since: Mapping[str, int], rebuilt: Mapping[str, DocumentRows],
        corrections: Sequence[PairCorrection],
    ) -> Similar:  # fmt: skip
        """What the graph is to hold; of the difference as much is written as a transaction takes.

        `complete` tells whether that was all. `since` is the generation of each document that is in
        now. `rebuilt` holds rows of documents without kept tasks (they came by `neo4j-admin`).
        """
        after = similar(self._tasks(since, rebuilt), before.pairs if before else None, corrections)
        there = before.edges if before else after.edges.slice(0, 0)
        gone, new = _only(there, after.edges), _only(after.edges, there)
        self.complete = gone.num_rows + new.num_rows <= EDGES_A_TRANSACTION
        gone = gone.slice(0, EDGES_A_TRANSACTION)
        new = new.slice(0, EDGES_A_TRANSACTION - gone.num_rows)
        write_difference(self._run, _difference(gone, new))
        # while pairs are missing nothing is said of them: whoever comes next finds all of them anew
        head = _head(after, corrections) if self.complete else None
        self._run(f"MATCH (m:{META} {{id: 'zeren'}}) SET m.similar = $similar", similar=head)
        there = after.edges if self.complete else _with(there, gone, new)
        self._state, self._holds_since = replace(after, edges=there), self._number + 1
        return after

    def put_off(self) -> None:
        """The transaction changes no pair, nor a task that has one: what is known goes on to hold."""
        self.complete, self._holds_since = False, self._number + 1

    def known(self) -> KnownSimilar:
        """What holds once the transaction is through."""
        return KnownSimilar(self._tasks_known, self._holds_since, self._state)

    def _tasks(self, since: Mapping[str, int], rebuilt: Mapping[str, DocumentRows]) -> dict[str, Tasks]:
        """The tasks of all documents; the program remembers those of the present generation only."""
        from graph.counterparts import unpack_tasks

        known = self._tasks_known
        missing = [id for id, number in since.items() if (id, number) not in known]
        statement = f"UNWIND $ids AS id MATCH (k:{KEPT} {{id: id}}) RETURN k.id AS id, k.tasks AS tasks"
        for row in self._run(statement, ids=[id for id in missing if id not in rebuilt]):
            known[row["id"], since[row["id"]]] = unpack_tasks(row["tasks"])
        for id, tasks in tasks_of((rebuilt[id] for id in missing if id in rebuilt), _NoVectors()).items():
            known[id, since[id]] = tasks
        self._tasks_known = {(id, number): known[id, number] for id, number in since.items()}
        return {id: known[id, number] for id, number in since.items()}


_NOTHING: dict[str, Any] = {"background": "", "digests": {}, "corrected": [], "altered": []}


def _head(state: Similar, corrections: Iterable[PairCorrection]) -> str:
    """What the pairs in the graph don't say themselves; `_read` is its inverse."""
    ends = [sorted((each.a, each.b)) for each in corrections]
    return json.dumps({
        "background": state.pairs.background, "digests": dict(state.pairs.digests), "corrected": ends,
        "altered": state.altered.to_pylist(),
    })  # fmt: skip


def _read(run: Run) -> Similar:
    """The state as it was written: the graph's pairs, with those that corrections altered put back."""
    import pyarrow as pa
    import pyarrow.compute as pc

    from graph.counterparts import COLUMNS, Pairs
    from graph.counterparts.corrected import sorted_pairs, touched_by

    found = run(f"MATCH (m:{META} {{id: 'zeren'}}) RETURN m.similar AS similar")[0]["similar"]
    head: dict[str, Any] = json.loads(found) if found else _NOTHING
    edges = sorted_pairs(pa.Table.from_pylist(run(_READ), schema=COLUMNS))
    altered = pa.Table.from_pylist(head["altered"], schema=COLUMNS)
    natural = edges.filter(pc.invert(touched_by(edges, map(tuple, head["corrected"]))))
    pairs = Pairs(sorted_pairs(pa.concat_tables([natural, altered])), head["background"], head["digests"])
    return Similar(pairs, edges, altered)


def _difference(gone: pa.Table, new: pa.Table) -> Difference:
    """Edges that change are cut and added again."""
    cut = list(zip(gone["from"].to_pylist(), gone["to"].to_pylist(), strict=True))
    return Difference(cut={_KEY: cut}, edges={_KEY: _edges(new)})


def _with(edges: pa.Table, gone: pa.Table, new: pa.Table) -> pa.Table:
    """Edges without those that are gone, and with new ones."""
    import pyarrow as pa

    from graph.counterparts.corrected import sorted_pairs

    return sorted_pairs(pa.concat_tables([_only(edges, gone), new]))


def _only(one: pa.Table, other: pa.Table) -> pa.Table:
    """The rows of one table that the other lacks, sorted."""
    import pyarrow.compute as pc

    from graph.counterparts.corrected import sorted_pairs

    keys = ["from", "to", "near", "across", "points"]
    with_points = [
        table.append_column("points", pc.cast(pc.round(pc.multiply(table["score"], _POINTS)), "int64"))
        for table in (one, other)
    ]
    lacking = with_points[0].join(with_points[1].select(keys), keys=keys, join_type="left anti")
    return sorted_pairs(lacking.drop_columns(["points"]))


def _edges(table: pa.Table) -> list[EdgeRow]:
    return [EdgeRow(row.pop("from"), row.pop("to"), row) for row in table.to_pylist()]
