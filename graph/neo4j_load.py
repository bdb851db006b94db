"""Documents into one transaction of a Neo4j database."""

from __future__ import annotations

from graph.admission import Admitted, admit
from graph.ahead import Build
from graph.neo4j_transaction import Transaction
from graph.store import LoadReport
from loaders.extraction import Extraction
from zeren.errors import StoreError

ROWS_A_TRANSACTION = 100_000
"""Over 200 MB of the server's transaction memory (measured on 5.26); a larger load is committed in steps."""


def failed(extraction: Extraction, error: StoreError) -> LoadReport:
    """The report of a document that could not be written."""
    return LoadReport("", extraction.doc, "failed", error=str(error))


def load_some(
    given: list[Extraction], transaction: Transaction, *, replace: bool, annex_of: str | None, build: Build
) -> list[LoadReport]:
    """The first documents, as many as one transaction takes; a report each.

    Counterparts are looked for with the last of them.
    """
    entries = dict(transaction.entries)
    fresh: dict[str, Admitted] = {}
    reports: list[LoadReport] = []
    rows = 0
    for extraction in given:
        admitted = admit(
            extraction, entries, transaction.kept, replace=replace, annex_of=annex_of, build=build
        )
        reports.append(admitted.report)
        if admitted.entry and admitted.built:
            entries[admitted.entry.record.id] = admitted.entry
            fresh[admitted.entry.record.id] = admitted
            rows += sum(admitted.built.rows.count_nodes().values())
            rows += sum(admitted.built.rows.count_edges().values())
        if rows > ROWS_A_TRANSACTION:
            break
    if fresh:
        transaction.exchange(fresh, more=len(reports) < len(given))
    return reports
