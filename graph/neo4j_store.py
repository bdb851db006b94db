"""The store on a Neo4j server."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import partial
from typing import Any, TypeVar, cast

import pyarrow as pa

from graph.ahead import built_ahead
from graph.budget import Budget
from graph.build import document_rows
from graph.collector import without_collector
from graph.corrections import NONE, Corrections
from graph.difference import net
from graph.generations import Entry
from graph.model import Row, Value
from graph.neo4j import Server, WritingRun
from graph.neo4j_kept import SELECT, packed, read_entry, read_extraction
from graph.neo4j_load import failed, load_some
from graph.neo4j_schema import KEPT, META, ensure, prepare, renew_search, settle_import
from graph.neo4j_transaction import Shared, Transaction, wrong_schema
from graph.removal import removed_with
from graph.schema import SCHEMA_VERSION
from graph.searching import KINDS, Hit, Hits
from graph.searching.fulltext import COUNT, SEARCH, labels, lucene_query
from graph.store import DocumentRecord, LoadReport, Progress, Removal
from loaders.extraction import Extraction
from zeren.errors import LoadRunning, StoreError, StoreUnavailable

_META = (
    f"MATCH (m:{META} {{id: 'zeren'}}) "
    "RETURN m.generation AS n, m.stamp AS stamp, m.schema AS schema, m.imported AS imported"
)
_Result = TypeVar("_Result")
_ID = re.compile(r"\$id\b")


def _without(row: Row, column: str) -> Row:
    return {name: value for name, value in row.items() if name != column}


class Neo4jStore:
    """`graph.store.Store` on Neo4j 5; a server that comes back is used again by itself.

    Several programs may write: they wait for one another. Within this one a second load is told
    so (LoadRunning). A load of more than some 6,000 tasks is committed in steps of whole documents.
    """

    def __init__(
        self, url: str, *, username: str | None = None, password: str | None = None,
        database: str | None = None, shared: bool = False, read_only: bool = False,
        corrections: Corrections = NONE,
    ) -> None:  # fmt: skip
        """Connect; an empty database gets constraints, indexes and a Meta node unless `read_only`;
        one that holds something else is refused unless it is to be `shared`.
        """
        self._url = url
        self.corrections = corrections
        self._server = Server(url, username, password, database)
        self._writer = threading.Lock()
        self._shared = Shared()
        self._unpaired = False
        self._documents: tuple[str, list[DocumentRecord]] | None = None
        self._schema_is_ours = False
        try:
            meta = self._server.read(_META)
            if not meta and read_only:
                raise StoreUnavailable("还没有图谱库,请先运行 zeren load 载入文件", url)
            if not meta:
                prepare(self._server, shared)
            elif meta[0]["imported"]:
                settle_import(self._server)
            elif not read_only:
                renew_search(self._server)
        except BaseException:
            self._server.close()
            raise

    @property
    def url(self) -> str:
        """The URL that it was opened with."""
        return self._url

    def standing(self) -> AbstractContextManager[None]:
        """See `Store.standing`: statements of their own see what is there when they run."""
        return nullcontext()

    def generation(self) -> str:
        """Number and content of the current generation."""
        return self._generation(self._meta())

    def _meta(self) -> Row:
        found = self._server.read(_META)
        if not found:
            raise StoreUnavailable("Neo4j 里的图谱库不见了,请重新启动本程序,再载入文件")
        return found[0]

    def _generation(self, meta: Row) -> str:
        return f"{meta['n']}-{meta['stamp']}"

    # reading

    def read(
        self, cypher: str, parameters: Mapping[str, Value] | None = None, *, timeout_ms: int | None = None
    ) -> list[Row]:
        """See `Store.read`."""
        if not self._schema_is_ours:
            schema = self._meta()["schema"]
            if schema != SCHEMA_VERSION:
                raise StoreUnavailable(wrong_schema(int(str(schema))))
            self._schema_is_ours = True
        return self._server.read(cypher, parameters, timeout_ms)

    def read_each(self, cypher: str, ids: Iterable[str]) -> list[Row]:
        """See `Store.read_each`: one statement for all, so that the network is crossed once."""
        wanted = list(ids)
        if not wanted:
            return []
        each = _ID.sub("$ids[turn]", cypher)
        statement = f"UNWIND range(0, size($ids) - 1) AS turn CALL (turn) {{\n{each}\n}} RETURN *"
        rows = self.read(statement, {"ids": wanted})
        return [_without(row, "turn") for row in sorted(rows, key=lambda row: int(str(row["turn"])))]

    @property
    def scans_lists(self) -> bool:
        """See `Store.scans_lists`."""
        return False

    def read_turns(
        self, cypher: str, turns: Iterable[Mapping[str, Value]], *, timeout_ms: int | None = None
    ) -> list[Row]:
        """See `Store.read_turns`; a load between two turns shows in the later ones."""
        left = Budget(timeout_ms)
        return [row for each in turns for row in self.read(cypher, each, timeout_ms=left.milliseconds())]

    def table(self, cypher: str, parameters: Mapping[str, Value] | None = None) -> Any:
        """See `Store.table`."""
        return pa.Table.from_pylist(self.read(cypher, parameters))

    def search(self, text: str, kinds: Iterable[str] = KINDS, *, limit: int = 20, offset: int = 0) -> Hits:
        """See `Store.search`: the full-text index, which follows a load by a moment."""
        asked: dict[str, Value] = {"q": lucene_query(text), "labels": list(labels(kinds))}
        if not asked["q"] or not asked["labels"]:
            return Hits(0)
        rows = self.read(SEARCH, {**asked, "limit": limit, "offset": offset})
        found = tuple(Hit(str(r["kind"]).lower(), str(r["id"]), float(str(r["score"]))) for r in rows)
        if offset == 0 and len(found) < limit:
            return Hits(len(found), found)
        return Hits(int(str(self.read(COUNT, asked)[0]["total"])), found)

    def documents(self) -> Sequence[DocumentRecord]:
        """See `Store.documents`."""
        now = self.generation()
        if self._documents is None or self._documents[0] != now:
            records = [read_entry(row).record for row in self._server.read(SELECT)]
            self._documents = now, sorted(records, key=lambda r: (r.file_name, r.id))
        return self._documents[1]

    def extraction(self, document: str) -> Extraction:
        """See `Store.extraction`."""

        def run(cypher: str, **parameters: Value) -> list[Row]:
            return self._server.read(cypher, parameters)

        return read_extraction(run, "id", document)

    def kept(self) -> Iterator[tuple[Entry, bytes]]:
        """See `Store.kept`."""
        for row in self._server.read(SELECT):
            statement = f"MATCH (k:{KEPT} {{id: $id}}) RETURN k.extraction AS data"
            for found in self._server.read(statement, {"id": row["id"]}):
                yield read_entry(row), packed(cast("bytes | str", found["data"]))

    def close(self) -> None:
        """Close all connections."""
        self._server.close()

    # writing

    @contextmanager
    def _writing(self) -> Iterator[None]:
        if not self._writer.acquire(blocking=False):
            raise LoadRunning("另一个载入正在进行,请等它结束后再试")
        try:
            with without_collector():
                yield
        finally:
            self._writer.release()

    def _transact(self, work: Callable[[Transaction], _Result]) -> _Result:
        begun: list[Transaction] = []

        def unit(run: WritingRun) -> _Result:
            begun.append(Transaction(run, self._shared, self.corrections))
            return work(begun[-1])

        result = self._server.write(unit)
        self._shared.similar, self._unpaired = begun[-1].similar.known(), begun[-1].unpaired
        return result

    def _pair_rest(self) -> None:
        """Counterparts that a load put off, or that were too many for one transaction."""
        try:
            while self._unpaired:
                self._transact(Transaction.pair)
        except StoreUnavailable as error:
            message = "改动都已写入,但对应任务还没有找全;等 Neo4j 恢复后再载入任一文件就会补全"
            raise StoreUnavailable(f"{message}({error})") from error

    def load(
        self,
        extractions: Iterable[Extraction],
        *,
        replace: bool = False,
        annex_of: str | None = None,
        progress: Progress | None = None,
    ) -> list[LoadReport]:
        """See `Store.load`. Documents that are not in when the server goes away are reported failed."""
        given = sorted(extractions, key=lambda e: (e.doc, e.sha256))
        reports: list[LoadReport] = []
        most = len(given)
        rows = partial(document_rows, annex_of=annex_of, corrections=self.corrections)
        with self._writing(), built_ahead(given, rows) as build:
            load = partial(load_some, replace=replace, annex_of=annex_of, build=build)
            while rest := given[len(reports) : len(reports) + most]:
                try:
                    reports += self._transact(partial(load, rest))
                except StoreUnavailable as error:
                    if not reports:
                        raise
                    return reports + [failed(e, error) for e in given[len(reports) :]]
                except StoreError as error:
                    # one of them cannot be written: each by itself, so that the others get in
                    reports += [failed(rest[0], error)] if most == 1 else []
                    most = 1
                if progress:
                    progress("写入", len(reports), len(given))
            self._pair_rest()
        return reports

    def remove(self, id: str) -> Removal:
        """See `Store.remove`."""

        def work(transaction: Transaction) -> Removal:
            gone = removed_with((entry.record for entry in transaction.entries.values()), id)
            before, after = transaction.exchange({}, [record.id for record in gone])
            return Removal(
                gone[0].plan,
                net(before.rows.count_nodes(), after.rows.count_nodes()),
                net(before.count_edges(), after.count_edges()),
                tuple(record.file_name for record in gone),
            )

        with self._writing():
            removal = self._transact(work)
            self._pair_rest()
        return removal

    def rebuild(self, progress: Progress | None = None) -> list[LoadReport]:
        """See `Store.rebuild`: one transaction, also over a graph that another release wrote."""

        def work(transaction: Transaction) -> list[LoadReport]:
            transaction.rebuild()
            return [entry.record.report for entry in transaction.entries.values()]

        with self._writing():
            ensure(self._server)
            reports = self._transact(work)
            self._pair_rest()
        return reports
