"""Signing in and out, and the page for uploads."""

from __future__ import annotations

import re
from importlib import resources
from typing import Annotated, cast
from urllib.parse import parse_qs, quote

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette._utils import get_route_path

from api.access import COOKIE, SESSION_SECONDS, Access, Rights
from api.deps import SettingsDep
from api.pages import PageRoute, page
from api.uploads import read_small
from loaders.readers.kinds import SUFFIXES
from zeren.errors import TooBusy, Unauthorized

router = APIRouter(include_in_schema=False, route_class=PageRoute)

_MOST_BYTES = 4_096
_OWN_PATH = re.compile(r"/(?![/\\])[^\x00-\x20\\]{0,2000}")
_MOST_LISTED = 500


def access_of(request: Request) -> Access:
    """The secrets of this server."""
    return cast(Access, request.app.state.access)


def sign_in_page(request: Request, status: int, problem: str = "", after: str = "") -> HTMLResponse:
    """The form that asks for a token; `after` is the address on this server to go on to."""
    return page(request, "login.html", status, problem=problem, after=after)


def wanted(request: Request) -> str:
    """The address that a request asks for, to come back to after signing in."""
    query = request.url.query
    return quote(get_route_path(request.scope)) + (f"?{query}" if query else "")


@router.get("/login", response_class=HTMLResponse)
def sign_in(request: Request, key: Annotated[str, Query(max_length=200)] = "") -> Response:
    """The form, or with the one-time key of a first run a session at once."""
    if not key:
        return sign_in_page(request, 200, after="/")
    if request.state.rights is Rights.WRITE:
        return _home(request)
    return _enter(request, key, "/upload")


@router.post("/login", response_class=HTMLResponse)
async def send_token(request: Request) -> Response:
    """Change a token for a session."""
    form = parse_qs((await read_small(request, _MOST_BYTES)).decode("utf-8", "replace"))
    return _enter(request, form.get("token", [""])[0].strip(), form.get("after", ["/"])[0])


@router.post("/logout")
def sign_out(request: Request) -> Response:
    """End the session."""
    access_of(request).sign_out(request.cookies.get(COOKIE, ""))
    answer = _home(request)
    answer.delete_cookie(COOKIE, path=_root(request))
    return answer


@router.get("/upload", response_class=HTMLResponse)
def upload_page(request: Request, settings: SettingsDep) -> HTMLResponse:
    """Files in by drag and drop, their reports, and what is in already."""
    documents = request.app.state.store.documents()
    latest = sorted(documents, key=lambda each: each.loaded_at, reverse=True)[:_MOST_LISTED]
    return page(
        request, "upload.html", documents=latest, total=len(documents), suffixes=SUFFIXES,
        most_mb=settings.max_upload_mb, may_write=request.state.rights is Rights.WRITE,
        writable=access_of(request).writable,
    )  # fmt: skip


@router.get("/static/upload.js")
def upload_asset() -> Response:
    """The script of the upload page."""
    data = (resources.files("api") / "static" / "upload.js").read_bytes()
    return Response(data, media_type="text/javascript")


def _enter(request: Request, secret: str, after: str) -> Response:
    try:
        session = access_of(request).sign_in(secret)
    except (Unauthorized, TooBusy) as error:
        return sign_in_page(request, 429 if isinstance(error, TooBusy) else 401, str(error), after)
    answer = RedirectResponse(
        _root(request).rstrip("/") + (after if _OWN_PATH.fullmatch(after) else "/"), 303
    )
    secure = request.url.scheme == "https"
    answer.set_cookie(
        COOKIE, session, SESSION_SECONDS, path=_root(request), secure=secure, httponly=True, samesite="strict"
    )
    return answer


def _home(request: Request) -> Response:
    return RedirectResponse(_root(request).rstrip("/") + "/", 303)


def _root(request: Request) -> str:
    return request.scope.get("root_path", "") or "/"
