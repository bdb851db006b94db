"""Task tables whose cells a PDF's text has as several lines, one below the other."""

from loaders.extract import extract_bytes
from loaders.tables.stacked_cells import stacked_cell_tables
from tests.support.reading import units_of

HEADING = "序号\n重点举措\n实施路径\n完成时限\n责任单位\n配合单位\n"
ROWS = (
    "1\n攻坚茶园改造\n（2 项）\n推进青岚山老茶园改造,建成示范茶园2 万亩,带动周边乡镇茶农增收,\n争创省级茶园。\n"
    "12 月\n市农业农村局、\n市林业局（市茶\n产业办）\n相关县（市、区）政府\n"
    "2\n启动茶树良种繁育基地选址。\n9 月\n云泽县政府\n/\n"
    "3\n完善加工链条\n绘制茶叶加工图谱,引进精制茶企业5 家。\n12 月\n市投资促进局\n市经信局\n"
)


def cells_of(text):
    """The cells of each table as {(row, column): words}, pieces joined by a bar."""
    return [
        {(c.row, c.column): "|".join(text[a:b] for a, b in c.pieces) for c in table.cells}
        for table in stacked_cell_tables(text)
    ]


def test_lines_fall_to_the_columns_by_what_they_hold():
    (cells,) = cells_of("清单\n" + HEADING + ROWS)
    assert cells[1, 1] == "攻坚茶园改造|（2 项）"
    assert cells[1, 3] == "12 月"
    assert cells[1, 4] == "市农业农村局、|市林业局（市茶|产业办）"
    assert cells[1, 5] == "相关县（市、区）政府"
    assert (2, 1) not in cells
    assert (cells[2, 4], cells[2, 5]) == ("云泽县政府", "/")
    assert (cells[3, 4], cells[3, 5]) == ("市投资促进局", "市经信局")


def test_its_tasks_have_their_numbers_and_roles():
    assert units_of("青岚市茶业任务清单\n" + HEADING + ROWS) == {
        "1": [
            ("support", "相关县(市、区)政府"),
            ("responsible", "市农业农村局"),
            ("responsible", "市林业局(市茶产业办)"),
        ],
        "2": [("responsible", "云泽县政府")],
        "3": [("support", "市经信局"), ("responsible", "市投资促进局")],
    }


def test_a_cell_goes_on_behind_the_page_where_the_heading_stands_again():
    units = "4\n数据采集。\n12 月\n市统计局\n市农业农村局，相关县（市、区）\n\n- 14 -\n" + HEADING + "政府\n"
    task = "5\n改造茶厂，新建加工园\n6 月\n市经信局\n市财政局\n- 15 -\n" + HEADING + "区三处。\n"
    (cells,) = cells_of("清单\n" + HEADING + ROWS + units + task + "6\n收尾。\n6 月\n市经信局\n/\n")
    assert cells[4, 5] == "市农业农村局，相关县（市、区）|政府"
    assert cells[5, 2] == "改造茶厂，新建加工园|区三处。"
    assert (cells[5, 4], cells[5, 5]) == ("市经信局", "市财政局")


def test_titles_between_the_rows_are_groups_and_units_of_merged_cells_hold_below():
    text = (
        "任务分解表\n序\n号\n领域\n具体任务\n责任单位\n一、茶园\n1\n种植\n推广茶树良种，改造老旧\n茶园。\n省农业农村\n厅、省林业局\n"
        "2\n建设茶园步道。\n二、茶市\n3\n流通\n举办春茶交易会，推动茶叶\n出口。\n省商务厅、省\n供销社\n附3\n流程图\n"
    )
    (cells,) = cells_of(text)
    assert cells[0, 0] == "序|号"
    assert units_of(text) == {
        "一/1": [("responsible", "省农业农村厅"), ("responsible", "省林业局")],
        "一/2": [("responsible", "省农业农村厅"), ("responsible", "省林业局")],
        "二/3": [("responsible", "省商务厅"), ("responsible", "省供销社")],
    }


def test_what_is_measured_is_the_task_of_a_table_of_targets():
    text = (
        "指标表\n序\n号\n场景领域\n工作指标\n2031 年\n目标值\n责任单位\n1\n茶园\n建成示范茶园数量\n30 个以上\n省农业农村\n厅\n"
        "2\n培育茶业龙头企业\n5 家\n省经信厅\n"
    )
    found = extract_bytes("方案.txt", text.encode())
    assert [(t.path, t.title) for t in found.tasks] == [
        (("1",), "建成示范茶园数量"),
        (("2",), "培育茶业龙头企业"),
    ]
    assert [(i.path, i.value, i.unit, i.op) for i in found.indicators] == [
        (("1",), 30, "个", ">="),
        (("2",), 5, "家", "="),
    ]


def test_what_can_not_be_told_apart_is_said():
    lost = "4\n" + "茶农培训、茶艺展示与茶旅融合。\n" * 61
    text = "清单\n" + HEADING + ROWS + lost
    found = extract_bytes("方案.txt", text.encode())
    assert [t.path for t in found.tasks] == [("1",), ("2",), ("3",)]
    (finding,) = [f for f in found.findings if f.code == "unread_clause"]
    assert text[finding.start :].startswith("茶农培训")


def test_a_number_in_words_alone_begins_a_group_whose_rows_count_anew():
    text = (
        "任务分解表\n序号\n重点任务\n具体工作\n责任单位\n完成时限\n一\n茶园(种植)\n1\n改造老园\n推广茶树良种，改造青岚山一带的老旧\n茶园。\n"
        "市农业农村\n局\n2\n防治虫害\n布设监测点。\n市农业农村\n局、市林业局\n11\n二\n茶市\n1\n办好茶市\n举办春茶交易会。\n市商务局\n附件2\n"
    )
    assert units_of(text) == {
        "一/1": [("responsible", "市农业农村局")],
        "一/2": [("responsible", "市农业农村局"), ("responsible", "市林业局")],
        "二/1": [("responsible", "市商务局")],
    }


