"""One table as pages set it: cells merged over rows and columns, paragraphs in cells, sums, headings again."""

import pytest

from loaders.extract import extract_bytes

NAMES = {
    "number": "序号",
    "group": "类别",
    "title": "项目名称",
    "task": "工作内容",
    "amount": "2031年计划投资（万元）",
    "lead": "牵头单位",
    "support": "配合单位",
    "responsible": "责任单位",
    "time": "完成时限",
    "remark": "备注",
}
ROWS = [
    ("一、茶业", "建设茶园", "建成精深加工茶园1个,完善供水、供电等配套设施。", "县工信局", "县自然资源局、县茶业中心", "6月底前"),
    ("一、茶业", "培育茶企", "新增茶叶龙头企业2家。", "县农业农村局", "县市场监管局", "2031年12月底前"),
    ("一、茶业", "发展电商", "培育电商主体30个,网络零售额达到2.5亿元。", "县商务局", "团县委、云溪邮政公司", "2031年12月底前"),
    ("二、民生", "改造供水", "改造提升农村供水工程8处。", "县水利局", "县卫生健康局、县乡村振兴局、各乡镇人民政府", "9月底前"),
    ("二、民生", "新建学校", "新建公办小学2所,新增学位540个。", "县教育局", "县住房城乡建设局", "2031年8月底前"),
    ("二、民生", "完善养老", "建设农村互助养老点15个。", "县民政局", "县财政局、县残联", "持续推进"),
]  # fmt: skip
KEYS = ("group", "title", "task", "lead", "support", "time")
COLUMNS = [
    "number task responsible time",
    "number title amount lead support time",
    "number title task amount time lead support remark",
    "number title lead support task time",
]


def values(row, number):
    cells = dict(zip(KEYS, row, strict=True), number=str(number), amount=str(number * 100), remark="")
    return cells | {"responsible": f"{cells['lead']}、{cells['support']}"}


def td(words, rows=1, columns=1, tag="td"):
    return f'<{tag} rowspan="{rows}" colspan="{columns}">{words}</{tag}>'


def line(*cells):
    return f"<tr>{''.join(cells)}</tr>"


def plain_cell(words, column):
    return td(words)


def paragraphs(words, column):
    """Units one a paragraph, the words in several spans, an empty paragraph below."""
    if column in ("lead", "support", "responsible"):
        return td("".join(f"<p>{unit}</p>" for unit in words.split("、")) + "<p>&nbsp;</p>")
    return td(f'<p align="center"><span>{words[:2]}</span><font>{words[2:]}</font></p>')


def breaks(words, column):
    return td(words.replace("、", "<br/>\n") if column in ("support", "responsible") else words)


def one_row(columns):
    return line(*(td(NAMES[column], tag="th") for column in columns))


def two_rows(columns):
    """责任分工 over the units, 投资 over the amount's column alone; the others span both rows."""
    above, below, units = [], [], [c for c in columns if c in ("lead", "support")]
    for column in columns:
        if column == "lead" and len(units) == 2 and columns.index("support") == columns.index("lead") + 1:
            above.append(td("责任分工", columns=2))
            below += [td(NAMES["lead"]), td(NAMES["support"])]
        elif column != "support" or "lead" not in columns:
            above.append(td(f"<b>{NAMES[column]}</b>", rows=2))
    return line(*above) + line(*below) if below else one_row(columns)


def titled(columns):
    """The table's title and unit in rows above the heading, over all columns."""
    above = ("云溪县任务分工表", "单位：万元")
    return "".join(line(td(words, columns=len(columns))) for words in above) + two_rows(columns)


def three_rows(columns):
    """责任分工 over 责任主体 over the units."""
    if two_rows(columns) == one_row(columns):
        return one_row(columns)
    first = [
        td(NAMES[c], rows=3) if c != "lead" else td("责任分工", columns=2) for c in columns if c != "support"
    ]
    return line(*first) + line(td("责任主体", columns=2)) + line(td(NAMES["lead"]), td(NAMES["support"]))


def set_wide(columns):
    """牵 头 单 位."""
    return line(*(td("&nbsp;".join(NAMES[c]) if c != "amount" else NAMES[c]) for c in columns))


def group_rows(columns, head, cell):
    """Groups on rows of their own over the whole width."""
    found, last = head(columns), None
    for number, row in enumerate(ROWS, 1):
        if row[0] != last:
            found += line(td(f"<strong>{row[0]}（3个）</strong>", columns=len(columns)))
        last = row[0]
        found += line(*(cell(values(row, number)[column], column) for column in columns))
    return found


