"""What must hold whatever a text says."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.extract import extract
from loaders.extraction import dumps, loads, pack, unpack
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
        assert loads(dumps(found)) == found
        assert unpack(pack(found)) == found


def roles_of(text):
    """{path: {role: units}} of a text."""
    found = {}
    for task in extract(read(text)).tasks:
        for each in task.assignments:
            found.setdefault(task.path, {}).setdefault(each.role, []).append(each.unit)
    return found


def test_what_is_said_at_a_sections_end_is_its_headings():
    text = "一、绿化\n1.建公园。\n2.修绿道。\n以上任务由市园林局牵头,市财政局配合。\n"
    assert roles_of(text)["一",] == {"lead": ["市园林局"], "support": ["市财政局"]}


def test_items_that_run_on_in_one_paragraph_are_parted_where_clauses_close_them():
    text = "第一条 绿化:①建公园。(市园林局负责)②修绿道。(市城管局负责)\n"
    assert roles_of(text)["第一条", "②"] == {"responsible": ["市城管局"]}


def test_a_note_below_states_the_rule():
    text = "一、绿化\n1.建公园。(责任单位:市园林局、市财政局)\n备注:排名第一的责任单位为牵头单位。\n"
    assert roles_of(text)["一", "1"] == {"lead": ["市园林局"], "support": ["市财政局"]}


def test_a_sign_leads_where_the_document_says_so():
    text = "任务清单(带*的为牵头单位)\n1.建公园。(*市园林局、市财政局)\n"
    assert roles_of(text)["1",] == {"lead": ["市园林局"], "support": ["市财政局"]}


def test_a_clause_ends_with_the_time():
    task = extract(read("1.建公园。(市园林局牵头;2031年6月底前完成)\n")).tasks[0]
    assert (task.deadline, task.due_on) == ("2031年6月底前", "2031-06-30")


def test_groups_in_the_number_column():
    text = "| 序号 | 任务 | 牵头单位 | 配合单位 |\n|---|---|---|---|\n| 一 | 绿化 | | |\n| 1 | 建公园 | 市园林局 | 市财政局 |\n"
    assert roles_of(text)["一", "1"] == {"lead": ["市园林局"], "support": ["市财政局"]}


def test_targets_of_paragraphs_that_are_tasks_stand_there():
    text = "一、重点任务\n建公园三处。(市园林局牵头)\n修绿道20公里。(市城管局牵头)\n"
    found = extract(read(text))
    assert [task.path for task in found.tasks if task.assignments] == [("一", "p1"), ("一", "p2")]
    assert [(i.path, i.value) for i in found.indicators if i.unit == "公里"] == [(("一", "p2"), 20)]


def test_a_row_of_a_table_does_not_take_the_path_of_an_item():
    rows = (
        "| 序号 | 任务 | 牵头单位 |\n|---|---|---|\n| (二) | 修绿道 | 市城管局 |\n| 1 | 建桥 | 市住建局 |\n"
    )
    found = extract(read(f"{rows}(二)建公园。(市园林局牵头)\n"))
    assert [task.path for task in found.tasks] == [("(二)~2",), ("1",), ("(二)",)]


def test_a_unit_that_is_named_again_is_one_string():
    found = extract(read("一、建公园(市园林局牵头)\n二、修步道(市园林局牵头)\n"))
    first, second = (task.assignments[0] for task in found.tasks)
    assert first.unit is second.unit
    assert first.raw is second.raw


def test_who_is_responsible_leads_where_the_notice_says_so():
    notice = "未明确牵头单位的任务,责任单位视为牵头单位。\n青岚市人民政府\n2031年2月3日\n任务分工\n"
    text = f"{notice}1.建公园。(牵头单位:市园林局;责任单位:市财政局)\n2.修路。(责任单位:市交通局、市公安局)\n"
    assert [[(a.unit, a.role) for a in task.assignments] for task in extract(read(text)).tasks] == [
        [("市园林局", "lead"), ("市财政局", "support")],
        [("市交通局", "lead"), ("市公安局", "lead")],
    ]


def test_paragraphs_of_notice_and_plan_are_counted_through():
    notice = "报送进展。(市政务局负责)\n一、抓好落实。\n二、加强督办。\n青岚市人民政府\n2031年2月3日\n"
    plan = "任务分工\n办好大事。(市园林局负责)\n1.修路。(市交通局负责)\n"
    assert [task.path for task in extract(read(notice + plan)).tasks if task.assignments] == [
        ("p1",),
        ("p2",),
        ("1",),
    ]
