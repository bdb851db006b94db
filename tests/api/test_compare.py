"""Cities side by side: endpoints and pages over a campaign that two places run."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.matrix import matrix_of
from graph.open import open_store
from tests.support.campaigns import PARKS, SAME, campaign

PARK = "x-青岚市:青政办发〔2031〕3号:一.1"
SAME_PARK = "x-云川市:云政办发〔2031〕3号:一.1"
DRAGON = "x-云川市:云政办发〔2031〕3号:一.3"


@pytest.fixture(scope="module")
def cities(tmp_path_factory):
    opened = open_store(f"ladybug://{tmp_path_factory.mktemp('compare')}/store")
    number = {"part": "", "path": ["一", "1"], "name": "口袋公园数量", "op": ">=", "value": 20, "unit": "个"}
    opened.load([campaign("青岚市", 2031, PARKS, indicators=[number]), campaign("云川市", 2031, SAME)])
    yield opened
    opened.close()


@pytest.fixture
def client(cities, settings):
    with TestClient(create_app(cities, settings), raise_server_exceptions=False) as opened:
        yield opened


def words(client, path, status=200, **params):
    answer = client.get(path, params=params, headers={"Accept": "text/html"})
    assert answer.status_code == status, answer.text[:300]
    return " ".join(re.sub(r"<[^>]+>", " ", answer.text).split())


def test_counterparts_of_a_task_with_roles_and_indicators(client):
    found = client.get(f"/api/tasks/{SAME_PARK}/similar").json()
    assert found["total"] == 1
    one = found["results"][0]
    assert (one["task"]["id"], one["across"]) == (PARK, "region")
    assert one["threshold"] <= one["score"] <= 1
    assert [unit["name"] for unit in one["task"]["units"]["lead"]] == ["市园林局"]
    assert [each["name"] for each in one["task"]["indicators"]] == ["口袋公园数量"]


def test_what_one_place_alone_has_has_none_unless_weak_ones_are_asked_for(client):
    assert client.get(f"/api/tasks/{DRAGON}/similar").json()["total"] == 0
    weak = client.get(f"/api/tasks/{DRAGON}/similar", params={"weak": "true"}).json()["results"]
    assert all(each["score"] < each["threshold"] for each in weak)
    assert client.get("/api/tasks/nothing/similar").status_code == 404


def test_a_function_across_regions(client):
    found = client.get("/api/functions/水利/compare").json()
    assert {region["name"]: (region["tasks"], region["shared"]) for region in found["regions"]} == {
        "青岚市": (1, 1), "云川市": (0, 0),
    }  # fmt: skip
    assert found["total"] == 1
    task = found["results"][0]
    assert (task["title"], task["units"]) == ("整治黑臭水体", ["市水务局"])
    assert [each["title"] for each in task["counterparts"]] == ["治理黑臭水体"]
    narrowed = client.get("/api/functions/水利/compare", params={"region": "云川市"}).json()
    assert (narrowed["total"], narrowed["results"]) == (0, [])
    assert client.get("/api/functions/没有/compare").status_code == 404


def test_pages_put_both_side_by_side(client):
    start = words(client, "/compare", q="公园")
    assert "建设口袋公园" in start
    assert "各条线在各地牵头的任务数" in start
    action = words(client, f"/compare/task/{PARK}")
    assert "加快口袋公园建设" in action
    assert "市林业局" in action
    assert "不少于 20 个" in action
    assert "独有" in words(client, "/compare/function/体育")
    assert "20个" in words(client, "/compare/indicators", name="公园")
    assert "加快口袋公园建设" in words(client, f"/tasks/{PARK}")
    assert "没有找到" in words(client, "/compare/task/nothing", 404)
    assert words(client, "/compare", q="没有这样的字")


def test_the_matrix_is_shaded_by_the_number_of_tasks():
    rows = [
        {"function": "水利", "region": "a", "region_name": "甲市", "tasks": 16},
        {"function": "教育", "region": "b", "region_name": "乙市", "tasks": 1},
    ]
    matrix = matrix_of(rows)
    assert matrix.regions == [("a", "甲市"), ("b", "乙市")]
    assert [(name, [(c.tasks, c.shade) for c in cells]) for name, cells in matrix.rows] == [
        ("水利", [(16, 6), (0, 0)]), ("教育", [(0, 0), (1, 2)]),
    ]  # fmt: skip
    assert matrix_of([]).rows == []
