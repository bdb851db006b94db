"""The page that answers a question."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.deps import CatalogueDep, SettingsDep, StoreDep
from api.pages import PageRoute, page
from api.routers.ask import Question
from graph.asking.alternatives import alternatives
from graph.asking.answer import EXAMPLES
from graph.asking.ask import ask
from graph.asking.known import known_of
from graph.catalogue import Column

router = APIRouter(include_in_schema=False, route_class=PageRoute)

_SHOWN = 200
_LINKS = (("title", "task", "task_page"), ("name", "unit", "unit_page"), ("other_name", "other", "unit_page"),
          ("plan_title", "plan", "plan_page"), ("title", "plan", "plan_page"))  # fmt: skip
"""A column that leads to a page: the column with the id, and the page."""
_QUIET = frozenset({"raw", "start", "op"})


def _columns(columns: tuple[Column, ...]) -> list[tuple[Column, str, str]]:
    """The columns that people read, each with the column of the id and the page that it leads to, or ""."""
    names = {c.name for c in columns}
    measured = "value" in names  # there `unit` is the unit of measure, and `name` the indicator's
    ids = {"task", "plan", "cited", "indicator", "other", "task_force"} | (set() if measured else {"unit"})
    found = []
    for column in columns:
        if column.name in ids or (column.name in _QUIET and not measured):
            continue
        target = next(
            (link for link in _LINKS if link[0] == column.name and link[1] in names & ids), ("", "", "")
        )
        found.append((column, target[1], target[2]))
    return found


@router.get("/ask", response_class=HTMLResponse)
def ask_page(
    request: Request, store: StoreDep, catalogue: CatalogueDep, settings: SettingsDep, q: Question = ""
) -> HTMLResponse:
    """A question's answer as sentence and table, and what can be changed about how it was read."""
    context: dict[str, Any] = {"q": q, "found": None, "examples": EXAMPLES}
    if q:
        found = ask(store, catalogue, q, timeout_ms=settings.query_timeout_ms)
        context |= {
            "found": found,
            "alternatives": alternatives(found, known_of(store)),
            "shown_rows": _SHOWN,
        }
        context["columns"] = _columns(found.rows.query.columns) if found.rows else ()
    return page(request, "ask.html", **context)
