"""Items, their paths and their own text."""

from loaders.outline import find_parts, read_outline
from loaders.outline.items import UniquePaths
from loaders.outline.lines import read_lines
from tests.support.reading import units_of


def outline(text):
    lines = list(read_lines(text))
    return [
        (item.part, "/".join(item.path), item.title)
        for p in find_parts(lines)
        for item in read_outline(lines, p)
    ]


def paths(text):
    return [path for _, path, _ in outline(text) if path]


def test_levels_follow_the_document():
    assert paths("一、目标\n(一)公园。\n1.甲。\n2.乙。\n(二)道路。\n1.丙。\n二、保障\n") == [
        "一", "一/(一)", "一/(一)/1", "一/(一)/2", "一/(二)", "一/(二)/1", "二",
    ]  # fmt: skip


def test_numbers_may_run_on_across_headings():
    assert paths("一、目标\n(一)公园\n1.甲。\n2.乙。\n(二)道路\n3.丙。\n4.丁。\n")[-2:] == [
        "一/(二)/3",
        "一/(二)/4",
    ]


def test_a_path_that_occurred_before_is_counted():
    assert paths("一、甲\n二、乙\n一、丙\n") == ["一", "二", "一~2"]


def test_a_path_that_looks_counted_is_counted_itself():
    unique = UniquePaths([("1",), ("1~2",)])
    assert [unique.take((path,)) for path in ("1", "1", "1~2", "2")] == [
        ("1~2~2",),
        ("1~3",),
        ("1~2~3",),
        ("2",),
    ]


def test_a_line_broken_in_a_sentence_does_not_begin_an_item():
    text = (
        "一、道路。改造农村公路里程达到年度计划的百分之八十以上并新增\n3.公里的绿道要按时完工。\n二、桥梁\n"
    )
    assert paths(text) == ["一", "二"]


def test_full_width_and_ascii_punctuation_agree():
    assert paths("一、目标\n（一）公园\n１．甲。\n") == paths("一、目标\n(一)公园\n1.甲。\n")


def test_titles_end_before_the_clause():
    assert outline("一、新建公园(市园林局牵头)\n")[-1][2] == "新建公园"


def test_annexes_have_paths_of_their_own():
    text = "总体方案\n一、目标\n附件:1.公园方案\n2.道路方案\n附件1\n公园方案\n一、甲\n附件2\n一、乙\n"
    assert outline(text)[1:] == [("", "一", "目标"), ("附件1", "一", "甲"), ("附件2", "一", "乙")]


def test_an_annex_takes_its_title_from_its_heading_or_the_list():
    text = "总体方案\n一、目标\n附件:1.公园方案\n2.道路方案\n附件1\n公园实施方案\n一、甲\n附件2\n一、乙\n"
    assert [p.title for p in find_parts(list(read_lines(text)))] == ["", "公园实施方案", "道路方案"]


def test_sub_annexes_and_dashes():
    text = "方案\n附件6—1:任务分解表\n附件6—1\n任务分解表\n一、甲\n"
    assert [p.part for p in find_parts(list(read_lines(text)))] == ["", "附件6-1"]


def test_page_numbers_are_passed_over():
    assert paths("一、甲\n- 3 -\n二、乙\n第4页\n三、丙\n") == ["一", "二", "三"]


def test_markdown_and_tags_before_a_number_do_not_hide_it():
    assert paths("## 一、甲\n**1.** 乙。\n- 2. 丙。\n<p>3.丁。</p>\n") == ["一", "一/1", "一/2", "一/3"]


def test_a_title_may_begin_with_a_digit():
    text = "一、2031年总体要求\n二、5G建设\n1.5G网络。\n2.2031年底前完成。\n3.110千伏变电站。\n4、3个公园。\n5.121园艺项目。\n"
    assert paths(text) == ["一", "二", "二/1", "二/2", "二/3", "二/4", "二/5"]


def test_decimal_numbers_are_ordinals_of_two_steps():
    assert paths("一、公园\n1.1 建园\n1.2 修路\n") == ["一", "一/1.1", "一/1.2"]


def test_numbers_in_a_list_open_no_item():
    assert paths("一、公园\n1、2、3号园同时开工。\n") == ["一"]


