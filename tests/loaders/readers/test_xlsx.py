from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from datetime import date, datetime

import openpyxl
import pytest
from openpyxl.worksheet.merge import MergedCellRange

from loaders.readers import Limits, read_bytes
from loaders.readers.number_formats import shown_number
from loaders.source import Source
from zeren.errors import LoadError, TooLarge

Cells = Callable[[Source], Iterator[list[str]]]


def saved(workbook: openpyxl.Workbook) -> bytes:
    written = io.BytesIO()
    workbook.save(written)
    return written.getvalue()


@pytest.fixture
def ledger() -> openpyxl.Workbook:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = "任务清单"
    for row in (["青岚市重点任务清单"], ["序号", "任务", "时限"], [1, "建设园区\n二期", date(2025, 6, 30)]):
        sheet.append(row)
    sheet["C3"].number_format = 'yyyy"年"m"月"d"日"'
    sheet.append([None, "增长率", 0.085])
    sheet["C4"].number_format = "0.0%"
    sheet.append(["注:按月调度。"])
    sheet.merge_cells("A1:C1")
    sheet.merge_cells("A3:A4")
    return workbook


def test_a_sheet_is_a_table_between_its_title_and_notes(ledger: openpyxl.Workbook, cells: Cells) -> None:
    source = read_bytes("a.xlsx", saved(ledger))
    assert source.text == (
        "青岚市重点任务清单\n"
        "序号\t任务\t时限\n1\t建设园区\n二期\t2025年6月30日\n增长率\t8.5%\n注:按月调度。\n"
    )
    assert list(cells(source)) == [
        ["序号", "任务", "时限", "1", "建设园区\n二期", "2025年6月30日", "增长率", "8.5%"]
    ]
    places = [(c.row, c.column, c.rows, c.columns) for c in source.tables[0].cells]
    assert places[3] == (1, 0, 2, 1)
    assert places[6] == (2, 1, 1, 1)


def test_a_hidden_sheet_is_told(ledger: openpyxl.Workbook) -> None:
    hidden = ledger.create_sheet("底稿")
    hidden["A1"] = "x"
    hidden.sheet_state = "hidden"
    source = read_bytes("a.xlsx", saved(ledger))
    assert "x" not in source.text
    assert [(f.code, "底稿" in f.message) for f in source.findings] == [("unread_clause", True)]


def test_a_formula_without_a_result_is_told(ledger: openpyxl.Workbook) -> None:
    ledger["任务清单"]["B4"] = "=1+1"
    found = read_bytes("a.xlsx", saved(ledger)).findings
    assert [(f.code, f.severity) for f in found] == [("unread_clause", "warning")]


def test_a_sheet_without_a_title_is_called_by_its_name() -> None:
    workbook = openpyxl.Workbook()
    workbook.active.title = "任务清单"
    workbook.active.append(["a", "b"])
    annex = workbook.create_sheet("附件2")
    for row in (["青岚市分工表"], ["c", "d"]):
        annex.append(row)
    assert read_bytes("a.xlsx", saved(workbook)).text == "任务清单\na\tb\n附件2\n青岚市分工表\nc\td\n"


def test_names_that_excel_gave_are_no_title() -> None:
    workbook = openpyxl.Workbook()
    workbook.active.append(["a", "b"])
    assert read_bytes("a.xlsx", saved(workbook)).text == "a\tb\n"


def test_a_workbook_without_text_is_refused() -> None:
    with pytest.raises(LoadError, match="没有文字"):
        read_bytes("a.xlsx", saved(openpyxl.Workbook()))


def test_cells_are_capped(ledger: openpyxl.Workbook) -> None:
    with pytest.raises(TooLarge, match="单元格"):
        read_bytes("a.xlsx", saved(ledger), Limits(cells=5))


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (30.0, "General", "30"),
        (0.1 + 0.2, "General", "0.3"),
        (1234567.891, "#,##0.00", "1,234,567.89"),
        (0.085, "0%", "9%"),
        (1e300, "0.00", "1e+300"),
        (0.5, "0.0#%", "50.0%"),
        (3.0, "0_ ", "3"),
        (45838.0, "yyyy/m/d", "2025/6/30"),
        (45838.0, "yyyy-mm-dd", "2025-06-30"),
        (45838.0, '[$-804]yyyy"年"m"月";@', "2025年6月"),
        (45838.5, "m/d h:mm", "6/30 12:00"),
        (-1.0, "yyyy-mm-dd", "1899-12-29"),
        (1e300, "yyyy-mm-dd", "1e+300"),
    ],
)
def test_numbers_are_shown_as_printed(value: float, code: str, shown: str) -> None:
    assert shown_number(value, code, datetime(1899, 12, 30)) == shown


def test_merged_cells_that_overlap_without_end_are_refused() -> None:
    workbook = openpyxl.Workbook()
    workbook.active.append(["a", "b"])
    for right in "BCDEFGH":
        workbook.active.merged_cells.ranges.add(MergedCellRange(workbook.active, f"A1:{right}1"))
    with pytest.raises(TooLarge, match="合并单元格"):
        read_bytes("a.xlsx", saved(workbook), Limits(comparisons=10))
