"""The page that answers a question."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.columns import readable
from api.deps import CatalogueDep, SettingsDep, StoreDep
from api.pages import PageRoute, page
from api.routers.ask import Question
from graph.asking.alternatives import alternatives
from graph.asking.answer import EXAMPLES
from graph.asking.ask import ask
from graph.asking.known import known_of

router = APIRouter(include_in_schema=False, route_class=PageRoute)

_SHOWN = 200
_QUIET = frozenset({"raw", "start", "op"})


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
        context["columns"] = readable(found.rows.query.columns, _QUIET) if found.rows else ()
    return page(request, "ask.html", **context)
