"""Task tables whose cells one blank parts; places and units are invented."""

from loaders.extract import extract_bytes
from loaders.tables.spaced_tasks import spaced_task_tables

HEAD = "青岚市公园任务分解表\n\n序号 类别 主要任务 具体措施 牵头单位 配合单位 时限\n"
ROWS = (
    "1 建设“绿 城” 新建公园 新建公园5处。 市园林局 市财政局、水利局 6月底前\n"
    "2  改造绿道 改造绿道 8公里。 市城管局 市财政局, 各县(市、区)政府 年底前\n"
    "3   植树。全年植树3万株。 市林业局  9月底\n"
)


def cells_of(text):
    return [
        [(c.row, c.column, "".join(text[a:b] for a, b in c.pieces)) for c in table.cells if c.row]
        for table in spaced_task_tables(text)
    ]


def test_two_blanks_leave_a_cell_empty():
    (cells,) = cells_of(HEAD + ROWS + "注:按月调度。\n")
    assert cells[:7] == [
        (1, 0, "1"), (1, 1, "建设“绿 城”"), (1, 2, "新建公园"), (1, 3, "新建公园5处。"),
        (1, 4, "市园林局"), (1, 5, "市财政局、水利局"), (1, 6, "6月底前"),
    ]  # fmt: skip
    assert cells[-4:] == [(3, 0, "3"), (3, 3, "植树。全年植树3万株。"), (3, 4, "市林业局"), (3, 6, "9月底")]


def test_a_row_with_blanks_in_its_words_keeps_its_units():
    (cells,) = cells_of(HEAD + ROWS)
    assert [cell for cell in cells if cell[0] == 2] == [
        (2, 0, "2"),
        (2, 3, "改造绿道 改造绿道 8公里。"),
        (2, 4, "市城管局"),
        (2, 5, "市财政局, 各县(市、区)政府"),
        (2, 6, "年底前"),
    ]


def test_its_rows_are_tasks():
    found = extract_bytes("a.txt", (HEAD + ROWS).encode())
    assert [(t.path, t.units("lead"), t.units("support"), t.deadline) for t in found.tasks] == [
        (("1",), ["市园林局"], ["市财政局", "市水利局"], "6月底前"),
        (("2",), ["市城管局"], ["市财政局", "各县(市、区)政府"], "年底前"),
        (("3",), ["市林业局"], [], "9月底"),
    ]


def test_units_that_a_blank_parts_are_told_from_no_column():
    odd = "4 绿地 管护 管护绿地。 市园林局 市财政局 市水利局 年底\n"
    (cells,) = cells_of(HEAD + ROWS + odd)
    assert cells[-2:] == [(4, 0, "4"), (4, 3, "绿地 管护 管护绿地。 市园林局 市财政局 市水利局 年底")]


def test_rows_whose_units_cannot_be_told_stay_text_with_a_finding():
    text = HEAD + "1 绿城 公园 新建公园。 由园林局办 6月\n2 绿城 公园 清河。 由水利局办 6月\n"
    assert [table.unread != "" for table in spaced_task_tables(text)] == [True]
    found = extract_bytes("a.txt", text.encode())
    assert "unread_clause" in [finding.code for finding in found.findings]


def test_cells_may_be_apart_by_more_blanks_and_rows_without_numbers():
    text = (
        "公园分工表\n任务  牵头单位  配合单位  备注\n"
        "新建 公园5处。  市园林局  市财政局、水利局\n改造绿道。    市城管局      缓办\n"
    )
    found = extract_bytes("a.txt", text.encode())
    assert [(t.path, t.units("lead"), t.units("support")) for t in found.tasks] == [
        (("p1",), ["市园林局"], ["市财政局", "市水利局"]),
        (("p2",), ["市城管局"], []),
    ]


def test_cells_that_tabs_part_are_left_to_others():
    text = "公园分工表\n任务\t牵头单位\t时限\n建园 5处\t市园林局\t6月\n修路\t市交通局\t9月\n"
    assert list(spaced_task_tables(text)) == []
