"""Tables of numbers whose cells only blanks part."""

from loaders.extract import extract_bytes
from loaders.tables.spaced import spaced_tables

MEASURES = """青岚市“十六五”茶业发展规划
第二章 发展目标
第二节 主要指标
序号 指标名称 单位 2030年 2035年 属性
1 茶园面积 万亩 12.5 15 预期性
2 亿元产值 事故率 人/亿元 0.061 ≤0.041 约束性
3 机械化率 % 41.5 >60 预期性
注:带[ ]的为五年累计数。
"""

PLACES = """附件:2031年茶园任务分解表(单位:万亩)
乡镇 茶园面积 新建面积
合计 9.5 2.0
山前镇 4.2 0.9
白石镇 3.1 0.7
河口乡 2.2 0.4
"""


def test_a_measure_has_its_unit_bound_and_the_later_year():
    found = extract_bytes("plan.txt", MEASURES.encode()).indicators
    assert [(i.path[-1], i.name, i.op, i.value, i.unit) for i in found] == [
        ("1", "茶园面积", "=", 15, "万亩"),
        ("2", "亿元产值事故率", "<=", 0.041, "人/亿元"),
        ("3", "机械化率", ">=", 60, "%"),
    ]


def test_places_are_a_breakdown():
    found = extract_bytes("plan.txt", PLACES.encode()).breakdowns
    assert [(b.name, b.unit, b.total, [c.region for c in b.cells]) for b in found] == [
        ("茶园面积", "万亩", 9.5, ["山前镇", "白石镇", "河口乡"]),
        ("新建面积", "万亩", 2.0, ["山前镇", "白石镇", "河口乡"]),
    ]


def test_a_sentence_below_such_words_is_no_row():
    assert spaced_tables("乡镇 名称 数量\n各乡镇 要在 2031年底前完成 任务。\n请遵照 执行 为盼\n") == []


def test_a_table_of_indicators_with_a_cell_a_line():
    text = "青岚市茶业规划\n一、目标\n\n序号\n\n指标\n\n单位\n\n2030年\n\n2035年\n\n" + "\n\n".join(
        ["1", "茶园面积", "万亩", "18.6", "20", "2", "优质率", "%", "68", "80以上"]
    )
    found = extract_bytes("plan.txt", f"{text}\n\n二、任务\n".encode()).indicators
    assert [(i.path[-1], i.name, i.op, i.value, i.unit) for i in found] == [
        ("1", "茶园面积", "=", 20, "万亩"),
        ("2", "优质率", ">=", 80, "%"),
    ]


def test_places_with_a_cell_a_line():
    rows = [
        "乡镇",
        "新建面积",
        "示范片",
        "合计",
        "95",
        "6",
        "山前镇",
        "40",
        "3",
        "白石镇",
        "35",
        "2",
        "河口乡",
        "20",
        "1",
    ]
    found = extract_bytes(
        "plan.txt", ("青岚县茶园任务分解表\n\n" + "\n".join(rows) + "\n").encode()
    ).breakdowns
    assert [(b.name, b.total, [c.value for c in b.cells]) for b in found] == [
        ("新建面积", 95, [40, 35, 20]),
        ("示范片", 6, [3, 2, 1]),
    ]


def test_bars_around_each_row_make_a_table_without_a_rule():
    rows = [
        "镇(街道) | 茶园(万亩) | 茶厂(个)",
        "山前镇 | 2.6 | 2",
        "白石镇 | 2.4 | /",
        "河口乡 | 2 | 1",
        "合计 | 7 | 3",
    ]
    text = "附件:青岚县任务分解表\n" + "".join(f"| {row} |\n" for row in rows)
    found = extract_bytes("plan.txt", text.encode()).breakdowns
    assert [(b.name, b.unit, b.total, len(b.cells)) for b in found] == [
        ("茶园", "万亩", 7, 3),
        ("茶厂", "个", 3, 2),
    ]
