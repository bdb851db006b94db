"""Named queries: the list, an answer, and whole results as CSV and XLSX."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from api import schemas
from api.deps import CatalogueDep, SettingsDep, StoreDep, WindowDep
from api.labels import headings
from api.problems import responses
from api.tables import MEDIA_TYPES, as_csv, as_xlsx
from graph.catalogue import Query as NamedQuery
from graph.catalogue import run
from zeren.errors import BadParameter, NotFound

router = APIRouter(prefix="/api/queries", tags=["queries"])

_WINDOW = {"limit", "offset"}


def described(query: NamedQuery) -> schemas.Query:
    """A query as the API shows it."""
    return schemas.Query(
        name=query.name,
        title=query.title,
        parameters=[
            schemas.Parameter(
                name=p.name, type=p.type, list=p.is_list, default=p.default, text=p.text, example=p.example
            )
            for p in query.parameters
        ],
        columns=[schemas.Column(name=c.name, type=c.type, list=c.is_list) for c in query.columns],
    )


def given(request: Request) -> dict[str, list[str]]:
    """The query's own parameters of a request, repeated ones as a list."""
    names = dict.fromkeys(request.query_params.keys())
    return {name: request.query_params.getlist(name) for name in names if name not in _WINDOW}


@router.get("", responses=responses())
def list_queries(catalogue: CatalogueDep) -> list[schemas.Query]:
    """All named queries with their parameters and columns, by name."""
    return [described(query) for query in catalogue.all()]


@router.get("/{name}.csv", responses=responses(NotFound, BadParameter), response_class=Response)
def export_csv(
    request: Request, store: StoreDep, catalogue: CatalogueDep, settings: SettingsDep, name: str
) -> Response:
    """The whole result as CSV (UTF-8 with BOM), its columns called as on the pages."""
    found = run(store, catalogue.get(name), given(request), timeout_ms=settings.query_timeout_ms)
    headers = {"Content-Disposition": f'attachment; filename="{name}.csv"', "X-Total-Count": str(found.total)}
    data = as_csv(found, headings(found.query.columns))
    return Response(data, media_type=MEDIA_TYPES["csv"], headers=headers)


@router.get("/{name}.xlsx", responses=responses(NotFound, BadParameter), response_class=Response)
def export_xlsx(
    request: Request, store: StoreDep, catalogue: CatalogueDep, settings: SettingsDep, name: str
) -> Response:
    """The whole result as a workbook, its columns called as on the pages."""
    found = run(store, catalogue.get(name), given(request), timeout_ms=settings.query_timeout_ms)
    headers = {
        "Content-Disposition": f'attachment; filename="{name}.xlsx"',
        "X-Total-Count": str(found.total),
    }
    data = as_xlsx(found, headings(found.query.columns))
    return Response(data, media_type=MEDIA_TYPES["xlsx"], headers=headers)


@router.get("/{name}", responses=responses(NotFound, BadParameter))
@router.get("/{name}.json", responses=responses(NotFound, BadParameter), include_in_schema=False)
def answer(
    request: Request,
    store: StoreDep,
    catalogue: CatalogueDep,
    settings: SettingsDep,
    window: WindowDep,
    name: str,
) -> schemas.Answer:
    """A window of a named query's rows; its parameters are those that `/api/queries` lists."""
    query = catalogue.get(name)
    found = run(
        store, query, given(request), offset=window.offset, limit=window.limit,
        timeout_ms=settings.query_timeout_ms,
    )  # fmt: skip
    return schemas.Answer(
        total=found.total,
        limit=window.limit,
        offset=window.offset,
        results=found.rows,
        query=described(query),
    )
