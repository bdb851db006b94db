"""What must hold whatever a text says."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.extract import extract
from loaders.extraction import from_json, pack, to_json, unpack
from loaders.readers import read_bytes
from zeren.errors import LoadError

PIECES = [
    "一、", "二、", "(一)", "(二)", "1.", "2.", "(1)", "①", "第一条", "附件1", "附件:1.", "\n", "\n\n", "。", ",", "、", ";", ":",
    "(", ")", "（", "）", "《", "》", "市工信局", "市财政局", "各县区人民政府", "牵头", "配合", "负责", "会同", "等按职责分工负责",
    "牵头单位:", "责任单位:", "完成时限:", "2031年底前", "成员单位包括", "办公室设在", "新增", "增长", "5%", "8%以上", "1000亿元", "三千",
    "由5提高到8", "分别达到", "10—12个", "青岚市", "方案", "关于印发", "的通知", "〔2031〕", "3号", "\t", "|", "---", "<td>", "</table>", "**",
    "\u200b", "\ue010", "列第一位者为牵头单位,下同", "2031年2月1日", "公园",
]  # fmt: skip
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=60).map("".join)


def read(text):
    try:
        return read_bytes("x.txt", text.encode("utf-8", "surrogatepass"))
    except LoadError:
        return None


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_any_text_ends_in_an_extraction_whose_spans_hold(text):
    source = read(text)
    if source is None:
        return
    found = extract(source)
    facts = [a for task in found.tasks for a in task.assignments]
    for fact in [*facts, *found.indicators, *found.citations]:
        assert found.text[fact.start : fact.stop] == fact.raw
    for each in (*found.tasks, *found.findings):
        if each.start is not None:
            assert 0 <= each.start <= each.stop <= len(found.text)
    places = [(task.part, task.path) for task in found.tasks]
    assert len(places) == len(set(places))
    assert 0 <= found.coverage <= 1


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_an_extraction_survives_its_json(text):
    source = read(text)
    if source is not None:
        found = extract(source)
        assert from_json(to_json(found)) == found
        assert unpack(pack(found)) == found
