"""One writing transaction: what is in, what comes and goes, and the difference to the graph."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graph.admission import Admitted
from graph.build import DocumentRows, document_rows
from graph.corrections import Corrections
from graph.difference import difference
from graph.generations import Entry
from graph.merge import merge
from graph.neo4j import WritingRun
from graph.neo4j_kept import SELECT, KeptDocuments, read_entry, read_rows
from graph.neo4j_schema import KEPT, META
from graph.neo4j_similar import KnownSimilar, SimilarInGraph
from graph.neo4j_write import write_difference
from graph.rows import Rows
from graph.schema import NODES, SCHEMA_VERSION
from graph.similar import Similar, with_similar
from zeren.errors import StoreUnavailable


@dataclass(slots=True)
class Shared:
    """Kept from load to load: shared parts of documents by id and the generation that wrote them, and
    what is known of counterparts."""

    rows: dict[tuple[str, int], DocumentRows] = field(default_factory=dict)
    similar: KnownSimilar = field(default_factory=KnownSimilar)


@dataclass(slots=True)
class Documents:
    """Rows of documents, by document id."""

    full: dict[str, DocumentRows] = field(default_factory=dict)
    shared: dict[str, DocumentRows] = field(default_factory=dict)

    def merged(self) -> Rows:
        """One graph of them; what only shared parts say is the same before and after."""
        return merge([*self.full.values(), *self.shared.values()])


@dataclass(frozen=True, slots=True)
class Contents:
    """What a graph holds, to be counted."""

    rows: Rows
    similar: Similar | None

    def count_edges(self) -> dict[str, int]:
        """Number of edges by relationship, without empty ones."""
        return with_similar(self.rows.count_edges(), self.similar)


class Transaction:
    """Holds the Meta node's lock, so that writers on other machines wait their turn.

    `unpaired` tells that the graph lacks counterparts which only `pair` brings.
    """

    def __init__(self, run: WritingRun, shared: Shared, corrections: Corrections) -> None:
        self.corrections = corrections
        self.run = run
        self.kept = KeptDocuments(run)
        self._shared = shared
        meta = run(
            f"MATCH (m:{META} {{id: 'zeren'}}) SET m.lock = 0 "
            "RETURN m.generation AS n, m.schema AS s, m.unpaired AS unpaired"
        )
        if not meta:
            raise StoreUnavailable("Neo4j 里的图谱库不见了,请重新启动本程序,再载入文件")
        self._number, self._schema = int(meta[0]["n"]), int(meta[0]["s"])
        self.unpaired = bool(meta[0]["unpaired"])
        rows = run(SELECT)
        self.entries: dict[str, Entry] = {row["id"]: read_entry(row) for row in rows}
        self.similar = SimilarInGraph(run, shared.similar, self._number)
        self._since: dict[str, int] = {row["id"]: row["since"] for row in rows}

    def exchange(
        self, fresh: Mapping[str, Admitted], gone: Iterable[str] = (), *, more: bool = False
    ) -> tuple[Contents, Contents]:
        """Write new documents and take others away; the graph before and after, as far as it differs.

        With `more` to come counterparts are left to `pair`, which finds those of all at once; not where
        a document goes or changes, whose tasks take their edges along.
        """
        self._same_schema()
        changed = [id for id in {*fresh, *gone} if id in self.entries]
        put_off = more and not changed
        known = None if put_off else self.similar.before()
        whole = read_rows(self.run, changed, "rows", self.corrections)
        before = Documents(whole, self._others({*fresh, *gone}))
        after = Documents({id: new.built for id, new in fresh.items() if new.built})
        self._separate(before, after)
        rows = before.merged(), after.merged()
        write_difference(self.run, difference(*rows))
        for id in gone:
            self.kept.delete(id)
            del self.entries[id], self._since[id]
        for id, new in fresh.items():
            if new.entry and new.built:
                self.entries[id] = new.entry
                self._write_kept(new.entry, new.built)
        similar = None
        if put_off:
            self.similar.put_off()
        else:
            similar = self._pair(known)
        self._finish()
        return Contents(rows[0], known), Contents(rows[1], similar)

    def pair(self) -> None:
        """Bring the counterparts up to date, or as many as one transaction takes (`unpaired`)."""
        self._same_schema()
        self._pair(self.similar.before())
        self._finish()

    def _write_kept(self, entry: Entry, built: DocumentRows) -> None:
        self.kept.write(entry, built, self._number + 1)
        self._since[entry.record.id] = self._number + 1

    def _pair(self, known: Similar | None) -> Similar:
        without = self.run(f"MATCH (k:{KEPT}) WHERE k.tasks IS NULL RETURN k.id AS id")
        rows = read_rows(self.run, [row["id"] for row in without], "rows", self.corrections)
        return self.similar.update(known, self._since, rows, self.corrections.pair)

    def _same_schema(self) -> None:
        if self._schema != SCHEMA_VERSION:
            raise StoreUnavailable(wrong_schema(self._schema))

    def _others(self, ids: set[str]) -> dict[str, DocumentRows]:
        """The shared parts of all other documents."""
        wanted = {id: (id, since) for id, since in self._since.items() if id not in ids}
        missing = [id for id, key in wanted.items() if key not in self._shared.rows]
        for id, rows in read_rows(self.run, missing, "shared", self.corrections).items():
            self._shared.rows[wanted[id]] = rows
        return {id: self._shared.rows[key] for id, key in wanted.items()}

    def _separate(self, before: Documents, after: Documents) -> None:
        """Documents that hold a plan which a changed one holds too are compared whole."""
        plans = {
            plan
            for each in (*before.full.values(), *after.full.values())
            for plan in each.rows.nodes.get("Plan", {})
        }
        joined = [id for id, each in before.shared.items() if plans & each.rows.nodes.get("Plan", {}).keys()]
        whole = read_rows(self.run, joined, "rows", self.corrections)
        before.full.update(whole)
        after.full.update(whole)
        before.shared = {id: each for id, each in before.shared.items() if id not in whole}
        after.shared = before.shared

    def rebuild(self) -> None:
        """Everything anew from the kept Extractions."""
        self.run(f"MATCH (n:{'|'.join(node.label for node in NODES)}) DETACH DELETE n")
        built: list[DocumentRows] = []
        for entry in list(self.entries.values()):
            extraction = self.kept.get(entry.kept)
            rows = document_rows(extraction, annex_of=entry.annex_of, corrections=self.corrections)
            rows.rows.nodes["Document"][rows.document]["loaded_at"] = entry.record.loaded_at
            built.append(rows)
            self._write_kept(entry, rows)
        write_difference(self.run, difference(Rows(), merge(built)))
        self._pair(None)
        self._finish()

    def _finish(self) -> None:
        """Count the generation."""
        self.unpaired = not self.similar.complete
        stamp = hashlib.sha256(self.corrections.digest.encode())
        for id in sorted(self.entries):
            stamp.update((id + self.entries[id].kept).encode())
        self.run(
            f"MATCH (m:{META} {{id: 'zeren'}}) SET m.generation = $n, m.stamp = $stamp, m.schema = $schema, "
            "m.unpaired = $unpaired",
            n=self._number + 1, stamp=stamp.hexdigest()[:12], schema=SCHEMA_VERSION,
            unpaired=self.unpaired or None,
        )  # fmt: skip


def wrong_schema(found: int) -> str:
    """What a user reads when another release wrote the graph."""
    return f"图谱库的结构是第 {found} 版,本程序用第 {SCHEMA_VERSION} 版,请先运行 zeren rebuild"
