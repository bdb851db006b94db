"""A document's page: its text with the facts in it."""

from __future__ import annotations

from api.highlight import stretches
from loaders.extract import extract
from loaders.readers import read_bytes

TEXT = "一、公园\n1.新建公园3个以上。(市园林局牵头,市财政局配合)\n根据《云岭省公园条例》办理。\n"


def test_stretches_joined_are_the_text():
    found = extract(read_bytes("x.txt", TEXT.encode()))
    assert "".join(each.text for each in stretches(found)) == TEXT
    kinds = {each.text: each.kind for each in stretches(found) if each.kind}
    assert kinds["市园林局"] == "lead"
    assert kinds["市财政局"] == "support"
    assert kinds["《云岭省公园条例》"] == "citation"
    assert "indicator" in kinds.values()


def test_each_document_has_a_page(client):
    for each in client.get("/api/catalog").json()["results"]:
        page = client.get(f"/documents/{each['id']}")
        assert page.status_code == 200
        assert each["title"] in page.text
    assert "numbering" in page.text
    listing = client.get("/documents").text
    assert each["file_name"] in listing
    assert client.get("/documents/nothing").status_code == 404
