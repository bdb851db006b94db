"""Whole documents in the manner of real ones, each a shape that once was lost."""

import pytest

from loaders.extract import extract
from loaders.readers import read_bytes

HEAD = "青岚市人民政府办公室关于印发《青岚市公园行动方案》的通知\n"


def read(text, name="x.txt"):
    return extract(read_bytes(name, text.encode()))


def tasks(text, name="x.txt"):
    """{path: {role: names}} of the tasks that name somebody."""
    found = {}
    for task in read(text, name).tasks:
        for each in task.assignments:
            found.setdefault("/".join(task.path), {}).setdefault(each.role, []).append(each.unit)
    return found


def test_items_in_one_paragraph_each_with_a_clause():
    text = (
        HEAD + "第一条 办好三件事:①新建公园;(市园林局、市财政局负责)②改造道路。(市交通运输局牵头)③办学校。\n"
    )
    assert tasks(text) == {
        "第一条/①": {"responsible": ["市园林局", "市财政局"]},
        "第一条/②": {"lead": ["市交通运输局"]},
    }


def test_sentences_with_numbers_and_one_clause_stay_one_item():
    text = HEAD + "一、公园\n(一)建园。①选址。②施工。(市园林局负责)\n"
    assert tasks(text) == {"一/(一)": {"responsible": ["市园林局"]}}


def test_a_clause_for_the_whole_section_belongs_to_its_heading():
    text = (
        HEAD
        + "一、分片推进\n(一)东片区。建园。\n(二)西片区。修路。\n以上两个片区任务由市园林局牵头,市财政局配合。\n"
    )
    assert tasks(text) == {"一": {"lead": ["市园林局"], "support": ["市财政局"]}}


def test_markdown_escapes_hide_no_number():
    text = HEAD + "一、公园\n\n1\\. 建园。（市园林局负责）\n\n2\\. 修路。（市交通运输局负责）\n"
    assert tasks(text, "x.md") == {
        "一/1": {"responsible": ["市园林局"]},
        "一/2": {"responsible": ["市交通运输局"]},
    }


def test_labels_with_blanks_end_the_list_above_them():
    text = (
        HEAD
        + "一、公园\n(一)建园。新建公园三处。\n牵头单位：市园林局\n配合单位：市财政局，各乡镇\n责 任 人：陈志强\n"
    )
    assert tasks(text) == {"一/(一)": {"lead": ["市园林局"], "support": ["市财政局", "各乡镇"]}}


def test_a_label_goes_on_in_the_next_line():
    text = HEAD + "一、公园\n1. 建园。\n责任单位：市园林局　牵头\n　　　　　市财政局、市水利局配合\n"
    assert tasks(text) == {"一/1": {"lead": ["市园林局"], "support": ["市财政局", "市水利局"]}}


@pytest.mark.parametrize(("sign", "rule"), [("*", "带*的为牵头单位"), ("★", "标注★的为牵头单位")])
def test_units_with_a_sign_lead_where_the_document_says_so(sign, rule):
    text = (
        HEAD
        + f"（{rule}）\n一、公园\n1.建园。（市园林局{sign}、市财政局）\n2.修路。（{sign}市交通运输局、市财政局）\n"
    )
    assert tasks(text) == {
        "一/1": {"lead": ["市园林局"], "support": ["市财政局"]},
        "一/2": {"lead": ["市交通运输局"], "support": ["市财政局"]},
    }


def test_a_clause_tells_the_deadline():
    text = (
        HEAD
        + "一、公园\n1.建园。【市园林局牵头，市财政局配合；2031年12月底前完成】\n2.修路。（市园林局负责，长期坚持）\n"
    )
    assert [task.deadline for task in read(text).tasks if task.assignments] == ["2031年12月底前", "长期坚持"]


def test_a_deadline_may_list_two_times():
    text = HEAD + "一、公园\n1.建园。【牵头部门：市园林局；配合部门：市财政局；完成时间：8月底、12月】\n"
    assert [task.deadline for task in read(text).tasks if task.assignments] == ["8月底、12月"]


