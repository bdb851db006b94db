"""Headers of every answer, and answers kept per generation."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable

from anyio import to_thread
from starlette._utils import get_route_path
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
_KEEP_BYTES = 64 << 20


class SecurityHeaders:
    """Adds the headers that every answer carries, unless an endpoint set its own."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.setdefault("Content-Security-Policy", PAGE_POLICY)
                headers.setdefault("X-Content-Type-Options", "nosniff")
                headers.setdefault("Referrer-Policy", "no-referrer")
            await send(message)

        await self.app(scope, receive, with_headers)


class Prefixed:
    """The path that a reverse proxy serves this under, whether the proxy cuts it off or not."""

    def __init__(self, app: ASGIApp, prefix: str) -> None:
        self.app = app
        self.prefix = prefix

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, with its path as ASGI has it: whole, and the prefix beside it."""
        if scope["type"] == "http":
            path: str = scope["path"]
            whole = path == self.prefix or path.startswith(self.prefix + "/")
            scope = {**scope, "root_path": self.prefix, "path": path if whole else self.prefix + path}
        await self.app(scope, receive, send)


class KeptAnswers:
    """Answers to GET under /api, kept until the store's generation changes; ETag and 304.

    An answer counts as one of a generation that was there before it was made and still is afterwards;
    one that was made around a change goes out without an ETag and is not kept.
    """

    def __init__(self, app: ASGIApp, generation: Callable[[], str]) -> None:
        self.app = app
        self.generation = generation
        self._kept: OrderedDict[tuple[str, bytes], tuple[list[tuple[bytes, bytes]], bytes]] = OrderedDict()
        self._of = ""
        self._bytes = 0
        self._lock = threading.Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer from what is kept, else pass on and keep a good answer."""
        asked = scope["type"] == "http" and scope["method"] == "GET"
        if not asked or not get_route_path(scope).startswith("/api/"):
            await self.app(scope, receive, send)
            return
        generation = await self._now()
        if generation is None:  # the endpoint itself tells it as a problem
            await self.app(scope, receive, send)
            return
        key = (get_route_path(scope), scope["query_string"])
        known = self._get(generation, key)
        if known is None:
            await self._pass_on(scope, receive, send, generation, key)
        else:
            await self._answer(scope, send, generation, *known)

    async def _now(self) -> str | None:
        """The store's generation; None for a store that is away."""
        try:
            # that may take seconds to be found out: not in the event loop
            return await to_thread.run_sync(self.generation)
        except Exception:
            return None

    def _get(self, generation: str, key: tuple[str, bytes]) -> tuple[list[tuple[bytes, bytes]], bytes] | None:
        with self._lock:
            if generation != self._of:
                self._kept.clear()
                self._of, self._bytes = generation, 0
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    async def _answer(
        self, scope: Scope, send: Send, generation: str, headers: list[tuple[bytes, bytes]], body: bytes
    ) -> None:
        tag = _tag(generation)
        fresh = Headers(scope=scope).get("if-none-match", "").encode() == tag
        sent = [(b"etag", tag)] if fresh else headers
        await send({"type": "http.response.start", "status": 304 if fresh else 200, "headers": list(sent)})
        await send({"type": "http.response.body", "body": b"" if fresh else body})

    async def _pass_on(
        self, scope: Scope, receive: Receive, send: Send, generation: str, key: tuple[str, bytes]
    ) -> None:
        start: Message = {}
        streamed = False

        async def gather(message: Message) -> None:
            nonlocal streamed
            if message["type"] == "http.response.start":
                start.update(message)
                return
            # what comes in several pieces is a file: it goes on as it comes and isn't kept
            first, streamed = not streamed, streamed or bool(message.get("more_body"))
            if streamed or start["status"] != 200:
                if first:
                    await send(start)
                await send(message)
                return
            body = message.get("body", b"")
            if await self._now() != generation:
                await send(start)
                await send(message)
                return
            headers = [*start["headers"], (b"etag", _tag(generation)), (b"cache-control", b"no-cache")]
            self._keep(generation, key, headers, body)
            await self._answer(scope, send, generation, headers, body)

        await self.app(scope, receive, gather)

    def _keep(
        self, generation: str, key: tuple[str, bytes], headers: list[tuple[bytes, bytes]], body: bytes
    ) -> None:
        with self._lock:
            if generation != self._of or len(body) > _KEEP_BYTES // 8:
                return
            self._kept[key] = (headers, body)
            self._bytes += len(body)
            while self._bytes > _KEEP_BYTES:
                _, (_, dropped) = self._kept.popitem(last=False)
                self._bytes -= len(dropped)


def _tag(generation: str) -> bytes:
    return f'"{generation}"'.encode()
