"""Marks that number items only in a sequence."""

import pytest

from loaders.outline import find_parts, read_outline
from loaders.outline.lines import read_lines


def paths(text):
    lines = list(read_lines(text))
    return ["/".join(i.path) for p in find_parts(lines) for i in read_outline(lines, p) if i.path]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A.建园\n选址。\n1.甲。\n2.乙。\nB.修路\n1.丙。\n", ["A", "A/1", "A/2", "B", "B/1"]),
        ("一、公园\n1.建园。\nA.选址。\nB.施工。\n2.修路。\n", ["一", "一/1", "一/1/A", "一/1/B", "一/2"]),
        ("I.总则\n一、甲\nII.任务\n一、乙\n", ["I", "I/一", "II", "II/一"]),
        ("一、公园\n1-1 建园。\n1-2 修路。\n二、学校\n2-1 办学。\n", ["一", "一/1-1", "一/1-2", "二", "二/2-1"]),
        ("第一条 公园\n(A)建园。\n(B)修路。\n", ["第一条", "第一条/(A)", "第一条/(B)"]),
        ("1 推进建园。选址。\n2 推进修路。责任单位:市园林局\n", ["1", "2"]),
        ("壹、目标\n一、甲\n贰、任务\n", ["壹", "壹/一", "贰"]),
        ("一、任务\n1 推进建园\n选址施工。\n2 推进修路\n按时完工。\n", ["一", "一/1", "一/2"]),
    ],
)  # fmt: skip
def test_sequence(text, expected):
    assert paths(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "一、公园\nA.股份制园区建成。\n",
        "一、公园\n1-6月完成选址。\n7-12月完成施工。\n",
        "一、公园\n1 号园开工。\n3 号园完工。\n",
        "一、公园\n1 张园\n2 李园\n3 王园\n",
    ],
)
def test_a_lone_mark_is_none(text):
    assert paths(text) == ["一"]
