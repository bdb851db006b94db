"""Breakdown tables, with regions as columns or rows or flattened; places are invented."""

GRID = (
    "| 序号 | 项目 | 全市 | 白石区 | 柳湾县 | 河口市 |\n|--|--|--|--|--|--|\n"
    "| 1 | 新增就业(人) | 1,200 | 500 | 400 | 300 |\n| 2 | 新建公厕(座) | 9 | 5 | | 4 |\n"
)
COLUMN = """\
序号

项目

全市

任务

白石区

柳湾县

河口市

月牙湖旅游

度假区

1

就业

新增就业(人)

1000

500

300

150

50


失业人员再就业(人)

100

60


40


2

学位

新增公办

学位(个)

30

10

10

5

5
"""


def rows(found):
    return [(r.group, r.name, r.unit, r.total, {c.region: c.value for c in r.cells}) for r in found.rows]


def test_regions_as_columns(broken):
    assert rows(broken(GRID)) == [
        ("", "新增就业", "人", 1200, {"白石区": 500, "柳湾县": 400, "河口市": 300}),
        ("", "新建公厕", "座", 9, {"白石区": 5, "河口市": 4}),
    ]


def test_regions_as_rows(broken):
    text = "县市区\t新增就业(人)\t新建公厕(座)\n合计\t12\t9\n白石区\t5\t4\n柳湾县\t4\t3\n河口市\t3\t2\n"
    assert rows(broken(text)) == [
        ("", "新增就业", "人", 12, {"白石区": 5, "柳湾县": 4, "河口市": 3}),
        ("", "新建公厕", "座", 9, {"白石区": 4, "柳湾县": 3, "河口市": 2}),
    ]


def test_a_group_column_and_a_unit_column(broken):
    text = (
        "<table><tr><td>类别</td><td>项目</td><td>单位</td><td>合计</td><td>白石区</td><td>柳湾县</td><td>河口市</td></tr>"
        "<tr><td rowspan=2>就业</td><td>新增就业</td><td>人</td><td>6</td><td>1</td><td>2</td><td>3</td></tr>"
        "<tr><td>再就业</td><td>人</td><td>3</td><td>1</td><td>1</td><td>1</td></tr></table>"
    )
    assert [r[:4] for r in rows(broken(text))] == [("就业", "新增就业", "人", 6), ("就业", "再就业", "人", 3)]


def test_the_unit_of_the_whole_table_stands_above_it(broken):
    text = "单位:万元\n项目\t全市\t白石区\t柳湾县\t河口市\n投资\t6\t1\t2\t3\n税收\t3\t1\t1\t1\n"
    assert [r[2] for r in rows(broken(text))] == ["万元", "万元"]


def test_a_row_spans_its_name_and_total(broken):
    row = broken(GRID).rows[0]
    assert GRID[row.start : row.stop] == "新增就业(人) | 1,200"
    assert row.part == "附件1"


def test_cells_point_at_their_numbers(broken):
    assert [GRID[c.start : c.stop] for c in broken(GRID).rows[1].cells] == ["5", "4"]


def test_a_row_that_does_not_add_up_is_a_finding(broken):
    (finding,) = broken(GRID.replace("| 300 |", "| 310 |")).findings
    assert finding.code == "row_sum"
    assert finding.message == "“新增就业”各地之和为 1210,与总数 1200 不一致,请核对各地数字"


def test_shares_need_not_add_up(broken):
    assert broken(GRID.replace("新建公厕(座) | 9", "绿化率(%) | 8")).findings == ()


def test_one_cell_a_line(broken):
    assert rows(broken(COLUMN)) == [
        (
            "就业",
            "新增就业",
            "人",
            1000,
            {"白石区": 500, "柳湾县": 300, "河口市": 150, "月牙湖旅游度假区": 50},
        ),
        ("就业", "失业人员再就业", "人", 100, {"白石区": 60, "河口市": 40}),
        ("学位", "新增公办学位", "个", 30, {"白石区": 10, "柳湾县": 10, "河口市": 5, "月牙湖旅游度假区": 5}),
    ]


def test_one_cell_a_line_that_does_not_add_up(broken):
    found = broken(COLUMN.replace("\n150\n", "\n160\n"))
    assert [f.message for f in found.findings] == [
        "“新增就业”各地之和为 1010,与总数 1000 不一致,请核对各地数字"
    ]
    assert len(found.rows[0].cells) == 4


def test_empty_cells_that_left_no_trace_give_no_cells(broken):
    text = COLUMN.replace("\n\n60\n\n\n40\n\n", "\n\n60\n\n40\n").replace("\n\n\n", "\n\n")
    assert rows(broken(text))[1] == ("就业", "失业人员再就业", "人", 100, {})


def test_a_table_of_tasks_is_no_breakdown(broken):
    assert broken("序号\t任务\t责任单位\n1\t建公园\t市园林局\n2\t修路\t市交通局\n").rows == ()


TURNED = (
    "2031年公园任务分解表\n单位:亩\n\n乡镇\n新建面积\n茶园(个)\n合计\n900\n12\n白石镇\n500\n5\n柳湾乡\n300\n4\n"
    "河口镇\n100\n3\n青岚街道\n-\n-\n山前镇\n0\n0\n"
)


def test_one_cell_a_line_with_regions_as_rows(broken):
    found = broken(TURNED)
    assert [r[1:4] for r in rows(found)] == [("新建面积", "亩", 900), ("茶园", "个", 12)]
    assert rows(found)[0][4] == {"白石镇": 500, "柳湾乡": 300, "河口镇": 100, "山前镇": 0}
    assert TURNED[found.rows[0].start : found.rows[0].stop].startswith("新建面积")


def test_regions_as_rows_that_lack_a_cell_are_not_read(broken):
    assert broken(TURNED.replace("柳湾乡\n300\n", "柳湾乡\n")).rows == ()


def test_bars_without_a_rule_draw_a_table_of_regions(broken):
    text = "| 镇 | 新建(亩) | 茶园(个) |\n| 白石镇 | 5 | / |\n| 柳湾镇 | 4 | 3 |\n| 河口镇 | 3 | 2 |\n| 合计 | 12 | 5 |\n"
    assert [r[1:4] for r in rows(broken(text))] == [("新建", "亩", 12), ("茶园", "个", 5)]


def test_rows_have_the_ordinals_that_cover_them(broken):
    assert broken(GRID).ordinals == ("1", "2")
    assert broken(COLUMN).ordinals == ("1", "1", "2")
    assert broken(TURNED).ordinals == ("", "")


def test_last_year_s_figure_between_the_name_and_the_total_is_neither(broken):
    text = (
        "<table><tr><td rowspan=2>序号</td><td rowspan=2>指标名称</td><td rowspan=2>单位</td><td rowspan=2>2030年完成数</td>"
        "<td rowspan=2>2031年全市目标</td><td colspan=3>各区目标</td></tr>"
        "<tr><td>白石区</td><td>柳湾区</td><td>河口区</td></tr>"
        "<tr><td>1</td><td>新建公园</td><td>处</td><td>4.5</td><td>6</td><td>1</td><td>2</td><td>3</td></tr></table>"
    )
    assert [r[1:4] for r in rows(broken(text))] == [("新建公园", "处", 6)]
