"""Is the process alive, and can it answer?"""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response

from api.deps import StoreDep
from api.problems import responses

router = APIRouter(tags=["health"])


@router.get("/healthz")
def alive() -> dict[str, str]:
    """The process answers."""
    return {"status": "ok"}


@router.get("/readyz", responses=responses())
def ready(store: StoreDep) -> Response:
    """The store answers; 503 otherwise."""
    store.read("MATCH (p:Plan) RETURN count(*) AS plans")
    return JSONResponse({"status": "ok", "generation": store.generation()})


@router.get("/metrics", response_class=Response)
def metrics(request: Request) -> Response:
    """Figures in Prometheus' text format: requests, their times, loads."""
    return Response(request.app.state.figures.text(), media_type="text/plain; version=0.0.4; charset=utf-8")
