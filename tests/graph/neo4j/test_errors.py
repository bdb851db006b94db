"""What goes wrong with a server, and what the user is told: one Chinese sentence."""

from __future__ import annotations

import re
import socket
import threading
from contextlib import contextmanager

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from graph.dump import dump
from graph.neo4j import check_agent
from graph.open import open_store
from tests.neo4j.server import PASSWORD
from tests.support.plans import plan
from zeren.errors import StoreError, StoreUnavailable
from zeren.settings import Settings

pytestmark = [pytest.mark.neo4j, pytest.mark.xdist_group("neo4j")]

CITY = plan()
OTHER = plan("沙政发〔2031〕2号", "沙溪州方案", "沙溪州")


@contextmanager
def told(kind, words):
    """One line of Chinese that holds these words and no password."""
    with pytest.raises(kind) as caught:
        yield
    message = str(caught.value)
    assert re.search(words, message), message
    assert "\n" not in message
    assert PASSWORD not in message


def test_a_wrong_password(server):
    with told(StoreUnavailable, "ZEREN_NEO4J_PASSWORD"):
        open_store(server.url, neo4j_password="wrong-password")
    with told(StoreUnavailable, "ZEREN_NEO4J_PASSWORD"):
        open_store(server.url)


def test_a_port_where_nobody_listens():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        for scheme in ("bolt", "neo4j"):
            with told(StoreUnavailable, "ZEREN_STORE"):
                open_store(f"{scheme}://127.0.0.1:{port}", neo4j_password=PASSWORD)


def test_a_host_that_does_not_exist():
    with told(StoreUnavailable, "ZEREN_STORE"):
        open_store("bolt://no-such-host.invalid:7687", neo4j_password=PASSWORD)


def test_a_server_that_speaks_something_else():
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def answer():
            connection, _ = listening.accept()
            with connection:
                connection.recv(1024)
                connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

        thread = threading.Thread(target=answer)
        thread.start()
        with told(StoreError, "连不上 Neo4j"):
            open_store(f"bolt://127.0.0.1:{listening.getsockname()[1]}", neo4j_password=PASSWORD)
        thread.join()


def test_an_encrypted_connection_to_a_server_without_one(server):
    with told(StoreUnavailable, "连不上 Neo4j"):
        open_store(server.url.replace("bolt", "bolt+ssc"), neo4j_password=PASSWORD)


@pytest.mark.parametrize(
    "agent", ["Neo4j/4.4.30", "Neo4j/3.5.0", "Neo4j/v5.11.0 compatible graph database server", "other"]
)
def test_a_version_that_is_not_supported(agent):
    with told(StoreError, "Neo4j 5"):
        check_agent(agent)


@pytest.mark.parametrize("agent", ["Neo4j/5.26.30", "Neo4j/5.27-aura", "Neo4j/2025.04.0"])
def test_a_version_that_is_supported(agent):
    check_agent(agent)


@pytest.mark.parametrize(
    "url", ["bolt://", "neo4j://user:secret@host", "neo4j+ssx://host", "neo4j://host/db"]
)
def test_an_address_that_cannot_be_one(url):
    with told(StoreError, "neo4j://"):
        open_store(url)


def test_a_database_that_does_not_exist(server):
    with told(StoreUnavailable, "ZEREN_NEO4J_DATABASE"):
        open_store(server.url, neo4j_password=PASSWORD, neo4j_database="missing")


def test_the_routing_scheme_and_a_named_database(server):
    opened = open_store(server.url.replace("bolt", "neo4j"), neo4j_password=PASSWORD, neo4j_database="neo4j")
    assert opened.load([CITY])[0].status == "loaded"
    assert opened.read("MATCH (t:Task) RETURN count(*) AS n") == [{"n": 3}]
    opened.close()


def test_a_database_that_is_not_ours_is_left_alone(server):
    server.query("CREATE (:Film {title: 'x'})-[:SHOWN_IN]->(:Cinema)")
    with told(StoreError, "别的内容"):
        open_store(server.url, neo4j_password=PASSWORD)
    assert server.query("MATCH (n) RETURN count(*) AS n") == [{"n": 2}]


