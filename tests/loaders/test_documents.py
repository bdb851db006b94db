"""Whole documents in the manner of real ones, each a shape that once was lost."""

import pytest

from tests.support.reading import read, tasks_of

HEAD = "青岚市人民政府办公室关于印发《青岚市公园行动方案》的通知\n"


def test_items_in_one_paragraph_each_with_a_clause():
    text = (
        HEAD + "第一条 办好三件事:①新建公园;(市园林局、市财政局负责)②改造道路。(市交通运输局牵头)③办学校。\n"
    )
    assert tasks_of(text) == {
        "第一条/①": {"responsible": ["市园林局", "市财政局"]},
        "第一条/②": {"lead": ["市交通运输局"]},
    }


def test_sentences_with_numbers_and_one_clause_stay_one_item():
    text = HEAD + "一、公园\n(一)建园。①选址。②施工。(市园林局负责)\n"
    assert tasks_of(text) == {"一/(一)": {"responsible": ["市园林局"]}}


def test_markdown_escapes_hide_no_number():
    text = HEAD + "一、公园\n\n1\\. 建园。（市园林局负责）\n\n2\\. 修路。（市交通运输局负责）\n"
    assert tasks_of(text, "x.md") == {
        "一/1": {"responsible": ["市园林局"]},
        "一/2": {"responsible": ["市交通运输局"]},
    }


def test_labels_with_blanks_end_the_list_above_them():
    text = (
        HEAD
        + "一、公园\n(一)建园。新建公园三处。\n牵头单位：市园林局\n配合单位：市财政局，各乡镇\n责 任 人：陈志强\n"
    )
    assert tasks_of(text) == {"一/(一)": {"lead": ["市园林局"], "support": ["市财政局", "各乡镇"]}}


def test_a_label_goes_on_in_the_next_line():
    text = HEAD + "一、公园\n1. 建园。\n责任单位：市园林局　牵头\n　　　　　市财政局、市水利局配合\n"
    assert tasks_of(text) == {"一/1": {"lead": ["市园林局"], "support": ["市财政局", "市水利局"]}}


def test_a_clause_tells_the_deadline():
    text = (
        HEAD
        + "一、公园\n1.建园。【市园林局牵头，市财政局配合；2031年12月底前完成】\n2.修路。（市园林局负责，长期坚持）\n"
    )
    assert [task.deadline for task in read(text).tasks if task.assignments] == ["2031年12月底前", "长期坚持"]


def test_a_deadline_may_list_two_times():
    text = HEAD + "一、公园\n1.建园。【牵头部门：市园林局；配合部门：市财政局；完成时间：8月底、12月】\n"
    assert [task.deadline for task in read(text).tasks if task.assignments] == ["8月底、12月"]


def test_a_list_of_problems_has_them_as_items():
    text = HEAD + (
        "一、管护方面\n问题1：管护不到位，2030年缺株率9%。\n整改目标：缺株率降到3%以下。\n牵头科室：管护科\n"
        "配合科室：种苗科 财务科 各林场\n整改时限：2031年6月底\n"
        "问题2：三、四级苗木占比偏低。\n整改目标：三、四级苗木占比提高到52%。\n责任科室：种苗科\n整改时限：立行立改\n"
    )
    assert tasks_of(text) == {
        "一/问题1": {"lead": ["管护科"], "support": ["种苗科", "财务科", "各林场"]},
        "一/问题2": {"responsible": ["种苗科"]},
    }
    found = read(text)
    assert [t.deadline for t in found.tasks if t.assignments] == ["2031年6月底", "立行立改"]
    assert [(i.path[-1], i.value) for i in found.indicators] == [("问题1", 3), ("问题2", 52)]


def test_the_foot_of_a_page_is_no_clause():
    assert tasks_of(HEAD + "一、公园\n1.建园。\n主办：青岚市人民政府办公室 | 打印本页 | 关闭窗口\n") == {}


