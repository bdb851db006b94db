"""Task tables of one cell a line whose numbered groups hold measures with ordinals of their own."""

from loaders.tables.stacked_cells import stacked_cell_tables
from tests.support.reading import units_of

HEADING = "序号\n目标名称\n工 作 标 准\n区政府\n分管领导\n牵头单位\n配合单位\n"
ROWS = (
    "1\n全区茶叶发展目标\n(1)茶叶产值增长6.5%左右。\n江 茗\n农业农村局\n统计局、高新园\n"
    "(2)新建茶园2万亩,改造茶亭\n5座。\n江 茗\n园林局\n财政局、\n水利局\n"
    "2\n茶市提升\n(3)建设茶市1个。\n林溪\n商务局\n开发区\n"
)


def test_number_and_name_of_a_group_cover_its_measures():
    (table,) = stacked_cell_tables("清单\n" + HEADING + ROWS)
    merged = {(c.row, c.column): c.rows for c in table.cells if c.row}
    assert (merged[1, 0], merged[1, 1], merged[3, 0]) == (2, 2, 1)


def test_its_tasks_have_both_numbers_and_their_roles():
    assert units_of("青岚区任务分解表\n" + HEADING + ROWS) == {
        "1/(1)": [("lead", "农业农村局"), ("support", "统计局"), ("support", "高新园")],
        "1/(2)": [("lead", "园林局"), ("support", "财政局"), ("support", "水利局")],
        "2": [("lead", "商务局"), ("support", "开发区")],
    }


def test_text_behind_the_last_row_ends_the_table():
    text = HEADING + ROWS
    (table,) = stacked_cell_tables("清单\n" + text + "附件2\n2031年茶事清单\n")
    assert table.stop == len("清单\n" + text) - 1


def test_a_measure_without_units_is_read_with_the_one_below():
    found = units_of("青岚区任务分解表\n" + HEADING + ROWS.replace("园林局\n财政局、\n水利局\n", ""))
    assert found["2"] == [("lead", "商务局"), ("support", "开发区")]
