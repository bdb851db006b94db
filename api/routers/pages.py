"""Pages for people: home, named queries with their forms, the API's documentation."""

from __future__ import annotations

from importlib import resources
from typing import Any, Literal

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response
from fastapi.templating import Jinja2Templates
from jinja2 import Environment, PackageLoader, select_autoescape

from api import records
from api.deps import CatalogueDep, SettingsDep, StoreDep
from api.highlight import stretches
from api.labels import heading, link, shown
from api.routers.queries import given
from graph.catalogue import run
from graph.settled import settle
from zeren import __version__
from zeren.errors import BadParameter, NotFound, QueryError

router = APIRouter(include_in_schema=False)

_ENVIRONMENT = Environment(
    loader=PackageLoader("api"),
    autoescape=select_autoescape(default=True),
    trim_blocks=True,
    lstrip_blocks=True,
)
_ENVIRONMENT.globals |= {"heading": heading, "shown": shown, "link": link}
templates = Jinja2Templates(env=_ENVIRONMENT)
_PAGE = 100
_OWN = {"site.css": "text/css", "docs.js": "text/javascript"}
_SWAGGER = {"swagger-ui-bundle.js": "text/javascript", "swagger-ui.css": "text/css"}


def _page(request: Request, name: str, status: int = 200, **context: Any) -> HTMLResponse:
    return templates.TemplateResponse(request, name, {"version": __version__, **context}, status)


@router.get("/", response_class=HTMLResponse)
def home(request: Request, store: StoreDep, catalogue: CatalogueDep) -> HTMLResponse:
    """Counts, plans and queries."""
    # a kind that nothing is of has no row
    none = dict.fromkeys(("plans", "tasks", "units", "indicators", "findings"), 0)
    counts = none | {str(row["kind"]): row["total"] for row in records.read(store, "counts")}
    everything: dict[str, Any] = {"q": "", "region": [], "year": [], "limit": 200, "offset": 0}
    plans = records.read(store, "list_plans", **everything)
    return _page(request, "home.html", counts=counts, plans=plans, queries=catalogue.all())


@router.get("/queries", response_class=HTMLResponse)
def query_list(request: Request, catalogue: CatalogueDep) -> HTMLResponse:
    """All named queries."""
    return _page(request, "queries.html", queries=catalogue.all())


@router.get("/queries/{name}", response_class=HTMLResponse)
def query_page(
    request: Request,
    store: StoreDep,
    catalogue: CatalogueDep,
    settings: SettingsDep,
    name: str,
    offset: int = 0,
) -> HTMLResponse:
    """A query's form, and its rows once it was sent."""
    try:
        query = catalogue.get(name)
    except NotFound as error:
        return _page(request, "message.html", 404, title="没有这个查询", message=str(error))
    values = given(request)
    context: dict[str, Any] = {
        "query": query,
        "given": values,
        "offset": offset,
        "page": _PAGE,
        "found": None,
    }
    if values or all(p.default is not None for p in query.parameters):
        try:
            context["found"] = run(
                store, query, values, offset=max(offset, 0), limit=_PAGE, timeout_ms=settings.query_timeout_ms
            )
        except (BadParameter, NotFound, QueryError) as error:
            context["problem"] = error
    return _page(request, "query.html", 200, **context)


@router.get("/documents", response_class=HTMLResponse)
def document_list(request: Request, store: StoreDep) -> HTMLResponse:
    """Loaded documents with the number of findings."""
    return _page(request, "documents.html", documents=store.documents())


@router.get("/documents/{id}", response_class=HTMLResponse)
def document_page(request: Request, store: StoreDep, id: str) -> HTMLResponse:
    """A document's text with the facts highlighted by role, and its findings."""
    record = next((each for each in store.documents() if each.id == id), None)
    if record is None:
        message = "可能已被替换或删去,请从文件列表重新进入"
        return _page(request, "message.html", 404, title="没有这份文件", message=message)
    extraction = settle(store.extraction(id), store.corrections).extraction
    cut = stretches(extraction) if extraction.text else []
    return _page(request, "document.html", record=record, findings=extraction.findings, stretches=cut)


@router.get("/docs", response_class=HTMLResponse)
def docs(request: Request) -> HTMLResponse:
    """The API's documentation, its script served from here."""
    page = _page(request, "docs.html")
    # Swagger UI sets style attributes, which CSP counts as inline
    page.headers["Content-Security-Policy"] = (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        "connect-src 'self'; frame-ancestors 'none'; base-uri 'none'"
    )
    return page


@router.get("/static/{name}")
def asset(name: Literal["site.css", "docs.js", "swagger-ui-bundle.js", "swagger-ui.css"]) -> Response:
    """A stylesheet or script of the pages."""
    if name in _OWN:
        data = (resources.files("api") / "static" / name).read_bytes()
        return Response(data, media_type=_OWN[name])
    data = (resources.files("fastapi_offline") / "static" / name).read_bytes()
    return Response(data, media_type=_SWAGGER[name], headers={"Cache-Control": "max-age=86400"})