def test_who_is_responsible_by_one_sentence_is_no_helper_by_the_other():
    text = (
        HEAD
        + "一、公园\n1.建园。由市园林局会同市财政局、市水利局负责。其中，茶园由市财政局会同市气象局负责。\n"
    )
    assert tasks(text) == {
        "一/1": {"responsible": ["市园林局", "市财政局"], "support": ["市水利局", "市气象局"]}
    }


def test_a_list_of_problems_has_them_as_items():
    text = HEAD + (
        "一、管护方面\n问题1：管护不到位，2030年缺株率9%。\n整改目标：缺株率降到3%以下。\n牵头科室：管护科\n"
        "配合科室：种苗科 财务科 各林场\n整改时限：2031年6月底\n"
        "问题2：三、四级苗木占比偏低。\n整改目标：三、四级苗木占比提高到52%。\n责任科室：种苗科\n整改时限：立行立改\n"
    )
    assert tasks(text) == {
        "一/问题1": {"lead": ["管护科"], "support": ["种苗科", "财务科", "各林场"]},
        "一/问题2": {"responsible": ["种苗科"]},
    }
    found = read(text)
    assert [t.deadline for t in found.tasks if t.assignments] == ["2031年6月底", "立行立改"]
    assert [(i.path[-1], i.value) for i in found.indicators] == [("问题1", 3), ("问题2", 52)]


def test_the_foot_of_a_page_is_no_clause():
    assert tasks(HEAD + "一、公园\n1.建园。\n主办：青岚市人民政府办公室 | 打印本页 | 关闭窗口\n") == {}


def test_a_note_below_a_table_says_that_the_first_listed_leads():
    text = HEAD + (
        "序号\t工作任务\t目标\t责任单位\t配合单位\t时限\n"
        "1\t建公园\t三处\t市园林局、市水利局\t市财政局\t12月底前\n"
        "2\t修道路\t五条\t市交通运输局\t市财政局\t11月底前\n"
        "说明：1.责任单位有多个的，第一个为牵头单位。\n"
    )
    assert tasks(text) == {
        "1": {"lead": ["市园林局"], "support": ["市财政局", "市水利局"]},
        "2": {"lead": ["市交通运输局"], "support": ["市财政局"]},
    }


def test_a_heading_of_two_rows_with_persons():
    text = HEAD + (
        "<table><tr><td rowspan=2>序号</td><td rowspan=2>工作任务</td><td colspan=3>责任主体</td></tr>"
        "<tr><td>分管领导</td><td>牵头部门</td><td>参与单位</td></tr>"
        "<tr><td>1</td><td>建公园</td><td>陈志强</td><td>市园林局</td><td>市财政局、各镇（街道）</td></tr></table>"
    )
    assert tasks(text, "x.html") == {"1": {"lead": ["市园林局"], "support": ["市财政局", "各镇(街道)"]}}


def test_a_report_to_an_office_is_no_clause():
    text = HEAD + (
        "一、公园\n1．建园。〔市园林局、市财政局〕\n"
        "以上各项任务落实情况，请各牵头单位报送市公园行动领导小组办公室（市园林局）。\n"
    )
    assert tasks(text) == {"一/1": {"responsible": ["市园林局", "市财政局"]}}


def test_a_clause_goes_on_over_short_lines():
    text = HEAD + (
        "一、公园\n1.建园。（牵头单位：市园林局；\n配合单位：市财政局、\n市水利局、\n各镇人民政府）\n"
        "2.修路。\n责任单位：市交通运输局、\n市公安局\n完成时限：2031年8月\n"
    )
    assert tasks(text) == {
        "一/1": {"lead": ["市园林局"], "support": ["市财政局", "市水利局", "各镇人民政府"]},
        "一/2": {"responsible": ["市交通运输局", "市公安局"]},
    }


