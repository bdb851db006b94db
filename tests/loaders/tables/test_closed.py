"""Task tables whose cells bars close, each on a line of its own."""

from loaders.tables.closed import closed_tables

HEADING = "公园任务清单\n发布时间:2031-02-01\n序号 |\n重点工作 |\n责任领导 |\n责任单位 |\n完成时限 |\n"
ROWS = "1 |\n新建公园三处,改造公\n园五处。 |\n陈 志强 |\n园林局、 财政局 |\n6月底 |\n2 |\n修路。 |\n|\n交通局 |\n|\n"


def test_cells_end_at_their_bars(tables):
    (table,) = tables(HEADING + ROWS + "备注:无。\n")
    assert table[1:] == [
        ["1", "新建公园三处,改造公\n园五处。", "陈 志强", "园林局、 财政局", "6月底"],
        ["2", "修路。", "", "交通局", ""],
    ]


def test_rows_are_tasks(units, tasks):
    assert units(HEADING + ROWS) == [[("responsible", "园林局、 财政局")], [("responsible", "交通局")]]
    assert [task.path for task in tasks("首页 |\n" + HEADING + ROWS)] == [("1",), ("2",)]


ALONE = (
    "青岚县园林局任务清单\n工作任务\n|\n具体要求\n|\n牵头股室\n|\n责任股室(单位)\n|\n时限\n|\n"
    "建设公园\n|\n1\n|\n新建公园三处。\n|\n规划股\n养护股\n|\n局办公室\n|\n6月底\n|\n"
    "管护河道\n|\n2\n|\n清河五公里。\n|\n法规股\n|\n|\n年底\n|\n"
)


def test_bars_stand_on_lines_of_their_own_and_groups_between_rows(tables, tasks, units):
    (table,) = tables(ALONE)
    assert table[:3] == [
        ["工作任务", "具体要求", "牵头股室", "责任股室(单位)", "时限"],
        ["建设公园"],
        ["1", "新建公园三处。", "规划股\n养护股", "局办公室", "6月底"],
    ]
    assert table[4] == ["2", "清河五公里。", "法规股", "", "年底"]
    assert [task.path for task in tasks(ALONE)] == [("1",), ("2",)]
    assert units(ALONE)[0] == [("lead", "规划股"), ("lead", "养护股"), ("responsible", "局办公室")]


def test_a_row_that_lacks_a_cell_ends_the_table():
    broken = "3 |\n清河。 |\n水利局 |\n9月底 |\n4 |\n植树。 |\n陈志强 |\n林业局 |\n9月底 |\n"
    (table,) = closed_tables(HEADING + ROWS + broken)
    assert max(cell.row for cell in table.cells) == 3


def test_bars_without_a_heading_of_tasks_are_text():
    assert closed_tables("首页 |\n政务公开 |\n1 |\n2 |\n") == []
    assert closed_tables("") == []


def test_a_number_of_the_page_above_is_no_row(tables):
    (table,) = tables("首页 |\n1 |\n" + HEADING.replace("公园任务清单\n发布时间:2031-02-01\n", "") + ROWS)
    assert [row[0] for row in table] == ["序号", "1", "2"]
