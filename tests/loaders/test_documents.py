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


def test_counted_sentences_on_lines_of_their_own_are_one_item():
    text = HEAD + (
        "一、公园\n1.建园\n一是选址。先看水源。(责任单位:市园林局)\n二是施工。先修路。(责任单位:市园林局、市财政局)\n"
        "2.管护\n修枝。(市园林局负责)\n"
    )
    assert tasks_of(text) == {
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
    assert tasks_of(text) == {"一/1": {"responsible": ["市园林局", "市财政局"]}}


def test_a_page_number_over_several_lines_is_none_of_the_text():
    text = (
        HEAD
        + "一、公园\n1.建园\n先看水源,再选苗木,再定工期,新建公\n—\n1\n2\n—\n\n园8个。(市园\n——\n3\n——\n林局负责)\n"
    )
    found = read(text)
    assert tasks_of(text) == {"一/1": {"responsible": ["市园林局"]}}
    assert [(i.name, i.value) for i in found.indicators] == [("新建公园", 8)]


def test_paragraphs_of_a_measure_each_with_its_clause_are_one_task():
    text = "一、主要任务\n(一)壮大队伍\n引育人才。(责任单位:市教育局)\n优化服务。(责任单位:市公安局)\n(二)建公园\n选址。(责任单位:市园林局)\n"
    assert tasks_of(HEAD + text) == {
        "一/(一)": {"responsible": ["市教育局", "市公安局"]},
        "一/(二)": {"responsible": ["市园林局"]},
    }


def test_paragraphs_below_a_heading_that_is_a_sentence_are_tasks_one_alone_too():
    text = (
        HEAD
        + "一、公园\n(一)坚持建好公园。\n建园三处。(市园林局负责)\n修路两条。(市交通运输局负责)\n"
        + "(二)坚持管好公园。\n修剪树木。(市园林局负责)\n(三)坚持用好公园。\n办展。(市文旅局负责)\n"
        + "办会。\n(市商务局负责)\n"
    )
    assert tasks_of(text) == {
        "一/(一)/p1": {"responsible": ["市园林局"]},
        "一/(一)/p2": {"responsible": ["市交通运输局"]},
        "一/(二)/p1": {"responsible": ["市园林局"]},
        "一/(三)/p1": {"responsible": ["市文旅局"]},
        "一/(三)/p2": {"responsible": ["市商务局"]},
    }


def test_one_paragraph_below_a_heading_is_what_the_heading_says_where_as_many_have_one():
    several = "建园{n}处。(市园林局负责)\n修路{n}条。(市交通运输局负责)\n"
    one = "修剪树木{n}棵。(市城管局负责)\n"
    marks = "一二三四五六"
    text = (
        HEAD
        + "一、公园\n"
        + "".join(
            f"({mark})坚持做好第{n}事。\n{(several if n % 2 else one).format(n=n)}"
            for n, mark in enumerate(marks, 1)
        )
    )
    assert {path for path in tasks_of(text) if path.startswith(("一/(二)", "一/(四)", "一/(六)"))} == {
        "一/(二)", "一/(四)", "一/(六)",
    }  # fmt: skip


def test_one_paragraph_below_a_heading_is_its_own_task_where_it_has_a_title_as_the_others_have():
    text = (
        HEAD
        + "一、公园\n培育园艺工。办班三期。(市园林局负责)\n修复古园。先查后修。(市文旅局负责)\n"
        + "二、水利\n整治河道。清淤两处。(市水利局负责)\n三、道路\n先修干道，再修支路。(市交通运输局负责)\n"
        + "四、住房\n改造旧房。先登记。(市住建局负责)\n配建公厕。分批建。(市城管局负责)\n"
    )
    assert list(tasks_of(text)) == ["一/p1", "一/p2", "二/p1", "三", "四/p1", "四/p2"]


def test_a_clause_on_a_line_of_its_own_is_no_paragraph_of_a_list():
    text = HEAD + "一、公园\n(一)建园。\n建园三处。(市园林局负责)修路两条。\n(市交通运输局负责)\n"
    assert tasks_of(text) == {"一/(一)": {"responsible": ["市园林局", "市交通运输局"]}}


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


def test_paragraphs_with_a_sign_below_a_heading_are_tasks():
    text = HEAD + (
        "一、公园\n1.建园\n▲ 新建公园三处，改造公园五处，绿地二十处。（牵头部门：绿化部；责任单位：园林公司）\n"
        "▲ 修好园路，补种行道树，更新路灯和座椅。（责任单位：养护公司）\n"
    )
    assert tasks_of(text) == {
        "一/1/p1": {"lead": ["绿化部"], "support": ["园林公司"]},
        "一/1/p2": {"responsible": ["养护公司"]},
    }


def test_counted_paragraphs_that_each_name_their_units_are_tasks():
    text = HEAD + (
        "一、公园\n一是建园。县牵头单位：县园林局，镇对接单位：派出所。\n二是护园。县牵头单位：县水利局，镇对接单位：各村。\n"
    )
    assert tasks_of(text) == {
        "一/一是": {"lead": ["县园林局"], "support": ["派出所"]},
        "一/二是": {"lead": ["县水利局"], "support": ["各村"]},
    }
    below = HEAD + (
        "一、公园\n（一）建好公园。\n一是建园。先选址，建公园3处。（县园林局负责）\n二是护园。修枝。（县水利局负责）\n"
    )
    assert list(tasks_of(below)) == ["一/(一)/一是", "一/(一)/二是"]
    assert [i.path for i in read(below).indicators] == [("一", "(一)", "一是")]
    assert [t.title for t in read(below).tasks if t.assignments] == ["建园", "护园"]


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


def test_paragraphs_below_a_second_title_count_on():
    text = (
        "青岚市人民政府办公室关于印发公园工作分解的通知\n《公园工作分解》《公园实事分解》已经同意,现印发给你们。\n"
        + "公园工作分解\n建园。(市园林局负责)\n公园实事分解\n修路。(市交通运输局负责)\n"
    )
    assert tasks_of(text) == {"p1": {"responsible": ["市园林局"]}, "p2": {"responsible": ["市交通运输局"]}}


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


def test_the_next_item_may_begin_behind_a_clause():
    text = (
        HEAD + "一、公园\n1.建园。(市园林局主办)2.种树。(市林业局主办,市财政局协办)\n3.修路。(市交通局主办)\n"
    )
    assert tasks_of(text) == {
        "一/1": {"lead": ["市园林局"]},
        "一/2": {"lead": ["市林业局"], "support": ["市财政局"]},
        "一/3": {"lead": ["市交通局"]},
    }


def test_paragraphs_without_numbers_beside_numbered_ones_are_tasks():
    text = (
        "一、主要任务\n(一)东片\n1.建园。(市园林局牵头)\n(二)西片\n2.修路。(市交通运输局牵头)\n(三)南片\n"
        "种好行道树。(市园林局牵头,市财政局配合)\n疏浚河道。(市水利局牵头)\n"
    )
    assert tasks_of(text) == {
        "一/(一)/1": {"lead": ["市园林局"]},
        "一/(二)/2": {"lead": ["市交通运输局"]},
        "一/(三)/p1": {"lead": ["市园林局"], "support": ["市财政局"]},
        "一/(三)/p2": {"lead": ["市水利局"]},
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


def test_clauses_with_labels_within_paragraphs_part_no_items():
    clause = "选好地块,定好水源。(责任单位:市园林局)再看苗木,适地适树。\n(责任单位:市水利局)"
    items = "".join(f"{n}.新建公园。\n{clause}\n" for n in range(1, 6))
    assert set(tasks_of(HEAD + "一、公园\n" + items)) == {f"一/{n}" for n in range(1, 6)}


def test_headings_that_words_count():
    text = HEAD + (
        "一、特色赛道\n方向/赛道一:公园\n1.建园:新建公园3个。\n方向/赛道二:绿道\n1.修路:新建绿道9公里。\n"
    )
    assert [i.path for i in read(text).indicators] == [("一", "赛道一", "1"), ("一", "赛道二", "1")]


def test_beside_a_paragraph_that_a_clause_closes_sentences_tell_only_who_leads():
    told = "绿化主管部门负责对留言进行答复,答复不超过5个工作日。"
    closing = "公开开放的时间。(牵头单位:市园林局)"
    text = HEAD + f"一、公园\n1.建园。建好公园。\n{told}\n{closing}\n2.护园。修枝。(市城管局负责)\n"
    assert tasks_of(text) == {"一/1": {"lead": ["市园林局"]}, "一/2": {"responsible": ["市城管局"]}}


@pytest.mark.parametrize(("sign", "path"), [("*", ("一", "(一)")), ("", ("一", "(一)", "2"))])
def test_goals_with_a_sign_behind_the_last_part_are_the_whole_item_s(sign, path):
    text = HEAD + (
        "一、公园\n(一)做强公园\n1.建园:选好地块。\n2.护园:修枝浇水。\n"
        f"{sign}标志性成果:到2033年,新建公园30个,公园覆盖率达到90%。\n(二)做美绿道\n1.修路:先修干道。\n"
    )
    assert [(i.path, i.value) for i in read(text).indicators] == [(path, 30), (path, 90)]


def test_goals_that_each_part_tells_are_its_own():
    goal = "*主要目标:新建公园{}个。\n"
    text = HEAD + f"一、公园\n1.东片\n选地。\n{goal.format(3)}2.西片\n选地。\n{goal.format(5)}"
    assert [(i.path, i.value) for i in read(text).indicators] == [(("一", "1"), 3), (("一", "2"), 5)]


def test_an_annex_s_title_ends_with_the_kind_of_paper():
    text = HEAD + (
        "一、公园\n建园。(市园林局负责)\n附件2\n青岚市公园建设任务台账\n"
        "序号重点任务牵头单位配合单位\n1新建公园。市园林局市财政局\n2改造绿道。市城管局\n市水利局\n"
    )
    assert [part.title for part in read(text).parts if part.part] == ["青岚市公园建设任务台账"]


def test_many_titled_paragraphs_below_a_heading_of_any_depth_are_tasks():
    named = "".join(
        f"{name}。先查后修,做到{name}。(市园林局负责)\n" for name in ("修复古园", "新建绿道", "培育园艺工")
    )
    text = HEAD + f"一、公园\n(一)项目\n1.市级项目\n{named}2.县级项目\n修枝浇水。(市城管局负责)\n"
    assert list(tasks_of(text)) == ["一/(一)/1/p1", "一/(一)/1/p2", "一/(一)/1/p3", "一/(一)/2"]
