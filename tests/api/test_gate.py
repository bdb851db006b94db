"""Who gets past the gate, on the whole application."""

from __future__ import annotations

import json
import re
import time
from contextlib import contextmanager
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from api.access import COOKIE, embed_key
from api.app import create_app
from zeren.settings import Settings

BEARER = {"Authorization": "Bearer lesen"}


@pytest.fixture(scope="module")
def applications(loaded):
    """Makes one application for each choice of settings: its first question costs a third of a second."""
    made = {}

    def of(**settings):
        chosen = tuple(sorted(settings.items()))
        if chosen not in made:
            made[chosen] = create_app(loaded, Settings(_env_file=None, **settings))
        return made[chosen]

    yield of
    for app in made.values():
        app.state.loading.close()


@pytest.fixture
def served(loaded, applications):
    """A client without a cookie; one with a one-time key has an application of its own."""

    @contextmanager
    def make(key=None, **settings):
        settings = {"hosts": "testserver", **settings}
        app = (
            create_app(loaded, Settings(_env_file=None, **settings), one_time_key=key)
            if key
            else applications(**settings)
        )
        client = TestClient(app, follow_redirects=False)
        yield client
        if key:
            app.state.loading.close()

    return make


@pytest.mark.parametrize(
    ("hosts", "host", "status"),
    [
        ("localhost", "localhost", 200),
        ("localhost", "localhost:8000", 200),
        ("localhost", "LOCALHOST.", 200),
        ("[::1]", "[::1]:8000", 200),
        ("*.zeren.example", "a.zeren.example", 200),
        ("*", "anything.example", 200),
        ("localhost", "evil.example", 400),
        ("localhost", "localhost.evil.example", 400),
        ("localhost", "localhost@evil.example", 400),
        ("localhost", "", 400),
        ("*.zeren.example", "zeren.example.evil", 400),
    ],
)
def test_only_known_names_are_answered(served, hosts, host, status):
    with served(hosts=hosts) as client:
        reply = client.get("/healthz", headers={"Host": host})
    assert reply.status_code == status
    if status == 400:
        assert reply.json()["code"] == "unknown_host"


def addresses(app):
    """Every address that may be asked for, with x for each part that varies."""
    for path, methods in app.openapi()["paths"].items():
        yield from (re.sub(r"{\w+}", "x", path) for method in methods if method == "get")
    yield from ("/", "/queries", "/queries/x", "/plans", "/plans/x", "/units", "/units/x", "/documents", "/upload",
                "/graph", "/docs", "/openapi.json", "/nothing", "/healthz/../api/plans", "//api/plans", "/static/x/y")  # fmt: skip


def test_nothing_is_read_without_the_read_token(served):
    with served(read_token="lesen") as client:
        known = {*addresses(client.app)} - {"/healthz", "/readyz"}
        assert len(known) > 40
        for path in known:
            assert client.get(path).status_code == 401, path
            assert client.get(path, headers={"Authorization": "Bearer falsch"}).status_code == 401, path
            assert client.get(path, headers={"Authorization": "Basic lesen"}).status_code == 401, path
        for path in ("/", "/metrics", "/api/plans"):
            assert client.get(path, headers=BEARER).status_code == 200
        assert client.post("/api/reconcile").status_code == 401


def test_health_and_styles_are_open(served):
    with served(read_token="lesen") as client:
        for path in ("/healthz", "/readyz", "/login", "/static/site.css", "/static/viz/view.css"):
            assert client.get(path).status_code == 200


@pytest.mark.parametrize(("method", "path"), [("POST", "/api/documents"), ("DELETE", "/api/documents/x")])
@pytest.mark.parametrize(
    "settings", [{}, {"token": "schreiben"}, {"token": "schreiben", "read_token": "lesen"}]
)
def test_nothing_is_written_without_the_token(served, method, path, settings):
    with served(**settings) as client:
        for headers in ({}, BEARER, {"Authorization": "Bearer "}, {"Cookie": f"{COOKIE}=x"}):
            reply = client.request(method, path, headers=headers)
            assert reply.status_code == 401
            assert reply.headers["www-authenticate"] == "Bearer"
        if settings:
            right = client.request(method, path, headers={"Authorization": "Bearer schreiben"})
            assert right.status_code in (404, 422)


def test_a_browser_signs_in_and_comes_back_to_the_page(served):
    with served(read_token="lesen") as client:
        page = client.get("/queries?a=b", headers={"Accept": "text/html"})
        assert (page.status_code, 'value="/queries?a=b"' in page.text) == (401, True)
        reply = client.post("/login", data={"token": "lesen", "after": "/queries?a=b"})
        assert (reply.status_code, reply.headers["location"]) == (303, "/queries?a=b")
        cookie = reply.headers["set-cookie"].lower()
        assert "httponly" in cookie
        assert "samesite=strict" in cookie
        assert client.get("/queries").status_code == 200
        assert client.post("/api/documents").status_code == 401
        client.post("/logout")
        assert client.get("/queries").status_code == 401


