"""What all pages share: templates, the words in them, errors told as a page."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping
from typing import Any
from urllib.parse import quote, urlencode

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from fastapi.routing import APIRoute
from fastapi.templating import Jinja2Templates
from jinja2 import Environment, PackageLoader, select_autoescape
from starlette._utils import get_route_path
from starlette.exceptions import HTTPException

from api.columns import readable
from api.labels import aim, comparison, heading, kind, role, severity, shown
from api.problems import detail_of, http_problem
from zeren import __version__
from zeren.errors import BadParameter, Moved, NotFound, ZerenError
from zeren.problems import problem_of

NAVIGATION = (
    ("home", "首页"), ("plan_list", "方案"), ("unit_list", "单位"), ("indicator_list", "指标"),
    ("compare_page", "比较"),
    ("graph_page", "图"), ("query_list", "查询"), ("document_list", "文件"), ("upload_page", "上传"),
    ("docs", "接口"),
)  # fmt: skip
"""The main menu: name of a route and what it is called."""

_ENVIRONMENT = Environment(
    loader=PackageLoader("api"),
    autoescape=select_autoescape(default=True),
    trim_blocks=True,
    lstrip_blocks=True,
)
templates = Jinja2Templates(env=_ENVIRONMENT)
_TITLES = {404: "没有找到", 422: "参数不对", 429: "请稍等", 503: "图谱库暂时不能用", 504: "查询超时"}


def address(request: Request, name: str, query: Mapping[str, Any] | None = None, /, **path: str) -> str:
    """The path of a page or endpoint, under the prefix of a proxy, with a query of what isn't empty."""
    found = request.url_for(name, **{key: quote(value, safe=":") for key, value in path.items()}).path
    asked = [(key, value) for key, value in (query or {}).items() if value not in ("", None, [], ())]
    return f"{found}?{urlencode(asked, doseq=True)}" if asked else found


def page(request: Request, name: str, status: int = 200, **context: Any) -> HTMLResponse:
    """A template as the answer; `to(name, query, **path)` in it is the address of something."""

    def to(name: str, query: Mapping[str, Any] | None = None, /, **path: str) -> str:
        return address(request, name, query, **path)

    shared = {"version": __version__, "navigation": NAVIGATION, "to": to}
    return templates.TemplateResponse(request, name, {**shared, **context}, status)


def _percent(share: float | None) -> str:
    return "" if share is None else f"{share * 100:.1f}%"


_ENVIRONMENT.globals |= {"heading": heading, "shown": shown, "readable": readable, "aim": aim}
_ENVIRONMENT.filters |= {
    "role": role, "comparison": comparison, "severity": severity, "kind": kind, "percent": _percent,
}  # fmt: skip


class PageRoute(APIRoute):
    """A route whose errors are pages: what happened and what to do, in Chinese."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """FastAPI's handler, with our errors caught."""
        original = super().get_route_handler()

        async def handle(request: Request) -> Response:
            try:
                return await original(request)
            except RequestValidationError:
                return _told(request, 422, "网址里的参数不对,请回到上一页重新选择")
            except ZerenError as error:
                return _answer(request, error)

        return handle


def _answer(request: Request, error: ZerenError) -> Response:
    if isinstance(error, Moved):
        kept = {**request.path_params, "id": error.target}
        path = address(request, request.scope["route"].name, dict(request.query_params), **kept)
        return RedirectResponse(path, 308)
    detail = detail_of(error)
    if isinstance(error, NotFound):
        detail += "。可能已被替换或删去,请从列表或搜索重新进入"
    return _told(request, problem_of(error).status, detail, error)


def _told(request: Request, status: int, detail: str, error: Exception | None = None) -> Response:
    candidates = error.candidates if isinstance(error, BadParameter) else ()
    title = _TITLES.get(status, "没有完成")
    found = page(request, "message.html", status, title=title, message=detail, candidates=candidates)
    if status in (429, 503):
        found.headers["Retry-After"] = "2"
    return found


def install(app: FastAPI) -> None:
    """Let a browser see a page at an address where nothing is; a program still gets a problem."""
    app.add_exception_handler(HTTPException, _nothing_there)


def _nothing_there(request: Request, error: Exception) -> Response:
    for_people = "text/html" in request.headers.get("accept", "") and not get_route_path(
        request.scope
    ).startswith("/api/")
    if for_people and isinstance(error, HTTPException) and error.status_code == 404:
        return _told(request, 404, "没有这个地址,请从下面的列表重新进入")
    return http_problem(request, error)