def test_a_quotation_may_end_where_a_copied_line_does():
    line = "持续推进城市公园和滨水步道建设并且不断完善沿线的服务设施和管理"
    pages = "".join(f"{line}\n制度。(市园林局牵头)\n" for _ in range(8))
    text = f"一、公园\n1.建园。\n{pages}2.选出最美的公园。深入挖掘特色文化,每年评选“青岚十佳公园”\n12处。(市园林局牵头)\n"
    assert [i.name for i in read(text).indicators] == ["评选“青岚十佳公园”"]


def test_a_report_to_an_office_is_no_clause():
    text = HEAD + (
        "一、公园\n1．建园。〔市园林局、市财政局〕\n"
        "以上各项任务落实情况，请各牵头单位报送市公园行动领导小组办公室（市园林局）。\n"
    )
    assert tasks_of(text) == {"一/1": {"responsible": ["市园林局", "市财政局"]}}


def test_a_clause_goes_on_over_short_lines():
    text = HEAD + (
        "一、公园\n1.建园。（牵头单位：市园林局；\n配合单位：市财政局、\n市水利局、\n各镇人民政府）\n"
        "2.修路。\n责任单位：市交通运输局、\n市公安局\n完成时限：2031年8月\n"
    )
    assert tasks_of(text) == {
        "一/1": {"lead": ["市园林局"], "support": ["市财政局", "市水利局", "各镇人民政府"]},
        "一/2": {"responsible": ["市交通运输局", "市公安局"]},
    }


def test_items_in_one_paragraph_each_with_a_sentence_that_says_who():
    text = (
        HEAD
        + "一、公园\n5. 建设。（1）建园4个，由市园林局负责；（2）修路35条，由市交通运输局、各街道负责。\n"
    )
    assert tasks_of(text) == {
        "一/5/(1)": {"responsible": ["市园林局"]},
        "一/5/(2)": {"responsible": ["市交通运输局", "各街道"]},
    }


def test_a_label_s_list_ends_with_its_last_name():
    text = (
        HEAD
        + "一、便民工程。改造市场4家。\n责任单位：市商务局、市政务服务数据管理局\n\n各责任单位要倒排工期，每月报送进展。\n"
    )
    assert tasks_of(text) == {"一": {"responsible": ["市商务局", "市政务服务数据管理局"]}}


def test_a_party_s_inspectors_are_a_unit():
    text = HEAD + "一、落实责任。\n1、开展创建。（机关党委、派驻纪检监察组）\n"
    assert tasks_of(text) == {"一/1": {"responsible": ["机关党委", "派驻纪检监察组"]}}


@pytest.mark.parametrize(
    "cut", ["(责\n任单位:市园林局、", "〔责任\n单位:市园林局、", "(责任单位:\n市园林局、"]
)
def test_a_label_broken_at_a_line_end_is_one(cut):
    closing = "〕" if "〔" in cut else ")"
    text = (
        HEAD + f"一、公园\n1.建园\n先看水源,再选苗木,做到适地适树。{cut}市财\n政局{closing}\n2.管护\n修枝。\n"
    )
    assert tasks_of(text) == {"一/1": {"responsible": ["市园林局", "市财政局"]}}


def test_a_page_number_over_several_lines_is_none_of_the_text():
    text = (
        HEAD
        + "一、公园\n1.建园\n先看水源,再选苗木,再定工期,新建公\n—\n1\n2\n—\n\n园8个。(市园\n——\n3\n——\n林局负责)\n"
    )
    found = read(text)
    assert tasks_of(text) == {"一/1": {"responsible": ["市园林局"]}}
    assert [(i.name, i.value) for i in found.indicators] == [("新建公园", 8)]


