"""Tasks from task tables; places and units are invented."""

from loaders.source import Source
from loaders.tables import find_tables, read_task_tables

HEAD = "工作任务\t具体措施\t牵头单位\t责任单位\t完成时限\n"
NUMBERED = "序号\t重点任务\t责任单位\t完成时限\n"


def test_a_row_is_a_task_under_its_own_number(paths):
    text = NUMBERED + "1\t新建公园\t市园林局\t2026年6月\n2\t整治河道\t市水利局\t2026年9月\n"
    assert paths(text) == ["1", "2"]


def test_spans_point_at_the_cells(tasks):
    text = (
        "说明\n"
        + NUMBERED
        + "1\t新建公园。按季调度\t 市园林局、市财政局 \t2026年6月\n2\t整治河道\t市水利局\t9月\n"
    )
    first = tasks(text)[0]
    assert [(role, text[a:b]) for role, a, b in first.units] == [("responsible", "市园林局、市财政局")]
    assert text[slice(*first.deadline)] == "2026年6月"
    assert (first.title, first.text) == ("新建公园", "新建公园。按季调度")
    assert text[first.start : first.stop] == first.text
    assert [text[a:b] for a, b in first.passages] == [first.text]


def test_each_role_column_gives_its_role_leads_first(units):
    text = "任务\t配合单位\t牵头单位\n建公园\t市财政局\t市园林局\n修路\t市财政局\t市交通局\n"
    assert units(text)[0] == [("lead", "市园林局"), ("support", "市财政局")]


def test_persons_are_no_units(units):
    text = "任务\t牵头领导\t责任单位\t责任人\n建公园\t张三\t市园林局\t李四\n修路\t张三\t市交通局\t王五\n"
    assert units(text) == [[("responsible", "市园林局")], [("responsible", "市交通局")]]


def test_numbered_measures_in_a_cell_are_tasks_that_share_the_units(paths, units):
    text = HEAD + (
        "(一)建设绿城 1.公园提质。\t(1) 新建公园。 (2) 改造绿道。\t市园林局\t各区\t6月\n"
        "2.道路提质。\t(3) 修补路面。\t市交通局\t各区\t6月\n"
    )
    assert paths(text) == ["(一)/1/(1)", "(一)/1/(2)", "(一)/2/(3)"]
    assert units(text)[0] == units(text)[1] == [("lead", "市园林局"), ("responsible", "各区")]


def test_a_list_that_begins_anew_belongs_to_its_numbered_row(paths):
    text = NUMBERED + ("1\t(1)建公园。(2)建绿道。\t市园林局\t6月\n2\t(1)修路。(2)修桥。\t市交通局\t6月\n")
    assert paths(text) == ["1", "2"]


def test_a_list_below_an_ordinal_of_its_cell_belongs_to_that(paths):
    text = "主要措施\t责任单位\t时限\n1.绿化。(1)建公园。(2)建绿道。\t市园林局\t6月\n2.道路。(1)修路。(2)修桥。\t市交通局\t6月\n"
    assert paths(text) == ["1", "2"]


def test_a_group_that_one_row_has_to_itself_is_its_ordinal(paths):
    text = HEAD + "1.绿化\t建公园\t市园林局\t\t6月\n2.道路\t修路\t市交通局\t\t6月\n\t修桥\t市交通局\t\t6月\n"
    assert paths(text) == ["1", "2/?", "2/?"]


def test_a_line_between_rows_opens_a_group(paths):
    text = NUMBERED + (
        "一、生态建设\n1\t建公园\t市园林局\t6月\n2\t建绿道\t市园林局\t6月\n二、交通建设\n3\t修路\t市交通局\t6月\n"
    )
    assert paths(text) == ["一/1", "一/2", "二/3"]


def test_the_heading_repeated_on_the_next_page_is_no_row(paths):
    page = NUMBERED + "{0}\t建公园\t市园林局\t6月\n{1}\t修路\t市交通局\t6月\n"
    assert paths(page.format(1, 2) + "\n— 3 —\n\n" + page.format(3, 4)) == ["1", "2", "3", "4"]


