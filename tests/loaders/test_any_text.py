"""Any sequence of the lines that plans are made of is read, and comes to an end."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.extract import extract
from loaders.source import Source

_PIECES = (
    "一、", "(一)", "1.", "1、", "①", "第一条", "附件1", "附件", "目录", "序号", "任务", "责任单位", "牵头单位", "配合单位:",
    "完成时限", "责任人", "市园林局", "市财政局、", "各县区", "牵头", "配合", "负责", "等", "(", ")", "【", "】", "《", "》", "“",
    "\t", "|", "|---|", "<table>", "<tr>", "<td rowspan=2>", "</td>", "</table>", "。", ";", ":", "—", "12", "3.5", "%", "亿元",
    "达到", "以上", "增长", "分别", "不超过", "2031年", "6月底前", "〔2031〕5号", "青岚市", "人民政府", "实施方案", "办公室设在",
    "成员单位", "专班", "$", "**", "#", " ", "\u3000", "\n", "\n", "\n", "\u200b", "\ue010", "合计", "单位:万元", "甲区", "乙县",
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=60).map("".join))
def test_every_span_is_in_the_text(text):
    found = extract(Source("any.txt", "txt", "", text))
    assert 0 <= found.coverage <= 1
    for task in found.tasks:
        for each in task.assignments:
            assert text[each.start : each.stop] == each.raw
    for each in (*found.indicators, *found.citations):
        assert text[each.start : each.stop] == each.raw
    places = [(task.part, task.path) for task in found.tasks]
    assert len(places) == len(set(places))
