"""Tables without lines, told by their gutters."""

from loaders.readers.blocks import Grid
from loaders.readers.pdf_page import Char
from loaders.readers.pdf_plain_tables import PlainPage, plain_tables

PLACES = (0, 48, 216, 312)
LINES = (
    ("序号", "工作任务", "责任单位", "完成时限"),
    ("1", "建好三座公园,种好", "市园林局、", "6月底前"),
    ("", "行道树。", "市财政局", ""),
    ("2", "修好道路。", "市交通局", "全年"),
)


def drawn(*lines: tuple[str, ...] | str, top: float = 100, padding: float = 6) -> list[Char]:
    """Lines of cells at PLACES, or of a text at the margin; a number begins a row, with padding above."""
    chars: list[Char] = []
    for line in lines:
        cells = (line,) if isinstance(line, str) else line
        top += 18 + (padding if cells[0] else 0)
        for place, text in zip(PLACES, cells, strict=False):
            chars += [Char(c, place + 12 * n, top, place + 12 * n + 12, top + 12) for n, c in enumerate(text)]
    return chars


def rows(grid: Grid) -> list[list[str]]:
    found: dict[int, list[str]] = {}
    for cell in grid.cells:
        found.setdefault(cell.row, []).append("".join(line.text for line in cell.lines))
    return list(found.values())


def tables(page: PlainPage) -> list[list[list[str]]]:
    return [rows(grid) for _, grid in page.tables]


BODY = [
    ["1", "建好三座公园,种好行道树。", "市园林局、市财政局", "6月底前"],
    ["2", "修好道路。", "市交通局", "全年"],
]


def test_a_numbered_table_whose_cells_wrap() -> None:
    page = plain_tables(
        drawn("青岚市二〇三一年任务表", *LINES, "说明:本表所列任务由各单位报送进展情况。"), None
    )
    assert tables(page) == [[list(LINES[0]), *BODY]]
    assert "".join(char.text for char in page.rest).startswith("青岚市二〇三一年任务表说明")


def test_titles_between_its_rows_and_above_it_are_rows() -> None:
    page = plain_tables(
        drawn("一、绿化和道路", *LINES, "二、水利和电力", ("3", "管好河湖。", "市水利局", "")), None
    )
    assert tables(page) == [
        [["一、绿化和道路"], list(LINES[0]), *BODY, ["二、水利和电力"], ["3", "管好河湖。", "市水利局", ""]]
    ]


def test_it_goes_on_at_the_head_of_the_next_page() -> None:
    first = plain_tables(drawn(*LINES), None)
    second = drawn(("", "另修桥梁。", "", ""), ("3", "管好河湖。", "市水利局", "全年"), top=0)
    page = plain_tables(second, first.going_on)
    assert tables(page) == [[["", "另修桥梁。", "", ""], ["3", "管好河湖。", "市水利局", "全年"]]]
    assert tables(plain_tables(second, None)) == []


def test_what_is_no_such_table_stays_text() -> None:
    assert tables(plain_tables(drawn(*LINES[1:]), None)) == []  # no heading
    unnumbered = [("", *line[1:]) for line in LINES[1:]]
    assert tables(plain_tables(drawn(LINES[0], *unnumbered), None)) == []
    lone = (LINES[0], LINES[1], "正文从这里开始,一直写到右边的页边为止。")
    assert tables(plain_tables(drawn(*lone), None)) == []
    # numbers in the middle of their rows: a cell begins below its number
    middle = (*LINES[:3], ("2", "", "市交通局", "全年"), ("", "修好道路。", "", ""))
    assert tables(plain_tables(drawn(*middle), None)) == []


def test_a_page_without_characters() -> None:
    assert tables(plain_tables([], None)) == []