def test_the_first_number_below_a_heading_of_three_numbers_begins_an_item():
    text = (
        HEAD
        + "1 总则\n1.1 目的\n建园。\n2 体系\n2.1 机构\n2.1.1 领导\n(1)甲。\n(2)乙。\n"
        + "2.1.2 公园建设工作领导机构和各成员单位的主要职责\n(1)市园林局负责建园。\n(2)市财政局负责筹资。\n"
    )
    assert tasks_of(text) == {
        "2/2.1/2.1.2/(1)": {"responsible": ["市园林局"]},
        "2/2.1/2.1.2/(2)": {"responsible": ["市财政局"]},
    }


def test_a_file_that_is_one_annex_without_a_number_has_it_as_main_text():
    text = "附件\n\n青岚市公园任务分工\n一、公园\n1.建园。\n牵头处室:绿化处\n"
    found = read(text)
    assert [part.part for part in found.parts] == [""]
    assert found.plan.title == "青岚市公园任务分工"
    assert tasks_of(text) == {"一/1": {"lead": ["绿化处"]}}


def test_numbers_begin_anew_below_the_title_of_a_second_paper():
    text = (
        "青岚市人民政府办公室关于印发公园工作分解的通知\n《公园工作分解》《公园实事分解》已经同意,现印发给你们。\n"
        + "公园工作分解\n一、建设\n1.建园。(市园林局负责)\n青岚市公园实事分解\n1.修路。(市交通运输局负责)\n"
    )
    assert tasks_of(text) == {"一/1": {"responsible": ["市园林局"]}, "1": {"responsible": ["市交通运输局"]}}


def test_what_a_list_of_faults_found_is_no_target():
    text = HEAD + (
        "一、排水能力不足。全市管网设计能力8万吨，堵塞管道120公里。\n责任单位：市园林局\n整改时限：2031年底前\n"
        "整改目标：新增排水能力4万吨。\n整改措施：\n（一）改造管网36公里。\n"
    )
    assert [(i.path, i.value) for i in read(text).indicators] == [(("一",), 4), (("一", "(一)"), 36)]


def test_the_line_of_those_who_issue_a_plan_does_not_go_on():
    text = (
        "关于加强公园管护的若干措施\n青岚市园林局　青岚市水利局　青岚市住房和城乡建设局\n"
        "近年来，全市绿地面积稳定在8000公顷以上。现提出以下措施。\n一、建园。新建公园5个。\n"
    )
    assert [i.value for i in read(text).indicators] == [5]


def test_the_next_item_may_begin_behind_a_clause():
    text = (
        HEAD + "一、公园\n1.建园。(市园林局主办)2.种树。(市林业局主办,市财政局协办)\n3.修路。(市交通局主办)\n"
    )
    assert tasks_of(text) == {
        "一/1": {"lead": ["市园林局"]},
        "一/2": {"lead": ["市林业局"], "support": ["市财政局"]},
        "一/3": {"lead": ["市交通局"]},
    }


def test_lists_inside_numbered_lists_of_a_page_are_a_level_of_their_own():
    page = (
        "<p>青岚市绿城行动方案</p><h3>一、重点任务</h3><ol><li>公园提质。完善设施。<ol>"
        "<li>新建公园6座。（市园林局负责）</li><li>新建绿道3公里。（市水利局负责）</li></ol></li>"
        "<li>道路提质。修补路面。（市交通运输局负责）</li></ol>"
        '<ol start="3"><li>河道提质。（市水利局负责）</li></ol>'
    )
    assert tasks_of(page, "x.html") == {
        "一/1/1": {"responsible": ["市园林局"]},
        "一/1/2": {"responsible": ["市水利局"]},
        "一/2": {"responsible": ["市交通运输局"]},
        "一/3": {"responsible": ["市水利局"]},
    }


def test_when_a_sentence_says_that_its_work_is_done_is_no_printed_deadline():
    text = (
        "一、重点任务\n1.新建公园。由市园林局牵头,市财政局配合,2031年10月底前完成。\n"
        "2.新建绿道。(市水利局牵头,2031年9月底前完成)\n"
    )
    assert [(t.path[-1], t.deadline) for t in read(text).tasks if t.assignments] == [
        ("1", None),
        ("2", "2031年9月底前"),
    ]


