"""The page that searches units, plans, indicators and tasks in one box."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from api.deps import MAX_OFFSET, StoreDep
from api.pages import PageRoute, page
from api.searching import found, pieces
from graph.searching import KINDS

router = APIRouter(include_in_schema=False, route_class=PageRoute)

_STEP = 30


@router.get("/search", response_class=HTMLResponse)
def search_page(
    request: Request,
    store: StoreDep,
    q: str = "",
    kind: str = "",
    offset: Annotated[int, Query(ge=0, le=MAX_OFFSET)] = 0,
) -> HTMLResponse:
    """What holds the words, the best first, marked; narrowed to one kind."""
    hits = store.search(q, [kind] if kind in KINDS else KINDS, limit=_STEP, offset=offset)
    window = {"total": hits.total, "step": _STEP, "offset": offset}
    return page(
        request, "search.html", q=q[:200], kind=kind, kinds=KINDS, results=found(store, hits.found, q),
        window=window, pieces=pieces,
    )  # fmt: skip
