"""Asking over HTTP: the answer as JSON and as a page, completion, and what is no question."""

from __future__ import annotations

import pytest

from tests.api.conftest import HOSTILE

NONSENSE = [
    "", " ", "'", '"; MATCH (n) DETACH DELETE n //', "<script>alert(1)</script>谁牵头", "牵头" * 1_000, "a" * 10_000, "\x00", "😀", "%", "\\",
    "[[[", "(((谁牵头", "《谁牵头", "20" * 100, "附件" * 50, "附件十十十牵头什么", "附件0的任务", HOSTILE + "牵头哪些任务",
]  # fmt: skip


def test_an_answer_tells_its_query_and_how_words_were_read(client):
    found = client.get("/api/ask", params={"q": "青岚市园林局牵头哪些任务?"}).json()
    assert found["intent"] == "unit_tasks"
    assert {task["title"] for task in found["tasks"]} >= {"选址"}
    assert found["query"]["name"] == "tasks_of_units"
    assert found["query"]["parameters"]["roles"] == ["lead"]
    assert [(w["text"], w["kind"]) for w in found["words"]][:2] == [("青岚市", "region"), ("园林局", "body")]
    assert any("配合" in each["question"] for each in found["alternatives"])


def test_what_the_graph_does_not_know_is_said(client):
    found = client.get("/api/ask", params={"q": "长沙市园林局牵头哪些任务"}).json()
    assert found["empty"]
    assert "长沙" in found["text"]


@pytest.mark.parametrize("question", NONSENSE)
def test_nothing_that_is_typed_breaks_it(client, question):
    reply = client.get("/api/ask", params={"q": question})
    assert reply.status_code == 200
    assert reply.json()["text"]
    page = client.get("/ask", params={"q": question})
    assert page.status_code == 200
    assert "<script>alert" not in page.text
    assert "<img src=x" not in page.text
    assert client.get("/api/complete", params={"q": question}).status_code == 200


def test_the_page_shows_the_answer_its_reading_and_the_downloads(client):
    page = client.get("/ask", params={"q": "青岚市园林局牵头哪些任务?"}).text
    assert "选址" in page
    assert "/queries/tasks_of_units?" in page
    assert "单位:" in page
    assert 'href="/tasks/' in page


def test_the_page_without_a_question_offers_some(client):
    assert "ask?q=" in client.get("/ask").text


def test_names_complete_the_end_of_a_question(client):
    found = client.get("/api/complete", params={"q": "请问青岚市园"}).json()
    assert found[0]["question"] == "请问青岚市园林局"


def test_search_marks_what_it_found_and_counts_all(client):
    found = client.get("/api/search", params={"q": "园林局", "limit": 1}).json()
    assert found["total"] == len(found["results"]) == 1
    first = found["results"][0]
    assert first["kind"] == "unit"
    assert [first["name"][a:b] for a, b in first["name_marks"]] == ["园林局"]
    assert client.get("/api/search", params={"q": "园林局", "kind": "boss"}).status_code == 422


@pytest.mark.parametrize(
    "words", ["", "公园", HOSTILE, "<script>alert(1)</script>", "'\"", "x" * 5_000, "没有"]
)
def test_the_search_page_shows_text_as_text(client, words):
    page = client.get("/search", params={"q": words})
    assert page.status_code == 200
    assert "<script>alert" not in page.text
    assert "<img src=x" not in page.text