def test_a_row_whose_units_end_like_a_heading_is_a_row(paths):
    text = (
        HEAD
        + "1.推进项目\t(1) 调度项目。\t市政务中心\t各镇、市直相关单位\t6月\n2.改革\t(2) 建章立制。\t市委改革办\t各镇\t6月\n"
    )
    assert paths(text) == ["1/(1)", "2/(2)"]


def test_a_label_printed_in_the_middle_of_its_rows_holds_for_those_above(paths):
    text = HEAD + (
        "1.公园\t(1) 甲。\t市园林局\t\t6月\n(一)绿城\t(2) 乙。\t市园林局\t\t6月\n\t(3) 丙。\t市园林局\t\t6月\n"
    )
    assert paths(text) == ["(一)/1/(1)", "(一)/1/(2)", "(一)/1/(3)"]


def test_a_label_that_lost_its_number_gets_the_missing_one(paths):
    text = HEAD + "".join(
        f"{label}\t({n}) 甲。\t市园林局\t\t6月\n"
        for n, label in enumerate(["(一)绿城 1.公园。", "(一)绿城 绿道。", "3.湿地。"], 1)
    )
    assert paths(text) == ["(一)/1/(1)", "(一)/2/(2)", "(一)/3/(3)"]


def test_a_group_in_the_task_column_gives_its_units_to_its_measure(paths, units):
    text = HEAD + (
        "(一)绿城\t1. 公园。\t市园林局\t各区\t6月\n\t(1) 建公园。\t市园林局\t\t\n\t2. 绿道。\t市林业局\t\t6月\n\t(2) 建绿道。\t\t\t\n"
    )
    assert paths(text) == ["(一)/1/(1)", "(一)/2/(2)"]
    assert units(text) == [
        [("lead", "市园林局"), ("responsible", "各区")],
        [("lead", "市林业局")],
    ]


def test_a_group_in_place_of_a_missing_measure_is_that_measure(paths):
    text = HEAD + (
        "1.公园。\t(1) 建公园。\t市园林局\t\t6月\n(一)绿城\t2.绿道。\t市林业局\t\t6月\n2.绿道。\t(3) 护绿道。\t市林业局\t\t6月\n"
    )
    assert paths(text) == ["(一)/1/(1)", "(一)/2/(2)", "(一)/2/(3)"]


def test_lines_with_units_alone_go_to_the_measures_of_the_cell_above(units):
    text = (
        HEAD
        + "1.公园\t(1) 甲。 (2) 乙。 (3) 丙。\t市园林局\t\t6月\n\t\t市林业局\t\t6月\n\t\t市水利局\t\t6月\n"
    )
    assert units(text) == [[("lead", "市园林局")], [("lead", "市林业局")], [("lead", "市水利局")]]


def test_blanks_of_a_merged_cell_inherit_in_a_copy(units):
    text = HEAD + "1.公园\t(1) 甲。\t市园林局\t各区\t6月\n\t(2) 乙。\t\t\t\n"
    assert units(text)[0] == units(text)[1]


def test_merged_cells_of_a_fragment_hold_for_all_their_rows(paths, units):
    text = (
        "<table><tr><th>类别</th><th>任务</th><th>责任单位</th></tr>"
        '<tr><td rowspan="2">(一)绿城</td><td>1.建公园</td><td rowspan="2">市园林局</td></tr>'
        "<tr><td>2.建绿道</td></tr><tr><td>(二)水城</td><td>3.清河道</td><td></td></tr></table>"
    )
    assert paths(text) == ["(一)/1", "(一)/2", "(二)/3"]
    assert units(text) == [[("responsible", "市园林局")], [("responsible", "市园林局")], []]


