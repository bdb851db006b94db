"""The application: routers, errors, security, put together."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from pydantic import SecretStr
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware

from api import pages as site
from api import problems
from api.access import Access
from api.description import describe
from api.gate import Gate, HostGuard
from api.loading import Loading
from api.observing import Figures, Observed
from api.refusals import foreign_page, unknown_host, without_token
from api.routers import (
    access,
    ask,
    comparing,
    documents,
    embed,
    graph,
    health,
    indicators,
    ledger,
    lists,
    pages,
    pages_ask,
    pages_compare,
    pages_documents,
    pages_graph,
    pages_plans,
    pages_search,
    pages_tasks,
    pages_units,
    plans,
    queries,
    reconcile,
    takeaway,
    tasks,
    units,
)
from api.security import KeptAnswers, Prefixed, SecurityHeaders
from api.warming import Warming
from graph.catalogue import Catalogue
from graph.store import Store
from zeren import __version__
from zeren.settings import Settings

_PAGES = (
    access,
    pages,
    pages_ask,
    pages_search,
    pages_plans,
    pages_units,
    pages_tasks,
    pages_documents,
    pages_graph,
    pages_compare,
)
_API = (
    ask, reconcile, comparing, documents, takeaway, ledger, plans, units, tasks, indicators, queries, lists,
    graph, embed, health,
)  # fmt: skip


def create_app(store: Store, settings: Settings, *, one_time_key: str | None = None) -> FastAPI:
    """The application over an opened store. Raises QueryError when a query file has a fault.

    `one_time_key` lets the first browser that opens it at /login write.
    """
    app = FastAPI(
        title="zeren 责任图谱",
        version=__version__,
        description="方案、任务、单位、指标的查询接口。列表都有稳定的顺序和准确的总数;错误为 problem+json。",
        docs_url=None,
        redoc_url=None,
        lifespan=_lifespan,
    )
    app.state.store = store
    app.state.settings = settings
    app.state.catalogue = Catalogue(settings.queries)
    app.state.slots = threading.BoundedSemaphore(settings.query_slots)
    app.state.frame_ancestors = settings.frame_ancestors.split()
    app.state.figures = Figures()
    app.state.warming = Warming(store)
    app.state.loading = Loading(store, app.state.figures, app.state.warming.again)
    app.state.access = Access(
        token=_secret(settings.token), read_token=_secret(settings.read_token), one_time_key=one_time_key
    )
    for module in (*_PAGES, *_API):
        app.include_router(module.router)
    problems.install(app)
    site.install(app)
    _secure(app, store, settings)
    app.openapi = lambda: describe(app)  # type: ignore[method-assign]
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    app.state.warming.start()
    yield
    app.state.loading.close()
    app.state.warming.close()


def _secret(setting: SecretStr | None) -> str | None:
    """An empty setting is none."""
    return (setting.get_secret_value() or None) if setting else None


def _secure(app: FastAPI, store: Store, settings: Settings) -> None:
    """Middleware, the innermost first."""
    app.add_middleware(KeptAnswers, generation=store.generation)
    app.add_middleware(GZipMiddleware, minimum_size=1_000, compresslevel=5)
    app.add_middleware(Gate, access=app.state.access, refuse=without_token, foreign=foreign_page)
    origins = _listed(settings.cors_origins)
    if origins:
        app.add_middleware(
            CORSMiddleware, allow_origins=origins, allow_methods=["GET"], allow_headers=["Authorization"],
            expose_headers=["ETag", "X-Total-Count", "Content-Disposition"],
        )  # fmt: skip
    app.add_middleware(HostGuard, hosts=_listed(settings.hosts) or ["*"], refuse=unknown_host)
    app.add_middleware(SecurityHeaders)
    app.add_middleware(Observed, figures=app.state.figures)
    if prefix := settings.root_path.strip("/"):
        app.add_middleware(Prefixed, prefix="/" + prefix)


def _listed(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]