def group_in_number(columns, head, cell):
    """A group's ordinal in the numbers' column, its name over all others."""
    found, last = head(columns), None
    for number, row in enumerate(ROWS, 1):
        if row[0] != last:
            found += line(td(row[0][0]), td(row[0][2:], columns=len(columns) - 1))
        last = row[0]
        found += line(*(cell(values(row, number)[column], column) for column in columns))
    return found


def empty_columns(columns, head, cell):
    """As a spreadsheet's export has them right of the table."""
    return group_rows(columns, head, cell).replace("</tr>", "<td></td><td>&nbsp;</td></tr>")


def with_note(columns, head, cell):
    note = td("注：带★的为县定任务，完成时限为最后期限。", columns=len(columns))
    return group_rows(columns, head, cell) + line(note)


def group_cells(columns, head, cell):
    """Groups in a column of merged cells."""
    found, last = head(["group", *columns]), None
    for number, row in enumerate(ROWS, 1):
        cells = [cell(values(row, number)[column], column) for column in columns]
        found += line(*([td(row[0].replace("、", "、<br>"), rows=3)] if row[0] != last else []), *cells)
        last = row[0]
    return found


def sums(columns, head, cell):
    """A sum of all above, one of each group below it."""
    first = columns.index("amount") if "amount" in columns else 2
    rest = "".join(td("") for _ in columns[first + 1 :])
    total = line(td("合　计（6个）", columns=first), td("2100"), rest)
    found, last = head(columns) + total, None
    for number, row in enumerate(ROWS, 1):
        if row[0] != last:
            found += line(td("小　计", columns=first), td("600"), rest) if last else ""
            found += line(td(row[0], columns=len(columns)))
        last = row[0]
        found += line(*(cell(values(row, number)[column], column) for column in columns))
    return found + line(td("小　计", columns=first), td("1500"), rest)


def heading_again(columns, head, cell):
    return group_rows(columns, head, cell).replace(line(td("<strong>二、民生（3个）</strong>", columns=len(columns))),
        head(columns) + line(td("<strong>二、民生（3个）</strong>", columns=len(columns))))  # fmt: skip


def two_tables(columns, head, cell):
    """A page's number between two tables of the same heading."""
    rows = group_rows(columns, head, cell)
    second = line(td("<strong>二、民生（3个）</strong>", columns=len(columns)))
    return rows.replace(second, f"</table><p>— 3 —</p><table>{head(columns)}{second}")


LAYOUTS = [
    group_rows,
    group_in_number,
    group_cells,
    sums,
    heading_again,
    two_tables,
    empty_columns,
    with_note,
]
HEADS = [one_row, two_rows, titled, three_rows, set_wide]


def wanted(columns):
    for number, (group, _, _, lead, support, _) in enumerate(ROWS, 1):
        others, path = support.split("、"), (group[0], str(number))
        if "responsible" in columns:
            yield path, {("responsible", unit) for unit in (lead, *others)}
        else:
            yield path, {("lead", lead), *(("support", unit) for unit in others)}


CASES = [
    *((layout, head, plain_cell) for layout in LAYOUTS for head in HEADS),
    *((layout, two_rows, cell) for layout in LAYOUTS for cell in (paragraphs, breaks)),
]


@pytest.mark.parametrize(("layout", "head", "cell"), CASES, ids=lambda each: each.__name__)
def test_however_its_cells_are_merged_the_table_is_read(layout, head, cell):
    for names in COLUMNS:
        columns = names.split()
        page = f"<p>云溪县茶业工作分工方案</p><p>附件</p><p>云溪县任务分工表</p><table>{layout(columns, head, cell)}</table>"
        found = extract_bytes("方案.html", page.encode())
        told = [(t.path, {(a.role, a.unit) for a in t.assignments}) for t in found.tasks if t.assignments]
        assert told == list(wanted(columns)), names
        assert not [t for t in found.tasks if "计" in t.title[:4]], names
        amounts = {(i.path, i.value) for i in found.indicators if i.unit == "万元"}
        rows = {((row[0][0], str(number)), number * 100) for number, row in enumerate(ROWS, 1)}
        more = {((), 2100), (("一",), 600), (("二",), 1500)} if layout is sums else set()
        assert amounts == (rows | more if "amount" in columns else set()), names
