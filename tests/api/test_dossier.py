"""The dossier of a unit, opened again."""

from __future__ import annotations

import io

import pytest
from docx import Document
from docx.oxml.ns import qn

from api.dossier import dossier


@pytest.fixture
def unit(client):
    def find(name):
        return client.get("/api/units", params={"q": name}).json()["results"][0]["id"]

    return find


def opened(client, id):
    reply = client.get(f"/api/units/{id}/dossier.docx")
    assert reply.status_code == 200
    return Document(io.BytesIO(reply.content))


def test_it_lists_what_the_unit_leads_answers_for_and_supports(client, unit):
    document = opened(client, unit("市园林局"))
    headings = [p.text for p in document.paragraphs if p.style.name.startswith(("Heading", "Title"))]
    assert headings == ["市园林局责任清单", "一、牵头任务(2项)", "二、负责任务(1项)", "三、配合任务(0项)", "四、承担的指标(1个)",
                        "五、参加的工作专班(1个)"]  # fmt: skip
    led = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert led[0] == ["序号", "任务", "配合单位", "完成时限", "指标", "出处"]
    assert led[2][1:3] == ["选址", "市财政局、各县区人民政府"]


def test_headings_of_tables_stand_on_every_page(client, unit):
    for table in opened(client, unit("市园林局")).tables:
        assert table.rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None


def test_markup_and_what_xml_cannot_hold_is_text(store_of):
    store = store_of({"part": "", "path": ["一"], "title": "=1+1\x0b<b>", "lead": ["<局>&"]})
    id = store.read("MATCH (u:Unit) RETURN u.id AS id")[0]["id"]
    name, data = dossier(store, id)
    assert name == "<局>&"
    assert Document(io.BytesIO(data)).tables[0].rows[1].cells[1].text == "=1+1\ufffd<b>"


def test_an_unknown_unit_is_not_found(client):
    assert client.get("/api/units/nothing/dossier.docx").status_code == 404