def test_a_clause_for_all_without_a_heading_is_no_item_s():
    text = HEAD + "（一）建园。【市园林局】\n（二）修路。【市交通运输局】\n以上任务由市发展改革委牵头抓总。\n"
    assert tasks(text) == {
        "(一)": {"responsible": ["市园林局"]},
        "(二)": {"responsible": ["市交通运输局"]},
        "p1": {"lead": ["市发展改革委"]},
    }


def test_items_in_one_paragraph_each_with_a_sentence_that_says_who():
    text = (
        HEAD
        + "一、公园\n5. 建设。（1）建园4个，由市园林局负责；（2）修路35条，由市交通运输局、各街道负责。\n"
    )
    assert tasks(text) == {
        "一/5/(1)": {"responsible": ["市园林局"]},
        "一/5/(2)": {"responsible": ["市交通运输局", "各街道"]},
    }


def test_a_rule_about_a_sign_may_follow_its_first_list():
    text = (
        HEAD
        + "一、公园\n（一）建园。【市园林局★、市财政局】（标★的为牵头单位，下同）\n（二）修路。【市交通运输局★】\n"
    )
    assert tasks(text) == {
        "一/(一)": {"lead": ["市园林局"], "support": ["市财政局"]},
        "一/(二)": {"lead": ["市交通运输局"]},
    }


def test_a_label_s_list_ends_with_its_last_name():
    text = (
        HEAD
        + "一、便民工程。改造市场4家。\n责任单位：市商务局、市政务服务数据管理局\n\n各责任单位要倒排工期，每月报送进展。\n"
    )
    assert tasks(text) == {"一": {"responsible": ["市商务局", "市政务服务数据管理局"]}}


def test_a_party_s_inspectors_are_a_unit():
    text = HEAD + "一、落实责任。\n1、开展创建。（机关党委、派驻纪检监察组）\n"
    assert tasks(text) == {"一/1": {"responsible": ["机关党委", "派驻纪检监察组"]}}


def test_counted_sentences_on_lines_of_their_own_are_one_item():
    text = HEAD + (
        "一、公园\n1.建园\n一是选址。先看水源。(责任单位:市园林局)\n二是施工。先修路。(责任单位:市园林局、市财政局)\n"
        "2.管护\n修枝。(市园林局负责)\n"
    )
    assert tasks(text) == {
        "一/1": {"responsible": ["市园林局", "市财政局"]},
        "一/2": {"responsible": ["市园林局"]},
    }


@pytest.mark.parametrize(
    "cut", ["(责\n任单位:市园林局、", "〔责任\n单位:市园林局、", "(责任单位:\n市园林局、"]
)
def test_a_label_broken_at_a_line_end_is_one(cut):
    closing = "〕" if "〔" in cut else ")"
    text = (
        HEAD + f"一、公园\n1.建园\n先看水源,再选苗木,做到适地适树。{cut}市财\n政局{closing}\n2.管护\n修枝。\n"
    )
    assert tasks(text) == {"一/1": {"responsible": ["市园林局", "市财政局"]}}


def test_a_page_number_over_several_lines_is_none_of_the_text():
    text = (
        HEAD
        + "一、公园\n1.建园\n先看水源,再选苗木,再定工期,新建公\n—\n1\n2\n—\n\n园8个。(市园\n——\n3\n——\n林局负责)\n"
    )
    found = read(text)
    assert tasks(text) == {"一/1": {"responsible": ["市园林局"]}}
    assert [(i.name, i.value) for i in found.indicators] == [("新建公园", 8)]


def test_a_title_over_all_columns_is_a_group_and_no_deadline():
    rows = "".join(
        f"<tr><td>{mark}</td><td colspan=4>{title}</td></tr><tr><td>1</td><td>甲</td><td>{work}</td>"
        f"<td>{unit}</td><td></td></tr><tr><td>2</td><td>乙</td><td>管护</td><td>{unit}</td><td></td></tr>"
        for mark, title, work, unit in (
            ("一", "特色工程(公园)", "建园", "市园林局"),
            ("二", "特色工程(道路)", "修路", "市交通运输局"),
        )
    )
    text = f"<p>{HEAD}</p><table><tr><td>序号</td><td>重点任务</td><td>具体工作</td><td>责任单位</td><td>完成时限</td></tr>{rows}</table>"
    found = [t for t in read(text, "x.html").tasks if t.assignments]
    assert ["/".join(t.path) for t in found] == ["一/1", "一/2", "二/1", "二/2"]
    assert {t.deadline for t in found} == {None}


