"""Documents whose line ends were lost in copying."""

import pytest

from loaders.extract import extract, outline
from loaders.source import Source

TASKS = (
    "为推进全市公园建设，提升市民的生活品质，经市政府同意，提出如下意见。",
    "一、总体要求",
    "（一）指导思想。坚持生态优先、因地制宜，建设人人可及的公园，" + "让市民推窗见绿、出门入园，" * 12 + "。",
    "（二）工作目标。到2032年，全市新建公园30个，绿道里程突破1.5万公里。",
    "二、重点任务",
    "（一）建设口袋公园。按照《青岚市公园条例》第三条和“一、二、三圈”布局建设，盘活边角地块，"
    + "完善休闲设施，" * 20
    + "。（牵头单位：市园林局；责任单位：市财政局，各区县政府）",
    "（二）打造环城绿道。",
    "1.修建步道。连通南北湖区。（市交通运输局负责）",
    "2.设置驿站。提供饮水和急救。（市卫生健康委负责）",
    "三、保障措施",
    "（一）加强领导。建立联席会议制度，统筹推进。",
    "（二）加强宣传。定期通报进展情况。",
)
HEAD = (
    "青岚市人民政府关于加快公园建设的意见",
    "青府发〔2031〕17号",
    "各区县人民政府，市政府有关部门：",
)
SIGNATURE = ("青岚市人民政府", "2031年6月28日", "（此件公开发布）")


def source(text):
    return Source("a.txt", "txt", "", text)


def facts(text):
    """What is read of a document, with what stands at each span."""
    found = extract(source(text))
    return (
        found.plan,
        [(t.path, a.role, a.unit, text[a.start : a.stop]) for t in found.tasks for a in t.assignments],
        [(i.path, i.name, i.value, text[i.start : i.stop]) for i in found.indicators],
    )


@pytest.mark.parametrize("separator", ["", " ", "　　"])
def test_a_document_on_one_line_is_read_like_one_on_many(separator):
    lines = (*HEAD, *TASKS, *SIGNATURE)
    found = facts(separator.join(lines))
    assert found == facts("\n".join(lines))
    assert found[0].title == "青岚市人民政府关于加快公园建设的意见"
    assert found[0].issued_on == "2031-06-28"
    assert [path for path, *_ in found[1]] == [("二", "(一)")] * 3 + [
        ("二", "(二)", "1"),
        ("二", "(二)", "2"),
    ]


def test_a_notice_on_one_line_has_the_plan_behind_its_signature():
    notice = "现将《青岚市公园建设工作方案》印发给你们，请认真组织实施。青岚市人民政府办公室2031年2月1日"
    plan = "青岚市公园建设工作方案为加快公园建设，制定本方案。" + "".join(TASKS[1:])
    assert [line.text for line in outline(source(notice + plan)).lines][1:5] == [
        "青岚市人民政府办公室",
        "2031年2月1日",
        "青岚市公园建设工作方案",
        "为加快公园建设,制定本方案。",
    ]


def test_a_section_on_one_line_is_parted_at_its_items():
    section = "".join(TASKS[4:9])
    paths = ["/".join(i.path) for i in outline(source("\n".join([*TASKS[:4], section]))).items[""]]
    assert paths[-4:] == ["二/(一)", "二/(二)", "二/(二)/1", "二/(二)/2"]


def test_a_long_paragraph_with_numbered_conditions_stays_whole():
    text = "（一）建园。申报条件：（一）有选址；（二）有图纸；（三）有资金。" + "因地制宜建园，" * 90 + "。"
    lines = [*TASKS, *TASKS, text]
    assert len(outline(source("\n".join(lines))).lines) == len(lines)


def test_a_long_heading_does_not_hide_the_first_item_below_it():
    text = "一、公园\n(一)建园。\n(二)护园。\n二、深入推进环城绿道和滨水步道以及山地步道的建设\n(一)选线。\n"
    assert ["/".join(i.path) for i in outline(source(text)).items[""]][-1] == "二/(一)"