def test_a_heading_of_two_rows(units):
    text = (
        '<table><tr><td rowspan="2">任务</td><td colspan="2">责任分工</td></tr>'
        "<tr><td>牵头单位</td><td>配合单位</td></tr>"
        "<tr><td>建公园</td><td>市园林局</td><td>市财政局</td></tr></table>"
    )
    assert units(text) == [[("lead", "市园林局"), ("support", "市财政局")]]


def test_a_unit_a_line_is_a_list_and_a_broken_name_is_none(units):
    text = (
        "<table><tr><td>任务</td><td>责任单位</td></tr>"
        "<tr><td>建公园</td><td>市园林局<br>市财政局</td></tr>"
        "<tr><td>修路</td><td>市发展和改革<br>委员会</td></tr></table>"
    )
    assert units(text) == [
        [("responsible", "市园林局"), ("responsible", "市财政局")],
        [("responsible", "市发展和改革<br>委员会")],
    ]


def test_lines_with_labels_or_cues_of_their_own_are_lists_of_their_own(units):
    text = (
        "<table><tr><td>任务</td><td>责任分工</td></tr>"
        "<tr><td>建公园</td><td>牵头单位:市园林局\n配合单位:市财政局</td></tr>"
        "<tr><td>修路</td><td>市交通局牵头\n市财政局配合</td></tr></table>"
    )
    assert [[printed for _, printed in found] for found in units(text)] == [
        ["牵头单位:市园林局", "配合单位:市财政局"],
        ["市交通局牵头", "市财政局配合"],
    ]


def test_a_heading_may_say_that_the_first_leads(units):
    text = "| 任务 | 责任单位(列第一位的为牵头单位) |\n|---|---|\n| 建公园 | 市园林局、市财政局、各区 |\n| 修路 | 市交通局 |\n"
    assert units(text) == [
        [("lead", "市园林局"), ("responsible", "市财政局、各区")],
        [("lead", "市交通局")],
    ]


def test_who_guides_is_responsible_where_nobody_else_is_named(units):
    text = (
        "序号\t改革举措\t指导部门\t推广范围\n1\t建公园\t市园林局、市财政局\t全市\n2\t修路\t市交通局\t全市\n"
    )
    assert units(text) == [[("responsible", "市园林局、市财政局")], [("responsible", "市交通局")]]
    beside = text.replace("推广范围", "责任单位").replace("全市", "各区")
    assert units(beside)[0] == [("support", "市园林局、市财政局"), ("responsible", "各区")]


def test_targets_are_read_with_the_words(tasks):
    text = "序号\t任务\t年度目标\t责任单位\n1\t建公园\t新建12个\t市园林局\n2\t修路\t新建30公里\t市交通局\n"
    assert [text[a:b] for a, b in tasks(text)[0].passages] == ["建公园", "新建12个"]


def test_words_that_a_page_break_parted_go_on(tasks):
    text = NUMBERED + "1\t新建公园,\t市园林局\t6月\n\t按季调度。\t\t\n2\t修路\t市交通局\t6月\n"
    found = tasks(text)
    assert [task.path for task in found] == [("1",), ("2",)]
    assert [text[a:b] for a, b in found[0].passages] == ["新建公园,", "按季调度。"]


def test_a_table_without_units_has_no_tasks(tasks):
    assert tasks("指标\t单位\t目标\n公园\t个\t12\n绿道\t公里\t30\n") == []


def test_a_table_in_a_text_without_any_gives_nothing(tasks):
    assert tasks("一、总体要求\n二、重点任务\n") == []


def test_a_row_that_a_page_broke_in_a_sentence_goes_on():
    text = "序号\t任务\t责任单位\n1\t新建公园并\t市园林局\n\t改造绿道。\t各区\n2\t修路\t市交通局\n"
    page = text.index("\t改造")
    source = Source("甲.pdf", "pdf", "", text, (0, page))
    found = read_task_tables(source, find_tables(source))
    assert [task.path for task in found] == [("1",), ("2",)]
    assert [text[a:b] for _, a, b in found[0].units] == ["市园林局", "各区"]


NAMED = "| 序号 | 工作任务 | 具体内容 | 责任单位 |\n|---|---|---|---|\n"


