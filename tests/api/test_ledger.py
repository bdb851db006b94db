"""The ledger: what its sheets hold, and that it is whole."""

from __future__ import annotations

import io

import pytest
from openpyxl import load_workbook

from api.ledger import write_ledger
from api.ledger_rows import Scope, parts, total
from zeren.errors import BadParameter, NotFound

HEADINGS = [
    "序号",
    "任务",
    "牵头单位",
    "配合单位",
    "责任单位",
    "完成时限",
    "指标",
    "出处",
    "责任人",
    "进展情况",
    "备注",
]


def book_of(client, **filters):
    reply = client.get("/api/ledger.xlsx", params=filters)
    assert reply.status_code == 200, reply.text
    return load_workbook(io.BytesIO(reply.content)), reply


def rows(sheet):
    """The rows between heading and total."""
    return list(sheet.iter_rows(min_row=2, max_row=sheet.max_row - 1, values_only=True))


def test_the_sheets_are_those_that_offices_keep(client):
    book, _ = book_of(client)
    assert book.sheetnames == ["任务", "单位", "指标", "问题"]
    assert [cell.value for cell in book["任务"][1]] == HEADINGS
    for sheet in book:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref
        assert sheet.column_dimensions["B"].width >= 8


def test_every_task_stands_in_it_and_the_last_row_counts_them(client):
    book, reply = book_of(client)
    found = rows(book["任务"])
    assert [row[0] for row in found] == list(range(1, len(found) + 1))
    assert reply.headers["x-total-count"] == str(len(found)) == "4"
    assert book["任务"].cell(book["任务"].max_row, 2).value == "共 4 项,与图谱库一致"


def test_a_task_has_its_units_by_role_its_numbers_and_its_place(client):
    book, _ = book_of(client, plan="青政发〔2031〕1号")
    task = next(row for row in rows(book["任务"]) if "选址" in row[1])
    assert task[2:5] == ("市园林局", "市财政局、各县区人民政府", None)
    assert task[6] == "新建公园不少于3个"
    assert task[7].endswith("二(一)")
    assert task[8:] == (None, None, None)


def test_units_are_counted_by_role(client):
    book, _ = book_of(client, plan="青政发〔2031〕1号")
    found = {row[1]: row[3:] for row in rows(book["单位"])}
    assert found["市园林局"] == (2, 0, 1, 3)
    assert found["市财政局"] == (0, 1, 1, 2)


def test_the_ledger_of_a_unit_has_only_its_tasks(client):
    book, _ = book_of(client, unit="市财政局", role="support")
    assert [row[1] for row in rows(book["任务"])] == ["选址"]
    assert rows(book["指标"]) == []
    book, _ = book_of(client, unit="市园林局")
    assert len(rows(book["任务"])) == 3
    assert [row[1] for row in rows(book["指标"])] == ["新建公园"]


def test_what_a_spreadsheet_would_run_is_text(client):
    book, _ = book_of(client, plan="沙政发〔2031〕2号")
    cell = book["任务"]["B2"]
    assert cell.data_type == "s"
    assert cell.value == "'=HYPERLINK(1)"


def test_the_name_of_the_file_is_chinese(client):
    _, reply = book_of(client)
    assert (
        "filename*=UTF-8''%E8%B4%A3%E4%BB%BB%E5%8F%B0%E8%B4%A6.xlsx" in reply.headers["content-disposition"]
    )


@pytest.mark.parametrize(
    ("filters", "status"),
    [({"plan": "没有"}, 404), ({"unit": "没有"}, 404), ({"region": "没有"}, 404), ({"role": "chief"}, 422),
     ({"plan": "沙政发〔2031〕2号", "unit": "市园林局"}, 404)],
)  # fmt: skip
def test_a_choice_of_nothing_is_told(client, filters, status):
    reply = client.get("/api/ledger.xlsx", params=filters)
    assert (reply.status_code, reply.headers["content-type"]) == (status, "application/problem+json")


def test_an_unknown_role_is_refused(loaded):
    with pytest.raises(BadParameter, match="chief"):
        Scope.of(loaded, role=["chief"])


def test_rows_and_total_agree_for_every_role_and_region(loaded):
    for role in ((), ("lead",), ("support",), ("responsible",), ("lead", "support")):
        for region in ((), ("青岚市",)):
            scope = Scope.of(loaded, role=role, region=region)
            assert sum(len(part.tasks) for part in parts(loaded, scope)) == total(loaded, scope), scope


def test_a_failed_ledger_leaves_the_file_as_it_was(loaded, tmp_path):
    out = tmp_path / "ledger.xlsx"
    out.write_bytes(b"old")
    with pytest.raises(NotFound):
        write_ledger(loaded, out, Scope(plans=("nothing",)))
    assert [path.name for path in tmp_path.iterdir()] == ["ledger.xlsx"]
    assert out.read_bytes() == b"old"


def test_a_heading_without_units_is_no_task_and_a_task_without_units_is_one(store_of):
    store = store_of(
        {"part": "", "path": ["一"], "title": "产业"},
        {"part": "", "path": ["一", "1"], "title": "建园", "lead": ["市工信局"]},
        {"part": "", "path": ["一", "2"], "title": "没人管的事"},
    )
    found = [task.title for part in parts(store, Scope()) for task in part.tasks]
    assert found == ["建园", "没人管的事"]
    assert total(store, Scope()) == 2
