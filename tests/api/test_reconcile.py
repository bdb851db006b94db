"""The reconciliation protocol: shapes as its specification has them, and which unit a name gets."""

from __future__ import annotations

import json

import pytest
from jsonschema import validate

NAMED = {
    "type": "object",
    "required": ["id"],
    "properties": {"id": {"type": "string"}, "name": {"type": "string"}},
}
MANIFEST = {
    "type": "object", "required": ["versions", "name", "identifierSpace", "schemaSpace"],
    "properties": {
        "versions": {"type": "array", "contains": {"enum": ["0.2"]}}, "name": {"type": "string"},
        "view": {"type": "object", "required": ["url"], "properties": {"url": {"type": "string", "pattern": r".*\{\{id\}\}.*"}}},
        "defaultTypes": {"type": "array", "items": NAMED, "uniqueItems": True},
    },
}  # fmt: skip
RESULTS = {
    "type": "object",
    "additionalProperties": {
        "type": "object", "required": ["result"],
        "properties": {"result": {"type": "array", "items": {
            "type": "object", "required": ["id", "name", "score"],
            "properties": {"id": {"type": "string"}, "name": {"type": "string"}, "score": {"type": "number"},
                           "match": {"type": "boolean"}, "type": {"type": "array", "items": NAMED}},
        }}},
    },
}  # fmt: skip


def batch(client, **queries):
    reply = client.post("/api/reconcile", data={"queries": json.dumps(queries)})
    assert reply.status_code == 200
    validate(reply.json(), RESULTS)
    return reply.json()


def test_the_manifest_is_one_of_version_0_2(client):
    validate(client.get("/api/reconcile").json(), MANIFEST)


def test_a_column_of_names_gets_ids_with_scores(client):
    found = batch(
        client,
        q0={"query": "青岚市园林局"},
        q1={"query": "市园林局", "type": "unit", "limit": 3},
        q2={"query": "没有的东西"},
    )
    assert found["q0"]["result"][0]["match"]
    assert found["q0"]["result"][0]["name"] == "市园林局"
    assert len(found["q1"]["result"]) <= 3
    assert found["q2"]["result"] == []


def test_a_misspelt_name_is_offered_but_never_matched(client):
    best = batch(client, q={"query": "青岚市圆林局", "type": "unit"})["q"]["result"]
    assert best
    assert not any(each["match"] for each in best)


def test_a_region_narrows_to_its_units(client):
    query = {"query": "财政局", "type": "unit", "properties": [{"pid": "region", "v": "青岚市"}]}
    found = batch(client, q=query)["q"]["result"]
    assert {each["name"] for each in found} == {"市财政局"}
    assert found[0]["match"]


@pytest.mark.parametrize("value", ["青岚市", {"id": "青岚市"}, ["青岚市", "云岭省"], [{"name": "青岚市"}]])
def test_a_property_holds_a_value_or_several(client, value):
    query = {"query": "财政局", "type": "unit", "properties": [{"pid": "region", "v": value}]}
    assert {each["name"] for each in batch(client, q=query)["q"]["result"]} == {"市财政局"}


def test_properties_alone_find_nothing(client):
    found = batch(client, q={"properties": [{"pid": "uid", "v": "27eb892afbb2"}]})
    assert found == {"q": {"result": []}}


def test_get_answers_as_post_does(client):
    queries = json.dumps({"q": {"query": "青岚市园林局"}})
    asked = client.get("/api/reconcile", params={"queries": queries}).json()
    assert asked == client.post("/api/reconcile", data={"queries": queries}).json()


@pytest.mark.parametrize(
    "queries",
    [
        "",
        "[",
        "[]",
        "1",
        '{"q": 1}',
        '{"q": {"query": 5}}',
        '{"q": {"limit": 1}}',
        '{"q": {"properties": []}}',
        "[" * 5_000,
    ],
)
def test_what_is_no_batch_is_told(client, queries):
    reply = client.get("/api/reconcile", params={"queries": queries})
    assert reply.status_code == 422
    assert reply.json()["detail"]


def test_names_are_suggested_and_an_id_leads_to_its_page(client):
    found = client.get("/api/reconcile/suggest/entity", params={"prefix": "市园"}).json()["result"]
    assert found[0]["name"] == "市园林局"
    page = client.get(f"/api/reconcile/view/{found[0]['id']}", follow_redirects=False)
    assert page.status_code == 307
    assert "/units/" in page.headers["location"]
    assert client.get("/api/reconcile/view/nothing").status_code == 404
    assert client.get("/api/reconcile/suggest/type").json()["result"][0]["id"] == "unit"
