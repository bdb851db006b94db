"""Documents whose line ends were lost in copying."""

import pytest

from loaders.document import outline
from loaders.extract import extract
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


NUMBERED = (
    "一、提升公园品质（共2项）",
    "1.新建口袋公园，" + "完善休闲设施，" * 90 + "方便群众休憩。",
    "牵头单位：市园林局",
    "责任单位：市财政局、市水利局，各区县政府",
    "完成时限：2031年12月底",
    "2.建成驿站12座、步道30公里。",
    "责任单位：市卫生健康委",
    "完成时限：2031年6月底",
    "— 3 —",
    "二、完善绿道网络",
    "3.贯通环湖绿道",
    "（1）修建步道。连通南北湖区。（市交通运输局负责）",
    "（2）设置路灯。沿湖布设路灯。（市城管局负责）",
)


def test_labels_and_numbers_need_no_mark_before_them():
    found = facts("".join(NUMBERED))
    assert found[1:] == facts("\n".join(NUMBERED))[1:]
    assert [(path, unit) for path, _, unit, _ in found[1]] == [
        (("一", "1"), "市园林局"),
        (("一", "1"), "市财政局"),
        (("一", "1"), "市水利局"),
        (("一", "1"), "各区县政府"),
        (("一", "2"), "市卫生健康委"),
        (("二", "3", "(1)"), "市交通运输局"),
        (("二", "3", "(2)"), "市城管局"),
    ]
    tasks = [task for task in extract(source("".join(NUMBERED))).tasks if task.assignments]
    assert [task.deadline for task in tasks] == ["2031年12月底", "2031年6月底", None, None]


def test_numbered_items_of_a_newspaper_page_run_on_behind_who_signs():
    labels = "分管领导：陈志强 责任单位：市园林局，各区政府 项目负责人：李明 配合单位：市财政局、市水利局"
    text = (
        "青岚市2031年公园项目分解\n\n"
        + "为建好公园，现将项目分解如下。青岚市人民政府办公室 "
        + f"1.新建公园8座，建成步道30公里。 {labels} 东片 西片 合计 3 5 8 "
        + f"2.改造驿站12座，{'完善休闲设施，' * 60}方便群众。 {labels} "
        + f"3.清淤河道5公里。 {labels}"
    )
    plan, units, targets = facts(text)
    assert plan.issuer == "青岚市人民政府办公室"
    assert [(path, role, unit) for path, role, unit, _ in units] == [
        ((number,), role, unit)
        for number in "123"
        for role, unit in (
            ("responsible", "市园林局"),
            ("responsible", "各区政府"),
            ("support", "市财政局"),
            ("support", "市水利局"),
        )
    ]
    assert [(*path, name, value) for path, name, value, _ in targets] == [
        ("1", "新建公园", 8),
        ("1", "建成步道", 30),
        ("2", "改造驿站", 12),
        ("3", "清淤河道", 5),
    ]


def test_annexes_within_a_line_have_their_own_parts():
    annexes = (
        "附件：1.公园任务分工方案2.专班工作方案",
        "附件1",
        "公园任务分工方案",
        *TASKS,
        "附件2",
        "专班工作方案",
    )
    parts = extract(source("".join((*TASKS, *annexes, *NUMBERED)))).parts
    assert [(part.part, part.title) for part in parts] == [
        ("", ""),
        ("附件1", "公园任务分工方案"),
        ("附件2", "专班工作方案"),
    ]


def test_a_long_paragraph_with_numbered_conditions_stays_whole():
    text = "（一）建园。申报条件：（一）有选址；（二）有图纸；（三）有资金。" + "因地制宜建园，" * 90 + "。"
    lines = [*TASKS, *TASKS, text]
    assert len(outline(source("\n".join(lines))).lines) == len(lines)


def test_a_long_heading_does_not_hide_the_first_item_below_it():
    text = "一、公园\n(一)建园。\n(二)护园。\n二、深入推进环城绿道和滨水步道以及山地步道的建设\n(一)选线。\n"
    assert ["/".join(i.path) for i in outline(source(text)).items[""]][-1] == "二/(一)"


def test_headings_with_commas_and_items_that_begin_with_a_year():
    text = "全国公园重点任务分工方案" + "为确保公园建设任务落到实处,现制定如下分工方案。" + "".join(
        f"{number}、把建设和管理结合起来,提高第{number}类公园的成效"
        f"({first})完善第{number}类公园的设施。{'做好日常的管护,' * 12}。(市园林局牵头)具体措施:"
        "1.及时总结经验。(市财政局负责)"
        "2.简化办理程序。(市园林局牵头)3.2031年底前开展自查。(市文旅局负责)"
        f"({second})开放更多的绿地,方便市民进出。(市城管局负责)"
        for number, first, second in (("一", "一", "二"), ("二", "三", "四"), ("三", "五", "六"))
    )  # fmt: skip
    found = extract(source(text))
    assert [task.path for task in found.tasks if task.assignments] == [
        (outer, inner, *item)
        for outer, first, second in (("一", "(一)", "(二)"), ("二", "(三)", "(四)"), ("三", "(五)", "(六)"))
        for inner, item in ((first, ()), (first, ("1",)), (first, ("2",)), (first, ("3",)), (second, ()))
    ]


def test_a_title_that_runs_into_the_number_and_a_signature_within_a_paragraph():
    text = (
        "青岚市人民政府关于印发公园建设方案的通知青府发〔2031〕17号\n"
        "各区县人民政府:《公园建设方案》已经市政府同意,现印发给你们,请结合实际,认真抓好贯彻落实。" + "各区县要按月报送进展,及时解决问题。" * 4
        + "青岚市人民政府2031年6月28日(此件公开发布)\n\n公园建设方案\n一、任务\n(一)选址。(市园林局负责)\n"
    )  # fmt: skip
    plan = extract(source(text)).plan
    assert (plan.doc_number, str(plan.issued_on), plan.issuer) == (
        "青府发〔2031〕17号",
        "2031-06-28",
        "青岚市人民政府",
    )


