"""What the server tells of itself: a line a request in the access log, and figures for Prometheus."""

from __future__ import annotations

import logging
import re
import time

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_LOG = logging.getLogger("zeren.access")
_SECRET = re.compile(rb"(?<![^&])((?:key|token)=)[^&]*")
_METHODS = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE")
_BUCKETS = (0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)


class Figures:
    """The figures of one application."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.requests = Counter(
            "zeren_requests", "Answered requests", ("method", "route", "status"), registry=self.registry
        )
        self.seconds = Histogram(
            "zeren_request_seconds", "Time to the end of the answer", ("route",), buckets=_BUCKETS,
            registry=self.registry,
        )  # fmt: skip
        self.loads = Counter(
            "zeren_loads", "Documents sent to be loaded", ("status",), registry=self.registry
        )

    def text(self) -> bytes:
        """All figures in Prometheus' text format."""
        return generate_latest(self.registry)


class Observed:
    """Counts, times and logs each request; keys and tokens in an address are cut from the log."""

    def __init__(self, app: ASGIApp, figures: Figures) -> None:
        self.app = app
        self.figures = figures

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        status, began = 500, time.perf_counter()

        async def watched(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, watched)
        finally:
            self._note(scope, status, time.perf_counter() - began)

    def _note(self, scope: Scope, status: int, seconds: float) -> None:
        # a route's template, not an address: addresses are without number
        route = getattr(scope.get("route"), "path", "other")
        method = scope["method"] if scope["method"] in _METHODS else "other"
        self.figures.requests.labels(method, route, str(status)).inc()
        self.figures.seconds.labels(route).observe(seconds)
        client = (scope.get("client") or ("-",))[0]
        _LOG.info("%s %s %s %s %.0fms", client, method, address(scope), status, seconds * 1000)


def address(scope: Scope) -> str:
    """Path and query as they were sent, percent-encoded, without keys and tokens."""
    path: bytes = scope.get("raw_path") or scope["path"].encode("utf-8", "replace")
    query = _SECRET.sub(rb"\1***", scope["query_string"])
    return (path + (b"?" + query if query else b"")).decode("ascii", "backslashreplace")
