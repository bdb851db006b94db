"""Documents in and out over HTTP, on a store of their own."""

from __future__ import annotations

import io
import tempfile
import threading

import anyio
import pytest
from starlette.requests import Request
from starlette.testclient import TestClient

from api.app import create_app
from api.uploads import receive_upload
from graph.open import open_store
from zeren.errors import TooLarge
from zeren.settings import Settings

PLAN = """青岚市园林局文件
青园发〔2031〕3号
青岚市公园建设工作方案
(一)选址。完成选址3处。(市园林局牵头,市财政局配合)
(二)绿化。新增绿地20公顷。(市园林局、市林业局负责)
青岚市园林局
2031年2月1日
"""
NEXT = PLAN.replace("市财政局配合", "市水利局配合") + "\n(三)养护。(市园林局牵头)\n"
OTHER = PLAN.replace("公园建设", "湿地保护")
TOKEN = {"Authorization": "Bearer schreiben"}


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    store = open_store(f"ladybug://{tmp_path_factory.mktemp('uploads')}/store")
    settings = Settings(_env_file=None, hosts="testserver", token="schreiben", max_upload_mb=1)
    with TestClient(create_app(store, settings), headers=TOKEN) as client:
        yield client
    store.close()


@pytest.fixture
def client(app):
    yield app
    for each in app.get("/api/catalog").json()["results"]:
        app.delete(f"/api/documents/{each['id']}")


def send(client, text=PLAN, name="park.txt", **query):
    return client.post("/api/documents", params=query, files={"file": (name, text.encode())})


def test_a_table_of_commas_comes_in(client):
    rows = "青岚市公园建设任务清单,,\n序号,任务,牵头单位\n1,选址,市园林局\n2,绿化,市林业局\n"
    reply = send(client, rows, "park.csv")
    assert (reply.status_code, reply.json()["tasks"]) == (201, 2)


def test_a_document_comes_in_with_its_report_and_goes_out_with_counts(client):
    reply = send(client)
    assert reply.status_code == 201
    report = reply.json()
    assert (report["status"], report["loaded"], report["tasks"]) == ("loaded", True, 2)
    assert report["coverage"] > 0.5
    assert report["findings"] == len(report["details"])
    assert client.get("/api/plans").json()["total"] == 1
    removed = client.delete(f"/api/documents/{report['document']}")
    assert removed.status_code == 200
    assert removed.json()["documents"] == ["park.txt"]
    assert removed.json()["nodes"]["Task"] == 2
    assert client.get("/api/plans").json()["total"] == 0
    assert client.delete(f"/api/documents/{report['document']}").status_code == 404


def test_a_raw_body_is_a_document_too(client):
    reply = client.post("/api/documents?name=park.txt", content=PLAN.encode())
    assert (reply.status_code, reply.json()["tasks"]) == (201, 2)
    named = {"Content-Disposition": "attachment; filename*=UTF-8''%E5%85%AC%E5%9B%AD.txt"}
    reply = client.post("/api/documents", content=PLAN.encode(), headers=named)
    assert (reply.status_code, reply.json()["file_name"]) == (201, "公园.txt")


def test_a_changed_document_shows_its_differences_before_it_replaces(client):
    assert send(client, mode="new").status_code == 201
    assert send(client, mode="new").json()["status"] == "unchanged"
    reply = send(client, NEXT, mode="new")
    assert reply.status_code == 200
    seen = reply.json()
    assert (seen["status"], seen["loaded"]) == ("replaced", False)
    assert seen["change"] == {
        "added": ["(三)"],
        "dropped": [],
        "reworded": ["(一)"],
        "units_changed": ["(一)"],
    }
    assert seen["replaces"]["title"] == "青岚市公园建设工作方案"
    assert "市水利局" not in client.get("/api/units").text
    assert send(client, NEXT).json()["status"] == "replaced"
    assert "市水利局" in client.get("/api/units").text


def test_another_title_under_the_same_number_is_shown_and_replaces_only_when_told(client):
    send(client)
    assert send(client, OTHER, mode="new").json()["replaces"]["title"] == "青岚市公园建设工作方案"
    assert send(client, OTHER).status_code == 422
    assert send(client, OTHER, replace=True).status_code == 201


def test_a_preview_changes_nothing(client):
    reply = send(client, mode="preview")
    assert (reply.status_code, reply.json()["status"], reply.json()["loaded"]) == (200, "loaded", False)
    assert client.get("/api/catalog").json()["total"] == 0


def test_an_annex_goes_to_its_plan(client):
    plan = send(client).json()["plan"]
    annex = "附件1\n公园名录\n一、名录\n(一)东湖。(市林业局牵头)\n"
    assert send(client, annex, "附件1.txt", annex_of=plan).json()["plan"] == plan
    assert send(client, annex, "附件1.txt", annex_of="nothing").status_code == 404


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
def test_what_cannot_be_read_is_told(client, name, data, status, says):
    reply = client.post("/api/documents", params={"name": name}, content=data)
    assert (reply.status_code, says in reply.json()["detail"]) == (status, True), reply.text
    assert reply.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    "name", ["../../etc/park.txt", "C:\\Users\\park.txt", "\u202epark\n.txt", "公" * 300 + ".txt"]
)
def test_a_file_name_is_a_name_and_no_path(client, name):
    reply = client.post("/api/documents", params={"name": name[:300]} if len(name) < 300 else {"name": name[-250:]},
                        content=PLAN.encode())  # fmt: skip
    kept = reply.json()["file_name"]
    assert reply.status_code == 201
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


def test_a_second_load_meanwhile_is_told(client):
    loading = client.app.state.loading
    with loading._alone():
        answers = [send(client), client.delete("/api/documents/x")]
    assert [(each.status_code, each.json()["code"]) for each in answers] == [(409, "load_running")] * 2


def test_a_load_of_another_program_is_told(client, tmp_path):
    with client.app.state.store._generations.writing():
        assert send(client).status_code == 409


def test_reading_goes_on_while_documents_come_in(client):
    answers, stop = [], threading.Event()

    def read():
        while not stop.is_set():
            answers.append(client.get("/api/tasks").status_code)

    reader = threading.Thread(target=read)
    reader.start()
    for text in (PLAN, NEXT, PLAN):
        assert send(client, text).status_code == 201
    stop.set()
    reader.join()
    assert set(answers) == {200}
