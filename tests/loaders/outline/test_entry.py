"""Heads of documents taken out of a compilation, and first items that look like one."""

import pytest

from loaders.outline.entry import with_entry_head
from loaders.outline.lines import read_lines


def heads(text):
    return [line.text for line in with_entry_head(list(read_lines(text)))]


def test_the_number_goes_and_the_date_stands_apart():
    text = "8、青岚市公园建\n设方案（2031 年2月\n8日）\n一、选址\n"
    lines = with_entry_head(list(read_lines(text)))
    assert [line.text for line in lines] == ["青岚市公园建设方案", "(2031 年2月8日)", "一、选址"]
    assert [text[line.start : line.stop] for line in lines[:2]] == [
        "青岚市公园建\n设方案",
        "（2031 年2月\n8日）",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "1.印发公园建设方案\n2.完成选址\n",
        "1.印发关于公园建设的通知\n(市园林局负责)\n",
        "年公园建设清单的通知（2031年2月8日）\n各区:\n",
        "青岚市公园建设方案\n各区:\n",
    ],
)
def test_nothing_else_is_an_entry(text):
    assert heads(text) == [line.text for line in read_lines(text)]