def test_what_stands_beside_the_content_names_the_task(tasks):
    text = (
        NAMED + "| 1 | 推进公园建设 | 新建公园。 | 市园林局 |\n| 2 | 改善道路 | 改造道路。 | 市交通运输局 |\n"
    )
    found = tasks(text)
    assert [task.title for task in found] == ["推进公园建设", "改善道路"]
    assert text[found[0].start : found[0].stop] == "新建公园。"


def test_a_name_that_several_tasks_share_is_the_title_of_none(tasks):
    text = NAMED + "| 1 | 推进公园建设 | 新建公园。 | 市园林局 |\n| 2 |  | 改造公园。 | 市园林局 |\n"
    assert [task.title for task in tasks(text)] == ["新建公园", "改造公园"]


def test_a_project_is_named_by_its_name_and_not_by_what_is_asked_of_it(tasks):
    text = (
        "序号\t项目名称\t建设规模和内容\t建设地点\t截至目前项目进展\t责任单位\t是否民间投资项目(是/否)\n"
        "1\t青岚算力中心项目\t新建机房三处\t白石县\t已报批\t青岚数据集团\t是\n"
        "2\t青岚公园项目\t新建公园一处\t白石县\t谋划中\t市园林局\t否\n"
    )
    assert [task.title for task in tasks(text)] == ["青岚算力中心项目", "青岚公园项目"]


def test_a_list_behind_a_colon_in_a_numbered_row_is_no_list_of_measures(tasks):
    rows = "1\t新建公园,包括:(1)选址。(2)栽树。\t市园林局\n2\t修绿道。\t市城管局\n"
    found = tasks("序号\t任务\t责任单位\n" + rows)
    assert [task.path for task in found] == [("1",), ("2",)]


def test_a_row_that_a_page_broke_goes_on_below_the_heading_printed_again(tasks):
    head = "| 序号 | 任务 | 责任单位 |\n|---|---|---|\n"
    text = head + "| 1 | 新建公园并 | 市园林局 |\n\n- 3 -\n\n" + head
    text += "|  | 改造绿道。 | 市财政局 |\n| 2 | 修路。 | 市交通局 |\n"
    found = tasks(text)
    assert [task.path for task in found] == [("1",), ("2",)]
    assert [text[a:b] for _, a, b in found[0].units] == ["市园林局", "市财政局"]


def test_what_stands_before_a_lists_sign_is_a_paragraph_of_its_own(tasks):
    text = (
        "<table><tr><td>工作任务</td><td>牵头组织实施单位</td></tr><tr><td>建设绿城\n△新建公园5处\n△改造绿道"
        "8公里</td><td>市园林局</td></tr></table>"
    )
    (task,) = tasks(text)
    assert task.title == "建设绿城"
    assert [text[a:b].strip() for a, b in task.passages] == ["建设绿城", "△新建公园5处", "△改造绿道8公里"]


def test_numbers_below_a_heading_that_says_tasks_are_the_rows(paths):
    text = "工作任务\t具体要求\t责任单位\n1\t新建公园\t市园林局\n2\t整治河道\t市水利局\n"
    assert paths(text) == ["1", "2"]


def test_a_value_alone_stands_behind_the_cell_that_names_it(tasks):
    text = (
        "序号 | 任务名称 | 指标要求 | 责任单位\n---|---|---|---\n1 | 茶叶产值 | 增长5%,其中红茶2亿元 | 农业局\n"
        "2 | 植树 | 新植3万株 | 林业局\n"
    )
    found = tasks(text)
    assert [words.text for task in found for words in task.words(text)] == [
        "茶叶产值增长5%,其中红茶2亿元",
        "新植3万株",
    ]
    assert [task.title for task in found] == ["茶叶产值", "植树"]


def test_a_target_alone_stands_behind_the_task(tasks):
    text = "任务\t目标要求\t责任单位\n建公园\t达到5处\t园林局\n建公园3处\t5处\t园林局\n"
    assert [[words.text for words in task.words(text)] for task in tasks(text)] == [
        ["建公园", "建公园达到5处"],
        ["建公园3处", "5处"],
    ]