def test_what_a_notice_says_by_the_way_is_no_task():
    notice = "方案已经市政府同意,现印发给你们。市政府督查室负责跟踪督办,重大问题及时报告。\n"
    work = "一、公园\n(一)建园。新建公园3个,由市园林局牵头实施,年底前建成。\n"
    assert tasks(HEAD + notice + work) == {"一/(一)": {"lead": ["市园林局"]}}
    assert tasks(HEAD + notice) == {"p1": {"responsible": ["市政府督查室"]}}


def test_below_a_heading_of_duties_each_item_begins_with_who_has_them():
    work = (
        "1.市财政局:落实建园资金,并监管使用。\n2.市园林局、市水利局:修建步道。\n3.县级园长:协调解决问题。\n"
    )
    text = HEAD + "一、工作职责\n(一)成员单位职责。\n" + work + "二、公园\n(一)建园。\n" + work
    assert tasks(text) == {
        "一/(一)/1": {"responsible": ["市财政局"]},
        "一/(一)/2": {"responsible": ["市园林局", "市水利局"]},
    }
    text = HEAD + "一、工作职责\n(一)市财政局:落实资金。\n(二)各镇、街道、开发区:新建公园。\n"
    assert tasks(text)["一/(二)"] == {"responsible": ["各镇", "各街道", "各开发区"]}


def test_paragraphs_of_a_measure_each_with_its_clause_are_one_task():
    text = "一、主要任务\n(一)壮大队伍\n引育人才。(责任单位:市教育局)\n优化服务。(责任单位:市公安局)\n(二)建公园\n选址。(责任单位:市园林局)\n"
    assert tasks(HEAD + text) == {
        "一/(一)": {"responsible": ["市教育局", "市公安局"]},
        "一/(二)": {"responsible": ["市园林局"]},
    }


def test_the_first_listed_leads_below_a_sentence_that_says_so():
    text = (
        HEAD
        + "一、分工\n(一)任务涉及多家的,排在第一位的为牵头部门。\n二、任务\n(一)建园。(市园林局、市财政局负责)\n"
    )
    assert tasks(text) == {"二/(一)": {"lead": ["市园林局"], "support": ["市财政局"]}}


def test_paragraphs_below_a_heading_that_is_a_sentence_are_tasks_one_alone_too():
    text = (
        HEAD
        + "一、公园\n(一)坚持建好公园。\n建园三处。(市园林局负责)\n修路两条。(市交通运输局负责)\n"
        + "(二)坚持管好公园。\n修剪树木。(市园林局负责)\n(三)坚持用好公园。\n办展。(市文旅局负责)\n"
        + "办会。\n(市商务局负责)\n"
    )
    assert tasks(text) == {
        "一/(一)/p1": {"responsible": ["市园林局"]},
        "一/(一)/p2": {"responsible": ["市交通运输局"]},
        "一/(二)/p1": {"responsible": ["市园林局"]},
        "一/(三)/p1": {"responsible": ["市文旅局"]},
        "一/(三)/p2": {"responsible": ["市商务局"]},
    }


def test_a_clause_on_a_line_of_its_own_is_no_paragraph_of_a_list():
    text = HEAD + "一、公园\n(一)建园。\n建园三处。(市园林局负责)修路两条。\n(市交通运输局负责)\n"
    assert tasks(text) == {"一/(一)": {"responsible": ["市园林局", "市交通运输局"]}}


