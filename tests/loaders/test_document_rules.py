"""Documents that say in one place who leads in others: notes, notices, headings, whole sections."""

import pytest

from tests.support.reading import read, tasks_of

HEAD = "青岚市人民政府办公室关于印发《青岚市公园行动方案》的通知\n"


def test_a_clause_for_the_whole_section_belongs_to_its_heading():
    text = (
        HEAD
        + "一、分片推进\n(一)东片区。建园。\n(二)西片区。修路。\n以上两个片区任务由市园林局牵头,市财政局配合。\n"
    )
    assert tasks_of(text) == {"一": {"lead": ["市园林局"], "support": ["市财政局"]}}


def test_a_bracket_below_the_items_of_an_action_belongs_to_the_action():
    text = HEAD + (
        "一、重点行动\n(一)东片绿化行动\n1.建园。新建公园三处。\n2.种树。种好行道树。\n"
        "(本行动由市园林局牵头,市财政局配合)\n(二)西片绿化行动\n3.修路。修好园路。\n(市交通运输局牵头)\n"
    )
    assert tasks_of(text) == {
        "一/(一)": {"lead": ["市园林局"], "support": ["市财政局"]},
        "一/(二)/3": {"lead": ["市交通运输局"]},
    }


def test_a_bracket_below_an_action_s_own_text_belongs_to_it():
    text = HEAD + "一、重点行动\n(一)东片绿化行动。新建公园三处。\n(本行动由市园林局牵头)\n"
    assert tasks_of(text) == {"一/(一)": {"lead": ["市园林局"]}}


@pytest.mark.parametrize(("sign", "rule"), [("*", "带*的为牵头单位"), ("★", "标注★的为牵头单位")])
def test_units_with_a_sign_lead_where_the_document_says_so(sign, rule):
    text = (
        HEAD
        + f"（{rule}）\n一、公园\n1.建园。（市园林局{sign}、市财政局）\n2.修路。（{sign}市交通运输局、市财政局）\n"
    )
    assert tasks_of(text) == {
        "一/1": {"lead": ["市园林局"], "support": ["市财政局"]},
        "一/2": {"lead": ["市交通运输局"], "support": ["市财政局"]},
    }


def test_who_is_responsible_by_one_sentence_may_support_by_the_next():
    text = (
        HEAD
        + "一、公园\n1.建园。由市园林局会同市财政局、市水利局负责。其中，茶园由市财政局会同市气象局负责。\n"
    )
    assert tasks_of(text) == {
        "一/1": {"responsible": ["市园林局", "市财政局"], "support": ["市财政局", "市水利局", "市气象局"]}
    }


def test_those_mainly_responsible_lead_only_where_others_are_named_beside_them():
    alone = "一、建园三处。主要责任单位：市园林局、市财政局\n二、修路。主要责任单位：市交通局\n"
    assert tasks_of(HEAD + alone) == {
        "一": {"responsible": ["市园林局", "市财政局"]},
        "二": {"responsible": ["市交通局"]},
    }
    beside = alone + "三、清淤。主要责任单位：市水利局 其他责任单位：市财政局\n"
    assert tasks_of(HEAD + beside)["二"] == {"lead": ["市交通局"]}


def test_a_note_below_a_table_says_that_the_first_listed_leads():
    text = HEAD + (
        "序号\t工作任务\t目标\t责任单位\t配合单位\t时限\n"
        "1\t建公园\t三处\t市园林局、市水利局\t市财政局\t12月底前\n"
        "2\t修道路\t五条\t市交通运输局\t市财政局\t11月底前\n"
        "说明：1.责任单位有多个的，第一个为牵头单位。\n"
    )
    assert tasks_of(text) == {
        "1": {"lead": ["市园林局"], "support": ["市财政局", "市水利局"]},
        "2": {"lead": ["市交通运输局"], "support": ["市财政局"]},
    }


def test_a_clause_for_all_without_a_heading_is_no_item_s():
    text = HEAD + "（一）建园。【市园林局】\n（二）修路。【市交通运输局】\n以上任务由市发展改革委牵头抓总。\n"
    assert tasks_of(text) == {
        "(一)": {"responsible": ["市园林局"]},
        "(二)": {"responsible": ["市交通运输局"]},
        "p1": {"lead": ["市发展改革委"]},
    }


def test_a_rule_about_a_sign_may_follow_its_first_list():
    text = (
        HEAD
        + "一、公园\n（一）建园。【市园林局★、市财政局】（标★的为牵头单位，下同）\n（二）修路。【市交通运输局★】\n"
    )
    assert tasks_of(text) == {
        "一/(一)": {"lead": ["市园林局"], "support": ["市财政局"]},
        "一/(二)": {"lead": ["市交通运输局"]},
    }


