"""Words of documents that would be markup, a template or a formula, looked for in everything that is served."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from urllib.parse import quote
from xml.etree import ElementTree

import openpyxl
import pytest
from selectolax.lexbor import LexborHTMLParser
from starlette.testclient import TestClient

from api.app import create_app
from graph.open import open_store
from graph.subgraph import plan_subgraph
from tests.support.plans import plan
from viz.page import render_file
from zeren.settings import Settings

MARKUP = "<img src=x onerror=alert(1)>\"'><script>alert(2)</script>{{7*7}}"
FORMULA = '=HYPERLINK("http://evil.example","x")'
WORDS = FORMULA + MARKUP


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    """Everything that a document can name holds the words."""
    store = open_store(f"ladybug://{tmp_path_factory.mktemp('payloads')}/store")
    task = {"part": "附件1", "path": ["二"], "title": WORDS, "text": WORDS, "lead": [WORDS], "support": ["市财政局" + MARKUP],
            "deadline": WORDS}  # fmt: skip
    reports = store.load(
        [plan(
            "青政发〔2031〕1号" + MARKUP, WORDS, doc=WORDS + ".txt", text=WORDS * 3,
            parts=[{"part": "附件1", "title": WORDS, "office": WORDS, "members": [WORDS], "task_force": WORDS, "leader": WORDS}],
            tasks=[task, task | {"path": ["三", WORDS]}],
            indicators=[{"part": "附件1", "path": ["二"], "name": WORDS, "value": 3, "unit": WORDS, "op": ">=", "raw": WORDS}],
            citations=[{"title": WORDS, "doc_number": WORDS}],
            findings=[{"code": "numbering", "severity": "info", "message": WORDS, "start": 0, "stop": 5}],
        )]
    )  # fmt: skip
    assert reports[0].status == "loaded", reports[0].error
    app = create_app(store, Settings(_env_file=None, hosts="testserver", token="schreiben"))
    with TestClient(app, headers={"Accept": "text/html,*/*"}) as opened:
        yield opened
    store.close()


@pytest.fixture(scope="module")
def answers(client):
    """Every address that is served, with ids and words of the document in it, and its answer."""
    store = client.app.state.store
    ids = {kind.lower(): store.read(f"MATCH (n:{kind}) RETURN n.id AS id ORDER BY id")[0]["id"]
           for kind in ("Unit", "Task", "Indicator")}  # fmt: skip
    ids["plan"] = store.read("MATCH (p:Plan) WHERE p.part = '' AND p.year > 0 RETURN p.id AS id")[0]["id"]
    ids["document"] = store.documents()[0].id
    found = {}
    for path in addresses(client, ids):
        reply = client.get(path)
        assert reply.status_code < 500, path
        found[path] = reply
    return found


def addresses(client, ids):
    words = quote(WORDS, safe="")
    templates = {route for route in client.app.openapi()["paths"] if "static" not in route}
    templates |= {"/", "/queries", "/plans", "/plans/{id}", "/units", "/units/{id}", "/tasks/{id}", "/indicators", "/documents",
                  "/documents/{id}", "/graph", "/ask", "/upload", "/login"}  # fmt: skip
    for template in sorted(templates):
        kind = next((each for each in ids if f"/{each}s/" in template), "plan")
        path = template.replace("{id}", quote(ids[kind], safe="")).replace("{ending}", "csv")
        if "{kind}" in path:
            yield from (path.replace("{kind}", each) for each in ("plan", "cooperation", "indicators"))
            continue
        path = path.replace("{name}", "tasks_of_unit")
        for query in ("", f"?q={words}", f"?unit={words}", f"?unit={quote(ids['unit'], safe='')}&roles=lead",
                      f"?plan={quote(ids['plan'], safe='')}&q={words}"):  # fmt: skip
            yield path + query
    yield f"/queries/tasks_of_unit?unit={words}"
    yield f"/queries/tasks_of_unit?unit={quote(ids['unit'], safe='')}"
    yield f"/queries/{words}"
    yield f"/embed/unit/{quote(ids['unit'], safe='')}"
    yield f"/nothing/{words}"


def of_type(answers, *types):
    return {
        path: reply
        for path, reply in answers.items()
        if reply.headers.get("content-type", "").startswith(types)
    }


def misread(html):
    """Elements and attributes that no page of ours has."""
    page = LexborHTMLParser(html)
    scripts = [
        each
        for each in page.css("script")
        if "src" not in each.attributes and each.attributes.get("type") != "application/json"
    ]
    handlers = [each.html for each in page.css("*") if any(name.startswith("on") for name in each.attributes)]
    return [*(each.html for each in page.css("img")), *(each.html for each in scripts), *handlers]


def test_no_page_takes_words_of_a_document_for_markup(answers):
    pages = of_type(answers, "text/html")
    assert len(pages) > 20
    assert sum("{{7*7}}" in reply.text for reply in pages.values()) > 8
    for path, reply in pages.items():
        assert misread(reply.text) == [], path
        links = re.findall(r'(?:href|src|action)="([^"]*)"', reply.text)
        assert not [each for each in links if each.lower().startswith(("javascript:", "http", "//"))], path


def test_no_answer_of_the_api_is_a_page(answers):
    for path, reply in answers.items():
        if path.startswith("/api/"):
            assert not reply.headers.get("content-type", "").startswith("text/html"), path
            assert reply.headers["x-content-type-options"] == "nosniff"
        if "json" in reply.headers.get("content-type", ""):
            json.loads(reply.text)


def test_no_cell_of_a_file_is_a_formula(answers):
    tables, books = (
        of_type(answers, "text/csv"),
        of_type(answers, "application/vnd.openxmlformats-officedocument.spreadsheetml"),
    )
    assert len(tables) > 3
    assert books
    for path, reply in tables.items():
        cells = [cell for row in csv.reader(io.StringIO(reply.text.lstrip("\ufeff"))) for cell in row]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "@", "-"))], path
    for path, reply in books.items():
        for sheet in openpyxl.load_workbook(io.BytesIO(reply.content)):
            assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"], path


def test_pictures_and_documents_hold_the_words_as_text(answers):
    pictures = of_type(answers, "image/svg")
    dossiers = of_type(answers, "application/vnd.openxmlformats-officedocument.wordprocessingml")
    assert pictures
    assert dossiers
    for path, reply in pictures.items():
        names = {each.tag.rpartition("}")[2] for each in ElementTree.fromstring(reply.content).iter()}
        assert not names & {"img", "script", "foreignObject"}, path
    for reply in dossiers.values():
        with zipfile.ZipFile(io.BytesIO(reply.content)) as archive:
            assert MARKUP in "".join(ElementTree.fromstring(archive.read("word/document.xml")).itertext())


def test_the_offline_file_holds_the_words_as_text(client):
    store = client.app.state.store
    id = store.read("MATCH (p:Plan) WHERE p.part = '' AND p.year > 0 RETURN p.id AS id")[0]["id"]
    page = LexborHTMLParser(render_file(plan_subgraph(store, id), WORDS, root=id))
    assert page.css("img") == []
    assert not [each for each in page.css("script") if (each.text() or "").strip().startswith("alert")]
