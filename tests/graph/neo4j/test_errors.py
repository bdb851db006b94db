"""What goes wrong with a server, and what the user is told: one Chinese sentence."""

from __future__ import annotations

import re
import socket
import threading
from contextlib import contextmanager

import pytest
from neo4j.exceptions import Neo4jError
from starlette.testclient import TestClient

from api.app import create_app
from graph import neo4j as driver
from graph import neo4j_load, neo4j_transaction
from graph.dump import dump
from graph.neo4j import check_agent
from graph.neo4j_write import write_difference
from graph.open import open_store
from tests.graph.neo4j.dumps import embedded_dump
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
    "agent", ["Neo4j/5.25.1", "Neo4j/4.4.30", "Neo4j/v5.11.0 compatible graph database server", "other"]
)
def test_a_version_that_is_not_supported(agent):
    with told(StoreError, r"需要 Neo4j 5\.26"):
        check_agent(agent)


@pytest.mark.parametrize("agent", ["Neo4j/5.26.0", "Neo4j/5.26.30", "Neo4j/5.27-aura", "Neo4j/2025.04.0"])
def test_a_version_that_is_supported(agent):
    check_agent(agent)


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("Transaction.TransactionLogError", "Could not append transaction: Transaction #94 {…} to log."),
        ("Statement.ExecutionFailed", "The database has encountered a critical error, and needs to be restarted."),
        ("Transaction.TransactionCommitFailed", "The database has encountered a critical error, and needs to be restarted."),
        ("Transaction.TransactionStartFailed", "The database has encountered a critical error, and needs to be restarted."),
    ],
)  # fmt: skip
def test_a_database_that_a_full_disk_stopped(kind, said):
    """What 5.26 answers to the write that finds no room, and to all that follows until it is started again."""
    error = Neo4jError._hydrate_neo4j(code=f"Neo.DatabaseError.{kind}", message=said)
    with told(StoreUnavailable, "磁盘"):
        raise driver._of_server(error, StoreError)


@pytest.mark.parametrize(
    "url",
    [
        "bolt://",
        "neo4j://user:secret@host",
        "neo4j+ssx://host",
        "neo4j://host/db",
        "bolt://host:port",
        "bolt://host:1:2",
        "bolt://[::1",
    ],
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
    assert names["sought"] == "FULLTEXT"
    assert names["unit_name"] == "RANGE"
    assert {"task_id", "unit_id", "plan_id", "indicator_id"} <= names.keys()
    store.load([CITY])
    server.query("CALL db.awaitIndex('sought')")
    hits = server.query("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh() "
                        "CALL db.index.fulltext.queryNodes('sought', '绿化') YIELD node RETURN node.title AS title")  # fmt: skip
    assert {"title": "绿化"} in hits


def test_a_server_killed_in_the_middle_of_a_load_and_started_again(server, store, tmp_path, monkeypatch):
    kills = iter([True])

    def write(run, change):
        write_difference(run, change)
        if next(kills, False):
            server.stop(kill=True)
            server.start()

    monkeypatch.setattr(neo4j_transaction, "write_difference", write)
    monkeypatch.setattr(driver, "_WRITE_RETRY_S", 300.0)
    assert [report.status for report in store.load([CITY, OTHER])] == ["loaded", "loaded"]
    assert next(kills, None) is None
    assert list(dump(store)) == embedded_dump(tmp_path, CITY, OTHER)


def test_a_server_killed_between_two_documents_and_away_for_a_while(server, store, tmp_path, monkeypatch):
    """What is in stays in, what isn't is named, and the same program goes on when the server is back."""
    monkeypatch.setattr(neo4j_load, "ROWS_A_TRANSACTION", 1)
    monkeypatch.setattr(driver, "_WRITE_RETRY_S", 0.5)

    def step(_, done, all):
        if done == 1:
            server.stop(kill=True)

    settings = Settings(_env_file=None, hosts="testserver")
    with TestClient(create_app(store, settings), raise_server_exceptions=False) as client:
        assert client.get("/api/plans").json()["total"] == 0
        reports = store.load([CITY, OTHER], progress=step)
        assert [(report.file_name, report.status) for report in reports] == [
            (OTHER.doc, "loaded"), (CITY.doc, "failed"),
        ]  # fmt: skip
        assert "连不上 Neo4j" in reports[1].error
        with told(StoreUnavailable, "连不上 Neo4j"):
            store.read("MATCH (t:Task) RETURN count(*) AS n")
        with told(StoreUnavailable, "连不上 Neo4j"):
            store.load([CITY])
        away = client.get("/api/plans")
        assert (away.status_code, away.headers["content-type"]) == (503, "application/problem+json")
        assert int(away.headers["Retry-After"]) > 0
        server.start()
        assert list(dump(store)) == embedded_dump(tmp_path, OTHER)
        assert client.get("/api/plans").json()["total"] == 1
        assert [report.status for report in store.load([CITY, OTHER])] == ["unchanged", "loaded"]
        assert client.get("/api/plans").json()["total"] == 2


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


def test_a_shared_database_keeps_what_is_not_ours(server, tmp_path):
    server.query("CREATE (:Film {title: 'x'})-[:SHOWN_IN]->(:Cinema)")
    shared = open_store(server.url, neo4j_password=PASSWORD, neo4j_shared=True)
    plan = shared.load([CITY])[0].plan
    assert list(dump(shared)) == embedded_dump(tmp_path, CITY)
    shared.rebuild()
    shared.remove(plan)
    shared.close()
    assert server.query("MATCH (a:Film)-[:SHOWN_IN]->(b:Cinema) RETURN a.title AS title") == [{"title": "x"}]
    # ours by now
    open_store(server.url, neo4j_password=PASSWORD).close()


def test_a_shared_database_where_a_label_is_taken(server):
    server.query("CREATE (:Task {title: 'x'})")
    with told(StoreError, "Task"):
        open_store(server.url, neo4j_password=PASSWORD, neo4j_shared=True)
    assert server.query("MATCH (n) RETURN n.title AS title") == [{"title": "x"}]