def test_what_a_notice_says_by_the_way_is_no_task():
    notice = "方案已经市政府同意,现印发给你们。市政府督查室负责跟踪督办,重大问题及时报告。\n"
    work = "一、公园\n(一)建园。新建公园3个,由市园林局牵头实施,年底前建成。\n"
    assert tasks_of(HEAD + notice + work) == {"一/(一)": {"lead": ["市园林局"]}}
    assert tasks_of(HEAD + notice) == {"p1": {"responsible": ["市政府督查室"]}}


def test_below_a_heading_of_duties_each_item_begins_with_who_has_them():
    work = (
        "1.市财政局:落实建园资金,并监管使用。\n2.市园林局、市水利局:修建步道。\n3.县级园长:协调解决问题。\n"
    )
    text = HEAD + "一、工作职责\n(一)成员单位职责。\n" + work + "二、公园\n(一)建园。\n" + work
    assert tasks_of(text) == {
        "一/(一)/1": {"responsible": ["市财政局"]},
        "一/(一)/2": {"responsible": ["市园林局", "市水利局"]},
    }
    text = HEAD + "一、工作职责\n(一)市财政局:落实资金。\n(二)各镇、街道、开发区:新建公园。\n"
    assert tasks_of(text)["一/(二)"] == {"responsible": ["各镇", "各街道", "各开发区"]}


def test_the_first_listed_leads_below_a_sentence_that_says_so():
    text = (
        HEAD
        + "一、分工\n(一)任务涉及多家的,排在第一位的为牵头部门。\n二、任务\n(一)建园。(市园林局、市财政局负责)\n"
    )
    assert tasks_of(text) == {"二/(一)": {"lead": ["市园林局"], "support": ["市财政局"]}}


def test_the_covering_notice_says_that_the_first_listed_leads():
    text = HEAD + (
        "一、请各单位报送进展。\n二、任务表中,排在首位的责任单位为牵头单位,其他为配合单位。\n"
        "2031年青岚市公园建设管护工作重点任务责任分解\n"
        "一、公园\n1.建园。（责任单位：市园林局、市财政局）\n"
    )
    assert tasks_of(text) == {"一/1": {"lead": ["市园林局"], "support": ["市财政局"]}}


def test_persons_of_a_group_are_charged_with_nothing():
    text = (
        HEAD
        + "一、公园\n（一）建园。（市园林局负责）\n附件\n青岚市公园建设领导小组成员名单\n"
        + "组　长：方　远（市政府）\n\n副组长：于小山（市政府）\n\n方大海（市园林局）\n\n"
        + "成　员：林　清（市财政局）\n\n何水（市水利局）、文青山（市城管局）\n"
        + "高　原〔石湖风景区管委会（市文物局）〕\n\n江月（市教育局）\n"
    )
    assert tasks_of(text) == {"一/(一)": {"responsible": ["市园林局"]}}


def test_a_line_ends_within_a_name_of_an_open_clause_of_any_bracket():
    text = HEAD + (
        "一、公园\n（一）建园。新建公园和口袋公园，完善园林绿化的养护机制，提升养护能力。\n"
        "［牵头单位：市园林局、市政务服\n务数据局］\n（二）步道。新建步道，连通公园和水岸，完善步道的标识。\n"
        "（任务分工：市水利局、地方金融监\n管局，人民银行青岚分行、石港银保监局、市住建局、市财政局负责）\n"
    )
    assert tasks_of(text) == {
        "一/(一)": {"lead": ["市园林局", "市政务服务数据局"]},
        "一/(二)": {
            "responsible": [
                "市水利局", "市地方金融监管局", "人民银行青岚分行", "石港银保监局", "市住建局", "市财政局",
            ]
        },
    }  # fmt: skip


def test_who_holds_a_meeting_is_charged_with_nothing():
    held = "二、组织单位\n主办单位：市园林协会\n承办单位：青岚绿地有限公司\n三、参会\n（一）布置。（市园林局负责）\n"
    assert tasks_of(HEAD + "一、内容\n公园养护。\n" + held) == {"三/(一)": {"responsible": ["市园林局"]}}
    numbered = "一、会议\n1.主办单位：市园林局\n2.承办单位：市林业局\n"
    assert tasks_of(HEAD + numbered) == {}
    placed = (
        "一、论坛\n（一）园林论坛\n时间：9月5日\n地点：青岚会展中心\n主办单位：市园林局\n协办单位：市林业局\n"
    )
    assert tasks_of(HEAD + placed) == {}
    festival = "一、活动\n（一）赏花节。布置公园。\n主办单位：市园林局\n承办单位：市林业局\n"
    assert tasks_of(HEAD + festival) == {"一/(一)": {"lead": ["市园林局"], "support": ["市林业局"]}}


