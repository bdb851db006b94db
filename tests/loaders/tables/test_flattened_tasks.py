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
