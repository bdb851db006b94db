"""Documents in and out over HTTP, on a store of their own, on both engines."""

from __future__ import annotations

import threading

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from graph.dump import dump
from graph.open import open_store
from tests.neo4j.server import PASSWORD
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


@pytest.fixture(
    scope="module",
    params=["ladybug", pytest.param("neo4j", marks=[pytest.mark.neo4j, pytest.mark.xdist_group("neo4j")])],
)
def app(request, tmp_path_factory):
    if request.param == "neo4j":
        server = request.getfixturevalue("running")
        server.clear()
        store = open_store(server.url, neo4j_password=PASSWORD)
    else:
        store = open_store(f"ladybug://{tmp_path_factory.mktemp('uploads')}/store")
    settings = Settings(_env_file=None, hosts="testserver", token="schreiben")
    with TestClient(create_app(store, settings), headers=TOKEN) as client:
        yield client
    store.close()


@pytest.fixture
def client(app):
    yield app
    for plan in {each["plan"] for each in app.get("/api/catalog").json()["results"]}:
        assert app.delete(f"/api/documents/{plan}").status_code == 200


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


ANNEX = "附件1\n公园名录\n一、名录\n(一)东湖。改造公园2处。(市林业局牵头)\n(二)西湖。(市园林局牵头)\n"


def test_an_annex_goes_to_its_plan(client):
    plan = send(client).json()["plan"]
    assert send(client, ANNEX, "附件1.txt", annex_of=plan).json()["plan"] == plan
    assert send(client, ANNEX, "附件1.txt", annex_of="nothing").status_code == 404


def test_removing_an_annex_takes_what_came_from_it_and_nothing_else(client):
    store = client.app.state.store
    plan = send(client).json()["plan"]
    before = list(dump(store))
    annex = send(client, ANNEX, "附件1.txt", annex_of=plan).json()["document"]
    with_annex = list(dump(store))
    told = client.get(f"/api/documents/{annex}/removal").json()
    assert (told["plan"], told["whole"], told["indicators"]) == (plan, False, 1)
    assert told["documents"] == [{"id": annex, "file_name": "附件1.txt"}]
    assert list(dump(store)) == with_annex
    removed = client.delete(f"/api/documents/{annex}").json()
    assert (removed["plan"], removed["documents"]) == (plan, ["附件1.txt"])
    assert list(dump(store)) == before
    gone = sum(removed["nodes"].values()) + sum(removed["edges"].values())
    assert gone == len(with_annex) - len(before)
    assert told["tasks"] == removed["nodes"]["Task"] >= 2
    assert client.get(f"/api/documents/{annex}/removal").status_code == 404


@pytest.mark.parametrize("by", ["document", "plan"])
def test_removing_a_plan_takes_its_annexes_along_and_says_so_before(client, by):
    main = send(client).json()
    annex = send(client, ANNEX, "附件1.txt", annex_of=main["plan"]).json()
    tasks = client.get("/api/tasks").json()["total"]
    told = client.get(f"/api/documents/{main[by]}/removal").json()
    assert (told["title"], told["whole"]) == ("青岚市公园建设工作方案", True)
    assert {each["id"] for each in told["documents"]} == {main["document"], annex["document"]}
    removed = client.delete(f"/api/documents/{main[by]}").json()
    assert sorted(removed["documents"]) == ["park.txt", "附件1.txt"]
    assert told["tasks"] == removed["nodes"]["Task"] >= tasks
    assert list(dump(client.app.state.store)) == []


def test_a_part_of_a_document_is_not_removed_alone(client):
    plan = send(client, PLAN.replace("青岚市园林局\n2031", ANNEX + "青岚市园林局\n2031")).json()["plan"]
    before = list(dump(client.app.state.store))
    assert any(f"{plan}:附件1" in line for line in before)
    reply = client.delete(f"/api/documents/{plan}:附件1")
    assert (reply.status_code, "附件不能单独删去" in reply.json()["detail"]) == (404, True)
    assert list(dump(client.app.state.store)) == before


def test_a_second_load_meanwhile_is_told(client):
    loading = client.app.state.loading
    with loading._alone():
        answers = [send(client), client.delete("/api/documents/x")]
    assert [(each.status_code, each.json()["code"]) for each in answers] == [(409, "load_running")] * 2


def test_a_load_meanwhile_past_this_server_is_told(client):
    store = client.app.state.store
    plan = send(client).json()["plan"]
    writing = getattr(store, "_writing", None) or store._generations.writing
    with writing():
        answers = [send(client, NEXT), client.delete(f"/api/documents/{plan}")]
        assert client.get("/api/plans").json()["total"] == 1
    assert [(each.status_code, each.json()["code"]) for each in answers] == [(409, "load_running")] * 2
    assert client.delete(f"/api/documents/{plan}").status_code == 200


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
