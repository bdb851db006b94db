"""Tables and graphs to take away: whole, with their total, under the filter of the page."""

from __future__ import annotations

import csv
import io
import json
import threading

import networkx as nx
import pytest
from openpyxl import load_workbook

from api import records
from api.listings import unit_filters
from api.takeaway import table_file
from api.takeaway_tables import document_table, unit_table
from tests.support.plans import plan

TABLES = ["plans", "units", "indicators", "catalog"]


def rows(answer):
    assert answer.status_code == 200, answer.text
    assert answer.content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_whole_and_says_how_long_it_is(client, name):
    total = client.get(f"/api/{name}").json()["total"]
    answer = client.get(f"/api/{name}.csv")
    assert len(rows(answer)) == total == int(answer.headers["x-total-count"])
    sheet = load_workbook(io.BytesIO(client.get(f"/api/{name}.xlsx").content)).active
    assert sheet.max_row == total + 2
    assert sheet.freeze_panes == "A2"
    assert sheet.cell(total + 2, 1).value == f"共 {total} 行"


def test_the_file_carries_the_filter(client):
    found = rows(client.get("/api/units.csv", params={"q": "园林", "region": "青岚市"}))
    assert [(row["单位"], row["牵头"]) for row in found] == [("市园林局", "2")]
    found = rows(client.get("/api/indicators.csv", params={"unit": "市园林局"}))
    assert [(row["指标"], row["比较"], row["数值"]) for row in found] == [("新建公园", "不少于", "3")]
    assert rows(client.get("/api/plans.csv", params={"year": "1999"})) == []


def test_an_outline_carries_the_filter(client):
    plan = client.get("/api/plans", params={"q": "青政发〔2031〕1号"}).json()["results"][0]["id"]
    whole = rows(client.get(f"/api/plans/{plan}/outline.csv"))
    assert [row["任务"] for row in whole] == ["新建公园", "选址", "绿化"]
    unit = client.get("/api/units", params={"q": "市财政局"}).json()["results"][0]["id"]
    some = rows(client.get(f"/api/plans/{plan}/outline.csv", params={"unit": unit, "role": "support"}))
    assert [(row["任务"], row["配合单位"]) for row in some] == [("选址", "市财政局、各县区人民政府")]


def test_a_formula_stays_a_text(client):
    plan = client.get("/api/plans", params={"q": "沙溪州"}).json()["results"][0]["id"]
    found = rows(client.get(f"/api/plans/{plan}/outline.csv"))
    assert [row["任务"] for row in found] == ["'=HYPERLINK(1)"]


@pytest.mark.parametrize(
    "scope", [{}, {"plan": "青政发〔2031〕1号"}, {"unit": "市园林局"}, {"region": "青岚市"}]
)
def test_a_graph_is_the_same_in_each_format(client, scope):
    plain = client.get("/api/graph.json", params=scope)
    data = json.loads(plain.content)
    assert len(data["nodes"]) + len(data["edges"]) == int(plain.headers["x-total-count"])
    gexf = nx.read_gexf(io.BytesIO(client.get("/api/graph.gexf", params=scope).content))
    graphml = nx.parse_graphml(client.get("/api/graph.graphml", params=scope).text)
    assert len(gexf) == len(graphml) == len(data["nodes"])


def test_two_scopes_are_refused(client):
    answer = client.get("/api/graph.json", params={"unit": "市园林局", "plan": "青政发〔2031〕1号"})
    assert answer.status_code == 422
    assert "只能给一个" in answer.json()["detail"]


def test_a_table_is_whole_though_documents_are_loaded_all_the_while(store_of):
    store, made = store_of(), []

    def make():
        number = len(made) + 50
        made.append(plan(f"青政发〔2031〕{number}号", f"青岚市第{number}个方案", citations=[]))
        thread = threading.Thread(target=store.load, args=(made[-1:],))
        thread.start()
        thread.join()
        return document_table(store)

    answer = table_file(store, "csv", make)
    assert (len(made), answer.headers["x-total-count"]) == (1, "1")
    assert len(store.documents()) == 2


def test_many_units_are_read_at_once_as_they_are_one_by_one(loaded, monkeypatch):
    filters = unit_filters("", "", "", "")
    one_by_one = list(unit_table(loaded, filters).rows)
    monkeypatch.setattr(records, "_MANY", 1)
    assert list(unit_table(loaded, filters).rows) == one_by_one
    assert len(one_by_one) > 3
