"""Errors as application/problem+json (RFC 9457)."""

from __future__ import annotations

import logging
from typing import Any, cast
from urllib.parse import quote

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, RedirectResponse, Response
from starlette._utils import get_route_path
from starlette.exceptions import HTTPException

from zeren import errors
from zeren.problems import PROBLEMS, problem_of

MEDIA_TYPE = "application/problem+json"
_LOG = logging.getLogger("zeren.problems")


_HTTP = {
    404: ("not_found", "没有这个地址,接口一览见 /docs"),
    405: ("method_not_allowed", "这个地址不支持该方法"),
}


def problem_response(status: int, code: str, detail: str, **more: Any) -> Response:
    """The answer that tells a problem."""
    body = {"type": "about:blank", "title": code.replace("_", " "), "status": status, "code": code}
    headers = {"Retry-After": "2"} if status in (429, 503) else None
    return JSONResponse({**body, "detail": detail, **more}, status, headers, MEDIA_TYPE)


def responses(*kinds: type[errors.ZerenError]) -> dict[int | str, dict[str, Any]]:
    """What an endpoint may answer besides, for OpenAPI."""
    schema = {"$ref": "#/components/schemas/Problem"}
    told: dict[int | str, dict[str, Any]] = {}
    for kind in (*kinds, errors.StoreUnavailable, errors.TooBusy, errors.QueryTimeout):
        problem = PROBLEMS[kind]
        told[problem.status] = {"description": problem.code, "content": {MEDIA_TYPE: {"schema": schema}}}
    return told


def install(app: FastAPI) -> None:
    """Let every error of this application be told as a problem."""
    app.add_exception_handler(errors.ZerenError, _ours)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, http_problem)


def _ours(request: Request, error: Exception) -> Response:
    problem = problem_of(error)
    if isinstance(error, errors.Moved):
        old = request.path_params.get("id", "")
        path = quote(get_route_path(request.scope), safe="/:")
        path = path.replace(quote(str(old), safe=":"), quote(error.target, safe=":"))
        # a proxy that cuts the prefix off does not put it back into redirects
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(request.scope.get("root_path", "") + path + query, 308)
    more: dict[str, Any] = {}
    if isinstance(error, errors.BadParameter) and error.candidates:
        more["candidates"] = [{"id": id, "name": name} for id, name in error.candidates]
    return problem_response(problem.status, problem.code, detail_of(error), **more)


def detail_of(error: Exception) -> str:
    """What a client is told: nothing of the engine nor of where things lie here, which the log has."""
    if isinstance(error, errors.StoreError):
        if error.place:
            _LOG.warning("%s", error)
        return error.message
    return "查询没有完成,请稍后再试" if type(error) is errors.QueryError else str(error)


def _invalid(_: Request, error: Exception) -> Response:
    first = cast(RequestValidationError, error).errors()[0]
    place = ".".join(str(step) for step in first["loc"][1:]) or "请求内容"
    return problem_response(422, "bad_parameter", f"参数 {place} 不对,请对照 /docs 检查类型和范围")


def http_problem(_: Request, error: Exception) -> Response:
    """An error of the framework itself, such as an address where nothing is."""
    status = cast(HTTPException, error).status_code
    code, detail = _HTTP.get(status, ("http_error", "请求没有完成"))
    return problem_response(status, code, detail)
