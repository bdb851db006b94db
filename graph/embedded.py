"""The store on one machine: generations of a graph file, and the Extractions it was made from."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import Any

from graph.admission import admit
from graph.budget import Budget
from graph.build import DocumentRows, document_rows
from graph.collector import without_collector
from graph.corrections import NONE, Corrections
from graph.difference import net
from graph.embedded_similar import VectorFolder, similar_in, write_pairs
from graph.following import Following
from graph.generations import GRAPH_FILE, Entry, Generations, Manifest
from graph.kept import Kept
from graph.ladybug import ENGINE, write_graph
from graph.memory import give_back
from graph.merge import merge
from graph.model import Row, Value
from graph.removal import removed_with
from graph.rows import Rows
from graph.searching import KINDS, Hits
from graph.searching.held import held
from graph.searching.index import FOLDER, SearchIndex, write_index
from graph.similar import EDGE, Similar, with_similar
from graph.store import DocumentRecord, LoadReport, Progress, Removal
from loaders.extraction import Extraction
from zeren.errors import NotFound, StoreUnavailable


class EmbeddedStore:
    """`graph.store.Store` on Ladybug. Reading follows the current generation by itself."""

    def __init__(
        self, root: Path, url: str, *, read_only: bool = False, buffer_mb: int = 512,
        corrections: Corrections = NONE,
    ) -> None:  # fmt: skip
        self._url = url
        self.corrections = corrections
        self._buffer_mb = buffer_mb
        self._generations = Generations(root)
        self._kept = Kept(root / "kept")
        self._vectors = VectorFolder(root / "vectors")
        self._built: dict[tuple[str, str | None], DocumentRows] = {}
        self._lock = threading.Lock()
        self._following = Following(self._generations, url, buffer_mb)
        self._manifest: Manifest | None = None
        self._search: tuple[tuple[int, str], SearchIndex | None] | None = None
        if self._generations.current() is None:
            if read_only:
                raise StoreUnavailable("还没有图谱库,请先运行 zeren load 载入文件", url)
            with self._generations.writing():
                if self._generations.current() is None:
                    self._write([], None)

    @property
    def url(self) -> str:
        """The URL that it was opened with."""
        return self._url

    def generation(self) -> str:
        """Number and content of the current generation."""
        held = self._following.held()
        number, stamp = held.now if held else self._following.current()
        return f"{number}-{stamp}"

    def _current_manifest(self) -> Manifest:
        number, _ = self._following.current()
        if self._manifest is None or self._manifest.number != number:
            self._manifest = self._generations.manifest(number)
        return self._manifest

    # reading

    def _seen_manifest(self) -> Manifest:
        held = self._following.held()
        return held.manifest if held else self._current_manifest()

    def read(
        self, cypher: str, parameters: Mapping[str, Value] | None = None, *, timeout_ms: int | None = None
    ) -> list[Row]:
        """See `Store.read`."""
        with self._following.reader() as reader:
            return reader.rows(cypher, parameters or {}, timeout_ms)

    def read_each(self, cypher: str, ids: Iterable[str]) -> list[Row]:
        """See `Store.read_each`.

        One look-up after the other: a hop after UNWIND scans the whole relationship (140 ms on
        300,000 tasks), a look-up by id takes a fifth of a millisecond.
        """
        return self.read_turns(cypher, ({"id": id} for id in ids))

    @property
    def scans_lists(self) -> bool:
        """See `Store.scans_lists`."""
        return True

    def read_turns(
        self, cypher: str, turns: Iterable[Mapping[str, Value]], *, timeout_ms: int | None = None
    ) -> list[Row]:
        """See `Store.read_turns`."""
        left = Budget(timeout_ms)
        with self._following.reader() as reader:
            return [row for each in turns for row in reader.rows(cypher, each, left.milliseconds())]

    def table(self, cypher: str, parameters: Mapping[str, Value] | None = None) -> Any:
        """See `Store.table`."""
        with self._following.reader() as reader:
            return reader.table(cypher, parameters or {})

    def standing(self) -> AbstractContextManager[None]:
        """See `Store.standing`."""
        return self._following.standing()

    def search(self, text: str, kinds: Iterable[str] = KINDS, *, limit: int = 20, offset: int = 0) -> Hits:
        """See `Store.search`."""
        now = self._following.current()
        with self._lock:
            if self._search is None or self._search[0] != now:
                self._search = now, SearchIndex.of(self._generations.folder(now[0]) / FOLDER)
            index = self._search[1]
        if index is None:
            return held(self, text, kinds, limit, offset)
        return index.search(text, kinds, limit, offset)

    def documents(self) -> Sequence[DocumentRecord]:
        """See `Store.documents`."""
        records = [entry.record for entry in self._seen_manifest().documents]
        return sorted(records, key=lambda r: (r.file_name, r.id))

    def extraction(self, document: str) -> Extraction:
        """See `Store.extraction`."""
        for entry in self._seen_manifest().documents:
            if entry.record.id == document:
                return self._kept.get(entry.kept)
        raise NotFound(f"没有这份文件({document[:60]}),请在目录里查看已载入的文件")

    def kept(self) -> Iterator[tuple[Entry, bytes]]:
        """See `Store.kept`."""
        for entry in sorted(self._seen_manifest().documents, key=lambda e: e.record.id):
            yield entry, self._kept.raw(entry.kept)

    def close(self) -> None:
        """Let go of the graph file."""
        with self._lock:
            self._search = None
        self._following.close()

    # writing

    def load(
        self,
        extractions: Iterable[Extraction],
        *,
        replace: bool = False,
        annex_of: str | None = None,
        progress: Progress | None = None,
    ) -> list[LoadReport]:
        """See `Store.load`. Within one call documents are taken in the order of their names."""
        given = sorted(extractions, key=lambda e: (e.doc, e.sha256))
        with self._generations.writing(), without_collector():
            old = self._current_manifest()
            entries = {entry.record.id: entry for entry in old.documents}
            reports = []
            for done, extraction in enumerate(given):
                reports.append(self._take(entries, extraction, replace, annex_of))
                if progress:
                    progress("整理", done + 1, len(given))
            if self._stamp(entries.values()) != old.stamp:
                self._write(list(entries.values()), progress)
        return reports

    def _take(
        self, entries: dict[str, Entry], extraction: Extraction, replace: bool, annex_of: str | None
    ) -> LoadReport:
        """Put one document into `entries`; its report."""
        build = partial(document_rows, annex_of=annex_of, corrections=self.corrections)
        admitted = admit(extraction, entries, self._kept, replace=replace, annex_of=annex_of, build=build)
        if admitted.entry and admitted.built:
            entries[admitted.entry.record.id] = admitted.entry
            self._remember(admitted.entry, admitted.built)
        return admitted.report

    def remove(self, id: str) -> Removal:
        """See `Store.remove`; the counts are those of the whole graph before and after."""
        with self._generations.writing():
            old = self._current_manifest()
            gone = removed_with((entry.record for entry in old.documents), id)
            left = [entry for entry in old.documents if entry.record not in gone]
            before = self._rows(old.documents), self._similar(old.documents, old.number)
            after = self._write(left, None)
        return Removal(
            gone[0].plan,
            net(before[0].count_nodes(), after[0].count_nodes()),
            net(
                with_similar(before[0].count_edges(), before[1]),
                with_similar(after[0].count_edges(), after[1]),
            ),
            tuple(record.file_name for record in gone),
        )

    def rebuild(self, progress: Progress | None = None) -> list[LoadReport]:
        """See `Store.rebuild`: works on a store that another engine version wrote, too."""
        with self._generations.writing(), without_collector():
            manifest = self._current_manifest()
            self._built.clear()
            self._write(list(manifest.documents), progress, anew=True)
        return [entry.record.report for entry in manifest.documents]

    def _rows(self, entries: Iterable[Entry]) -> Rows:
        return merge(self._document_rows(entry) for entry in entries)

    def _document_rows(self, entry: Entry) -> DocumentRows:
        key = (entry.kept, entry.annex_of)
        if key not in self._built:
            extraction = self._kept.get(entry.kept)
            built = document_rows(extraction, annex_of=entry.annex_of, corrections=self.corrections)
            self._remember(entry, built)
        return self._built[key]

    def _remember(self, entry: Entry, built: DocumentRows) -> None:
        """Keep the rows of a document for the next load of this process."""
        built.rows.nodes["Document"][built.document]["loaded_at"] = entry.record.loaded_at
        self._built[entry.kept, entry.annex_of] = built

    def _stamp(self, entries: Iterable[Entry]) -> str:
        """Tells two contents apart: documents, and what was corrected in them."""
        content = sorted(e.record.id + e.kept for e in entries)
        return hashlib.sha256("".join([*content, self.corrections.digest]).encode()).hexdigest()[:12]

    def _similar(self, entries: Iterable[Entry], since: int | None) -> Similar | None:
        """The counterparts among documents; those of the generation `since` are known."""
        built = [self._document_rows(entry) for entry in entries]
        folder = self._generations.folder(since) if since else None
        return similar_in(built, folder, self._vectors, self.corrections.pair)

    def _write(
        self, entries: list[Entry], progress: Progress | None, *, anew: bool = False
    ) -> tuple[Rows, Similar | None]:
        """Build the next generation of these documents; its rows and its counterparts."""
        entries = sorted(entries, key=lambda e: e.record.id)
        rows = self._rows(entries)
        now = self._generations.current()
        similar = self._similar(entries, now[0] if now and not anew else None)
        manifest = Manifest(ENGINE, tuple(entries), stamp=self._stamp(entries))
        with self._generations.building(manifest) as folder:
            tables = {EDGE: similar.edges} if similar else {}
            write_graph(folder / GRAPH_FILE, rows, self._buffer_mb, progress, tables)
            write_pairs(folder, similar)
            self._index(folder / FOLDER, rows, entries, now[0] if now and not anew else None)
        self._kept.sweep(self._generations.referred())
        self._vectors.sweep()
        used = {(entry.kept, entry.annex_of) for entry in entries}
        self._built = {key: built for key, built in self._built.items() if key in used}
        give_back()
        return rows, similar

    def _index(self, folder: Path, rows: Rows, entries: Iterable[Entry], since: int | None) -> None:
        """The search index of the next generation; documents of the generation `since` are known."""
        digest = self.corrections.digest
        documents = {f"{e.kept} {e.annex_of} {digest}": self._document_rows(e).rows for e in entries}
        before = self._generations.folder(since) / FOLDER if since else None
        write_index(folder, rows, documents, before)
