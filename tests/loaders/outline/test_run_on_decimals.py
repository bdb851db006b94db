"""Emergency plans on one line, whose headings are numbered by decimals."""

import pytest

from loaders.document import outline
from loaders.extract import extract
from loaders.source import Source

HEADINGS = (
    "1.总则", "1.1编制目的", "1.2事件分级", "2.组织体系", "2.1指挥机构", "2.2运营单位", "3.监测预警", "3.1监测", "3.2预警",
    "3.2.1预警级别", "3.2.2预警发布", "4.保障措施", "4.1队伍保障", "4.2资金保障",
)  # fmt: skip
TEXTS = {
    "1.1编制目的": "为科学应对绿道突发事件，制定本预案。全市现有绿道2.1万公里。",
    "1.2事件分级": "造成10人以上死亡，或者造成连续6小时以上24小时以下中断的，为较大事件。",
    "2.1指挥机构": "市政府负责绿道突发事件的指导协调。指挥部下设若干工作组。(1)协调组市交通运输局牵头，市公安局参与。负责汇总情况。"
    "(2)救援组市应急局牵头，市园林局参与。负责抢险。(3)医疗组市卫生健康委牵头。负责救治。",
    "2.2运营单位": "运营单位要完善预案体系，长度3.2公里以上的绿道设专人。",
    "3.1监测": "市气象局负责雨情监测。" + "定期排查安全隐患，" * 40 + "。",
    "3.2.1预警级别": "预警分4个级别。",
    "3.2.2预警发布": "由市政府发布。",
    "4.1队伍保障": "到2032年建成专业抢险队伍5支。",
    "4.2资金保障": "市财政局负责保障经费。",
}
BODY = "".join(heading + TEXTS.get(heading, "") for heading in HEADINGS)
PATHS = [
    "1", "1/1.1", "1/1.2", "2", "2/2.1", "2/2.1/(1)", "2/2.1/(2)", "2/2.1/(3)", "2/2.2", "3", "3/3.1", "3/3.2",
    "3/3.2/3.2.1", "3/3.2/3.2.2", "4", "4/4.1", "4/4.2",
]  # fmt: skip


def source(text):
    return Source("a.txt", "txt", "", text)


def paths(text):
    return ["/".join(item.path) for item in outline(source(text)).items[""] if item.path]


def test_decimals_in_sequence_are_headings_and_amounts_are_none():
    assert paths("青岚市绿道突发事件应急预案" + BODY) == PATHS


def test_contents_before_the_text_are_left_out_and_tell_where_headings_end():
    document = outline(source("青岚市绿道突发事件应急预案" + "".join(HEADINGS) + BODY))
    assert ["/".join(item.path) for item in document.items[""] if item.path] == PATHS
    assert [item.title for item in document.items[""] if item.headed][:2] == ["编制目的", "事件分级"]
    found = extract(source("青岚市绿道突发事件应急预案" + "".join(HEADINGS) + BODY))
    assert [(t.path, a.role, a.unit) for t in found.tasks for a in t.assignments] == [
        (("2", "2.1"), "responsible", "市政府"),
        (("2", "2.1", "(1)"), "lead", "市交通运输局"),
        (("2", "2.1", "(1)"), "support", "市公安局"),
        (("2", "2.1", "(2)"), "lead", "市应急局"),
        (("2", "2.1", "(2)"), "support", "市园林局"),
        (("2", "2.1", "(3)"), "lead", "市卫生健康委"),
        (("3", "3.1"), "responsible", "市气象局"),
        (("4", "4.2"), "responsible", "市财政局"),
    ]
    assert [(i.path, i.value) for i in found.indicators] == [(("4", "4.1"), 5)]


def test_a_blank_within_a_number_is_no_number_of_another_kind():
    assert [path for path in paths("青岚市绿道突发事件应急预案" + BODY.replace("1.2事件", "1. 2事件"))] == [
        path for path in PATHS if path != "1/1.2"
    ]


@pytest.mark.parametrize("missing", ["2.1指挥机构", "1.1编制目的"])
def test_a_sequence_with_a_gap_is_none(missing):
    assert "2/2.2" not in paths("青岚市绿道突发事件应急预案" + BODY.replace(missing, ""))
