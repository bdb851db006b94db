"""Tables that go on over a page's end."""

import io

from reportlab.pdfgen.canvas import Canvas

from loaders.readers import read_bytes
from loaders.readers.blocks import Grid, GridCell, Line, PageBreak
from loaders.readers.pdf_cut_rows import join_cut_rows

HEAD = ["序号", "任务", "牵头单位"]


def grid(*rows: list[str]) -> Grid:
    cells = [
        GridCell(r, c, lines=[Line(text)] if text else [])
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    ]
    return Grid(cells)


def rows(of: Grid) -> list[list[str]]:
    found: dict[int, list[str]] = {}
    for cell in of.cells:
        found.setdefault(cell.row, []).append("".join(line.text for line in cell.lines))
    return list(found.values())


def joined(upper: Grid, lower: Grid, *between: str) -> tuple[list[list[str]], list[list[str]]]:
    join_cut_rows([upper, *map(Line, between), PageBreak(), lower])
    return rows(upper), rows(lower)


def test_the_lower_half_of_a_row_goes_to_the_upper_one() -> None:
    upper = grid(HEAD, ["1", "修好道路。", "市交通局"], ["2", "建好公园,种好", "市园林局、市税务"])
    lower = grid(HEAD, ["", "树木。", "局"], ["3", "管好河湖。", "市水利局"])
    assert joined(upper, lower, "第1页,共2页") == (
        [HEAD, ["1", "修好道路。", "市交通局"], ["2", "建好公园,种好树木。", "市园林局、市税务局"]],
        [HEAD, ["3", "管好河湖。", "市水利局"]],
    )


def test_a_label_beside_the_rows_below_stays_a_cell_without_words() -> None:
    upper = grid(["类别", "序号", "任务"], ["一、绿化", "2", "建好公园,种好"])
    lower = grid(["类别", "序号", "任务"], ["", "", "树木"], ["", "3", "管好草地"])
    lower.cells = [cell for cell in lower.cells if (cell.row, cell.column) != (2, 0)]
    lower.cells[3].rows = 2
    joined(upper, lower)
    assert [(c.row, c.column, c.rows) for c in lower.cells[3:]] == [(1, 0, 1), (1, 1, 1), (1, 2, 1)]


def test_a_row_of_its_own_stays() -> None:
    ended = grid(HEAD, ["1", "修好道路。", "市交通局"])
    own = grid(HEAD, ["", "另修桥梁。", ""], ["2", "管好河湖。", "市水利局"])
    assert joined(ended, own)[1] == [HEAD, ["", "另修桥梁。", ""], ["2", "管好河湖。", "市水利局"]]
    gap = grid(HEAD, ["", "树木。", ""], ["7", "管好河湖。", "市水利局"])
    assert len(joined(grid(HEAD, ["2", "种好", "市园林局"]), gap)[1]) == 3
    sentence = grid(HEAD, ["", "树木。", ""], ["3", "管好河湖。", "市水利局"])
    assert len(joined(grid(HEAD, ["2", "种好", "市园林局"]), sentence, "以上为第一批。")[1]) == 3


def test_a_cell_that_goes_on_over_the_page_has_no_line_below(chinese_font: str) -> None:
    written = io.BytesIO()
    canvas = Canvas(written)
    canvas.setFont(chinese_font, 12)
    for x in (60, 120, 300, 400):
        canvas.line(x, 700, x, 100)
    for y, left in ((700, 60), (600, 60), (400, 120), (100, 120)):
        canvas.line(left, y, 400, y)
    for x, y, text in ((65, 650, "类别"), (130, 650, "任务"), (310, 650, "牵头单位"), (65, 350, "绿化")):
        canvas.drawString(x, y, text)
    for y, task, unit in ((500, "种树", "市园林局"), (250, "修路", "市交通局")):
        canvas.drawString(130, y, task)
        canvas.drawString(310, y, unit)
    canvas.showPage()
    canvas.save()
    source = read_bytes("a.pdf", written.getvalue())
    assert source.text == "类别\t任务\t牵头单位\n绿化\t种树\t市园林局\n修路\t市交通局\n"
    assert [c.rows for c in source.tables[0].cells] == [1, 1, 1, 2, 1, 1, 1, 1]
