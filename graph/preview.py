"""What loading a document would do, without doing it."""

from __future__ import annotations

import dataclasses
import hashlib
from dataclasses import dataclass
from functools import partial

from graph.admission import admit
from graph.build import document_rows
from graph.generations import Entry
from graph.store import Change, DocumentRecord, LoadReport, Store
from loaders.extraction import Extraction, pack


@dataclass(frozen=True, slots=True)
class Preview:
    """The report that a load would give, and the document that it would replace."""

    report: LoadReport
    replaces: DocumentRecord | None = None


class _Looking:
    """The store's Extractions by document id; takes nothing in."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def put(self, extraction: Extraction) -> str:
        return hashlib.sha256(pack(extraction)).hexdigest()

    def get(self, key: str) -> Extraction:
        return self._store.extraction(key)


def preview(store: Store, extraction: Extraction, *, annex_of: str | None = None) -> Preview:
    """The report of a load with `replace`, which tells of another title, too, by what it replaces."""
    records = {record.id: record for record in store.documents()}
    entries = {id: Entry(record, id) for id, record in records.items()}
    build = partial(document_rows, annex_of=annex_of, corrections=store.corrections)
    found = admit(extraction, entries, _Looking(store), replace=True, annex_of=annex_of, build=build).report
    known = records.get(found.document)
    if found.status == "replaced" and found.change == Change() and known is not None:
        # the tasks are the same; the rest may still differ
        kept = store.extraction(known.id)
        if pack(kept) == pack(extraction):
            found = dataclasses.replace(found, status="unchanged", change=None)
    return Preview(found, known if found.status == "replaced" else None)
