"""Task tables of one cell a line."""

from loaders.tables.flattened_tasks import flattened_task_tables

TABLE = "重点任务清单\n序号\n\n任务内容\n\n牵头单位\n\n配合单位\n\n完成时限\n\n"
ROWS = (
    "1\n\n建公园。\n\n市园林局\n\n市财政局、各区\n\n6月\n\n"
    "2\n\n修路。\n\n修桥。\n\n市交通局\n\n市财政局\n\n9月\n\n"
    "3\n\n清河。\n\n市水利局\n\n市财政局\n\n12月\n\n"
)


def test_rows_begin_at_their_numbers(tasks):
    text = TABLE + ROWS
    found = tasks(text)
    assert [(task.path, task.text) for task in found] == [
        (("1",), "建公园。"),
        (("2",), "修路。\n\n修桥。"),
        (("3",), "清河。"),
    ]
    assert [text[slice(*task.deadline)] for task in found] == ["6月", "9月", "12月"]


def test_roles_follow_the_heading(units):
    assert units(TABLE + ROWS)[0] == [("lead", "市园林局"), ("support", "市财政局、各区")]


def test_the_text_behind_the_table_is_none_of_it(tables):
    text = TABLE + ROWS + "附件2\n工作方案\n一、总体要求\n"
    assert tables(text)[0][-1] == ["3", "清河。", "市水利局", "市财政局", "12月"]


def test_without_numbers_a_row_has_a_line_a_column(units):
    text = "清单\n任务\n责任单位\n时限\n建公园\n市园林局\n6月\n修路\n市交通局\n9月\n附件2\n方案\n目标\n"
    assert units(text) == [[("responsible", "市园林局")], [("responsible", "市交通局")]]


def test_a_label_on_a_line_of_its_own_is_no_heading(tables):
    assert tables("1.建公园\n牵头单位\n市园林局\n配合单位\n市财政局\n") == []


def test_a_column_heading_that_ends_the_text_ends_the_search():
    assert flattened_task_tables("任务\n(一)选址。\n牵头单位\n市林业局\n") == []


def test_blank_lines_part_cells_of_several_lines_and_pages_repeat_the_heading(units):
    heading = "序号\n\n任务类型\n\n重点内容\n\n责任单位\n\n参考文件\n\n"
    first = "1\n\n城乡\n公园\n\n建公园。\n\n市园林局、\n市水利局,各街镇\n\n《公园\n规划》\n\n"
    last = "2\n\n道路\n\n修路。\n\n修桥。\n\n市交通局\n\n《道路规划》\n"
    assert units("附件:分解表\n\n" + heading + first + heading + last) == [
        [("responsible", "市园林局、\n市水利局,各街镇")],
        [("responsible", "市交通局")],
    ]


def test_a_heading_in_one_line_stands_over_rows_of_a_line_a_cell(units):
    heading = "公园分工表\n\n编号　任务　目标要求　责任领导　责任科室　完成时限\n\n"
    rows = "1\n建园\n三处。\n陈院长\n绿化科\n2031.06.30\n\n2\n护园\n五处。\n李院长\n养护科\n持续改进\n"
    assert units(heading + rows) == [[("responsible", "绿化科")], [("responsible", "养护科")]]


def test_lines_of_units_up_to_the_time_are_one_unit_each(units):
    rows = (
        "1\n\n建公园。\n\n市园林局\n\n市财政局\n\n团市委\n\n各区\n\n2031年6月底\n\n"
        "2\n\n修路。\n\n市交通局\n\n2031年9月底\n\n"
        "3\n\n清河。\n\n市水利局\n\n市财政局\n\n市公安局\n\n全年\n"
    )
    assert units(TABLE + rows) == [
        [("lead", "市园林局"), ("support", "市财政局"), ("support", "团市委"), ("support", "各区")],
        [("lead", "市交通局")],
        [("lead", "市水利局"), ("support", "市财政局"), ("support", "市公安局")],
    ]


def test_a_half_of_a_row_with_the_same_lead_is_no_row_of_its_own(tasks, units):
    halves = "1\n\n建公园。\n\n市园林局\n\n市财政局\n\n6月底\n\n修园路。\n\n{}\n\n市交通局\n\n9月底\n\n"
    last = "2\n\n清河。\n\n市水利局\n\n市财政局\n\n12月\n"
    assert [task.path for task in tasks(TABLE + halves.format("市园林局") + last)] == [("1",), ("2",)]
    assert units(TABLE + halves.format("市园林局") + last)[0] == [
        ("lead", "市园林局"),
        ("support", "市财政局"),
        ("lead", "市园林局"),
        ("support", "市交通局"),
    ]
    assert len(tasks(TABLE + halves.format("市住建局") + last)) == 3
