"""Finding tables in a text."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.source import Cell, Source, Table
from loaders.tables import find_tables, read_breakdowns, read_task_tables

ROWS = "1\t建公园\t市园林局\n2\t修路\t市交通局\n"


def test_tabs(tables):
    assert tables("清单\n序号\t任务\t责任单位\n" + ROWS + "说明。\n") == [
        [["序号", "任务", "责任单位"], ["1", "建公园", "市园林局"], ["2", "修路", "市交通局"]]
    ]


def test_a_table_of_two_columns_needs_a_heading(tables):
    assert len(tables("任务\t责任单位\n建公园\t市园林局\n")) == 1
    assert tables("甲\t乙\n丙\t丁\n") == []


def test_lines_that_tabs_indent_are_no_table(tables):
    assert tables("\t\t青岚市人民政府\n\t\t2026年1月5日\n") == []


def test_a_row_broken_inside_a_cell_is_put_together(tables):
    text = "序号\t任务\t责任单位\n1\t建公园,\n改造绿道\t市园林局\n2\t修路\t市交通局\n"
    assert tables(text)[0][1] == ["1", "建公园,\n改造绿道", "市园林局"]


def test_a_page_number_does_not_end_a_table(tables):
    first, second = ROWS.splitlines(keepends=True)
    assert len(tables("序号\t任务\t责任单位\n" + first + "\n- 3 -\n\n" + second)) == 1


def test_a_title_and_a_new_heading_begin_another_table(tables):
    table = "序号\t任务\t责任单位\n" + ROWS
    assert len(tables(table + "附件2\n青岚市重点项目清单\n" + table)) == 2


def test_markdown_needs_a_rule_or_a_heading_of_tasks(tables):
    assert tables("| 任务 | 责任单位 |\n| :-- | --: |\n| 建公园 | 市园林局 |\n") == [
        [["任务", "责任单位"], ["建公园", "市园林局"]]
    ]
    assert tables("甲|乙\n丙|丁\n") == []
    assert len(tables("|任务|责任单位|\n|建公园|市园林局|\n")) == 1


def test_a_drawn_table_takes_whole_lines():
    text = "一、分工\n| 任务 | 责任单位 |\n|--|--|\n| 建公园 | 市园林局 |\n二、保障\n"
    (table,) = find_tables(Source("a.md", "md", "", text))
    assert (text[: table.start], text[table.stop :]) == ("一、分工\n", "\n二、保障\n")


def test_an_escaped_pipe_is_part_of_its_cell(tables):
    assert tables("任务 | 单位\n--- | ---\n甲\\|乙 | 丙\n")[0][1] == ["甲\\|乙", "丙"]


def test_a_heading_repeated_after_a_page_break_goes_on(tables):
    page = "| 任务 | 责任单位 |\n|---|---|\n| 建公园 | 市园林局 |\n"
    assert len(tables(page + "\n" + page)) == 1


def test_fragments(tables):
    text = "见下表:<table border=1><tr><td>任务</td><td>单位</td></tr>\n<tr><td> 甲</td><td>乙 </td></tr></table>完。"
    assert tables(text) == [[["任务", "单位"], ["甲", "乙"]]]


def test_spans_of_a_fragment_take_places():
    text = '<TABLE><tr><td rowspan="2">甲<td colspan=2>乙<tr><td>丙<td>丁</TABLE>'
    cells = find_tables(Source("a", "txt", "", text))[0].cells
    assert [(c.row, c.column, c.rows, c.columns) for c in cells] == [
        (0, 0, 2, 1),
        (0, 1, 1, 2),
        (1, 1, 1, 1),
        (1, 2, 1, 1),
    ]


def test_a_table_inside_a_cell_is_its_text(tables):
    text = "<table><tr><td>甲<table><tr><td>乙</td></tr></table></td><td>丙</td></tr></table>"
    assert tables(text) == [[["甲<table><tr><td>乙</td></tr></table>", "丙"]]]


def test_a_fragment_that_never_closes_ends_at_its_last_tag(tables):
    assert tables("<table><tr><td>甲</td><td>乙</td></tr>\n正文。") == [[["甲", "乙"]]]


def test_the_formats_own_tables_win(tables):
    text = "任务\t责任单位\t时限\n建公园\t市园林局\t6月\n"
    marked = Table(0, len(text) - 1, (Cell(0, 0, 0, 2), Cell(1, 0, 11, 14)))
    assert tables(text, [marked]) == [[["任务"], ["建公园"]]]


def test_pieces_of_a_marked_table_over_two_pages_are_one():
    text = "任务\t责任单位\n建公园\t市园林局\n12\n修路\t市交通局\n"
    first = Table(0, 16, (Cell(0, 0, 0, 2), Cell(0, 1, 3, 7), Cell(1, 0, 8, 11), Cell(1, 1, 12, 16)))
    second = Table(20, 27, (Cell(0, 0, 20, 22), Cell(0, 1, 23, 27)))
    found = find_tables(Source("a.pdf", "pdf", "", text, (0,), (first, second)))
    assert [[c.row for c in table.cells] for table in found] == [[0, 0, 1, 1, 2, 2]]


def test_a_page_may_begin_with_a_title_over_all_columns():
    text = "序号\t任务\t责任单位\n1\t建园\t市园林局\n12\n二\t修路一类\n1\t修路\t市交通局\n"
    spans = [
        (0, 0, "序号"),
        (0, 1, "任务"),
        (0, 2, "责任单位"),
        (1, 0, "1"),
        (1, 1, "建园"),
        (1, 2, "市园林局"),
    ]
    first = Table(0, 21, tuple(Cell(r, c, at := text.index(w), at + len(w)) for r, c, w in spans))
    again = text.index("二")
    second = Table(
        again,
        len(text) - 1,
        (
            Cell(0, 0, again, again + 1),
            Cell(0, 1, again + 2, again + 6, 1, 2),
            *(Cell(1, c, at := text.rindex(w), at + len(w)) for c, w in enumerate(["1", "修路", "市交通局"])),
        ),
    )
    found = find_tables(Source("a.pdf", "pdf", "", text, (0,), (first, second)))
    assert len(found) == 1


@pytest.mark.parametrize("mark", ["\t", "|", "<table>", "<td>", "1\n", "|-"])
def test_a_mark_repeated_without_end_is_read(mark):
    find_tables(Source("a", "txt", "", mark * 50_000))


PIECES = [
    "序号",
    "任务",
    "责任单位",
    "市园林局、各区",
    "(1) 甲。",
    "12",
    "\t",
    "\t",
    "|",
    "|",
    "|--|--|",
    "\n",
    "\n",
]
PIECES += ["<table>", "<tr>", "<td>", "</table>", "全市", "甲区", "乙县", "丙市", "一、", "2.", " ", "。"]


@given(st.lists(st.sampled_from(PIECES), max_size=120).map("".join))
def test_any_text_is_read_and_spans_fit(text):
    source = Source("a", "txt", "", text)
    tables = find_tables(source)
    assert all(a.stop <= b.start for a, b in itertools.pairwise(tables))
    for table in tables:
        assert all(table.start <= c.start <= c.stop <= table.stop for c in table.cells)
    for task in read_task_tables(source, tables):
        assert text[task.start : task.stop] == task.text
        assert all(0 <= a < b <= len(text) for _, a, b in task.units)
    for row in read_breakdowns(source, tables, lambda offset: "").rows:
        assert all(float(text[c.start : c.stop].replace(",", "")) == c.value for c in row.cells)


def test_a_list_that_a_line_end_broke_goes_on_in_the_rows_last_cell(units):
    text = "序号\t任务\t牵头单位\t责任单位\n1\t建公园\t市园林局\t市财政局、\n各镇政府\n2\t修路\t市交通局\t市公安局\n"
    assert units(text) == [
        [("lead", "市园林局"), ("responsible", "市财政局、\n各镇政府")],
        [("lead", "市交通局"), ("responsible", "市公安局")],
    ]