def test_an_ordinal_alone_on_its_line_is_no_page_number():
    text = "青岚市公园建设方案\n一、重点任务\n1.\n新建公园3处。\n(市园林局负责)\n2.\n改造绿道。\n(市城管局负责)\n"
    found = read(text)
    assert [(t.path, t.units("responsible")) for t in found.tasks if t.assignments] == [
        (("一", "1"), ["市园林局"]),
        (("一", "2"), ["市城管局"]),
    ]


def test_a_heading_as_wide_as_the_page_stands_over_its_first_item():
    wide = "围绕公园城市建设，强化绿地系统和绿道网络管理，以开放共享提升群众服务"
    text = f"青岚市公园方案\n一、{wide}\n(一)新建公园\n" + "".join(
        f"{n}.{wide}，完善\n设施，{wide}。(市园林局\n负责)\n" for n in range(1, 8)
    )
    found = read(text)
    assert {t.path[:2] for t in found.tasks if t.assignments} == {("一", "(一)")}


def test_labels_that_a_copied_line_ends_within():
    text = (
        "青岚市公园方案\n一、任务\n(一)新建公园。全年新建公园3处，改造绿道5公里。牵头单位：市园林局；责\n"
        "任单位：市财政局、市水利局；完成时\n限：9月底\n"
        "(二)改造绿道。全年改造绿道5公里，新增驿站2处。牵头单位：市城管局；配合单位：\n市财政局。\n"
    )
    first, second = (task for task in read(text).tasks if task.assignments)
    assert (first.units("support"), first.deadline) == (["市财政局", "市水利局"], "9月底")
    assert (second.units("lead"), second.units("support")) == (["市城管局"], ["市财政局"])


def test_full_width_digits_number_the_rows_of_a_table():
    text = (
        "清单\n序号 |\n任务 |\n责任单位 |\n１ |\n新建公园３处 |\n市园林局 |\n２ |\n改造绿道 |\n市城管局 |\n"
    )
    found = read(text)
    assert [t.units("responsible") for t in found.tasks] == [["市园林局"], ["市城管局"]]
    assert found.indicators[0].value == 3


def test_who_leads_before_a_comma_and_nobody_where_none_stands():
    rule = "逗号前为牵头单位，未明确牵头单位的按职责分工负责，下同"
    text = f"一、任务\n1.建园。〔市园林局，市财政局（{rule}）〕\n2.修路。〔市交通局、市财政局〕\n"
    assert tasks_of(text) == {
        "一/1": {"lead": ["市园林局"], "support": ["市财政局"]},
        "一/2": {"responsible": ["市交通局", "市财政局"]},
    }


def test_a_short_bracket_amid_a_broken_sentence_charges_nobody():
    text = HEAD + (
        "一、公园\n1.建园\n先看水源。把公园是否建好作为对各部门党组(党委)\n开展巡察的内容。\n"
        "2.公布\n依托公园服务网站\n(青岚)\n实时公布开放的时间。\n3.护园\n修枝。\n(团委)\n浇水。\n"
    )
    assert tasks_of(text) == {"一/3": {"responsible": ["团委"]}}


def test_headings_that_words_count():
    text = HEAD + (
        "一、特色赛道\n方向/赛道一:公园\n1.建园:新建公园3个。\n方向/赛道二:绿道\n1.修路:新建绿道9公里。\n"
    )
    assert [i.path for i in read(text).indicators] == [("一", "赛道一", "1"), ("一", "赛道二", "1")]


def test_an_annex_s_title_ends_with_the_kind_of_paper():
    text = HEAD + (
        "一、公园\n建园。(市园林局负责)\n附件2\n青岚市公园建设任务台账\n"
        "序号重点任务牵头单位配合单位\n1新建公园。市园林局市财政局\n2改造绿道。市城管局\n市水利局\n"
    )
    assert [part.title for part in read(text).parts if part.part] == ["青岚市公园建设任务台账"]
