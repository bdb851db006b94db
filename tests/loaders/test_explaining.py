"""Line by line, which rule read what."""

from __future__ import annotations

import pytest

from loaders.explaining import explain
from loaders.readers import read_file

PLAN = """青岚市人民政府办公室文件
青政办发〔2031〕5号
青岚市绿地建设工作方案
各县区人民政府:
一、重点任务
(一)选址。建成公园12座以上,会期2天。(市园林局牵头,市财政局、切实做好保障配合)
(二)绿化。新增绿地20公顷。
牵头单位:市林业局
任务|牵头单位
"""


@pytest.fixture
def shown(tmp_path):
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, "utf-8")
    return str(explain(read_file(path)))


@pytest.mark.parametrize(
    "says",
    [
        "文号:青政办发〔2031〕5号",
        "标题:青岚市绿地建设工作方案",
        "事项 一/(一):选址",
        "分工(括号里)",
        "“市园林局牵头”:牵头  ← clauses/cues.toml cue",
        "牵头:市园林局,条线 园林绿化  ← lexicon/organs.toml “局”(bureau)",
        "指标:建成公园 ≥ 12座",
        "标签“牵头单位”:牵头",
        "固定用语:",
    ],
)
def test_says(shown, says):
    assert says in shown


def test_lines_are_numbered_as_in_the_text(shown):
    assert "    6 | (一)选址。" in shown


def test_a_number_that_is_none_says_why(shown):
    assert "不是指标:2天(" in shown
