"""Rows of tables of one cell below the other: where they end, and what a cell holds."""

from loaders.tables.stacked_cells import stacked_cell_tables
from tests.support.reading import read, units_of

TABLE = "重点任务清单\n序号\n\n任务内容\n\n牵头单位\n\n配合单位\n\n完成时限\n\n"
ROWS = (
    "1\n\n建公园。\n\n市园林局\n\n市财政局、各区\n\n6月\n\n"
    "2\n\n修路。\n\n修桥。\n\n市交通局\n\n市财政局\n\n9月\n\n"
    "3\n\n清河。\n\n市水利局\n\n市财政局\n\n12月\n\n"
)


def test_rows_begin_at_their_numbers():
    found = read(TABLE + ROWS).tasks
    assert [(task.path, task.text, task.deadline) for task in found] == [
        (("1",), "建公园。", "6月"),
        (("2",), "修路。\n修桥。", "9月"),
        (("3",), "清河。", "12月"),
    ]


def test_roles_follow_the_heading():
    assert units_of(TABLE + ROWS)["1"] == [("lead", "市园林局"), ("support", "市财政局"), ("support", "各区")]


def test_the_text_behind_the_table_is_none_of_it():
    text = TABLE + ROWS + "附件2\n工作方案\n一、总体要求\n"
    (table,) = stacked_cell_tables(text)
    assert text[: table.stop].endswith("12月")


def test_without_numbers_a_row_ends_behind_its_units_or_time():
    text = "清单\n任务\n责任单位\n时限\n建公园\n市园林局\n6月\n修路\n市交通局\n9月\n附件2\n方案\n目标\n"
    assert units_of(text) == {"p1": [("responsible", "市园林局")], "p2": [("responsible", "市交通局")]}


def test_a_label_on_a_line_of_its_own_is_no_heading():
    assert [*stacked_cell_tables("1.建公园\n牵头单位\n市园林局\n配合单位\n市财政局\n")] == []


def test_a_column_heading_that_ends_the_text_ends_the_search():
    assert [*stacked_cell_tables("任务\n(一)选址。\n牵头单位\n市林业局\n")] == []


def test_blank_lines_part_cells_of_several_lines_and_pages_repeat_the_heading():
    heading = "序号\n\n任务类型\n\n重点内容\n\n责任单位\n\n参考文件\n\n"
    first = "1\n\n城乡\n公园\n\n建公园。\n\n市园林局、\n市水利局,各街镇\n\n《公园\n规划》\n\n"
    last = "2\n\n道路\n\n修路。\n\n修桥。\n\n市交通局\n\n《道路规划》\n"
    assert units_of("附件:分解表\n\n" + heading + first + heading + last) == {
        "1": [("responsible", "市园林局"), ("responsible", "市水利局"), ("responsible", "各街镇")],
        "2": [("responsible", "市交通局")],
    }


def test_a_heading_in_one_line_stands_over_rows_of_a_line_a_cell():
    heading = "公园分工表\n\n编号　任务　目标要求　责任领导　责任科室　完成时限\n\n"
    rows = "1\n建园\n三处。\n陈院长\n绿化科\n2031.06.30\n\n2\n护园\n五处。\n李院长\n养护科\n持续改进\n"
    assert units_of(heading + rows) == {"1": [("responsible", "绿化科")], "2": [("responsible", "养护科")]}


def test_lines_of_units_up_to_the_time_are_one_unit_each():
    rows = (
        "1\n\n建公园。\n\n市园林局\n\n市财政局\n\n团市委\n\n各区\n\n2031年6月底\n\n"
        "2\n\n修路。\n\n市交通局\n\n2031年9月底\n\n"
        "3\n\n清河。\n\n市水利局\n\n市财政局\n\n市公安局\n\n全年\n"
    )
    assert units_of(TABLE + rows) == {
        "1": [("lead", "市园林局"), ("support", "市财政局"), ("support", "团市委"), ("support", "各区")],
        "2": [("lead", "市交通局")],
        "3": [("lead", "市水利局"), ("support", "市财政局"), ("support", "市公安局")],
    }


def test_halves_under_one_number_are_one_task_with_the_units_of_both():
    halves = "1\n\n建公园。\n\n市园林局\n\n市财政局\n\n6月底\n\n修园路。\n\n市住建局\n\n市交通局\n\n9月底\n\n"
    last = "2\n\n清河。\n\n市水利局\n\n市财政局\n\n12月\n"
    found = units_of(TABLE + halves + last)
    assert [*found] == ["1", "2"]
    assert sorted(found["1"]) == [
        ("lead", "市住建局"),
        ("lead", "市园林局"),
        ("support", "市交通局"),
        ("support", "市财政局"),
    ]


def test_a_remark_column_that_holds_nothing_but_times_is_one_of_times():
    text = "分工表\n任务\n牵头单位\n备注\n一、公园\n1.建园。\n市园林局\n6月底前\n2.护园。\n市林业局\n3.修路。\n市交通局\n长期坚持\n"
    assert [task.deadline for task in read(text).tasks] == ["6月底前", None, "长期坚持"]
    assert {task.deadline for task in read(text.replace("长期坚持", "缓办")).tasks} == {None}


