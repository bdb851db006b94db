"""One table, its cells one below the other in all the ways that copies print it: each is read alike."""

import re

import pytest

from loaders.extract import extract_bytes

NAMES = {
    "number": "序号",
    "group": "类别",
    "title": "任务名称",
    "task": "工作内容",
    "leader": "责任领导",
    "lead": "牵头单位",
    "support": "配合单位",
    "responsible": "责任单位",
    "time": "完成时限",
    "remark": "备注",
}
ROWS = [
    ("茶业", "建设茶园", "建成精深加工茶园1个,完善园区道路、供水、供电等配套设施。", "县工信局", "县自然资源局、县茶业中心", "6月底前", "林海"),
    ("茶业", "培育茶企", "新增省级茶叶龙头企业2家,支持企业开展绿色食品、有机产品认证。", "县农业农村局", "县市场监管局", "2031年12月底前", "许岚"),
    ("茶业", "发展电商", "培育电商主体30个,网络零售额达到2.5亿元。", "县商务局", "团县委、县邮政公司", "2031年12月底前", "陈静怡"),
    ("民生", "改造供水", "改造提升农村集中供水工程8处,受益人口1.2万人。", "县水利局", "县卫生健康局、县乡村振兴局、各乡镇人民政府", "9月底前", "陈静怡"),
    ("民生", "新建学校", "新建公办小学2所,新增学位540个。", "县教育局", "县住房城乡建设局", "2031年8月底前", "林海"),
    ("民生", "完善养老", "建设农村互助养老点15个,对特殊困难老年人家庭实施适老化改造120户。", "县民政局", "县财政局、县残联", "持续推进", "许岚"),
]  # fmt: skip
KEYS = ("group", "title", "task", "lead", "support", "time", "leader")
COLUMNS = [
    "number task lead support",
    "number task lead support time",
    "number task responsible",
    "number task responsible time",
    "number group task responsible",
    "number title task lead support",
    "number title task time lead support",
    "title task lead support",
    "task responsible time",
    "number task leader lead support",
    "number group title task lead support time",
    "number task lead support time remark",
    "group number task responsible time",
    "number lead task support time",
]
BREAKS = {"task": 14, "lead": 6, "support": 7, "responsible": 7, "title": 4, "time": 6}


def cells(columns, merged):
    """The rows of cells under the columns; `merged`: a group stands in its first row alone."""
    above = None
    for number, row in enumerate(ROWS, 1):
        values = dict(zip(KEYS, row, strict=True), number=str(number), remark="")
        values["responsible"] = f"{values['lead']}、{values['support']}"
        if merged and values["group"] == above:
            values["group"] = ""
        above = row[0]
        yield [values[column] for column in columns]


def broken(words, width):
    return [words[a : a + width] for a in range(0, len(words), width)]


def a_line_a_cell(head, rows):
    return [*head, *(cell for row in rows for cell in row if cell)]


def a_unit_a_line(head, rows):
    units = re.compile("[县团各][^,。]*")
    parts = (cell.split("、") if units.fullmatch(cell) else [cell] for cell in a_line_a_cell([], rows))
    return [*head, *(line for lines in parts for line in lines)]


def blank_lines_between(head, rows):
    return "\n\n".join(a_line_a_cell(head, rows)).split("\n")


def heading_in_one_line(head, rows):
    return [" ".join(head), *a_line_a_cell([], rows)]


def short_lines(head, rows):
    return [*head, *(line for cell in a_line_a_cell([], rows) for line in broken(cell, 8))]


def columns_of_their_width(head, rows):
    widths = [BREAKS.get(next(k for k, name in NAMES.items() if name == each), 20) for each in head]
    pairs = (pair for row in rows for pair in zip(row, widths, strict=True))
    return [*head, *(line for cell, width in pairs for line in broken(cell, width))]


def heading_again(head, rows):
    return a_line_a_cell(head, [*rows[:3], head, *rows[3:]])


def a_page_number_between(head, rows):
    return [*a_line_a_cell(head, rows[:3]), "— 7 —", *a_line_a_cell(head, rows[3:])]


COPIES = [
    a_line_a_cell,
    a_unit_a_line,
    blank_lines_between,
    heading_in_one_line,
    short_lines,
    columns_of_their_width,
    heading_again,
    a_page_number_between,
]


def wanted(columns):
    for _, _, _, lead, support, _, _ in ROWS:
        others = support.split("、")
        if "responsible" in columns:
            yield {("responsible", unit) for unit in (lead, *others)}
        else:
            yield {("lead", lead), *(("support", unit) for unit in others)}


@pytest.mark.parametrize("copy", COPIES, ids=lambda copy: copy.__name__)
@pytest.mark.parametrize("merged", [False, True], ids=["each", "merged"])
def test_however_its_cells_are_broken_the_table_is_read(copy, merged):
    for names in COLUMNS:
        columns = names.split()
        if copy is a_unit_a_line and columns[1] == "lead":
            continue  # who leads the next row and who supports this one can't be told apart
        table = copy([NAMES[column] for column in columns], list(cells(columns, merged)))
        text = "云溪县茶业工作分工方案\n附件\n云溪县茶业任务分工表\n" + "\n".join(table) + "\n"
        found = extract_bytes("方案.txt", text.encode())
        told = [{(a.role, a.unit) for a in task.assignments} for task in found.tasks if task.assignments]
        assert told == list(wanted(columns)), names
