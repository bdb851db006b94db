"""Pages for people: home, named queries with their forms, the API's documentation; what they load."""

from __future__ import annotations

from importlib import resources
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response

from api import records
from api.deps import MAX_OFFSET, CatalogueDep, SettingsDep, StoreDep
from api.examples import questions_about
from api.listings import regions_with_plans
from api.pages import PageRoute, page
from api.routers.queries import given
from graph.catalogue import run
from zeren.errors import BadParameter, NotFound, QueryError

router = APIRouter(include_in_schema=False, route_class=PageRoute)

_ROWS, _LATEST = 100, 12
_OWN = {"site.css": "text/css", "docs.js": "text/javascript", "site.js": "text/javascript",
        "ask.js": "text/javascript", "compare.css": "text/css"}  # fmt: skip
_SWAGGER = {"swagger-ui-bundle.js": "text/javascript", "swagger-ui.css": "text/css"}


@router.get("/", response_class=HTMLResponse)
def home(request: Request, store: StoreDep) -> HTMLResponse:
    """Counts, regions and the latest plans."""
    # a kind that nothing is of has no row
    none = dict.fromkeys(("plans", "tasks", "units", "indicators", "findings"), 0)
    counts = none | {str(row["kind"]): int(str(row["total"])) for row in records.read(store, "counts")}
    plans = records.plans(store, records.read(store, "latest_plans", limit=_LATEST))
    return page(
        request, "home.html", counts=counts, plans=plans, regions=regions_with_plans(store),
        examples=questions_about(store, [plan.id for plan in plans if plan.counts.tasks]),
    )  # fmt: skip


@router.get("/queries", response_class=HTMLResponse)
def query_list(request: Request, catalogue: CatalogueDep) -> HTMLResponse:
    """All named queries."""
    return page(request, "queries.html", queries=catalogue.all())


@router.get("/queries/{name}", response_class=HTMLResponse)
def query_page(
    request: Request,
    store: StoreDep,
    catalogue: CatalogueDep,
    settings: SettingsDep,
    name: str,
    offset: Annotated[int, Query(ge=0, le=MAX_OFFSET)] = 0,
) -> HTMLResponse:
    """A query's form, and its rows once it was sent."""
    query = catalogue.get(name)
    values = given(request)
    context: dict[str, Any] = {
        "query": query,
        "given": values,
        "offset": offset,
        "step": _ROWS,
        "found": None,
    }
    if values or all(p.default is not None for p in query.parameters):
        try:
            context["found"] = run(
                store, query, values, offset=offset, limit=_ROWS, timeout_ms=settings.query_timeout_ms
            )
        except (BadParameter, NotFound, QueryError) as error:
            context["problem"] = error
    return page(request, "query.html", 200, **context)


@router.get("/docs", response_class=HTMLResponse)
def docs(request: Request) -> HTMLResponse:
    """The API's documentation, its script served from here."""
    found = page(request, "docs.html")
    # Swagger UI sets style attributes, which CSP counts as inline
    found.headers["Content-Security-Policy"] = (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        "connect-src 'self'; frame-ancestors 'none'; base-uri 'none'"
    )
    return found


@router.get("/static/{name}")
def asset(
    name: Literal[
        "site.css", "compare.css", "site.js", "ask.js", "docs.js", "swagger-ui-bundle.js", "swagger-ui.css"
    ],
) -> Response:
    """A stylesheet or script of the pages."""
    if name in _OWN:
        data = (resources.files("api") / "static" / name).read_bytes()
        return Response(data, media_type=_OWN[name])
    data = (resources.files("fastapi_offline") / "static" / name).read_bytes()
    return Response(data, media_type=_SWAGGER[name], headers={"Cache-Control": "max-age=86400"})
