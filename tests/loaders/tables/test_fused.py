"""Task tables whose cells copying left without a mark between; places and units are invented."""

import pytest

from loaders.extract import extract
from loaders.readers import read_bytes
from loaders.tables.fused_units import told_apart

HEAD = "2031年重点工作分解表\n序号任务名称任务内容牵头部门配合部门落实情况（每季度填报）\n一、公园\n"
ROWS = (
    "1建设公园1.新建公园3处。\n2.改造绿道5公里。\n市园林局市财政局、市水利局\n"
    "2管护公园1.补栽树木900株。市林业局各区政府\n2.管护率达到98%以上。市园林局\n"
)
END = "注：未列明的，由牵头部门商定。\n"


def read(text):
    return extract(read_bytes("x.txt", text.encode()))


def found(text):
    return [
        ("/".join(t.path), t.units("lead"), t.units("support")) for t in read(text).tasks if t.assignments
    ]


def test_units_behind_all_measures_are_the_row_s_and_those_behind_each_its_own():
    assert found(HEAD + ROWS + END) == [
        ("一/1", ["市园林局"], ["市财政局", "市水利局"]),
        ("一/2/1", ["市林业局"], ["各区政府"]),
        ("一/2/2", ["市园林局"], []),
    ]


def test_targets_stand_at_their_measures():
    assert [(i.path, i.name, i.value) for i in read(HEAD + ROWS + END).indicators] == [
        (("一", "1", "1"), "新建公园", 3),
        (("一", "1", "2"), "改造绿道", 5),
        (("一", "2", "1"), "补栽树木", 900),
        (("一", "2", "2"), "管护率", 98),
    ]


def test_facts_point_at_the_text_as_printed():
    extraction = read(HEAD + ROWS + END)
    for each in (a for task in extraction.tasks for a in task.assignments):
        assert extraction.text[each.start : each.stop] == each.raw == each.unit
    for each in extraction.indicators:
        assert extraction.text[each.start : each.stop] == each.raw


def test_lists_that_may_end_in_two_places_are_a_finding():
    extraction = read(HEAD + ROWS.replace("市园林局市财政局、市水利局", "执行局法警支队、各法院执行局") + END)
    assert [f.code for f in extraction.findings if f.code == "unread_clause"] == ["unread_clause"]
    assert not any(t.assignments for t in extraction.tasks if t.path == ("一", "1"))
    assert len(extraction.indicators) == 4


@pytest.mark.parametrize(
    ("printed", "other"),
    [
        ("2.改造绿道5公里。\n", "2.改造绿道5公里。市水利局\n"),
        ("2.管护率达到98%以上。市园林局\n", "2.管护率达到98%以上。\n"),
        ("1.补栽树木900株。市林业局各区政府\n", "1.补栽树木900株。这一项从去年起\n"),
        ("2管护公园1.", "3管护公园1."),
    ],
)
def test_rows_that_do_not_show_where_cells_end_give_nothing_but_a_finding(printed, other):
    extraction = read(HEAD + ROWS.replace(printed, other) + END)
    assert not extraction.indicators
    assert not any(t.assignments for t in extraction.tasks)
    assert "unread_clause" in [f.code for f in extraction.findings]


def test_a_heading_below_the_table_is_none_of_it():
    extraction = read(HEAD + ROWS + "二、工作要求\n各区要加强调度。新建茶园4个。\n")
    assert [(i.path, i.value) for i in extraction.indicators][-1] == (("二",), 4)


def test_a_name_known_from_one_run_parts_another():
    text = "刑事庭\n刑事庭民事庭、各人民法庭\n民事庭研究室\n督察室(督察组)机关党委\n立案庭政治部"
    starts = [0, *(i + 1 for i, char in enumerate(text) if char == "\n")]
    runs = [(start, text.find("\n", start) if "\n" in text[start:] else len(text)) for start in starts]
    assert [[text[a:b] for a, b in lists] for lists in told_apart(text, runs)] == [
        ["刑事庭"],
        ["刑事庭", "民事庭、各人民法庭"],
        ["民事庭", "研究室"],
        ["督察室(督察组)", "机关党委"],
        [],
    ]
