"""Tables of indicators: unit and target in columns of their own."""

import tomllib
from importlib import resources

import pytest

from loaders.extract import extract
from loaders.indicators.cells import of_cell
from loaders.source import Source
from loaders.tables.indicators import column_kind

ROWS = tomllib.loads((resources.files("loaders.tables") / "measure_headers.toml").read_text("utf-8"))[
    "column"
]


def read(text, kind="md"):
    """Path, name, op, value and unit of each indicator."""
    found = extract(Source(f"a.{kind}", kind, "", text)).indicators
    return ["/".join(i.path) + f" {i.name} {i.op} {i.value:g} {i.unit}".rstrip() for i in found]


@pytest.mark.parametrize("row", ROWS, ids=[row["kind"] for row in ROWS])
def test_each_heading_is_known_by_its_row(row):
    assert column_kind(row["seen"]) == row["kind"]


def test_only_the_target_counts():
    text = """# 一、主要指标
| 序号 | 指标 | 单位 | 2020年 | 2025年 | 年均增长〔累计〕 | 属性 |
|---|---|---|---|---|---|---|
| 1 | 茶园面积 | 万亩 | 21 | 26 | — | 预期性 |
| 2 | 茶农参保率 | % | 86 | ≥90 | — | 约束性 |
| 3 | 新增茶亭 | 座 | 〔30〕 | 〔50〕 | — | 预期性 |
| 4 | 茶厂达标率 | % | 88 | 92 | 〔4〕 | 预期性 |
| 5 | 茶旅融合 | — | — | 明显提升 | — | 预期性 |
"""
    assert read(text) == [
        "一/1 茶园面积 = 26 万亩",
        "一/2 茶农参保率 >= 90 %",
        "一/3 新增茶亭 = 50 座",
        "一/4 茶厂达标率 = 92 %",
    ]


def test_a_heading_that_the_next_page_repeats_is_no_row():
    text = (
        "一、主要指标\n领域\t序号\t指标名称\t2030年\t属性\n茶园\t1\t茶园面积(万亩)\t26\t预期性\n"
        "领域\t序号\t指标名称\t2030年\t属性\n茶亭\t2\t茶亭(座)\t≥50\t预期性\n"
    )
    assert read(text, "txt") == ["一/1 茶园面积 = 26 万亩", "一/2 茶亭 >= 50 座"]


def test_rows_that_are_tasks_keep_the_task_s_place():
    text = (
        "一、主要指标\n"
        "指标名称\t单位\t2023年实际值\t2025年目标值\t年均增长(%)\t责任单位\n"
        "茶叶产值\t亿元\t15\t21\t7左右\t县林业局\n"
        "竹器出口额(万美元)\t\t30\t40—45\t—\t县商务局\n"
    )
    assert read(text, "txt") == [
        "一/p1 茶叶产值 = 21 亿元",
        "一/p1 茶叶产值年均增长 ~ 7 %",
        "一/p2 竹器出口额 = 40 万美元",
    ]


def test_a_heading_of_two_rows_and_groups_between():
    head = "<tr><td rowspan=2>序号</td><td rowspan=2>指标名称</td><td rowspan=2>单位</td><td colspan=2>数值</td></tr>"
    rows = (
        "<tr><td>2023年完成</td><td>2024年目标</td></tr><tr><td colspan=5>(一)茶业</td></tr>"
        "<tr><td>1</td><td>茶叶产量</td><td>万吨</td><td>6.8</td><td>7以上</td></tr>"
    )
    assert read(f"一、主要指标\n<table>{head}{rows}</table>\n") == ["一/(一)/1 茶叶产量 >= 7 万吨"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("≥90", (">=", 90, None, "%")),
        ("5以内", ("<=", 5, None, "%")),
        ("不低于55", (">=", 55, None, "%")),
        ("40-45", ("=", 40, 45, "%")),
        ("3.6万张", ("=", 3.6, None, "万张")),
        ("〔4〕", ("=", 4, None, "%")),
    ],
)
def test_what_a_cell_holds(text, expected):
    found = of_cell(text, "%")
    assert found
    assert (found.op, found.value, found.value_max, found.unit) == expected


@pytest.mark.parametrize("text", ["明显增长", "—", "", "2024年6月底前完成", "按5%执行"])
def test_what_is_no_value(text):
    assert of_cell(text, "%") is None


TOLD = "<tr><td>公园</td><td>1.绿地率</td><td>较上年增加。2031年达到40%,2035年达到45%。</td><td>绿地面积/总面积*100%。</td></tr>"


def test_a_standard_told_in_sentences_speaks_of_the_measure_of_its_row():
    head = "<tr><td>一级指标</td><td>二级指标</td><td>评价标准</td><td>含义</td></tr>"
    assert read(f"<table>{head}{TOLD}</table>") == ["1 绿地率 = 40 %", "1 绿地率 = 45 %"]


def test_standards_beside_marks_are_no_targets():
    head = "<tr><td>一级指标</td><td>二级指标</td><td>评价标准</td><td>分值</td></tr>"
    assert read(f"<table>{head}{TOLD}</table>") == []