def test_the_first_number_below_a_heading_of_three_numbers_begins_an_item():
    text = (
        HEAD
        + "1 总则\n1.1 目的\n建园。\n2 体系\n2.1 机构\n2.1.1 领导\n(1)甲。\n(2)乙。\n"
        + "2.1.2 公园建设工作领导机构和各成员单位的主要职责\n(1)市园林局负责建园。\n(2)市财政局负责筹资。\n"
    )
    assert tasks(text) == {
        "2/2.1/2.1.2/(1)": {"responsible": ["市园林局"]},
        "2/2.1/2.1.2/(2)": {"responsible": ["市财政局"]},
    }


def test_the_covering_notice_says_that_the_first_listed_leads():
    text = HEAD + (
        "一、请各单位报送进展。\n二、任务表中,排在首位的责任单位为牵头单位,其他为配合单位。\n"
        "2031年青岚市公园建设管护工作重点任务责任分解\n"
        "一、公园\n1.建园。（责任单位：市园林局、市财政局）\n"
    )
    assert tasks(text) == {"一/1": {"lead": ["市园林局"], "support": ["市财政局"]}}


def test_a_note_says_that_those_before_the_semicolon_lead():
    text = (
        HEAD
        + "一、公园\n（一）建园。（市园林局；市财政局、市水利局）\n注：括号内分号前为牵头单位，分号后为配合单位。\n"
    )
    assert tasks(text) == {"一/(一)": {"lead": ["市园林局"], "support": ["市财政局", "市水利局"]}}


def test_paragraphs_with_a_sign_below_a_heading_are_tasks():
    text = HEAD + (
        "一、公园\n1.建园\n▲ 新建公园三处，改造公园五处，绿地二十处。（牵头部门：绿化部；责任单位：园林公司）\n"
        "▲ 修好园路，补种行道树，更新路灯和座椅。（责任单位：养护公司）\n"
    )
    assert tasks(text) == {
        "一/1/p1": {"lead": ["绿化部"], "support": ["园林公司"]},
        "一/1/p2": {"responsible": ["养护公司"]},
    }


def test_counted_paragraphs_that_each_name_their_units_are_tasks():
    text = HEAD + (
        "一、公园\n一是建园。县牵头单位：县园林局，镇对接单位：派出所。\n二是护园。县牵头单位：县水利局，镇对接单位：各村。\n"
    )
    assert tasks(text) == {
        "一/p1": {"lead": ["县园林局"], "support": ["派出所"]},
        "一/p2": {"lead": ["县水利局"], "support": ["各村"]},
    }


def test_paragraphs_below_a_heading_of_duties_each_say_whose_they_are():
    text = HEAD + (
        "1 总则\n1.1 依据\n按规定。\n2 组织\n2.1 成员单位职责\n县园林局：负责公园排水。\n"
        "县水利局、县公安局：分别负责水情和交通。\n白石供电公司：保障用电。\n2.2 响应\n启动。\n"
    )
    assert tasks(text) == {
        "2/2.1/p1": {"responsible": ["县园林局"]},
        "2/2.1/p2": {"responsible": ["县水利局", "县公安局"]},
        "2/2.1/p3": {"responsible": ["白石供电公司"]},
    }


def test_a_file_that_is_one_annex_without_a_number_has_it_as_main_text():
    text = "附件\n\n青岚市公园任务分工\n一、公园\n1.建园。\n牵头处室:绿化处\n"
    found = read(text)
    assert [part.part for part in found.parts] == [""]
    assert found.plan.title == "青岚市公园任务分工"
    assert tasks(text) == {"一/1": {"lead": ["绿化处"]}}


def test_numbers_begin_anew_below_the_title_of_a_second_paper():
    text = (
        "青岚市人民政府办公室关于印发公园工作分解的通知\n《公园工作分解》《公园实事分解》已经同意,现印发给你们。\n"
        + "公园工作分解\n一、建设\n1.建园。(市园林局负责)\n青岚市公园实事分解\n1.修路。(市交通运输局负责)\n"
    )
    assert tasks(text) == {"一/1": {"responsible": ["市园林局"]}, "1": {"responsible": ["市交通运输局"]}}


