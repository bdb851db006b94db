"""Comma-separated files as spreadsheets write them; places and units are invented."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator

import pytest

from loaders.extract import extract
from loaders.readers import Limits, read_bytes
from loaders.source import Source
from zeren.errors import TooLarge

Cells = Callable[[Source], Iterator[list[str]]]

SHEET = (
    "青岚市重点任务清单,,,,\r\n序号,重点任务,牵头单位,配合单位,完成时限\r\n"
    '1,"新建公园,\r\n培育企业10家以上",市园林局,"市财政局、市住建局",2031年6月底前\r\n'
    "2,整治河道,市水利局,,2031年9月底前\r\n注:按月调度。,,,,\r\n"
)


def rolled(source: Source) -> list[tuple[str, tuple[str, ...], tuple[str, ...], str | None]]:
    return [
        (
            task.title,
            tuple(a.unit for a in task.assignments if a.role == "lead"),
            tuple(a.unit for a in task.assignments if a.role == "support"),
            task.deadline,
        )
        for task in extract(source).tasks
    ]


EXPECTED = [
    ("新建公园,培育企业10家以上", ("市园林局",), ("市财政局", "市住建局"), "2031年6月底前"),
    ("整治河道", ("市水利局",), (), "2031年9月底前"),
]


def test_a_file_is_a_table_between_its_title_and_notes(cells: Cells) -> None:
    source = read_bytes("a.csv", SHEET.encode())
    assert source.text.startswith("青岚市重点任务清单\n序号\t重点任务")
    assert source.text.endswith("\n注:按月调度。\n")
    assert next(iter(cells(source)))[5:8] == ["1", "新建公园,\n培育企业10家以上", "市园林局"]
    assert rolled(source) == EXPECTED


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize(
    ("bom", "encoding"),
    [(b"", "utf-8"), (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (b"", "gb18030")],
)
def test_marks_and_encodings(mark: str, bom: bytes, encoding: str) -> None:
    text = SHEET.replace("公园,", "公园").replace(",", mark)
    expected = [("新建公园培育企业10家以上", *EXPECTED[0][1:]), EXPECTED[1]]
    assert rolled(read_bytes("a.csv", bom + text.encode(encoding))) == expected


def test_every_fact_points_into_the_text() -> None:
    source = read_bytes("a.csv", SHEET.encode())
    found = extract(source)
    assert [source.text[a.start : a.stop] for t in found.tasks for a in t.assignments] == [
        "市园林局", "市财政局", "市住建局", "市水利局",
    ]  # fmt: skip
    assert [(i.name, i.value, source.text[i.start : i.stop] == i.raw) for i in found.indicators] == [
        ("培育企业", 10, True)
    ]


def test_the_line_that_names_the_mark_is_no_row() -> None:
    assert rolled(read_bytes("a.csv", ("sep=;\n" + SHEET.replace(",", ";")).encode()))[1] == EXPECTED[1]


def test_a_row_with_a_cell_too_many_stays_text_and_is_told() -> None:
    text = SHEET.replace("2,整治河道,", "2,整治河道,疏浚渠道,")
    source = read_bytes("a.csv", text.encode())
    assert rolled(source) == EXPECTED[:1]
    (finding,) = source.findings
    assert finding.code == "unread_clause"
    assert source.text[finding.start : finding.stop] == "2 整治河道 疏浚渠道 市水利局 2031年9月底前"


def test_a_row_that_a_line_end_broke_stays_text_and_is_told() -> None:
    text = SHEET.replace("2,整治河道,", "2,整治\n河道,")
    source = read_bytes("a.csv", text.encode())
    assert rolled(source) == EXPECTED[:1]
    assert len(source.findings) == 2


def test_rows_without_their_last_empty_cells_are_read() -> None:
    text = SHEET.replace("整治河道,市水利局,,2031年9月底前", "整治河道,市水利局")
    assert rolled(read_bytes("a.csv", text.encode()))[1] == ("整治河道", ("市水利局",), (), None)


def test_a_quote_that_does_not_close_leaves_the_file_as_text() -> None:
    source = read_bytes("a.csv", SHEET.replace('局"', "局").encode())
    assert source.tables == ()
    assert [finding.code for finding in source.findings] == ["unread_clause"]
    assert "整治河道" in source.text


def test_a_file_without_marks_is_lines() -> None:
    source = read_bytes("a.csv", "青岚市方案\n一、建公园(市园林局牵头)\n".encode())
    assert source.text == "青岚市方案\n一、建公园(市园林局牵头)\n"


def test_cells_are_counted() -> None:
    with pytest.raises(TooLarge, match="单元格"):
        read_bytes("a.csv", b"a,b\n" * 60, Limits(cells=100))


def test_a_row_wider_than_any_sheet_is_text() -> None:
    assert read_bytes("a.csv", b"a\n" + b",x" * 20_000).tables == ()
