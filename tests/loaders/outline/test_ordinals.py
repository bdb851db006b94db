"""Ordinals at the head of a line."""

import pytest

from loaders.outline.ordinals import chinese_number, ordinal_in, read_ordinal, styles


@pytest.mark.parametrize("style", styles(), ids=lambda s: s.name)
def test_each_row_fires_on_its_own_example_and_no_earlier_one_does(style):
    found = ordinal_in(style, style.seen) if style.sequence else read_ordinal(style.seen)
    assert not style.sequence or read_ordinal(style.seen) is None
    assert found is not None
    assert found.style == style.name


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("一、总体要求", "一"),
        ("十二、保障措施", "十二"),
        ("(三)新建公园。", "(三)"),
        ("( 三 )新建公园。", "(三)"),
        ("4.新建公园", "4"),
        ("4、新建公园", "4"),
        ("(5)新建公园", "(5)"),
        ("①新建公园", "①"),
        ("第十条 学校安全", "第十条"),
        ("1.1 完善制度", "1.1"),
        ("Ⅱ、重点任务", "Ⅱ"),
        ("任务一:新建公园", "任务一"),
        ("问题2:公园管护不到位", "问题2"),
        ("赛道一:新建公园", "赛道一"),
    ],
)
def test_labels_are_normalised(line, label):
    assert read_ordinal(line).label == label


@pytest.mark.parametrize(
    "line",
    [
        "2031年底前完成",
        "3.5万亩以上",
        "1.2亿元的项目",
        "(2031年)公园",
        "一是新建公园",
        "5G基站",
        "十大工程",
        "",
        "1个以上",
    ],
)
def test_numbers_in_a_text_are_no_ordinals(line):
    assert read_ordinal(line) is None


@pytest.mark.parametrize(
    ("text", "value"), [("一", 1), ("十", 10), ("十二", 12), ("二十", 20), ("三十五", 35), ("一百零三", 103)]
)
def test_chinese_numbers(text, value):
    assert chinese_number(text) == value
