"""Errors: one table of classes, and what a client is told."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from fastapi import APIRouter, FastAPI
from fastapi.routing import APIRoute
from starlette.testclient import TestClient

from api.app import create_app
from api.pages import PageRoute
from api.problems import install
from zeren import errors
from zeren.problems import problem_of
from zeren.settings import Settings


def tree(root):
    yield root
    for child in root.__subclasses__():
        yield from tree(child)


EXPECTED = {
    errors.ZerenError: (500, 1), errors.LoadError: (422, 1), errors.TooLarge: (413, 1), errors.WrongType: (415, 1),
    errors.QueryError: (500, 1), errors.BadParameter: (422, 2), errors.QueryTimeout: (504, 1),
    errors.TooBusy: (429, 1), errors.NotFound: (404, 1), errors.Moved: (308, 1), errors.Unauthorized: (401, 1),
    errors.StoreError: (503, 1), errors.StoreUnavailable: (503, 1), errors.LoadRunning: (409, 1),
    errors.SettingsError: (500, 1),
}  # fmt: skip


@pytest.mark.parametrize("kind", list(tree(errors.ZerenError)), ids=lambda k: k.__name__)
def test_each_class_has_its_status_and_exit_code(kind):
    error = kind("没有", "x") if kind is errors.Moved else kind("没有")
    app = FastAPI()
    install(app)

    @app.get("/x")
    def fail():
        raise error

    with TestClient(app, raise_server_exceptions=False) as client:
        reply = client.get("/x", follow_redirects=False)
    assert (reply.status_code, problem_of(error).exit) == EXPECTED[kind]
    if kind is not errors.Moved:
        assert reply.headers["content-type"] == "application/problem+json"
        assert reply.json()["code"] == problem_of(error).code


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/api/tasks/nothing", 404, "not_found"),
        ("/api/units/nothing", 404, "not_found"),
        ("/api/plans/nothing", 404, "not_found"),
        ("/api/indicators/nothing", 404, "not_found"),
        ("/api/nothing", 404, "not_found"),
        ("/api/tasks?limit=0", 422, "bad_parameter"),
        ("/api/tasks?limit=100000", 422, "bad_parameter"),
        ("/api/tasks?offset=-1", 422, "bad_parameter"),
        ("/api/tasks?year=x", 422, "bad_parameter"),
        ("/api/tasks?year=-1577365525365842247680&year=711237", 422, "bad_parameter"),
        ("/api/plans?year=9223372036854775808", 422, "bad_parameter"),
        ("/api/indicators?year=0", 422, "bad_parameter"),
        ("/api/units/x/tasks?role=boss", 422, "bad_parameter"),
        ("/api/graph", 422, "bad_parameter"),
        ("/api/graph?plan=nothing", 404, "not_found"),
        ("/api/queries/nothing", 404, "not_found"),
        ("/api/queries/tasks_of_unit", 422, "bad_parameter"),
        ("/api/queries/tasks_of_unit?unit=市园林局&boss=1", 422, "bad_parameter"),
        ("/api/queries/tasks_of_unit?unit=没有的局", 404, "not_found"),
        ("/api/search", 422, "bad_parameter"),
    ],
)
def test_what_a_client_sends_wrong_is_told(client, path, status, code):
    reply = client.get(path)
    assert (reply.status_code, reply.json()["code"]) == (status, code)
    assert reply.headers["content-type"] == "application/problem+json"
    assert any("一" <= char <= "鿿" for char in reply.json()["detail"])


@pytest.mark.parametrize(
    "text", ["'", '"', "x' OR 1=1 //", "}) RETURN 1 //", "\\", "%00", "🦆", "𠀀", "a" * 90, "$unit"]
)
@pytest.mark.parametrize("path", ["/api/search", "/api/tasks", "/api/units", "/api/plans", "/api/indicators"])
def test_no_words_break_a_list(client, path, text):
    assert client.get(path, params={"q": text}).status_code == 200


def test_a_read_token_is_asked_for(loaded):
    settings = Settings(_env_file=None, hosts="testserver", read_token="geheim")
    with TestClient(create_app(loaded, settings)) as client:
        assert client.get("/api/plans").status_code == 401
        assert client.get("/healthz").status_code == 200
        assert client.get("/api/plans", headers={"Authorization": "Bearer falsch"}).status_code == 401
        assert client.get("/api/plans", headers={"Authorization": "Bearer geheim"}).status_code == 200


def test_too_many_at_once_are_told(loaded):
    app = create_app(loaded, Settings(_env_file=None, hosts="testserver", query_slots=1))
    app.state.slots.acquire()
    with TestClient(app) as client:
        reply = client.get("/api/plans")
    assert (reply.status_code, reply.headers["retry-after"]) == (429, "2")


@pytest.mark.parametrize("route_class", [APIRoute, PageRoute])
def test_a_merged_id_leads_on_with_its_filter(route_class):
    router = APIRouter(route_class=route_class)

    @router.get("/units/{id}/tasks")
    def tasks(id: str):
        raise errors.Moved("已并入", "x-青岚市:市工信局")

    app = FastAPI()
    install(app)
    app.include_router(router)
    with TestClient(app, follow_redirects=False) as client:
        answer = client.get("/units/x-青岚市:市经信委/tasks?role=lead")
    assert answer.status_code == 308
    assert answer.headers["location"] == f"/units/{quote('x-青岚市:市工信局', safe=':')}/tasks?role=lead"