def test_who_signs_below_a_table_is_none_of_its_units():
    text = "分工表\n序号\n任务\n责任单位\n1\n建园。\n市园林局\n2\n修路。\n市交通局\n青岚市人民政府办公室\n2031年3月1日\n"
    assert units_of(text) == {"1": [("responsible", "市园林局")], "2": [("responsible", "市交通局")]}


def test_numbers_go_on_in_the_next_table():
    head = "序号\n重点任务(市级{}项)\n责任单位\n"
    first = head.format(2) + "1\n建园。\n市园林局\n省牵头单位:省林业厅\n2\n修路。\n市交通局\n"
    text = (
        "一、省的任务\n"
        + first
        + "二、市的任务\n"
        + head.format(1)
        + "3\n清河。\n市水利局\n4\n植树。\n市林业局\n"
    )
    assert units_of(text) == {
        "一": [],
        "一/1": [("support", "市园林局"), ("lead", "省林业厅")],
        "一/2": [("responsible", "市交通局")],
        "二": [],
        "二/3": [("responsible", "市水利局")],
        "二/4": [("responsible", "市林业局")],
    }


def test_a_column_of_no_known_name_before_the_units_is_the_task_s():
    text = "清单\n|\n序号\n|\n民生实事\n|\n责任单位\n|\n1\n|\n建公园3处。\n|\n市园林局\n|\n2\n|\n修路。\n|\n市交通局\n|\n"
    found = read(text)
    assert [(task.path, task.title) for task in found.tasks] == [(("1",), "建公园3处"), (("2",), "修路")]
    assert [i.path for i in found.indicators] == [("1",)]


def test_a_heading_again_over_numbers_from_one_begins_another_table():
    head, rows = "序号\n任务\n牵头单位\n", "1\n建园。\n市{}局\n2\n修路。\n市交通局\n"
    found = units_of("分工\n" + head + rows.format("园林") + head + rows.format("林业"))
    assert [*found.values()] == [[("lead", f"市{n}局")] for n in ("园林", "交通", "林业", "交通")]


def test_the_last_row_keeps_its_cells_above_a_long_text():
    text = (
        "分工表\n任务\n牵头单位\n配合单位\n建园。\n市园林局\n市财政局\n修路。\n市交通局\n市水利局\n"
        + "茶园管护情况说明。\n" * 70
    )
    assert units_of(text) == {
        "p1": [("lead", "市园林局"), ("support", "市财政局")],
        "p2": [("lead", "市交通局"), ("support", "市水利局")],
    }


LONG = "青岚市公园任务清单\n序号\n类别\n主要内容\n完成时间\n责任单位\n1\n增加绿地\n"


def test_an_entry_may_have_many_rows():
    more = "".join(f"建设第{n}批公园。\n{n % 12 + 1}月底前\n市园林局\n" for n in range(1, 31))
    found = units_of(LONG + more + "2\n养护绿地\n补栽树木。\n6月底前\n市“绿色家园”\n工作专班\n市林业局\n")
    assert found == {
        "1": [("responsible", "市园林局")],
        "2": [("responsible", "市“绿色家园”工作专班"), ("responsible", "市林业局")],
    }


def test_a_cell_may_have_more_units_than_a_name_has_characters():
    names = [
        f"市{work}局" for work in ("财政", "教育", "水利", "林业", "民政", "商务", "科技", "统计", "审计")
    ]
    bodies = [*names, "市交通运输局", "市自然资源和规划局", "市生态环境局"]
    found = units_of(
        LONG + "建设公园。\n6月底前\n" + "\n".join(bodies) + "\n2\n养护\n补栽树木。\n7月底前\n市林业局\n"
    )
    assert [unit for _, unit in found["1"]] == bodies


NAMED = (
    "青岚市绿地任务清单\n项目名称\n工作目标\n2031年工作任务\n责任单位\n"
    "一、增加绿地\n"
    "★1.公园\n公园布局更加合理,市民出门就能见到绿地。\n6月底前,选好三处公园的地块并完成测绘。\n"
    "△市园林局,市财政局,市自然资源和规划局,其他市级有关部门\n"
    "2.公园管理服务中心\n公园管理达到先进水平,游客满意度不断提高。\n9月底前,公布中心的人员名单和管理办法。\n市城管局\n"
    "二、\n养护绿地\n"
    "★ 3.林木普查\n摸清全市林木底数,建立一树一档的管理制度。\n年底前,完成主城区全部林木的登记造册工作。\n"
    "△市林业局,市统计局\n"
    "注:带“△”的为牵头单位\n"
)


def test_numbers_in_the_first_column_begin_rows():
    found = read(NAMED)
    assert {task.path: [(a.role, a.unit) for a in task.assignments] for task in found.tasks} == {
        ("一", "1"): [
            ("lead", "市园林局"),
            ("support", "市财政局"),
            ("support", "市自然资源和规划局"),
            ("support", "其他市级有关部门"),
        ],
        ("一", "2"): [("responsible", "市城管局")],
        ("二", "3"): [("lead", "市林业局"), ("support", "市统计局")],
    }