def test_paragraphs_below_a_second_title_count_on():
    text = (
        "青岚市人民政府办公室关于印发公园工作分解的通知\n《公园工作分解》《公园实事分解》已经同意,现印发给你们。\n"
        + "公园工作分解\n建园。(市园林局负责)\n公园实事分解\n修路。(市交通运输局负责)\n"
    )
    assert tasks(text) == {"p1": {"responsible": ["市园林局"]}, "p2": {"responsible": ["市交通运输局"]}}


def test_a_heading_says_who_leads_all_below_it():
    text = HEAD + (
        "一、林海市长负责的工作\n(一)市园林局、市水利局牵头的工作\n1.建园。\n协同单位:市财政局和各沿江县、区人民政府。\n"
        "2.清河。\n3.植树。(市林业局牵头,市财政局配合)\n(二)市交通局负责的重点工作(共1项)\n修路。\n"
    )
    assert tasks(text) == {
        "一/(一)/1": {"lead": ["市园林局", "市水利局"], "support": ["市财政局", "各沿江县、区人民政府"]},
        "一/(一)/2": {"lead": ["市园林局", "市水利局"]},
        "一/(一)/3": {"lead": ["市林业局"], "support": ["市财政局"]},
        "一/(二)": {"responsible": ["市交通局"]},
    }


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


def test_persons_and_times_on_lines_of_their_own_belong_to_the_paragraph_above():
    text = (
        "我市公布2031年实事分工\n\n关键词 绿地\n\n市区新建公园12处。\n\n主管领导:王青山\n\n责任单位:市园林局\n\n主要责任人:李白石\n\n"
        "进度安排:6月底前开工;12月底前建成。\n\n新植树苗3万株。\n\n主管领导:王青山\n\n责任单位:市林业局、市财政局\n\n主要责任人:赵云泽\n\n"
    )
    found = read(text)
    assert [(t.path, t.title, t.units("responsible")) for t in found.tasks] == [
        (("p1",), "市区新建公园12处", ["市园林局"]),
        (("p2",), "新植树苗3万株", ["市林业局", "市财政局"]),
    ]
    assert [(i.path, i.value) for i in found.indicators] == [(("p1",), 12), (("p2",), 3)]


def test_a_project_s_content_and_the_year_s_amount():
    text = HEAD + (
        "一、项目\n序号 | 项目名称 | 建设内容及规模 | 年度投资(万元) | 牵头单位 |\n"
        "1 | 白石公园 | 新建绿道5公里。 | 900 | 市园林局 |\n2 | 河口茶园 | 新建茶亭4座。 | - | 市茶业局 |\n"
    )
    found = read(text)
    assert [(i.path, i.name, i.value, i.unit) for i in found.indicators] == [
        (("一", "1"), "新建绿道", 5, "公里"),
        (("一", "1"), "白石公园年度投资", 900, "万元"),
        (("一", "2"), "新建茶亭", 4, "座"),
    ]
    assert [t.title for t in found.tasks if t.assignments] == ["白石公园", "河口茶园"]


def test_a_breakdown_s_total_stands_at_its_row():
    text = HEAD + (
        "附件1：公园任务分解表\n| 序号 | 项目 | 全市 | 白石区 | 柳湾县 | 河口市 |\n|--|--|--|--|--|--|\n"
        "| 1 | 新建茶园(个) | 12 | 5 | 4 | 3 |\n| 2 | 新建公厕(座) | 9 | 5 | | 4 |\n"
    )
    assert [(i.part, i.path, i.value) for i in read(text).indicators] == [
        ("附件1", ("1",), 12),
        ("附件1", ("2",), 9),
    ]


def test_the_next_item_may_begin_behind_a_clause():
    text = (
        HEAD + "一、公园\n1.建园。(市园林局主办)2.种树。(市林业局主办,市财政局协办)\n3.修路。(市交通局主办)\n"
    )
    assert tasks(text) == {
        "一/1": {"lead": ["市园林局"]},
        "一/2": {"lead": ["市林业局"], "support": ["市财政局"]},
        "一/3": {"lead": ["市交通局"]},
    }