def test_reading_where_nothing_was_loaded(server):
    with told(StoreUnavailable, "zeren load"):
        open_store(server.url, neo4j_password=PASSWORD, read_only=True)


def test_a_graph_of_another_release_asks_for_a_rebuild(server, store):
    store.load([CITY])
    server.query("MATCH (m:Meta) SET m.schema = 0")
    fresh = open_store(server.url, neo4j_password=PASSWORD)
    with told(StoreUnavailable, "zeren rebuild"):
        fresh.read("MATCH (n:Task) RETURN n.id AS id")
    with told(StoreUnavailable, "zeren rebuild"):
        fresh.load([OTHER])
    fresh.rebuild()
    assert fresh.read("MATCH (t:Task) RETURN count(*) AS n") == [{"n": 3}]
    fresh.close()


def test_a_graph_that_somebody_wiped(server, store):
    server.clear()
    with told(StoreUnavailable, "不见了"):
        store.load([CITY])
    with told(StoreUnavailable, "不见了"):
        store.generation()


def test_constraints_and_indexes_are_made_on_first_contact(server, store):
    names = {row["name"]: row["type"] for row in server.query("SHOW INDEXES YIELD name, type")}
    assert names["words"] == "FULLTEXT"
    assert names["unit_name"] == "RANGE"
    assert {"task_id", "unit_id", "plan_id", "indicator_id"} <= names.keys()
    store.load([CITY])
    hits = server.query("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh() "
                        "CALL db.index.fulltext.queryNodes('words', '绿化') YIELD node RETURN node.title AS title")  # fmt: skip
    assert {"title": "绿化"} in hits


def test_a_server_that_goes_away_and_comes_back_is_survived(server, store):
    store.load([CITY])
    before = list(dump(store))
    server.stop(kill=True)
    with told(StoreUnavailable, "连不上 Neo4j"):
        store.read("MATCH (t:Task) RETURN count(*) AS n")
    with told(StoreUnavailable, "连不上 Neo4j"):
        store.generation()
    server.start()
    assert list(dump(store)) == before
    assert store.load([OTHER])[0].status == "loaded"


def test_a_load_during_which_the_server_comes_back_is_retried(server, store):
    server.stop(kill=True)
    again = threading.Thread(target=server.start)
    again.start()
    assert store.load([CITY])[0].status == "loaded"
    again.join()
    assert store.read("MATCH (t:Task) RETURN count(*) AS n") == [{"n": 3}]


def test_a_document_that_cannot_be_written_fails_alone(server, store):
    store.load([CITY])
    long = plan("沙政发〔2031〕3号", "沙溪州长名方案", "沙溪州",
                tasks=[{"part": "", "path": ["一"], "title": "x", "lead": ["长" * 9_000 + "局"]}])  # fmt: skip
    before, generation = list(dump(store)), store.generation()
    failed = store.load([long])[0]
    assert (failed.status, failed.file_name) == ("failed", long.doc)
    assert "写入图谱失败" in failed.error
    assert (list(dump(store)), store.generation()) == (before, generation)
    assert sorted(report.status for report in store.load([OTHER, long])) == ["failed", "loaded"]
    assert [record.file_name for record in store.documents()] == sorted([CITY.doc, OTHER.doc])


def test_the_api_says_503_and_comes_back(server, store):
    store.load([CITY])
    settings = Settings(_env_file=None, hosts="testserver")
    with TestClient(create_app(store, settings), raise_server_exceptions=False) as client:
        assert client.get("/api/plans").json()["total"] == 1
        server.stop(kill=True)
        away = client.get("/api/plans")
        assert (away.status_code, away.headers["content-type"]) == (503, "application/problem+json")
        assert int(away.headers["Retry-After"]) > 0
        server.start()
        assert client.get("/api/plans").json()["total"] == 1
