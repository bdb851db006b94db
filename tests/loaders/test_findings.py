"""Each code of docs/findings.md that the document itself can show, on the smallest document with it."""

import pytest

from loaders.extract import extract
from loaders.readers import read_bytes

HEAD = "青岚市人民政府办公室关于印发《青岚市公园行动方案》的通知\n"
FAULTS = {
    "no_unit": ("一、公园\n1.建园。（市园林局负责）\n2.修路。（市财政局负责）\n3.植树。\n", "3.植树"),
    "lead_is_support": ("一、公园\n1.建园。（市园林局牵头，市园林局、市财政局配合）\n", "市园林局"),
    "unit_misspelt": (
        "一、公园\n1.建园。（市自然资源和规划局负责）\n2.修路。（市自然资源和规化局、市财政局负责）\n",
        "市自然资源和规化局",
    ),
    "office_not_member": (
        "一、机制\n成立公园建设工作专班，成员单位包括市财政局、市水利局。专班办公室设在市园林局。\n",
        "市园林局",
    ),
    "two_leads": (
        "一、公园\n1.新建滨河公园。（市园林局牵头）\n二、道路\n1.新建滨河公园。（市住房城乡建设局牵头）\n",
        "1.新建滨河公园",
    ),
    "citation_mismatch": (
        "一、依据《全省公园条例》（岭政发〔2031〕1号）建园。\n二、按《全省公园条例》（岭政发〔2031〕2号）管园。\n",
        "《全省公园条例》",
    ),
    "numbering": ("一、公园\n1.建园。（市园林局负责）\n3.修路。（市财政局负责）\n", "3."),
    "duplicate_path": ("一、公园\n1.建园。（市园林局负责）\n1.修路。（市财政局负责）\n", "1."),
    "unread_clause": ("一、公园\n1.建园。（市园林局、甲乙丙丁牵头，市财政局配合）\n", "甲乙丙丁"),
    "odd_characters": ("一、公园\n1.建园。（市园\u200b林局负责）\n", "\u200b"),
    "no_tasks": ("一、公园\n建园。\n", None),
}


def findings(text):
    return extract(read_bytes("x.txt", (HEAD + text).encode()))


@pytest.mark.parametrize("code", FAULTS)
def test_the_fault_is_told_at_its_place(code):
    text, quote = FAULTS[code]
    found = findings(text)
    told = [each for each in found.findings if each.code == code]
    assert len(told) == 1
    assert quote is None or quote in found.text[told[0].start : told[0].stop]


def test_who_is_named_once_for_all_that_follow_is_told():
    found = findings(
        "一、公园\n1.建园。（市园林局负责。以下均需各县政府落实，不再列出）\n2.护园。（市林业局负责）\n"
    )
    told = [each for each in found.findings if "不再列出" in each.message]
    assert [(each.code, each.severity) for each in told] == [("unread_clause", "info")]
    assert "以下均需各县政府落实" in found.text[told[0].start : told[0].stop]
    assert [a.unit for task in found.tasks for a in task.assignments] == ["市园林局", "市林业局"]


def test_balloons_of_tracked_changes_are_no_text_and_are_told():
    found = findings(
        "一、公园\n1.建园。全市各县区新建公园十座,改造步道二十公里,方便居民。（责任单位：市园 设置格式[小林]:字体:加粗\n"
        "删除[小林]:,以公园激活城区财政局\n林局、市财政局）\n2.护园。（市林业局负责）\n批注[小林1]：核对\n"
    )
    assert [a.unit for task in found.tasks for a in task.assignments] == ["市园林局", "市财政局", "市林业局"]
    assert [(f.code, f.severity) for f in found.findings if "修订" in f.message] == [
        ("unread_clause", "warning")
    ]


@pytest.mark.parametrize("code", FAULTS)
def test_nothing_else_is_told_but_an_unknown_region(code):
    codes = {each.code for each in findings(FAULTS[code][0]).findings}
    assert codes - {code, "region_unknown"} <= {"no_tasks"}


def test_a_region_that_stands_in_no_table_is_told():
    assert [f.severity for f in findings("一、公园\n").findings if f.code == "region_unknown"] == ["info"]


@pytest.mark.parametrize(
    ("title", "number"),
    [("全省公园条例（试行）", "岭政发〔2031〕1号"), ("全省公园条例", "岭政发〔2031〕1号")],
)
def test_a_policy_cited_twice_alike_is_no_mismatch(title, number):
    text = f"一、依据《全省公园条例》（岭政发〔2031〕1号）建园。\n二、按《{title}》（{number}）管园。\n"
    assert "citation_mismatch" not in {each.code for each in findings(text).findings}


def test_one_number_for_two_policies_is_a_mismatch():
    text = "一、依据《全省公园条例》（岭政发〔2031〕1号）。\n二、按《全省道路办法》（岭政发〔2031〕1号）。\n"
    assert [each.code for each in findings(text).findings].count("citation_mismatch") == 1


def test_one_action_under_one_lead_twice_is_no_fault():
    text = "一、公园\n1.新建滨河公园。（市园林局牵头）\n二、道路\n1.新建滨河公园。（市园林局牵头）\n"
    assert "two_leads" not in {each.code for each in findings(text).findings}
