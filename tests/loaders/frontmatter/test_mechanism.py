"""Task forces, offices and members; citations."""

import pytest

from loaders.extract import extract_bytes
from loaders.frontmatter import read_citations, read_mechanism
from loaders.passage import passage


def run(text):
    return read_mechanism([passage(text)])


@pytest.mark.parametrize(
    ("text", "office", "members"),
    [
        (
            "成立工作专班,成员单位包括市财政局、市教育局等,专班办公室设在市园林局,负责日常工作。",
            "市园林局",
            ("市财政局", "市教育局"),
        ),
        ("市财政局、市教育局等为成员单位,办公室设市园林局。", "市园林局", ("市财政局", "市教育局")),
        ("领导小组办公室设在市政府办公室(市督查室),负责协调。", "市政府办公室(市督查室)", ()),
        ("专班办公室设在市直牵头部门。", None, ()),
        ("专班办公室设在市园林局,成员由市财政局、市教育局等单位组成。", "市园林局", ("市财政局", "市教育局")),
        (
            "工作组办公室设在市园林局,成员由市财政局、市教育局等部门负责同志组成。",
            "市园林局",
            ("市财政局", "市教育局"),
        ),
        ("指挥部办公室设在市园林局,由市财政局、市教育局等部门组成。", "市园林局", ("市财政局", "市教育局")),
        ("领导小组办公室(设在市园林局)负责日常工作。", "市园林局", ()),
        (
            "成立指挥部,市直相关单位和县市区人民政府(管委会)主要负责人为成员,办公室设在市园林局。",
            "市园林局",
            (),
        ),
        ("市财政局、市教育局主要负责人为成员,办公室地点设在市园林局。", "市园林局", ("市财政局", "市教育局")),
        ("综合组。牵头单位:市园林局;成员单位:市财政局、市教育局。", None, ()),
        (
            "召集人:分管副市长;牵头单位:市园林局(专班办公室设市园林局);成员单位:市财政局、市教育局。",
            "市园林局",
            ("市财政局", "市教育局"),
        ),
        ("日常工作由市园林局承担。", "市园林局", ()),
        ("整治工作专班设在市园林局绿化处,联系电话另行公布。", "市园林局绿化处", ()),
        ("领导小组办公室(市绿化办)设在市园林局,负责日常调度。", "市园林局", ()),
        (
            "领导小组成员由市财政局、市教育局等单位分管领导和各镇人民政府主要领导组成。",
            None,
            ("市财政局", "市教育局", "各镇人民政府"),
        ),
        ("由公园“一事一办”专班(设在市园林局)负责协调推进。", "市园林局", ()),
        (
            "专项工作组成员由市属有关企业及各县(市、区)人民政府、市财政局组成。",
            None,
            ("市属有关企业", "各县(市、区)人民政府", "市财政局"),
        ),
        ("公园办公室在三楼。", None, ()),
        ("市领导小组下设办公室,在青岚高新区管委会,负责日常调度。", "青岚高新区管委会", ()),
    ],
)
def test_offices_and_members(text, office, members):
    found = run(text)
    assert (found.office, found.members) == (office, members)


def test_the_task_force_and_its_leader():
    found = run("成立公园建设工作专班,由副市长任召集人。")
    assert (found.task_force, found.leader) == ("公园建设工作专班", "副市长")


def test_a_way_to_work_is_no_task_force():
    assert run("建立“链长+专班”推进机制,组建茶业专班。").task_force == "茶业专班"


def test_citations_with_and_without_numbers_each_once():
    text = "根据《云岭省公园条例》和《云岭省总体方案》(云政发〔2031〕\n2号),参加《公园之歌》评选,依据《云岭省总体方案》执行。"
    found = read_citations(text, "青岚市方案")
    assert [(c.title, c.doc_number) for c in found] == [
        ("云岭省公园条例", None),
        ("云岭省总体方案", "云政发〔2031〕2号"),
    ]


def test_a_number_may_stand_before_the_short_name():
    text = "落实《关于公园建设的若干意见》（云政发〔2031〕6号，以下简称《意见》）"
    assert [c.doc_number for c in read_citations(text, "青岚市方案")] == ["云政发〔2031〕6号"]


def test_a_number_that_lost_its_brackets_has_them_again():
    text = "落实《关于公园建设的若干意见》（云政发?2031?6 号）"
    assert [c.doc_number for c in read_citations(text, "青岚市方案")] == ["云政发〔2031〕6号"]


def test_the_plan_itself_is_no_citation():
    assert read_citations("《青岚市公园方案》已经同意。", "青岚市公园方案") == []


DUTIES = """青岚市绿化委员会工作规则
一、机构设置
委员会办公室设在市园林局。
二、成员单位工作职责
第一条成员单位依据职责分工合作。
(一)市园林局：负责公园建设；牵头负责绿道建设。
(二)市财政局、市水利局：分别负责资金和用水。
(三)市气象局：会同市应急局发布预警。
三、其他
"""


def test_those_whose_duties_a_section_lists_are_the_members():
    part = extract_bytes("a.txt", DUTIES.encode()).parts[0]
    assert (part.office, part.members) == ("市园林局", ("市园林局", "市财政局", "市水利局", "市气象局"))


def test_a_list_of_members_goes_before_the_duties():
    listed = DUTIES.replace("委员会办公室", "成员单位：市园林局、市财政局。委员会办公室")
    assert extract_bytes("a.txt", listed.encode()).parts[0].members == ("市园林局", "市财政局")


def test_who_does_what_under_another_heading_is_no_member():
    other = DUTIES.replace("成员单位工作职责", "重点任务")
    assert extract_bytes("a.txt", other.encode()).parts[0].members == ()


def test_those_who_send_someone_to_a_task_force_are_its_members():
    text = (
        "青岚市智造工作方案\n一、保障\n成立智造中心建设领导小组,成立由市发改委、市科委,青山区、云石集团等相关部门和"
        "单位负责同志参加的领导小组,研究重大事项。领导小组下设办公室,设在市发改委,具体负责协调。\n"
    )
    part = extract_bytes("a.txt", text.encode()).parts[0]
    assert (part.office, part.members) == ("市发改委", ("市发改委", "市科委", "青山区", "云石集团"))
