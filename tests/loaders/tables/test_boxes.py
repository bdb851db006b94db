"""Grids drawn with lines; places and units are invented."""

from __future__ import annotations

import pytest

from loaders.explaining import explain
from loaders.extract import extract
from loaders.source import Source
from loaders.tables.relaid import relay

GRID = """青岚市公园建设任务清单
┌────┬──────────────┬──────────┬──────────┬──────────┐
│序号│重点任务      │牵头      │配合单位  │完成时限  │
│    │              │单位      │          │          │
├────┼──────────────┼──────────┼──────────┼──────────┤
│ 1  │新建公园,培育│市发展改革│市财政局、│2031年6月 │
│    │企业10家以上  │委        │市住建局  │底前      │
├────┼──────────────┼──────────┼──────────┼──────────┤
│ 2  │整治河道      │市水利局  │各县区    │2031年9月 │
└────┴──────────────┴──────────┴──────────┴──────────┘
附:联系人另行通知。
"""
MERGED = """青岚市公园建设任务清单
┌────────┬────┬──────────┬─────────────────────┐
│        │    │          │      责任分工       │
│任务类别│序号│具体任务  ├──────────┬──────────┤
│        │    │          │牵头单位  │配合单位  │
├────────┼────┼──────────┼──────────┼──────────┤
│        │ 1  │新建公园  │市园林局  │市财政局  │
│一、绿化├────┼──────────┼──────────┼──────────┤
│        │ 2  │改造绿道  │市住建局  │          │
├────────┼────┼──────────┼──────────┼──────────┤
│二、水利│ 3  │整治河道  │市水利局  │          │
└────────┴────┴──────────┴──────────┴──────────┘
"""
FULL_WIDTH = """青岚市公园建设任务清单
┌──┬─────┬────┬─────┐
│序号│重点任务　│牵头单位│完成时限　│
├──┼─────┼────┼─────┤
│1　│新建公园　│市园林局│2031年6月│
├──┼─────┼────┼─────┤
│2　│整治河道　│市水利局│年底前　　│
└──┴─────┴────┴─────┘
"""
FEW_RULES = """青岚市公园建设任务清单
+------+----------+----------+-----------+
| 序号 | 任务     | 牵头单位 | 完成时限  |
+======+==========+==========+===========+
| 1    | 新建公园 | 市园林局 | 2031年6月 |
| 2    | 整治河道 | 市水利局 | 2031年9月 |
|      | 和水库   |          |           |
+------+----------+----------+-----------+
"""
ASCII = str.maketrans(
    {**dict.fromkeys("┌┬┐├┼┤└┴┘", "+"), "─": "-", "│": "|"},
)


def read(text: str):
    return extract(Source("a.txt", "txt", "", text))


def rolled(text: str) -> list[tuple[str, str, list[str], list[str], str | None]]:
    return [
        ("/".join(task.path), task.title, task.units("lead"), task.units("support"), task.deadline)
        for task in read(text).tasks
    ]


@pytest.mark.parametrize("text", [GRID, GRID.translate(ASCII)])
def test_cells_of_several_lines_are_joined(text):
    assert rolled(text) == [
        ("1", "新建公园,培育企业10家以上", ["市发展改革委"], ["市财政局", "市住建局"], "2031年6月底前"),
        ("2", "整治河道", ["市水利局"], ["各县区"], "2031年9月"),
    ]
    assert read(text).tasks[0].due_on == "2031-06-30"


@pytest.mark.parametrize("text", [MERGED, MERGED.translate(ASCII)])
def test_merged_cells_are_told_by_the_rules_that_stop_at_them(text):
    assert [row[:4] for row in rolled(text)] == [
        ("一/1", "新建公园", ["市园林局"], ["市财政局"]),
        ("一/2", "改造绿道", ["市住建局"], []),
        ("二/3", "整治河道", ["市水利局"], []),
    ]


def test_lines_of_full_width_are_cut_where_their_bars_are():
    assert rolled(FULL_WIDTH) == [
        ("1", "新建公园", ["市园林局"], [], "2031年6月"),
        ("2", "整治河道", ["市水利局"], [], "年底前"),
    ]


def test_rows_without_a_rule_begin_at_their_numbers():
    assert rolled(FEW_RULES) == [
        ("1", "新建公园", ["市园林局"], [], "2031年6月"),
        ("2", "整治河道和水库", ["市水利局"], [], "2031年9月"),
    ]


def test_rows_without_rule_and_number_are_lines_of_whole_units():
    text = FEW_RULES.replace("|      | 和水库   |          |           |\n", "").replace("序号", "类别")
    text = text.replace("| 1 ", "| 甲").replace("| 2 ", "| 乙")
    assert [row[1:3] for row in rolled(text)] == [("新建公园", ["市园林局"]), ("整治河道", ["市水利局"])]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("| 2    | 整", "| 2  |   | 整"),  # a bar too many
        ("| 1    |", "|      |"),  # a number in the middle of its row, or a row without one
        ("| 2    | 整治河道 | 市水利局 |", "| 2    | 整治河道 市水利局   |"),  # a bar too few
        ("| 1    |", "| 甲   |"),  # no numbers, and a row that goes on
    ],
)
def test_what_is_not_certain_stays_text_and_is_told(old, new):
    text = FEW_RULES.replace(old, new)
    found = read(text)
    assert [task for task in found.tasks if task.assignments] == []
    (told,) = [f for f in found.findings if f.code == "unread_clause"]
    assert text[told.start : told.stop].startswith("+---")
    assert text[told.start : told.stop].endswith("---+")


def test_places_are_those_in_the_text_as_read():
    found = read(GRID)
    assert found.text == GRID
    facts = [a for task in found.tasks for a in task.assignments] + list(found.indicators)
    assert all(GRID[fact.start : fact.stop] == fact.raw for fact in facts)
    raws = [fact.raw for fact in facts]
    assert raws[1:5] == ["市财政局", "市住建局", "市水利局", "各县区"]
    assert raws[0].startswith("市发展改革│")
    assert raws[0].endswith("│委")
    assert found.tasks[1].start == GRID.index("整治河道")


def test_what_stands_below_a_grid_keeps_its_place():
    text = GRID + "一、其他\n(一)养护。(市林业局牵头)\n"
    task = read(text).tasks[-1]
    assert task.units("lead") == ["市林业局"]
    assert text[task.start :].startswith("(一)养护")
    assert text[task.assignments[0].start : task.assignments[0].stop] == "市林业局"


def test_pages_and_odd_characters_keep_their_places():
    text = GRID + "\f一、其他\u200b\n"
    source = Source("a.txt", "txt", "", text, (0, text.index("\f") + 1))
    assert extract(source).pages == source.pages
    assert relay(source).place(*[relay(source).source.pages[1]] * 2)[0] == source.pages[1]


def test_explaining_names_the_lines_as_read():
    lines = {number: line for number, line, _ in explain(Source("a.txt", "txt", "", GRID)).lines}
    assert lines[6].startswith("│ 1")


def test_a_frame_of_one_column_is_no_table():
    text = "┌──────────────┐\n│一、新建公园(市园林局牵头)│\n└──────────────┘\n"
    assert relay(Source("a.txt", "txt", "", text)).source.text == text


def test_a_document_without_grids_is_left_alone():
    source = Source("a.txt", "txt", "", "一、新建公园(市园林局牵头)\n+1\n")
    assert relay(source).source is source
