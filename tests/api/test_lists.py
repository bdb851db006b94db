"""Lists, single things, and what an answer carries."""

from __future__ import annotations

import re

import pytest

LISTS = [
    "/api/plans", "/api/units", "/api/tasks", "/api/indicators", "/api/regions", "/api/functions", "/api/catalog",
    "/api/search?q=公园",
]  # fmt: skip


@pytest.mark.parametrize("path", LISTS)
def test_a_list_is_a_window_with_an_exact_total(client, path):
    whole = client.get(path).json()
    assert set(whole) >= {"total", "limit", "offset", "results"}
    assert whole["total"] == len(whole["results"])
    mark = "&" if "?" in path else "?"
    pages = [client.get(f"{path}{mark}limit=1&offset={n}").json() for n in range(whole["total"])]
    assert [page["results"][0] for page in pages] == whole["results"]
    assert all(page["total"] == whole["total"] for page in pages)


def unit_id(client, name):
    return client.get("/api/units", params={"q": name}).json()["results"][0]["id"]


def test_a_task_has_its_units_indicators_and_source(client):
    task = client.get("/api/tasks", params={"q": "选址"}).json()["results"][0]
    assert [unit["name"] for unit in task["units"]["lead"]] == ["市园林局"]
    assert [unit["name"] for unit in task["units"]["support"]] == ["市财政局", "各县区人民政府"]
    assert task["path"] == ["二", "(一)"]
    assert [(i["name"], i["op"], i["value"], i["unit"]) for i in task["indicators"]] == [
        ("新建公园", ">=", 3.0, "个")
    ]
    assert task["plan"]["region"] == "青岚市"
    assert task["source"]["document"]
    assert client.get(f"/api/tasks/{task['id']}").json() == task


def test_tasks_are_filtered_by_unit_role_plan_region_and_year(client):
    def titles(**filters):
        return [task["title"] for task in client.get("/api/tasks", params=filters).json()["results"]]

    assert titles(unit="市园林局") == ["新建公园", "选址", "绿化"]
    assert titles(unit="市园林局", role="lead") == ["新建公园", "选址"]
    assert titles(unit="市园林局", role="responsible") == ["绿化"]
    assert titles(plan="沙政发〔2031〕2号") == ["=HYPERLINK(1)"]
    assert titles(region="青岚市") == ["新建公园", "选址", "绿化"]
    assert titles(year=1999) == []


def test_a_units_tasks_come_in_document_order(client):
    tasks = client.get(f"/api/units/{unit_id(client, '市园林局')}/tasks").json()
    assert [task["title"] for task in tasks["results"]] == ["新建公园", "选址", "绿化"]
    unit = client.get(f"/api/units/{unit_id(client, '市园林局')}").json()
    assert unit["counts"] == {"lead": 2, "support": 0, "responsible": 1}


def test_a_plan_has_its_annexes_and_counts(client):
    found = client.get("/api/plans", params={"q": "青政发〔2031〕1号"}).json()["results"][0]
    assert [part["part"] for part in found["parts"]] == ["附件1"]
    assert found["counts"] == {"tasks": 3, "units": 3, "indicators": 3}
    assert client.get(f"/api/plans/{found['id']}").json() == found


def test_the_graph_of_a_plan_counts_what_it_shows(client):
    id = client.get("/api/plans").json()["results"][0]["id"]
    graph = client.get("/api/graph", params={"plan": id}).json()
    assert len(graph["nodes"]) == graph["shown"]["nodes"] == graph["total"]["nodes"]
    assert {node["kind"] for node in graph["nodes"]} == {"Plan", "Task", "Unit"}


def test_an_answer_is_kept_until_the_graph_changes(client):
    first = client.get("/api/plans")
    again = client.get("/api/plans", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get("/api/plans").content == first.content


def test_every_answer_carries_the_security_headers(client):
    for path in ("/", "/api/plans", "/docs", "/nothing"):
        headers = client.get(path).headers
        assert "script-src 'self'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"


def test_another_host_is_refused(client):
    assert client.get("/api/plans", headers={"Host": "evil.example"}).status_code == 400


def test_portals_may_embed_and_nobody_else(client):
    id = client.get("/api/plans").json()["results"][0]["id"]
    policy = client.get(f"/embed/plan/{id}").headers["content-security-policy"]
    assert "frame-ancestors 'self' https://portal.example" in policy


def test_no_page_names_another_host(client):
    for path in ("/", "/queries", "/queries/plans", "/docs", "/queries/tasks_of_unit?unit=市园林局"):
        page = client.get(path)
        assert page.status_code == 200
        assert not re.search(r"(?:src|href|action)=[\"']?(?:https?:)?//", page.text)


def test_markup_in_a_name_is_text(client):
    page = client.get("/queries/load_of_units").text
    assert "<img" not in page
    assert "&lt;img src=x onerror=alert(1)&gt;局" in page


def test_health(client):
    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.get("/readyz").json()["status"] == "ok"