def test_groups_within_groups_have_their_numbers_alone_and_officials_are_no_units():
    text = (
        "任务分解表\n序号\n\n重点任务\n\n市政府\n\n联系领导\n\n牵头单位\n\n配合单位\n\n备注\n\n"
        "一\n\n做强茶业。\n\n（一）\n\n改造茶园。\n\n1\n\n改造老茶园3万亩。\n\n许 岚\n\n市农业农村局\n\n市林业局\n\n"
        "（二）\n\n办好茶市。\n\n2\n\n举办茶市5场。\n\n许 岚\n\n市商务局\n\n市供销社\n\n跨年\n\n"
        "二\n\n修好水利。\n\n3\n\n加固水库4座。\n\n卫 成\n\n市水利局\n\n市财政局\n\n其中1座由县里加固\n"
    )
    (cells,) = cells_of(text)
    assert (cells[0, 2], cells[3, 2], cells[5, 5]) == ("市政府|联系领导", "许 岚", "跨年")
    assert units_of(text) == {
        "一/(一)/1": [("lead", "市农业农村局"), ("support", "市林业局")],
        "一/(二)/2": [("lead", "市商务局"), ("support", "市供销社")],
        "二/3": [("lead", "市水利局"), ("support", "市财政局")],
    }


def test_a_remark_behind_a_groups_title_does_not_make_it_too_long():
    title = "一、茶园、茶树良种、茶叶加工、茶叶交易、茶旅融合和品牌等工作任务(牵头领导:许岚、卫成)"
    text = f"任务分解表\n序号\n目标任务\n牵头单位\n责任单位\n责任人\n{title}\n1\n改造茶园。\n市农业农村局\n市林业局\n许 岚\n2\n办好茶市。\n市商务局\n市供销社\n"
    assert list(units_of(text)) == ["一/1", "一/2"]


def test_blank_lines_part_cells_below_titles_and_a_column_of_sources_is_none_of_tasks():
    text = "序号\n\n重点工作\n\n牵头单位\n\n协同单位\n\n任务来源\n\n一、林海市长负责事项(共1项)\n\n" + (
        "1\n\n建园三处。\n\n市园林局\n市水利局\n\n各区\n\n市政府工作报告\n\n"
        "二、石川副市长负责事项(共2项)\n\n2\n\n修路。\n\n市交通局\n\n/\n\n市政府工作报告\n\n"
        "3\n\n清河。\n\n市水利局\n\n市财政局\n\n市政府重点工作\n"
    )
    assert units_of("任务清单\n" + text) == {
        "一/1": [("lead", "市园林局"), ("lead", "市水利局"), ("support", "各区")],
        "二/2": [("lead", "市交通局")],
        "二/3": [("lead", "市水利局"), ("support", "市财政局")],
    }


def test_a_cell_may_say_who_leads_and_a_heading_may_have_a_note():
    found = units_of(
        "清单\n序号\n方案重点工作\n局内责任部门\n（按职责分工）\n一、茶园\n1\n改造茶园。新建茶园2万亩。\n"
        "财务科、茶园科及相关科室、单位\n二、茶市\n2\n建设茶市。\n财务科牵头，规划科配合\n3\n加强督办。\n办公室、人事科\n"
    )
    assert found == {
        "一/1": [("responsible", "财务科"), ("responsible", "茶园科")],
        "二/2": [("lead", "财务科"), ("support", "规划科")],
        "二/3": [("responsible", "办公室"), ("responsible", "人事科")],
    }


BROKEN = (
    "序号\n重点任务\n主要内容\n牵头部门\n责任单位\n"
    "1\n1.优化绿地\n布局\n编制绿地系统专项规划，划定永久保护\n绿地的范围。\n市园林局\n市自然资源局、市委\n宣传部、市规划\n院\n"
    "2\n完善社区公园的日常养护机制。市城管局\n市财政局、市水利局\n\n# Page 12:\n"
    "序号\n重点任务\n主要内容\n牵头部门\n责任单位\n"
    "3\n2.建设绿色廊道连片\n推进城市主干道路沿线绿化提升，\n打通青岚河两岸及城市桥梁建设项目\n市园林局、市住\n房城乡建设局\n市交通局、市水\n"
    "\n# Page 13:\n序号\n重点任务\n主要内容\n牵头部门\n责任单位\n周边的断点堵点。\n利局\n"
    "4\n推进“多园合一”联网管理。\n市园林局\n市“多园合一”联席会议有\n关成员单位\n"
    "5\n建成城市公园的统一预约平台。\n市城管局\n市数据局等\n市级有关单位，各区\n人民政府\n"
)


def test_rows_that_a_page_cuts_and_names_that_lines_break():
    assert units_of("责任清单\n" + BROKEN) == {
        "1/1": [("lead", "市园林局"), ("support", "市自然资源局"), ("support", "市委宣传部"), ("support", "市规划院")],
        "1/2": [("lead", "市城管局"), ("support", "市财政局"), ("support", "市水利局")],
        "2/3": [
            ("lead", "市园林局"), ("lead", "市住房城乡建设局"),
            ("support", "市交通局"), ("support", "市水利局"),
        ],
        "2/4": [("lead", "市园林局"), ("support", "市“多园合一”联席会议有关成员单位")],
        "2/5": [("lead", "市城管局"), ("support", "市数据局"), ("support", "各区人民政府")],
    }  # fmt: skip
