"""Pages of documents: the list, and one document's text with what was read from it."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api import records
from api.deps import StoreDep
from api.highlight import stretches
from api.pages import PageRoute, page
from graph.settled import settle
from zeren.errors import NotFound

router = APIRouter(include_in_schema=False, route_class=PageRoute)


@router.get("/documents", response_class=HTMLResponse)
def document_list(request: Request, store: StoreDep) -> HTMLResponse:
    """Loaded documents with the number of findings."""
    return page(request, "documents.html", documents=store.documents())


@router.get("/documents/{id}", response_class=HTMLResponse)
def document_page(request: Request, store: StoreDep, id: str) -> HTMLResponse:
    """A document's text with the facts highlighted by role, links to its tasks, and its findings."""
    record = next((each for each in store.documents() if each.id == id), None)
    if record is None:
        raise NotFound("没有这份文件")
    extraction = settle(store.extraction(id), store.corrections).extraction
    rows: list[dict[str, Any]] = records.read(store, "tasks_of_document", id=id)
    tasks = {row["start"]: row for row in rows if row["start"] is not None}
    cut = stretches(extraction, tasks) if extraction.text else []
    return page(
        request, "document.html", record=record, findings=extraction.findings, stretches=cut, tasks=tasks
    )
