"""What questions are answered by is read before anybody asks."""

from __future__ import annotations

import threading

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.warming import Warming
from graph.asking import known
from graph.asking.known import known_of
from graph.open import open_store
from tests.support.plans import plan
from zeren.errors import StoreUnavailable
from zeren.settings import Settings

SETTINGS = Settings(_env_file=None, hosts="testserver", token="secret")


class Slow:
    """A store that reads whole tables when it may, and tells that it has begun."""

    def __init__(self, store):
        self._store = store
        self.begun, self.may = threading.Event(), threading.Event()

    def __getattr__(self, name):
        return getattr(self._store, name)

    def table(self, *given, **more):
        self.begun.set()
        assert self.may.wait(60)
        return self._store.table(*given, **more)


@pytest.fixture
def store(tmp_path):
    opened = open_store(f"ladybug://{tmp_path}/store")
    opened.load([plan()])
    yield opened
    opened.close()


@pytest.fixture
def hasty(monkeypatch):
    """Nobody waits for more than a moment."""
    monkeypatch.setattr(known, "PATIENCE", 0.01)


@pytest.mark.usefixtures("hasty")
def test_a_question_does_not_wait_for_ever_while_names_are_read(store):
    slow = Slow(store)
    warming = Warming(slow)
    warming.start()
    try:
        assert slow.begun.wait(60)
        with pytest.raises(StoreUnavailable, match="请过几秒再问"):
            known_of(slow)
    finally:
        slow.may.set()
        warming.close()
    assert known_of(slow).things.bodies


@pytest.mark.usefixtures("hasty")
def test_the_server_says_when_to_ask_again(store):
    slow = Slow(store)
    with TestClient(create_app(slow, SETTINGS), raise_server_exceptions=False) as client:
        assert slow.begun.wait(60)
        reply = client.get("/api/ask", params={"q": "市园林局牵头哪些任务"})
        slow.may.set()
    assert (reply.status_code, reply.headers["Retry-After"]) == (503, "2")
    assert "请过几秒再问" in reply.json()["detail"]


def test_it_is_read_again_after_a_load(store):
    slow = Slow(store)
    slow.may.set()
    text = "# 云溪市公园工作方案\n\n一、新建公园\n\n新建公园三处。(市园林局牵头)\n"
    with TestClient(create_app(slow, SETTINGS)) as client:
        assert slow.begun.wait(60)
        slow.begun.clear()
        reply = client.post(
            "/api/documents",
            files={"file": ("a.md", text.encode())},
            headers={"Authorization": "Bearer secret"},
        )
        assert reply.status_code == 201, reply.text
        assert slow.begun.wait(60)


def test_a_store_that_is_away_ends_nothing(store, caplog):
    class Away(Slow):
        def read(self, *given, **more):
            raise StoreUnavailable("没有连上数据库")

    warming = Warming(Away(store))
    warming.start()
    warming.again()
    warming.close()
    assert "没有连上数据库" in caplog.text
