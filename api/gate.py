"""The gate before every endpoint: the host's name, who may read, who may write."""

from __future__ import annotations

import re
from collections.abc import Collection
from urllib.parse import parse_qs, urlsplit

from starlette._utils import get_route_path
from starlette.datastructures import Headers
from starlette.requests import cookie_parser
from starlette.types import ASGIApp, Receive, Scope, Send

from api.access import COOKIE, Access, Rights

_OPEN = re.compile(r"/healthz|/readyz|/login|/static/[^/]+|/static/viz/[^/]+")
"""Addresses that anybody may ask for: nothing of the graph stands there."""
_READING_METHODS = ("GET", "HEAD", "OPTIONS")
_READING_POSTS = ("/api/reconcile", "/login", "/logout")
"""OpenRefine sends its questions by POST; signing in and out changes no graph."""
_EMBED = re.compile(r"/embed/([a-z]+)/([^/]+)(?:/svg)?")
_HOST = re.compile(r"(\[[0-9a-f:.]+\]|[^:\[\]]+)(?::\d+)?")


class HostGuard:
    """Answers only to the names that this server is known by, so that no foreign page can rebind DNS."""

    def __init__(self, app: ASGIApp, hosts: Collection[str], refuse: ASGIApp) -> None:
        self.app = app
        self.refuse = refuse
        self._any = "*" in hosts
        self._names = {host.lower() for host in hosts}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it."""
        known = scope["type"] != "http" or self._any or self._known(Headers(scope=scope).getlist("host"))
        await (self.app if known else self.refuse)(scope, receive, send)

    def _known(self, given: list[str]) -> bool:
        found = _HOST.fullmatch(given[0].strip().lower()) if len(given) == 1 else None
        if not found:
            return False
        name = found[1].removesuffix(".")
        return name in self._names or any(
            each.startswith("*.") and name.endswith(each[1:]) for each in self._names
        )


class Gate:
    """Lets nobody read or write who may not; `request.state.rights` says what the client may do."""

    def __init__(self, app: ASGIApp, access: Access, refuse: ASGIApp, foreign: ASGIApp) -> None:
        self.app = app
        self.access = access
        self.refuse = refuse
        self.foreign = foreign

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers, path = Headers(scope=scope), get_route_path(scope)
        rights = self._rights(headers)
        scope.setdefault("state", {})["rights"] = rights
        if scope["method"] in _READING_METHODS:
            allowed = rights >= Rights.READ or bool(_OPEN.fullmatch(path)) or self._keyed(scope, path)
        elif path in _READING_POSTS:
            allowed = rights >= Rights.READ or path != "/api/reconcile"
        elif rights is Rights.WRITE and not _own_page(headers):
            await self.foreign(scope, receive, send)
            return
        else:
            allowed = rights is Rights.WRITE
        await (self.app if allowed else self.refuse)(scope, receive, send)

    def _rights(self, headers: Headers) -> Rights:
        scheme, _, given = headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer":
            return self.access.of_bearer(given.strip())
        return self.access.of_session(cookie_parser(headers.get("cookie", "")).get(COOKIE, ""))

    def _keyed(self, scope: Scope, path: str) -> bool:
        """An embedded picture may be asked for with a signed key."""
        picture = _EMBED.fullmatch(path)
        keys = parse_qs(scope["query_string"].decode("latin-1")).get("key", [])
        return bool(picture and keys) and self.access.fits_embed(picture[1], picture[2], keys[0])  # type: ignore[index]


def _own_page(headers: Headers) -> bool:
    """Is a write asked for by a page of this server, or by no page at all?

    SameSite=Strict keeps cookies from other sites, but other ports of one host are the same site.
    """
    if "authorization" in headers:
        return True
    fetched = headers.get("sec-fetch-site")
    if fetched is not None:
        return fetched in ("same-origin", "none")
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == headers.get("host")