def test_articles_hold_their_own_bracketed_items():
    assert paths("一、甲\n第一条 公园。\n第二条 道路。\n(一)新路。\n(二)旧路。\n第三条 桥梁。\n")[2:] == [
        "一/第二条", "一/第二条/(一)", "一/第二条/(二)", "一/第三条",
    ]  # fmt: skip


def test_articles_below_bracketed_items_stay_there():
    assert paths("一、甲\n(一)公园\n第一条 树。\n(二)道路\n第二条 桥。\n")[1:] == [
        "一/(一)", "一/(一)/第一条", "一/(二)", "一/(二)/第二条",
    ]  # fmt: skip


def test_a_sign_of_a_list_begins_a_paragraph():
    lines = list(read_lines("一、目标\n专栏1 公园\n●新建公园:3个\n●新建绿道:新增12公里\n"))
    items = [item for part in find_parts(lines) for item in read_outline(lines, part)]
    assert [len(item.paragraphs) for item in items if item.path] == [4]


def test_a_heading_may_hold_a_comma():
    text = "一、原则\n1.公园为民。\n2.共建共享。\n二、任务\n(一)以公园为理念,完善城乡公园的绿地体系\n1.新建公园。\n2.修绿道。\n"
    assert paths(text)[-3:] == ["二/(一)", "二/(一)/1", "二/(一)/2"]


def test_a_plan_below_its_notice_counts_by_itself():
    notice = "一、抓好落实。\n二、强化督办。\n青岚市人民政府办公室\n2031年2月3日\n"
    plan = "2031年青岚市《政府工作报告》目标任务责任分解方案\n(三)建设宜居城市\n41.新建公园。\n(四)建设美丽城市\n42.治理河道。\n"
    assert paths(notice + plan) == ["一", "二", "(三)", "(三)/41", "(四)", "(四)/42"]


def test_a_date_alone_ends_no_section_without_a_title_behind_it():
    assert paths("一、甲\n二、乙\n2031年2月3日\n(一)丙。\n(二)丁。\n") == ["一", "二", "二/(一)", "二/(二)"]


def test_articles_are_counted_in_digits_too():
    assert paths("一、甲\n第1条 公园。\n第2条 道路。\n第 3 条 桥梁。\n")[1:] == [
        "一/第1条",
        "一/第2条",
        "一/第3条",
    ]


def test_a_year_set_with_a_blank_is_no_decimal():
    assert paths("一、甲\n1.建园。\n2.2031 年2 月底前修路。\n")[1:] == ["一/1", "一/2"]


def test_a_line_that_a_mark_begins_goes_on_with_the_one_above():
    text = "一、甲\n1.依托驻外办事处\n(代表处)\n、商会,优化网络。\n(责任单位:市商务局)\n"
    assert [len(each) for each in units_of(text).values() if each] == [1]


def test_of_two_numbers_that_tracked_changes_left_the_new_one_counts():
    text = "一、对象\n1.公园。\n二、目标\n四三、进度\n五四、方式\n(一)建园。\n"
    assert paths(text)[-4:] == ["二", "三", "四", "四/(一)"]


def test_a_line_that_ends_with_a_word_that_joins_goes_on():
    text = "一、甲\n(一)动员。一是制定方案。\n人事与\n老干部处牵头研究。\n"
    assert units_of(text)["一/(一)"] == [("lead", "人事与老干部处")]


WITHIN = """一、任务
(一)规范收费。
全面公示收费清单。(市财政局牵头)清理各类违规收费。(市水利局牵头)
(二)优化服务。
推行一次办好。(市教育局牵头)扩大网上办理。(市公安局牵头)
(三)规范招标。
严格落实招标制度。(市林业局牵头)公开招标信息。(市民政局牵头)
(四)便利贸易。
申建自贸试验区。(市商务局牵头)推广通关新模式。(市司法局牵头)
推广应用综合服务。(市体育局牵头)
"""


def test_lines_part_no_items_where_clauses_stand_within_paragraphs():
    found = {path: units for path, units in units_of(WITHIN).items() if units}
    assert list(found) == ["一/(一)", "一/(二)", "一/(三)", "一/(四)"]
    assert [unit for _, unit in found["一/(四)"]] == ["市商务局", "市司法局", "市体育局"]
