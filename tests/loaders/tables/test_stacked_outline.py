"""Task tables of one cell a line whose cells bear the ordinals."""

from loaders.extract import extract_bytes
from loaders.tables.stacked_cells import stacked_cell_tables

HEADING = "责任分工表\n重点工作\n主要\n任务\n具体措施\n责任单位\n完成时间\n"
ROWS = (
    "一、改造茶园\n(一)更新茶树\n市林业局等,各县、区政府\n2031年3月底前\n"
    "2.改造老茶园,\n新栽茶苗3万亩。\n市农业农村局\n"
    "二、办好茶市\n3.举办茶市5场。\n市商务局、市供销社、\n市文旅局\n2031年6月底前\n4.推介名茶。\n市商务局\n"
)


def tasks_of(text):
    """Per task, its path, its units and its deadline."""
    found = extract_bytes("分工.txt", text.encode())
    named = [task for task in found.tasks if task.assignments]
    return {"/".join(t.path): ([(a.role, a.unit) for a in t.assignments], t.deadline) for t in named}


def test_what_a_line_holds_tells_its_cell():
    assert tasks_of(HEADING + ROWS + "附件2\n茶市名单\n") == {
        "一/(一)": (
            [("responsible", "市林业局"), ("responsible", "各县、区政府")],
            "2031年3月底前",
        ),
        "一/(一)/2": ([("responsible", "市农业农村局")], None),
        "二/3": (
            [("responsible", "市商务局"), ("responsible", "市供销社"), ("responsible", "市文旅局")],
            "2031年6月底前",
        ),
        "二/4": ([("responsible", "市商务局")], None),
    }


def test_two_columns_of_units_are_filled_in_their_order():
    heading = "分工表\n重点任务\n具体措施\n牵头单位\n配合单位\n"
    rows = "一、茶园\n1.改造茶园。\n市农业农村局\n市林业局、\n市财政局\n2.新栽茶苗。\n市林业局\n"
    assert tasks_of(heading + rows) == {
        "一/1": ([("lead", "市农业农村局"), ("support", "市林业局"), ("support", "市财政局")], None),
        "一/2": ([("lead", "市林业局")], None),
    }


def test_the_table_ends_where_a_line_is_no_cell():
    behind = "以上措施自印发之日起施行。\n一、附则\n"
    (table,) = stacked_cell_tables(HEADING + ROWS + behind)
    assert (HEADING + ROWS)[: table.stop].endswith("推介名茶。\n市商务局")


def test_labels_below_an_item_are_no_heading():
    assert [*stacked_cell_tables("1.建公园\n牵头单位\n市园林局\n配合单位\n市财政局\n2.修路\n")] == []
