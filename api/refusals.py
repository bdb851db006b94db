"""What the gate answers where it lets nobody in."""

from __future__ import annotations

from starlette._utils import get_route_path
from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from api import problems
from api.routers.access import access_of, sign_in_page, wanted

_READING = "需要口令:Authorization: Bearer …,或在网页上登录(/login)"
_WRITING = "写入需要口令:Authorization: Bearer …(ZEREN_TOKEN),或在网页上登录(/login)"
_CLOSED = "这台服务器没有设置 ZEREN_TOKEN,不能通过网页和接口写入;请在命令行用 zeren load"


async def without_token(scope: Scope, receive: Receive, send: Send) -> None:
    """401: a browser that asks for a page gets the form, everybody else a problem."""
    request = Request(scope, receive)
    page = "text/html" in request.headers.get("accept", "") and not get_route_path(scope).startswith("/api")
    if request.method == "GET" and page:
        await sign_in_page(request, 401, after=wanted(request))(scope, receive, send)
        return
    detail = _READING
    if request.method not in ("GET", "HEAD"):
        detail = _WRITING if access_of(request).writable else _CLOSED
    answer = problems.problem_response(401, "unauthorized", detail)
    answer.headers["WWW-Authenticate"] = "Bearer"
    await answer(scope, receive, send)


async def foreign_page(scope: Scope, receive: Receive, send: Send) -> None:
    """403: another site's page asks for a write with the cookie of this one."""
    detail = "这个请求来自别的网页,没有执行;请在本站的页面上操作"
    await problems.problem_response(403, "foreign_origin", detail)(scope, receive, send)


async def unknown_host(scope: Scope, receive: Receive, send: Send) -> None:
    """400: a name that this server is not known by."""
    detail = "服务器不认识这个域名,请把它加进 ZEREN_HOSTS(逗号分隔)再启动"
    await problems.problem_response(400, "unknown_host", detail)(scope, receive, send)