def test_a_place_s_own_organ_on_a_line_of_its_own_is_a_unit_more(units):
    text = (
        "<table><tr><td>任务</td><td>责任单位</td></tr>"
        "<tr><td>建公园</td><td>市园林局<br>白石经开区管委会</td></tr>"
        "<tr><td>修路</td><td>白石经开区<br>管委会</td></tr></table>"
    )
    assert units(text) == [
        [("responsible", "市园林局"), ("responsible", "白石经开区管委会")],
        [("responsible", "白石经开区<br>管委会")],
    ]


def test_a_school_or_a_firm_on_a_line_of_its_own_is_a_unit_more(units):
    text = (
        "<table><tr><td>任务</td><td>责任单位</td></tr>"
        "<tr><td>建公园</td><td>市园林局<br>白石城建集团公司</td></tr>"
        "<tr><td>育苗</td><td>市教育局<br>白石职业技术学院<br>团市委</td></tr></table>"
    )
    assert units(text) == [
        [("responsible", "市园林局"), ("responsible", "白石城建集团公司")],
        [("responsible", "市教育局"), ("responsible", "白石职业技术学院"), ("responsible", "团市委")],
    ]


def test_a_narrow_cell_parts_units_that_it_breaks_itself(units):
    text = (
        "<table><tr><td>任务</td><td>责任单位</td></tr>"
        "<tr><td>建公园</td><td>县园林<br>局<br>市水利局白石<br>分局</td></tr>"
        "<tr><td>修路</td><td>县防汛指挥部<br>各成员单位</td></tr></table>"
    )
    assert units(text) == [
        [("responsible", "县园林<br>局"), ("responsible", "市水利局白石<br>分局")],
        [("responsible", "县防汛指挥部<br>各成员单位")],
    ]


def test_a_section_of_a_table_that_names_a_unit_is_a_task_too(paths, units):
    text = (
        "<table><tr><td>序号</td><td>工作任务</td><td>责任单位</td></tr>"
        "<tr><td>一、</td><td>绿化</td><td></td></tr><tr><td>1</td><td>建公园</td><td>市园林局</td></tr>"
        "<tr><td>二、</td><td>道路</td><td>市交通局</td></tr><tr><td>2</td><td>修桥</td><td>市水利局</td></tr></table>"
    )
    assert paths(text) == ["一/1", "二", "二/2"]
    assert units(text)[1] == [("responsible", "市交通局")]


BODIES = (
    "<table><tr><td>序号</td><td colspan=2>考核项目</td><td>考核内容</td><td>分值</td></tr>"
    "<tr><td>一</td><td colspan=2>共同项目</td><td></td><td>40</td></tr>"
    "<tr><td>1</td><td colspan=2>宣传</td><td>张贴标语</td><td>40</td></tr>"
    "<tr><td>二</td><td colspan=2>各自项目</td><td></td><td>60</td></tr>"
    "<tr><td rowspan=2>1</td><td rowspan=4>重点</td><td rowspan=2>{}</td><td>建公园</td><td>30</td></tr>"
    "<tr><td>建绿道</td><td>30</td></tr>"
    "<tr><td>2</td><td>县水利局</td><td>清河道</td><td>60</td></tr>"
    "<tr><td>3</td><td>县农场管委会</td><td>育苗</td><td>60</td></tr></table>"
)


def test_a_column_of_nothing_but_bodies_names_those_responsible(paths, units):
    assert paths(BODIES.format("县园林局")) == ["一/1", "二/1", "二/2", "二/3"]
    assert units(BODIES.format("县园林局")) == [
        [],
        [("responsible", "县园林局")],
        [("responsible", "县水利局")],
        [("responsible", "县农场管委会")],
    ]


def test_a_column_with_other_things_than_bodies_names_nobody(tasks):
    assert tasks(BODIES.format("园林绿化")) == []