def test_a_wrong_token_gets_the_form_again(served):
    with served(read_token="lesen") as client:
        reply = client.post("/login", data={"token": "falsch"})
        assert (reply.status_code, "口令不对" in reply.text) == (401, True)
        assert "set-cookie" not in reply.headers
        assert client.post("/login", content=b"x" * 10_000).status_code == 413


@pytest.mark.parametrize("after", ["//evil.example", "https://evil.example", "/\\evil.example", "/a\nb", ""])
def test_signing_in_leads_to_this_server_only(served, after):
    with served(read_token="lesen") as client:
        assert client.post("/login", data={"token": "lesen", "after": after}).headers["location"] == "/"


def test_the_one_time_key_lets_one_browser_write(served):
    with served(key="einmal") as client:
        reply = client.get("/login?key=einmal")
        assert (reply.status_code, reply.headers["location"]) == (303, "/upload")
        assert client.post("/api/documents").status_code == 422
        assert client.get("/login?key=einmal").status_code == 303
        client.cookies.clear()
        assert client.get("/login?key=einmal").status_code == 401
        assert client.post("/api/documents").status_code == 401


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, 422),
        ({"Origin": "http://testserver"}, 422),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Origin": "http://testserver:3000"}, 403),
        ({"Origin": "null"}, 403),
    ],
)
def test_another_page_cannot_write_with_the_cookie(served, headers, status):
    with served(key="einmal") as client:
        client.get("/login?key=einmal")
        assert client.post("/api/documents", headers=headers).status_code == status


def test_an_embed_key_opens_its_picture_only(served, loaded):
    id = loaded.read("MATCH (p:Plan) WHERE p.part = '' RETURN p.id AS id ORDER BY id")[0]["id"]
    key = embed_key("lesen", "plan", id, int(time.time()) + 60)
    with served(read_token="lesen") as client:
        for path in (f"/embed/plan/{quote(id)}", f"/embed/plan/{quote(id)}/svg"):
            assert client.get(f"{path}?key={key}").status_code == 200
            assert client.get(path).status_code == 401
            assert client.get(f"{path}?key={key}x").status_code == 401
        for path in (f"/embed/cooperation/{quote(id)}", f"/api/plans/{quote(id)}", "/"):
            assert client.get(f"{path}?key={key}").status_code == 401


def test_a_picture_behind_a_key_offers_nothing_that_the_key_does_not_open(served, loaded):
    id = loaded.read("MATCH (p:Plan) WHERE p.part = '' RETURN p.id AS id ORDER BY id")[0]["id"]
    key = embed_key("lesen", "plan", id, int(time.time()) + 60)
    with served(read_token="lesen") as client:
        page = client.get(f"/embed/plan/{quote(id)}?key={key}").text
    links = json.loads(re.search(r'"links":({.*?})', page)[1])
    assert (links["graph"], links["site"]) == ("", "")
    assert f"key={key}" in links["svg"]
    assert f"key={key}" in links["page"]


def test_only_named_origins_may_read_from_their_scripts(served):
    ask = {"Origin": "https://portal.example", "Access-Control-Request-Method": "GET",
           "Access-Control-Request-Headers": "authorization"}  # fmt: skip
    with served(cors_origins="https://portal.example", read_token="lesen", token="schreiben") as client:
        allowed = client.options("/api/plans", headers=ask)
        assert allowed.headers["access-control-allow-origin"] == "https://portal.example"
        assert (
            client.options("/api/plans", headers=ask | {"Origin": "https://evil.example"}).status_code == 400
        )
        asked = ask | {"Access-Control-Request-Method": "POST"}
        assert client.options("/api/documents", headers=asked).status_code == 400
        reply = client.get("/api/plans", headers=BEARER | {"Origin": "https://evil.example"})
        assert "access-control-allow-origin" not in reply.headers
        assert "access-control-allow-credentials" not in allowed.headers
    with served() as client:
        assert "access-control-allow-origin" not in client.get("/api/plans", headers=ask).headers


def test_links_hold_behind_a_proxy_with_a_path_of_its_own(served):
    with served(root_path="/zeren/", read_token="lesen") as client:
        for path in ("/", "/zeren/"):
            page = client.get(path, headers=BEARER)
            assert page.status_code == 200
            assert 'href="/zeren/static/site.css"' in page.text
            assert 'href="/static' not in page.text
        assert client.get("/zeren/api/plans").status_code == 401
        assert client.get("/zeren/healthz").status_code == 200
        reply = client.post("/login", data={"token": "lesen", "after": "/queries"})
        assert reply.headers["location"] == "/zeren/queries"
        assert "path=/zeren" in reply.headers["set-cookie"].lower()