def paths(text):
    return ["/".join(t.path) for t in extract(source(text)).tasks if t.assignments]


LONG = "完善休闲设施,方便群众健身," * 50


def test_one_item_alone_below_its_heading_and_numbers_at_once_behind_a_heading():
    text = (
        f"一、加强公园建设1.盘活边角地块。{LONG}(责任单位:市园林局牵头,市财政局等部门分工负责)二、健全工作机制1.按月调度。"
        f"{LONG}(市政府办公室负责)2.定期通报。(市数据局负责)"
    )
    assert paths(text) == ["一/1", "二/1", "二/2"]


def test_a_text_that_begins_within_a_plan():
    text = f"四、降低门槛(十)优化条件。{LONG}(市园林局负责)(十一)促进流动。{LONG}(市人社局负责)(十二)包容审慎。(市商务局负责)"
    assert paths(text) == ["四/(十)", "四/(十一)", "四/(十二)"]


def test_articles_run_on_below_a_heading_of_a_text_that_begins_within_a_plan():
    duties = "(一)市园林局:负责公园建设。(二)市财政局:按照分工保障经费。(三)市气象局:组织做好预报。"
    text = f"三、成员单位工作职责第五条成员单位依据规定和职责分工合作。{duties}{LONG}。"
    found = extract(source(text))
    assert [(t.title, [a.unit for a in t.assignments]) for t in found.tasks if t.path[-1].startswith("(")] == [
        ("市园林局", ["市园林局"]), ("市财政局", ["市财政局"]), ("市气象局", ["市气象局"]),
    ]  # fmt: skip


def test_whole_sentences_numbered_in_brackets_are_items():
    groups = "(1)协调组市交通运输局牵头,市公安局参与。负责汇总。(2)救援组市应急局牵头。负责抢险。(3)医疗组市卫健委牵头。负责救治。"
    text = f"二、组织体系指挥部下设若干组。{groups}三、响应启动{LONG}。"
    found = extract(source(text))
    assert {"/".join(t.path) for t in found.tasks} >= {"二/(1)", "二/(2)", "二/(3)"}


def test_the_head_of_a_notice_on_one_line():
    text = (
        "关于印发青岚市公园建设分工方案的通知各区指挥部,市指挥部各成员单位:现将方案印发给你们。附件:青岚市公园建设分工方案"
        f"青岚市公园建设指挥部办公室2031年11月2日附件青岚市公园建设分工方案一、盘活边角地。{LONG}(市园林局负责)二、建设步道。(市交通运输局负责)三、加强宣传。(市文旅局负责)"
    )
    found = extract(source(text))
    assert found.plan.issuer == "青岚市公园建设指挥部办公室"
    assert (found.plan.issued_on, found.plan.region) == ("2031-11-02", "青岚市")
    assert found.plan.title == "青岚市公园建设分工方案"
    assert [(part.part, part.title) for part in found.parts if part.part] == [
        ("附件", "青岚市公园建设分工方案")
    ]
    assert {task.part for task in found.tasks} == {"附件"}


def test_joint_signers_and_a_title_with_two_states_on_one_line():
    text = (
        "《青岚市公园管护方案》已经同意。现印发给你们,请执行。青岚市园林局中共青岚市委文明办青岚市城管局2031年4月19日"
        f"青岚市公园管护方案(2031-2033年)(试行)为加强管护,制定本方案。一、分片管护。{LONG}(市园林局负责)二、按月检查。(市城管局负责)三、按季通报。(市城管局负责)"
    )
    found = extract(source(text))
    assert found.plan.title == "青岚市公园管护方案(2031-2033年)(试行)"
    assert found.plan.issuer == "青岚市园林局、中共青岚市委文明办、青岚市城管局"


def test_a_heading_with_a_bracket_over_items_that_run_on_through_the_headings():
    text = (
        f"五、守信激励(一)加强奖励。{LONG}(市发改委负责)(二)加强约束。(市司法局负责)六、重点领域(行业)与区域试点(三)加强政务。"
        "(市政务中心负责)(四)增强商务。(市商务局负责)七、信用产业(五)培育需求。(市市场监管局负责)"
    )
    assert paths(text) == ["五/(一)", "五/(二)", "六/(三)", "六/(四)", "七/(五)"]


def test_numbers_begin_anew_behind_who_signs():
    text = (
        f"现将措施印发给你们,请落实。一、加大宣传。{LONG}。二、强化落实。按职能推动。三、兑付资金。足额落实。青岚市人民政府办公室"
        "2031年11月13日青岚市公园管护若干措施为做好管护,制定本措施。一、分片管护。(市园林局负责)二、按月检查。(市城管局负责)"
        "三、按季通报。(市数据局负责)"
    )
    found = extract(source(text))
    named = {"/".join(t.path): [a.unit for a in t.assignments] for t in found.tasks if t.assignments}
    assert list(named.values()) == [["市园林局"], ["市城管局"], ["市数据局"]]


def test_a_number_behind_a_labels_list_within_a_line():
    text = (
        "一、开展研究。责任单位:研究室\n二、建立评估。责任单位:市社团办三、控制兼职。责任单位:市社团办\n"
        "五、培育组织。责任单位:市社团办\n六、建立机制。责任单位:市数据局\n"
    )
    assert paths(text) == ["一", "二", "三", "五", "六"]
