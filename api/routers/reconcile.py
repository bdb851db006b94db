"""OpenRefine's reconciliation protocol, version 0.2: a column of names in, ids with scores out."""

from __future__ import annotations

import json
from typing import Annotated, Any
from urllib.parse import parse_qs

from fastapi import APIRouter, Query, Request
from fastapi.responses import JSONResponse, RedirectResponse, Response

from api.deps import StoreDep
from api.pages import address
from api.problems import responses
from graph.asking.known import Known, known_of
from graph.asking.text import folded
from graph.reconciling import TYPES, Candidate, describe, reconcile, thing_of
from graph.store import Store
from zeren import __version__
from zeren.errors import BadParameter, NotFound, TooLarge

router = APIRouter(prefix="/api/reconcile", tags=["reconcile"])

_MOST_QUERIES = 500
_MOST_CANDIDATES = 50
_BYTES = 4 << 20
_SPACE = "urn:zeren:id"
_SUGGESTED = 20
_NO_QUERY = '每个查询要有 query(名称),如 {"query": "市工信局", "type": "unit"}'


@router.get("", responses=responses(BadParameter))
def service(
    request: Request,
    store: StoreDep,
    queries: Annotated[str | None, Query(description="一批查询(JSON 对象);不填则返回服务说明")] = None,
) -> JSONResponse:
    """The service's manifest; with `queries` (a JSON object of queries by key) their candidates."""
    if queries is None:
        return JSONResponse(_manifest(request))
    return JSONResponse(_answers(store, queries))


@router.post("", responses=responses(BadParameter, TooLarge))
async def batch(request: Request, store: StoreDep) -> JSONResponse:
    """Candidates for a batch of queries, sent as the form field `queries`."""
    from anyio import to_thread

    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > _BYTES:
            raise TooLarge(f"一批查询最多 {_BYTES >> 20} MB,请分批发送")
    fields = parse_qs(body.decode("utf-8", "replace"), max_num_fields=10)
    if "queries" not in fields:
        return JSONResponse(_manifest(request))
    return JSONResponse(await to_thread.run_sync(_answers, store, fields["queries"][0]))


@router.get("/suggest/entity", responses=responses())
def suggest(store: StoreDep, prefix: str = "", cursor: Annotated[int, Query(ge=0)] = 0) -> dict[str, Any]:
    """Names that begin with `prefix`, then those that hold it."""
    known = known_of(store)
    text = folded(prefix[:100])
    fits = [(kind, id, name) for plain, kind, id, name in known.names if text and text in plain]
    fits.sort(key=lambda f: (not folded(f[2]).startswith(text), len(f[2]), f))
    seen = dict.fromkeys((kind, id) for kind, id, _ in fits)
    chosen = list(seen)[cursor : cursor + _SUGGESTED]
    return {"result": [_suggestion(known, kind, id) for kind, id in chosen]}


@router.get("/suggest/type", responses=responses())
def suggest_type(prefix: str = "") -> dict[str, Any]:
    """The types of things that can be matched."""
    fits = [{"id": id, "name": name} for id, name in TYPES.items() if prefix in id or prefix in name]
    return {"result": fits}


@router.get("/view/{id:path}", include_in_schema=False)
def view(request: Request, store: StoreDep, id: str) -> Response:
    """To the page of a unit, a plan or a region's plans."""
    known = known_of(store)
    for kind, page in (("unit", "unit_page"), ("plan", "plan_page")):
        if thing_of(known, kind, id):
            return RedirectResponse(address(request, page, id=id))
    if thing_of(known, "region", id):
        return RedirectResponse(address(request, "plan_list", {"region": id}))
    raise NotFound(f"没有编号为“{id[:80]}”的单位、方案或地区")


def _manifest(request: Request) -> dict[str, Any]:
    base = str(request.url_for("service"))
    return {
        "versions": ["0.2"], "name": "zeren 责任图谱", "identifierSpace": _SPACE, "schemaSpace": _SPACE,
        "serviceVersion": __version__, "view": {"url": f"{base}/view/{{{{id}}}}"},
        "defaultTypes": [{"id": id, "name": name} for id, name in TYPES.items()],
        "suggest": {
            "entity": {"service_url": base, "service_path": "/suggest/entity"},
            "type": {"service_url": base, "service_path": "/suggest/type"},
        },
    }  # fmt: skip


def _answers(store: Store, queries: str) -> dict[str, Any]:
    """Results by the keys of a batch. Raises BadParameter for what is no batch."""
    try:
        batch = json.loads(queries)
    except (ValueError, RecursionError):
        raise BadParameter('queries 应为 JSON 对象,如 {"q0": {"query": "市工信局"}}') from None
    if not isinstance(batch, dict) or len(batch) > _MOST_QUERIES:
        raise BadParameter(f"queries 应为 JSON 对象,一批最多 {_MOST_QUERIES} 个查询")
    known = known_of(store)
    return {key: {"result": [_result(c) for c in _candidates(known, each)]} for key, each in batch.items()}


def _candidates(known: Known, query: object) -> list[Candidate]:
    """Candidates of one query; none for one that gives properties alone, which the protocol allows."""
    if not isinstance(query, dict):
        raise BadParameter(_NO_QUERY)
    properties = query.get("properties")
    words = query.get("query", "" if properties else None)
    if not isinstance(words, str):
        raise BadParameter(_NO_QUERY)
    if not words:
        return []
    types = query.get("type")
    types = types if isinstance(types, list) else [types]
    type = next((each for each in types if each in TYPES), "")
    limit = query.get("limit")
    most = limit if isinstance(limit, int) and 0 < limit <= _MOST_CANDIDATES else 5
    return reconcile(known, words, type, _region(properties), most)


def _region(properties: object) -> str:
    """The value of the property region (地区), by which a column of places narrows; of several the first."""
    for each in properties if isinstance(properties, list) else ():
        if isinstance(each, dict) and each.get("pid") in ("region", "地区"):
            value = each.get("v")
            first = value[0] if isinstance(value, list) and value else value
            named = first.get("name") or first.get("id") if isinstance(first, dict) else first
            return str(named or "")
    return ""


def _result(candidate: Candidate) -> dict[str, Any]:
    return {
        "id": candidate.id, "name": candidate.name, "score": candidate.score, "match": candidate.match,
        "type": [{"id": candidate.type, "name": TYPES[candidate.type]}], "description": candidate.description,
    }  # fmt: skip


def _suggestion(known: Known, kind: str, id: str) -> dict[str, Any]:
    thing = thing_of(known, kind, id)
    name = str(getattr(thing, "title", "") or getattr(thing, "name", id))
    notable = [{"id": kind, "name": TYPES[kind]}]
    return {"id": id, "name": name, "description": describe(known, thing), "notable": notable}
