"""Letters on one line whose draft is an annex, and where annexes and their titles end within a line."""

import pytest

from loaders.document import outline
from loaders.extract import extract
from loaders.source import Source

LONG = "完善休闲设施，方便群众健身，" * 50
HEAD = (
    "青岚市园林局",
    "青园函〔2031〕5号",
    "青岚市园林局关于征求《青岚市公园“三年添绿”行动方案（2031-2033年）》意见的函",
    "市直有关部门：",
    "我局起草了《青岚市公园“三年添绿”行动方案（2031-2033年）》，请于9月24日前反馈意见。",
)
LIST = ("附件：1.征求意见单位名单", "2.青岚市公园“三年添绿”行动方案（2031-2033年）（征求意见稿）")
SIGNATURE = ("青岚市园林局", "2031年9月18日", "信息公开属性：不公开")
CONSULTED = ("附件1", "征求意见单位名单", "市财政局、市水利局、市城管局、青岚公交集团有限公司")
DRAFT = (
    "附件2",
    "青岚市公园“三年添绿”行动方案（2031一2033年）（征求意见稿）",
    "为加快公园建设，制定本方案。",
    "一、建设公园",
    f"1.新建公园。{LONG}。（市园林局牵头，市财政局配合）",
    "2.改造绿道。（市城管局负责）",
    "二、管护公园",
    "3.巡查公园。（市园林局负责）",
)


def facts(text):
    found = extract(Source("a.txt", "txt", "", text))
    named = [(t.part, t.path, a.role, a.unit) for t in found.tasks for a in t.assignments]
    return found.plan, [(part.part, part.title) for part in found.parts[1:]], named


def test_a_letter_on_one_line_has_its_draft_as_an_annex_like_one_on_many():
    lines = (*HEAD, *LIST, *SIGNATURE, *CONSULTED, *DRAFT)
    plan, parts, named = facts("".join(lines))
    assert (plan, parts, named) == facts("\n".join(lines))
    assert plan.title == DRAFT[1].replace("（", "(").replace("）", ")")
    assert (plan.doc_number, plan.issuer, plan.issued_on) == (
        "青园函〔2031〕5号",
        "青岚市园林局",
        "2031-09-18",
    )
    assert parts == [("附件1", "征求意见单位名单"), ("附件2", plan.title)]
    assert {part for part, *_ in named} == {"附件2"}


def test_without_a_list_of_annexes_a_title_tells_itself_by_what_follows():
    *_, parts, named = facts("".join((*HEAD, *CONSULTED, *DRAFT)))
    assert [part for part, _ in parts] == ["附件1", "附件2"]
    assert parts[0][1] == "征求意见单位名单"
    assert {part for part, *_ in named} == {"附件2"}


@pytest.mark.parametrize("words", ["详见附件2任务清单", "按照附件1任务分工方案为准", "由附件2所列单位"])
def test_an_annex_named_in_a_sentence_begins_none(words):
    text = f"一、建设公园。{LONG}，{words}。（市园林局负责）二、改造绿道。（市城管局负责）三、管护公园。（市园林局负责）"
    assert [part.part for part in outline(Source("a.txt", "txt", "", text)).parts] == [""]


LETTER = """青岚市园林局关于{asks}的函
各有关单位：
请研究。
青岚市园林局
2031年9月18日
{below}
一、建设公园（市园林局负责）
"""


@pytest.mark.parametrize(
    ("asks", "below", "title"),
    [
        ("商请会签《青岚市公园管护办法》", "青岚市公园管护办法（会签稿）", "青岚市公园管护办法(会签稿)"),
        (
            "请确认《青岚市公园管护办法》目标",
            "附件1\n青岚市公园管护办法（送审稿）",
            "青岚市公园管护办法(送审稿)",
        ),
        ("征求对青岚市公园管护办法（征求意见稿）意见", "青岚市公园管护办法", "青岚市公园管护办法"),
    ],
)
def test_a_letter_is_called_after_the_one_draft_that_it_asks_about(asks, below, title):
    found = extract(Source("a.txt", "txt", "", LETTER.format(asks=asks, below=below)))
    assert (found.plan.title, found.plan.issuer) == (title, "青岚市园林局")
    assert not found.citations


def test_a_letter_about_two_drafts_keeps_its_own_title():
    asks = "商请会签《青岚市公园管护办法》《青岚市绿道管护办法》"
    found = extract(
        Source("a.txt", "txt", "", LETTER.format(asks=asks, below="青岚市公园管护办法（会签稿）"))
    )
    assert found.plan.title == f"青岚市园林局关于{asks}的函"


def test_papers_that_a_letter_quotes_follow_it_without_a_label():
    rules, details = "青岚市绿化委员会工作规则（会签稿）", "青岚市绿化委员会办公室工作细则（会签稿）"
    text = (
        f"青岚市园林局关于商请会签《青岚市绿化委员会工作规则》《青岚市绿化委员会办公室工作细则》的函市直各部门：起草了《{rules}》《{details}》，请会签。"
        f"{rules}为规范工作，制定本规则。一、机构设置第一条{LONG}。第二条委员会由副市长牵头。二、其他第三条自印发之日起施行。"
        f"{details}为规范工作，制定本细则。一、主要职责第一条日常工作由市园林局负责。第二条按月通报。二、其他第三条自印发之日起施行。"
    )
    items = outline(Source("a.txt", "txt", "", text)).items[""]
    assert ["/".join(item.path) for item in items if len(item.path) == 2] == [
        "一/第一条", "一/第二条", "二/第三条", "一/第一条~2", "一/第二条~2", "二/第三条~2",
    ]  # fmt: skip
