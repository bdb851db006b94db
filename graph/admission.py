"""May a document come in, and what is reported of it: the same on every engine."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from graph.ahead import Build
from graph.build import DocumentRows
from graph.changes import changes
from graph.follows import plain_title
from graph.generations import Entry
from graph.store import DocumentRecord, LoadReport
from loaders.extraction import Extraction
from zeren.errors import LoadError, NotFound, ZerenError


class Keeping(Protocol):
    """Where Extractions are kept, by the hash of their content."""

    def put(self, extraction: Extraction) -> str:
        """Keep it; its key."""

    def get(self, key: str) -> Extraction:
        """The one with that key."""


@dataclass(frozen=True, slots=True)
class Admitted:
    """What came of one document; entry and rows only where something is to be written."""

    report: LoadReport
    entry: Entry | None = None
    built: DocumentRows | None = None


def admit(
    extraction: Extraction,
    entries: Mapping[str, Entry],
    kept: Keeping,
    *,
    replace: bool = False,
    annex_of: str | None = None,
    build: Build,
) -> Admitted:
    """Check one document against those that are in (by document id); never raises a ZerenError.

    `build` gives its rows, as `graph.build.document_rows` does with the same `annex_of`.
    """
    try:
        if annex_of is not None and not any(e.record.plan == annex_of for e in entries.values()):
            raise NotFound(f"没有编号为 {annex_of} 的方案,请先载入它")
        built = build(extraction)
        key = kept.put(extraction)
        report = _report(entries.get(built.document), key, extraction, built, kept, replace)
    except ZerenError as error:
        return Admitted(LoadReport("", extraction.doc, "failed", error=str(error)))
    if report.status == "unchanged":
        return Admitted(report)
    entry = Entry(_record(extraction, built, report), key, annex_of)
    built.rows.nodes["Document"][built.document]["loaded_at"] = entry.record.loaded_at
    return Admitted(report, entry, built)


def _report(
    known: Entry | None, key: str, extraction: Extraction, built: DocumentRows, kept: Keeping, replace: bool
) -> LoadReport:
    status, change = "loaded", None
    if known:
        if not replace and plain_title(known.record.title) != plain_title(extraction.plan.title):
            raise LoadError(
                f"与已载入的“{known.record.title}”是同一编号而标题不同,确要替换请加 --replace",
                extraction.doc,
            )
        if known.kept == key:
            return dataclasses.replace(known.record.report, status="unchanged", change=None)
        status, change = "replaced", changes(kept.get(known.kept), extraction)
    return LoadReport(
        built.document, extraction.doc, status, built.plan,
        sum(1 for task in extraction.tasks if task.assignments), len(built.rows.nodes.get("Unit", {})),
        len(extraction.indicators), len(built.rows.nodes.get("Finding", {})), extraction.coverage, change,
    )  # fmt: skip


def _record(extraction: Extraction, built: DocumentRows, report: LoadReport) -> DocumentRecord:
    now = datetime.datetime.now(datetime.UTC).replace(microsecond=0).isoformat()
    return DocumentRecord(
        built.document, extraction.doc, extraction.doc.rpartition(".")[2].lower(), extraction.sha256,
        built.plan, extraction.plan.title or extraction.doc, extraction.coverage, now,
        extraction.source_url, report,
    )  # fmt: skip
