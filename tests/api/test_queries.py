"""Named queries over HTTP."""

from __future__ import annotations

import io

from openpyxl import load_workbook

UNIT = {"unit": "市园林局"}


def test_the_list_says_what_a_query_takes(client):
    known = {query["name"]: query for query in client.get("/api/queries").json()}
    assert [p["name"] for p in known["tasks_of_unit"]["parameters"]] == ["unit", "roles"]


def test_an_answer_has_rows_columns_and_total(client):
    answer = client.get("/api/queries/tasks_of_unit", params=UNIT | {"roles": "lead", "limit": 1}).json()
    assert answer["total"] == 2
    assert [row["title"] for row in answer["results"]] == ["新建公园"]
    assert list(answer["results"][0]) == [column["name"] for column in answer["query"]["columns"]]
    assert client.get("/api/queries/tasks_of_unit.json", params=UNIT).json()["total"] == 3


def test_csv_is_whole_and_for_excel(client):
    reply = client.get("/api/queries/tasks_of_unit.csv", params=UNIT)
    assert reply.content.startswith(b"\xef\xbb\xbf")
    assert len(reply.text.strip().splitlines()) == 4
    assert reply.headers["x-total-count"] == "3"


def test_csv_and_workbook_have_the_headings_of_the_page(client):
    text = client.get("/api/queries/tasks_of_unit.csv", params=UNIT).content.decode("utf-8-sig")
    headings = text.splitlines()[0].split(",")
    assert {"任务", "角色"} <= set(headings)
    book = load_workbook(io.BytesIO(client.get("/api/queries/tasks_of_unit.xlsx", params=UNIT).content))
    assert [cell.value for cell in book.active[1]] == headings


def test_a_formula_is_written_as_text(client):
    plan = client.get("/api/plans", params={"q": "沙溪州"}).json()["results"][0]["id"]
    text = client.get("/api/queries/outline_of_plan.csv", params={"plan": plan}).text
    assert "'=HYPERLINK(1)" in text
    book = load_workbook(
        io.BytesIO(client.get("/api/queries/outline_of_plan.xlsx", params={"plan": plan}).content)
    )
    assert book.active["D2"].value == "'=HYPERLINK(1)"
    assert book.active.freeze_panes == "A2"
    assert [cell.value for cell in book.active[1]][3:5] == ["任务", "牵头"]


def test_the_page_of_a_query_has_a_form_and_rows(client):
    page = client.get("/queries/tasks_of_unit", params=UNIT).text
    assert "共 3 行" in page
    assert "新建公园" in page
    assert "缺少参数" not in client.get("/queries/tasks_of_unit").text
    assert "没有找到单位" in client.get("/queries/tasks_of_unit", params={"unit": "没有的局"}).text
    assert client.get("/queries/nothing").status_code == 404
