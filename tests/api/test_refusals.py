"""Uploads that are refused: what is no document, too large or no form; and names that are no paths."""

from __future__ import annotations

import io
import tempfile

import anyio
import pytest
from starlette.requests import Request
from starlette.testclient import TestClient

from api.app import create_app
from api.uploads import receive_upload
from graph.open import open_store
from tests.api.test_uploads import PLAN, TOKEN
from zeren.errors import TooLarge
from zeren.settings import Settings


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    store = open_store(f"ladybug://{tmp_path_factory.mktemp('refusals')}/store")
    settings = Settings(_env_file=None, hosts="testserver", token="schreiben", max_upload_mb=1)
    with TestClient(create_app(store, settings), headers=TOKEN) as client:
        yield client
    store.close()


@pytest.mark.parametrize(
    ("name", "data", "status", "says"),
    [
        ("a.doc", b"x", 415, "另存为 docx"),
        ("a.wps", b"x", 415, "另存为 docx"),
        ("a.ofd", b"x", 415, "另存为 docx"),
        ("a.exe", b"MZ", 415, "不认识的文件类型"),
        ("a.pdf", b"\x89PNG\r\n\x1a\n", 415, "图片"),
        ("a.docx", b"PK\x03\x04 cut off", 422, "损坏"),
        ("a.txt", b"", 422, "空"),
        ("", b"x", 422, "文件名"),
        ("..", b"x", 422, "文件名"),
    ],
)
def test_what_cannot_be_read_is_told(app, name, data, status, says):
    reply = app.post("/api/documents", params={"name": name}, content=data)
    assert (reply.status_code, says in reply.json()["detail"]) == (status, True), reply.text
    assert reply.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    "name", ["../../etc/park.txt", "C:\\Users\\park.txt", "\u202epark\n.txt", "公" * 300 + ".txt"]
)
def test_a_file_name_is_a_name_and_no_path(app, name):
    reply = app.post("/api/documents", params={"name": name[:300]} if len(name) < 300 else {"name": name[-250:]},
                        content=PLAN.encode())  # fmt: skip
    kept = reply.json()["file_name"]
    assert reply.status_code == 201
    assert app.delete(f"/api/documents/{reply.json()['document']}").status_code == 200
    assert kept.endswith("park.txt") or len(kept.encode()) <= 200
    assert not set(kept) & set("/\\\n\u202e")


@pytest.mark.parametrize(
    "headers",
    [[], [(b"content-type", b"multipart/form-data; boundary=b")], [(b"content-length", b"5")]],
)
def test_reading_stops_where_the_upload_passes_its_limit(headers):
    taken = 0
    head = b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'

    async def endless():
        nonlocal taken
        body = head if not taken else b"x" * (1 << 16)
        taken += len(body)
        assert taken < 2 << 20
        return {"type": "http.request", "body": body, "more_body": True}

    request = Request({"type": "http", "headers": headers, "query_string": b"name=a.txt"}, endless)
    with pytest.raises(TooLarge):
        anyio.run(receive_upload, request, 1)


def test_a_declared_size_beyond_the_limit_is_refused_at_once(app):
    declared = app.post("/api/documents?name=a.txt", content=b"x" * (3 << 20))
    assert (declared.status_code, declared.json()["code"]) == (413, "too_large")


def test_a_form_that_is_too_large_is_stopped_and_leaves_no_file(app, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    reply = app.post("/api/documents", files={"file": ("a.txt", io.BytesIO(b"x" * (3 << 20)))})
    assert reply.status_code == 413
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("content", "type"),
    [
        (b"--b\r\nnonsense", "multipart/form-data; boundary=b"),
        (b"x", "multipart/form-data"),
        (b"", "multipart/form-data; boundary=b"),
        (
            b'--b\r\nContent-Disposition: form-data; name="file"\r\n\r\ntext\r\n--b--',
            "multipart/form-data; boundary=b",
        ),
    ],
)
def test_a_broken_form_is_told(app, content, type):
    reply = app.post("/api/documents", content=content, headers={"Content-Type": type})
    assert (reply.status_code, reply.json()["code"]) == (422, "bad_parameter")


def test_one_document_a_request(app):
    two = [("file", ("a.txt", b"x")), ("file", ("b.txt", b"y"))]
    assert app.post("/api/documents", files=two).status_code == 422
