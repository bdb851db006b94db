"""The application: routers, errors, security, put together."""

from __future__ import annotations

import json
import threading
from importlib import resources
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware

from api import pages as site
from api import problems, schemas
from api.routers import (
    embed,
    graph,
    health,
    indicators,
    ledger,
    lists,
    pages,
    pages_documents,
    pages_graph,
    pages_plans,
    pages_tasks,
    pages_units,
    plans,
    queries,
    takeaway,
    tasks,
    units,
)
from api.security import KeptAnswers, ReadToken, SecurityHeaders
from graph.catalogue import Catalogue
from graph.store import Store
from zeren import __version__
from zeren.settings import Settings

_PAGES = (pages, pages_plans, pages_units, pages_tasks, pages_documents, pages_graph)
_ROUTERS = (*_PAGES, takeaway, ledger, plans, units, tasks, indicators, queries, lists, graph, embed, health)


def create_app(store: Store, settings: Settings) -> FastAPI:
    """The application over an opened store. Raises QueryError when a query file has a fault."""
    app = FastAPI(
        title="zeren 责任图谱",
        version=__version__,
        description="方案、任务、单位、指标的查询接口。列表都有稳定的顺序和准确的总数;错误为 problem+json。",
        docs_url=None,
        redoc_url=None,
        root_path=settings.root_path,
    )
    app.state.store = store
    app.state.settings = settings
    app.state.catalogue = Catalogue(settings.queries)
    app.state.slots = threading.BoundedSemaphore(settings.query_slots)
    app.state.frame_ancestors = settings.frame_ancestors.split()
    for module in _ROUTERS:
        app.include_router(module.router)
    problems.install(app)
    site.install(app)
    _secure(app, store, settings)
    app.openapi = lambda: _openapi(app)  # type: ignore[method-assign]
    return app


def _secure(app: FastAPI, store: Store, settings: Settings) -> None:
    """Middleware, the innermost first."""
    app.add_middleware(KeptAnswers, generation=store.generation)
    app.add_middleware(GZipMiddleware, minimum_size=1_000, compresslevel=5)
    if settings.read_token:
        refusal = problems.problem_response(401, "unauthorized", "需要读口令:Authorization: Bearer …")
        app.add_middleware(ReadToken, token=settings.read_token.get_secret_value(), refuse=refusal)
    origins = _listed(settings.cors_origins)
    if origins:
        app.add_middleware(CORSMiddleware, allow_origins=origins, allow_methods=["GET"])
    app.add_middleware(SecurityHeaders)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=_listed(settings.hosts) or ["*"])


def _listed(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _openapi(app: FastAPI) -> dict[str, Any]:
    if not app.openapi_schema:
        spec = get_openapi(
            title=app.title, version=app.version, description=app.description, routes=app.routes
        )
        known = spec.setdefault("components", {}).setdefault("schemas", {})
        known["Problem"] = schemas.Problem.model_json_schema()
        for name, example in json.loads(
            (resources.files("api") / "examples.json").read_text("utf-8")
        ).items():
            known[name]["examples"] = [example]
        app.openapi_schema = spec
    return app.openapi_schema
