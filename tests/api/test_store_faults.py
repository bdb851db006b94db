"""A store that breaks under a running application: what clients are told, and what the log is."""

from __future__ import annotations

import shutil

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from graph.open import open_store
from tests.support.plans import plan
from zeren.settings import Settings

PAPER = "青岚市公园建设工作方案\n(一)选址。(市园林局牵头)\n".encode()


def _become_folder(path):
    path.unlink(missing_ok=True)
    path.mkdir()


def _become_damaged(folder, pattern):
    for path in folder.glob(pattern):
        path.write_bytes(b"\x00damaged")


FAULTS = {
    "no lock to be had": lambda folder: _become_folder(folder / "writer.lock"),
    "gone": shutil.rmtree,
    "a pointer that is none": lambda folder: _become_damaged(folder, "current"),
    "a pointer that cannot be read": lambda folder: _become_folder(folder / "current"),
    "a damaged manifest": lambda folder: _become_damaged(folder, "0*/manifest.json"),
    "a damaged graph": lambda folder: _become_damaged(folder, "0*/graph.lbug"),
    "damaged Extractions": lambda folder: _become_damaged(folder, "kept/*"),
}


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    """A store as a load leaves it."""
    folder = tmp_path_factory.mktemp("sound") / "store"
    store = open_store(f"ladybug://{folder}")
    store.load([plan()])
    store.close()
    return folder


@pytest.fixture
def folder(sound, tmp_path):
    """A copy, for a test to break."""
    return shutil.copytree(sound, tmp_path / "store")


def ask(client):
    for path in (
        "/api/plans",
        "/api/catalog",
        "/api/ask?q=市园林局牵头哪些任务",
        "/api/search?q=投资",
        "/readyz",
    ):
        yield client.get(path)
    for path in ("/", "/plans", "/documents", "/upload", "/graph", "/api/ledger.xlsx", "/api/tasks.csv"):
        yield client.get(path, headers={"Accept": "text/html"})
    yield client.delete("/api/documents/x")
    # what writes a new generation heals a damaged one
    yield client.post("/api/documents", params={"name": "a.txt"}, content=PAPER)


@pytest.mark.parametrize("fault", FAULTS)
def test_no_answer_tells_where_the_store_lies(folder, fault):
    store = open_store(f"ladybug://{folder}")
    settings = Settings(_env_file=None, hosts="testserver", token="schreiben")
    FAULTS[fault](folder)
    headers = {"Authorization": "Bearer schreiben"}
    with TestClient(create_app(store, settings), headers=headers) as client:
        replies = list(ask(client))
    failed = [reply for reply in replies if reply.status_code == 503]
    assert failed
    assert [reply.text for reply in replies if str(folder.parent) in reply.text] == []
    assert all("请" in reply.text for reply in failed)
    assert {reply.status_code for reply in replies} <= {200, 201, 404, 422, 503}
    store.close()


def test_the_log_tells_where_the_store_lies(folder, caplog):
    store = open_store(f"ladybug://{folder}")
    settings = Settings(_env_file=None, hosts="testserver")
    FAULTS["gone"](folder)
    with TestClient(create_app(store, settings)) as client:
        reply = client.get("/api/plans")
    assert reply.json()["detail"] == "图谱库不见了,请重新载入文件"
    assert str(folder) in caplog.text
    store.close()
