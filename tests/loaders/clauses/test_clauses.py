"""Clauses, from a file of cases."""

import itertools
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.clauses import find_clauses
from loaders.clauses.cues import cue_rows, cues, label_kind, read_cue
from loaders.clauses.labels import find_labels, label_at
from loaders.clauses.roles import Rules
from loaders.clauses.split import bracket_groups, split_outside
from loaders.passage import fold, passage

BLOCK = re.compile(r"## (.+)\n(.+)\n\.\n((?:[a-z]+: .+\n?)*)")
CASES = [m.groups() for m in BLOCK.finditer((Path(__file__).parent / "cases.md").read_text("utf-8"))]


def roles(text):
    """{role: names} of the clauses of a text, in printed order."""
    found = {}
    for clause in find_clauses(passage(text).text):
        for named in clause.named:
            found.setdefault(named.role, []).append(named.unit)
    return found


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_case(text, expected):
    rows = (line.split(": ", 1) for line in expected.splitlines())
    assert roles(text) == {role: names.split() for role, names in rows}


@pytest.mark.parametrize("cue", cues().cues, ids=lambda c: c.seen)
def test_each_cue_fires_on_its_own_example(cue):
    assert read_cue(cue.seen)[0] == cue.role


@pytest.mark.parametrize("row", cues().headings, ids=lambda c: c.seen)
def test_each_heading_fires_on_its_own_example(row):
    fires = next(each for each in cues().headings if each.pattern.search(row.seen))
    assert fires is row
    assert row.seen[: row.pattern.search(row.seen).start()] == "市园林局"


@pytest.mark.parametrize(
    "seen",
    [
        "未列牵头单位的事项,责任单位即为牵头单位",
        "没有注明牵头部门的,由责任部门负责牵头",
        "无牵头单位的任务,责任单位视为牵头单位",
        "分工表中,责任单位为该项任务的牵头单位",
    ],
)
def test_a_document_may_state_that_those_responsible_lead(seen):
    assert cues().alone_leads.search(seen)
    assert not cues().first_leads.search(seen)


def test_the_first_of_those_responsible_is_not_all_of_them():
    assert not cues().alone_leads.search("排在第一的责任单位为牵头单位")


def test_the_first_listed_leads_once_the_document_said_so():
    clause = find_clauses("(市园林局、市财政局负责)", rules=Rules(first_leads=True))[0]
    assert [(n.unit, n.role) for n in clause.named] == [("市园林局", "lead"), ("市财政局", "support")]


@pytest.mark.parametrize("word", ["label", "heading", "place"])
def test_each_word_of_an_event_fires_on_its_own_examples(word):
    row = cue_rows("events")
    assert row[f"{word}_seen"]
    for seen in row[f"{word}_seen"]:
        assert re.search(row[word], seen)


@pytest.mark.parametrize("seen", cues().parted_seen)
def test_each_rule_of_a_mark_fires_on_its_own_example(seen):
    assert cues().parted_by.match(seen)[1] in cues().marks_named


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("(市园林局(市绿化办);市财政局、市水利局)", ["市园林局(市绿化办)"]),
        ("(市园林局、市林业局;市财政局,完成时间:2031年6月)", ["市园林局", "市林业局"]),
        ("(市园林局、市林业局)", ["市园林局", "市林业局"]),
        ("(市财政局配合;市园林局牵头)", ["市园林局"]),
    ],
)
def test_units_before_a_mark_lead_once_the_document_said_so(text, leads):
    (clause,) = find_clauses(f"建园。{text}", rules=Rules(parted_by=";"))
    assert [n.unit for n in clause.named if n.role == "lead"] == leads


UNITS = [
    "市园林局",
    "市财政局",
    "市住房和城乡建设局",
    "市委办公室",
    "县人民政府",
    "青岚海关",
    "市政务中心(热线办)",
]


@given(
    st.lists(st.sampled_from(UNITS), min_size=1, unique=True), st.lists(st.sampled_from(UNITS), unique=True)
)
def test_a_rendered_clause_reads_back(lead, support):
    support = [unit for unit in support if unit not in lead]
    text = f"({'、'.join(lead)}牵头" + (f",{'、'.join(support)}配合" if support else "") + ")"
    assert roles(text) == {"lead": lead} | ({"support": support} if support else {})


@given(st.text(alphabet="市园林局牵头配合负责会同、,;。:()（），由等 单位", max_size=80))
def test_no_text_makes_it_fail_and_spans_are_inside(text):
    folded = fold(text)
    for clause in find_clauses(folded):
        assert 0 <= clause.start < clause.stop <= len(folded)
        assert all(clause.start <= n.start < n.stop <= clause.stop for n in clause.named)


@given(st.text(alphabet="甲乙()、", max_size=40))
def test_joined_pieces_and_separators_give_the_text_back(text):
    spans = list(split_outside(text, "、"))
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
    outside = "".join(text[a:b] for a, b in spans)
    assert outside.replace("、", "") == text.replace("、", "")


def test_brackets_pair_with_the_outermost():
    assert list(bracket_groups("甲(乙(丙)丁)戊)(己")) == [(1, 8)]


def test_an_unclosed_bracket_does_not_hide_the_next_pair():
    assert list(bracket_groups("甲(乙(丙)")) == [(3, 6)]


def test_a_clause_with_a_time_has_nothing_unread():
    for text in ("(市园林局牵头,6月底前完成)", "(责任单位:市园林局;完成时限:2031年6月)"):
        assert [clause.odd for clause in find_clauses(text)] == [()]


@pytest.mark.parametrize(("kind", "pattern", "seen"), cues().labels, ids=lambda v: str(v)[:12])
def test_each_label_fires_on_its_own_example(kind, pattern, seen):
    assert label_kind(seen) == kind


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("牵头单位:甲;责 任 人:乙", ["牵头单位", "责任人"]),
        ("【责任单位】甲", ["责任单位"]),
        ("统计中心    时限:2031年", ["时限"]),
        ("市牵头单位联席会议:甲", []),
    ],
)
def test_labels_are_whole_words_before_a_colon(text, words):
    assert [label.word for label in find_labels(text)] == words


def test_a_label_at_the_head_includes_its_brackets():
    label = label_at("〔责任单位〕:市园林局")
    assert (label.kind, label.stop) == ("responsible", 7)


def test_a_document_that_ranks_its_lists_names_whoever_stands_in_them():
    text = "建园。(市机场集团、石港区政府,市财政局。列逗号之前的为牵头单位,其他有关单位按职责分工配合,下同)修路。(白石区政府,市水利局)2031年完工。"
    named = [
        [(n.unit, n.role) for n in c.named] for c in find_clauses(fold(text), rules=Rules(parted_by=","))
    ]
    assert named == [
        [("市机场集团", "lead"), ("石港区政府", "lead"), ("市财政局", "support")],
        [("白石区政府", "lead"), ("市水利局", "support")],
    ]


def test_a_remark_behind_a_name_is_not_marked_as_the_units():
    text = "(市园林局、各区政府(含新区管委会,下同)负责)"
    (clause,) = find_clauses(text)
    assert [text[named.start : named.stop] for named in clause.named] == ["市园林局", "各区政府"]
