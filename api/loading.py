"""Taking documents into the store and out of it over HTTP, one at a time."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

from api.observing import Figures
from api.uploads import Upload
from graph.catalogue.resolve import resolve
from graph.preview import preview
from graph.settled import settle
from graph.stale import absent_pairs
from graph.store import DocumentRecord, LoadReport, Removal, Store
from loaders.extraction import Finding
from zeren.errors import LoadError, LoadRunning
from zeren.worker import Worker

Mode = Literal["load", "new", "preview"]
"""Load it; load it unless it would replace one that differs; only say what loading would do."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of a document: its report, whether it is in now, its findings, what it replaces."""

    report: LoadReport
    loaded: bool
    findings: tuple[Finding, ...]
    replaces: DocumentRecord | None = None


class Loading:
    """Reads documents in a worker process and loads them; a second load meanwhile is LoadRunning.

    `changed` is called whenever the graph has changed.
    """

    def __init__(self, store: Store, figures: Figures, changed: Callable[[], None]) -> None:
        self.store = store
        self._changed = changed
        self._figures = figures
        self._worker = Worker()
        self._busy = threading.Lock()

    def close(self) -> None:
        """End the worker process."""
        self._worker.close()

    def take(self, upload: Upload, mode: Mode, replace: bool, annex_of: str | None) -> Taken:
        """Read a document and do as the mode says. Raises LoadError for one that cannot be loaded."""
        with self._alone():
            try:
                taken = self._take(upload, mode, replace, annex_of)
            except LoadError:
                self._figures.loads.labels("failed").inc()
                raise
            self._figures.loads.labels(taken.report.status if taken.loaded else "preview").inc()
            return taken

    def _take(self, upload: Upload, mode: Mode, replace: bool, annex_of: str | None) -> Taken:
        extraction = self._worker.read_bytes(upload.name, upload.data)
        findings = settle(extraction, self.store.corrections).extraction.findings
        root = resolve(self.store, "plan", annex_of) if annex_of else None
        if mode != "load":
            seen = preview(self.store, extraction, annex_of=root)
            _refuse_failed(seen.report)
            if mode == "preview" or seen.replaces:
                return Taken(seen.report, False, findings, seen.replaces)
        report = self.store.load([extraction], replace=replace, annex_of=root)[0]
        _refuse_failed(report)
        self._changed()
        return Taken(report, True, (*findings, *absent_pairs(self.store)))

    def remove(self, id: str) -> Removal:
        """Take a document away, and with a plan's main text the whole plan; see `graph.removal`."""
        with self._alone():
            removal = self.store.remove(id)
            self._changed()
            return removal

    @contextmanager
    def _alone(self) -> Iterator[None]:
        if not self._busy.acquire(blocking=False):
            raise LoadRunning("另一个载入正在进行,请等它结束后再试")
        try:
            yield
        finally:
            self._busy.release()


def _refuse_failed(report: LoadReport) -> None:
    if report.status == "failed":
        raise LoadError(report.error)
