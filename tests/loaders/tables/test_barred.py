"""Tables with a bar before each cell and one alone behind each row."""

from loaders.extract import extract_bytes
from loaders.tables.barred import barred_tables

TABLE = (
    "  附件:\n  青岚市任务分解表\n\n牵头单位\n| 目 标 任 务\n| 责 任 单 位\n|\n"
    "市林\n业局\n| 新栽茶苗3万亩\n| 农业农村局、各镇\n|\n改造茶园2处\n| 财政局\n|\n"
    "市商务局\n| 举办茶市5场\n| 供销社\n|\n"
)


def cells_of(text):
    return [
        [(c.row, c.column, c.rows, "".join(text[a:b] for a, b in c.pieces)) for c in table.cells]
        for table in barred_tables(text)
    ]


def test_a_row_with_fewer_cells_is_covered_from_above():
    (cells,) = cells_of(TABLE + "以上任务按月调度。\n")
    assert cells[:3] == [(0, 0, 1, "牵头单位"), (0, 1, 1, "目 标 任 务"), (0, 2, 1, "责 任 单 位")]
    assert cells[3] == (1, 0, 2, "市林业局")
    assert cells[6:8] == [(2, 1, 1, "改造茶园2处"), (2, 2, 1, "财政局")]


def test_its_rows_are_tasks():
    found = extract_bytes("a.txt", TABLE.encode())
    assert [(t.path, [(a.role, a.unit) for a in t.assignments]) for t in found.tasks] == [
        (("p1",), [("lead", "市林业局"), ("support", "农业农村局"), ("support", "各镇")]),
        (("p2",), [("lead", "市林业局"), ("support", "财政局")]),
        (("p3",), [("lead", "市商务局"), ("support", "供销社")]),
    ]


def test_bars_without_a_heading_that_names_units_are_no_table():
    assert cells_of("首页\n| 公开\n| 服务\n|\n市情\n| 新闻\n| 互动\n|\n数据\n| 政务\n| 检索\n|\n") == []