def test_a_note_says_that_those_before_the_semicolon_lead():
    text = (
        HEAD
        + "一、公园\n（一）建园。（市园林局；市财政局、市水利局）\n注：括号内分号前为牵头单位，分号后为配合单位。\n"
    )
    assert tasks_of(text) == {"一/(一)": {"lead": ["市园林局"], "support": ["市财政局", "市水利局"]}}


def test_paragraphs_below_a_heading_of_duties_each_say_whose_they_are():
    text = HEAD + (
        "1 总则\n1.1 依据\n按规定。\n2 组织\n2.1 成员单位职责\n县园林局：负责公园排水。\n"
        "县水利局、县公安局：分别负责水情和交通。\n白石供电公司：保障用电。\n2.2 响应\n启动。\n"
    )
    assert tasks_of(text) == {
        "2/2.1/p1": {"responsible": ["县园林局"]},
        "2/2.1/p2": {"responsible": ["县水利局", "县公安局"]},
        "2/2.1/p3": {"responsible": ["白石供电公司"]},
    }


def test_a_heading_says_who_leads_all_below_it():
    text = HEAD + (
        "一、林海市长负责的工作\n(一)市园林局、市水利局牵头的工作\n1.建园。\n协同单位:市财政局和各沿江县、区人民政府。\n"
        "2.清河。\n3.植树。(市林业局牵头,市财政局配合)\n(二)市交通局负责的重点工作(共1项)\n修路。\n"
    )
    assert tasks_of(text) == {
        "一/(一)/1": {"lead": ["市园林局", "市水利局"], "support": ["市财政局", "各沿江县、区人民政府"]},
        "一/(一)/2": {"lead": ["市园林局", "市水利局"]},
        "一/(一)/3": {"lead": ["市林业局"], "support": ["市财政局"]},
        "一/(二)": {"responsible": ["市交通局"]},
    }


def test_a_list_of_members_duties_names_the_members():
    text = (
        "关于印发青岚市防汛指挥部成员单位工作职责的通知\n"
        "现将各成员单位职责明确如下。\n"
        "市水利局。承担指挥部日常工作,调度水库。\n"
        "市园林局、市城管局。负责清理行道树;会同市公安局封闭下沉式公园。\n"
        "各镇(街道)。负责转移群众。\n"
    )
    assert tasks_of(text) == {
        "p1": {"responsible": ["市水利局"]},
        "p2": {"responsible": ["市园林局", "市城管局"]},
        "p3": {"responsible": ["各镇(街道)"]},
    }
    (part,) = read(text).parts
    assert part.members == ("市水利局", "市园林局", "市城管局", "各镇(街道)")
    assert [text[a:b] for a, b in part.member_spans] == list(part.members)


def test_a_list_of_duties_without_members_in_its_title_names_none():
    text = "青岚市公园建设责任分工\n市水利局。负责清淤。\n市园林局。负责植树。\n"
    assert read(text).parts[0].members == ()


TOWN = "青岚镇公园建设工作方案\n一、公园\n1.建园。\n责任单位：镇党政办、财政所、派出所、山前村、县水利局\n"


def test_a_town_s_bodies_share_its_level():
    assert tasks_of(TOWN)["一/1"]["responsible"] == [
        "镇党政办",
        "镇财政所",
        "镇派出所",
        "山前村",
        "县水利局",
    ]


def test_a_town_s_bodies_stay_as_printed_where_lists_print_the_level_before_each():
    text = TOWN + "2.修路。\n责任单位：镇财政所、镇规划建设办\n"
    assert tasks_of(text)["一/1"]["responsible"][:3] == ["镇党政办", "财政所", "派出所"]


def test_marks_between_pages_part_no_clause_and_no_list():
    text = HEAD + (
        "一、建园\n1.建园。\n牵头单位：市园林局\n\n# Page 12:\n责任单位：\n"
        "各区人民政府，云岭人民银行青岚市中心支行、青岚银保监分局等\n市级各有关部门\n完成时限：2031年9月底前\n"
        "2.清河。清理河道。（市\n\n--- Page 13 of 40 ---\n水利局牵头，市园林局配合）\n"
    )
    assert tasks_of(text) == {
        "一/1": {
            "lead": ["市园林局"],
            "support": ["各区人民政府", "云岭人民银行青岚市中心支行", "青岚银保监分局"],
        },
        "一/2": {"lead": ["市水利局"], "support": ["市园林局"]},
    }
    assert read(text).tasks[1].deadline == "2031年9月底前"


def test_the_whole_year_in_a_clause_is_its_deadline():
    text = HEAD + "一、建园\n1.建园。（牵头单位：市园林局；责任单位：市财政局，全年推进）\n"
    assert read(text).tasks[1].deadline == "全年"
