"""The documents that a Neo4j database keeps beside the graph: Extraction, rows as written, record."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import json
import zlib
from collections.abc import Mapping
from typing import Any

from graph.build import Cited, DocumentRows, document_rows
from graph.corrections import Corrections
from graph.generations import Entry, entry_of
from graph.kept import kept_extraction
from graph.neo4j import Run, WritingRun
from graph.neo4j_schema import KEPT
from graph.neo4j_similar import packed_tasks
from graph.rows import EdgeRow, Rows
from loaders.extraction import Citation, Extraction, pack
from zeren.errors import NotFound

_SHARED_NODES = ("Unit", "Region", "Function", "Plan")
_SHARED_EDGES = frozenset({"IN_REGION", "PART_OF", "PERFORMS", "COVERS"})
"""What other documents can change: units they share, plans they cite and the regions of both."""

SELECT = f"MATCH (k:{KEPT}) RETURN k.id AS id, k.entry AS entry, k.since AS since ORDER BY id"


def shared_part(built: DocumentRows) -> DocumentRows:
    """The rows of a document that take part in merging with others; the rest is its own."""
    rows = Rows(
        {label: built.rows.nodes[label] for label in _SHARED_NODES if label in built.rows.nodes},
        {key: edges for key, edges in built.rows.edges.items() if key[0] in _SHARED_EDGES},
    )
    return DocumentRows(built.document, built.plan, built.title, rows, built.cited)


def pack_rows(built: DocumentRows) -> bytes:
    """Rows of a document, compressed."""
    data = {
        "head": [built.document, built.plan, built.title],
        "nodes": built.rows.nodes,
        "edges": [
            [*key, [[e.source, e.target, e.properties] for e in edges]]
            for key, edges in built.rows.edges.items()
        ],
        "cited": [[c.plan, c.region, dataclasses.asdict(c.citation)] for c in built.cited],
    }
    return zlib.compress(json.dumps(data, separators=(",", ":")).encode("ascii"), 1)


def unpack_rows(data: bytes) -> DocumentRows:
    """The inverse of `pack_rows`."""
    read = json.loads(zlib.decompress(data))
    edges = {
        (name, source, target): [EdgeRow(*edge) for edge in found]
        for name, source, target, found in read["edges"]
    }
    cited = [Cited(plan, region, Citation(**citation)) for plan, region, citation in read["cited"]]
    document, plan, title = read["head"]
    return DocumentRows(document, plan, title, Rows(read["nodes"], edges), cited)


class KeptDocuments:
    """`graph.admission.Keeping` inside one transaction."""

    def __init__(self, run: WritingRun) -> None:
        self._run = run
        self._fresh: dict[str, Extraction] = {}

    def put(self, extraction: Extraction) -> str:
        """Keep it until `write`; its key."""
        key = hashlib.sha256(pack(extraction)).hexdigest()
        self._fresh[key] = extraction
        return key

    def get(self, key: str) -> Extraction:
        """The one with that key, of this transaction or an earlier one."""
        return self._fresh[key] if key in self._fresh else read_extraction(self._run, "kept", key)

    def write(self, entry: Entry, built: DocumentRows, since: int) -> None:
        """Write a document under its id, in the place of an earlier one."""
        self._run.send(
            f"MERGE (k:{KEPT} {{id: $id}}) SET k.kept = $kept, k.entry = $entry, k.since = $since, "
            "k.extraction = $extraction, k.rows = $rows, k.shared = $shared, k.tasks = $tasks",
            id=entry.record.id, kept=entry.kept, entry=_to_json(entry), since=since,
            extraction=zlib.compress(pack(self.get(entry.kept)), 1),
            rows=pack_rows(built), shared=pack_rows(shared_part(built)), tasks=packed_tasks(built),
        )  # fmt: skip

    def delete(self, id: str) -> None:
        """Take a document away."""
        self._run.send(f"MATCH (k:{KEPT} {{id: $id}}) DELETE k", id=id)


def read_extraction(run: Run, by: str, value: str) -> Extraction:
    """The Extraction kept under a document's `id`, or under its own key (`kept`); raises NotFound."""
    found = run(f"MATCH (k:{KEPT} {{{by}: $value}}) RETURN k.extraction AS data LIMIT 1", value=value)
    if not found:
        raise NotFound(f"没有这份文件({value[:60]}),请在目录里查看已载入的文件")
    return kept_extraction(packed(found[0]["data"]), value)


def packed(data: bytes | str) -> bytes:
    """A kept Extraction as it was compressed; an import can write it as text only."""
    return base64.b64decode(data) if isinstance(data, str) else data


def read_rows(run: Run, ids: list[str], which: str, corrections: Corrections) -> dict[str, DocumentRows]:
    """Rows of some documents by their ids: all (`rows`) or the `shared` part.

    Those of a document that came by `neo4j-admin` are made from its Extraction.
    """
    statement = (
        f"UNWIND $ids AS id MATCH (k:{KEPT} {{id: id}}) RETURN k.id AS id, k.{which} AS data, "
        "k.entry AS entry, CASE WHEN k.rows IS NULL THEN k.extraction END AS extraction"
    )
    return {row["id"]: _rows(row, which, corrections) for row in run(statement, ids=ids)}


def _rows(row: Mapping[str, Any], which: str, corrections: Corrections) -> DocumentRows:
    if row["data"] is not None:
        return unpack_rows(row["data"])
    entry = read_entry(row)
    extraction = kept_extraction(packed(row["extraction"]), entry.kept)
    built = document_rows(extraction, annex_of=entry.annex_of, corrections=corrections)
    built.rows.nodes["Document"][built.document]["loaded_at"] = entry.record.loaded_at
    return built if which == "rows" else shared_part(built)


def read_entry(row: Mapping[str, Any]) -> Entry:
    """The entry of a row of `SELECT`."""
    return entry_of(json.loads(row["entry"]))


def _to_json(entry: Entry) -> str:
    return json.dumps(dataclasses.asdict(entry))
