"""Task tables whose cells a copy glued together; places and units are invented."""

from loaders.extract import extract_bytes
from loaders.tables.glued import glued_tables

TITLE = "1、2031年青岚区绿地任务分解表"
HEAD = "序号项目名称主要内容分管领导牵头单位配合单位"
TEXT = (
    f"{TITLE}{HEAD}1绿地建设新建公园12处,改造绿道3公里。王青山城管局住建局各街道2植树栽树3万株。李白教育局\n"
    f"2、{HEAD}3清河清淤8公里。完成截污\n3、管2公里。王青山某某集团水利局\n资源描述:绿地任务。\n"
)


def read(text):
    return extract_bytes("a.txt", text.encode())


def test_only_the_first_of_glued_units_is_told():
    found = read(TEXT)
    assert [(t.path, t.units("lead"), t.units("support")) for t in found.tasks if t.assignments] == [
        (("1",), ["城管局"], []),
        (("2",), ["教育局"], []),
    ]
    (finding,) = [each for each in found.findings if each.code == "unread_clause"]
    assert found.text[finding.start :].startswith("序号项目名称")


def test_numbers_stand_at_their_rows_and_the_title_is_the_documents():
    found = read(TEXT)
    assert found.plan.title == "2031年青岚区绿地任务分解表"
    assert [(i.path, i.value) for i in found.indicators] == [
        (("1",), 12), (("1",), 3), (("2",), 3), (("3",), 8), (("3",), 2),
    ]  # fmt: skip


def test_one_column_of_units_is_read_where_all_of_them_are_known():
    text = "序号工作任务责任单位1建公园。城管局住建局、各街道2植树。林业局某某集团3清河。水利局\n"
    rows = [task.units("responsible") for task in read(text).tasks]
    assert rows == [["城管局", "住建局", "各街道"], [], ["水利局"]]


def test_numbers_in_the_words_are_no_rows():
    text = "序号工作任务责任单位1建公园。会同水利局2月底前完成。城管局2植树。林业局\n"
    (table,) = glued_tables(text)
    assert max(cell.row for cell in table.cells) == 2
    assert text[table.cells[4].pieces[0][0] :].startswith("建公园。会同")


def test_words_without_a_heading_of_tasks_are_text():
    assert list(glued_tables("序号姓名单位职务1王青山城管局科员2李白石水利局科员\n")) == []


def test_a_table_whose_units_other_cells_follow_is_a_finding():
    text = "序号工作任务责任单位完成时限1建公园5处。城管局6月2植树\n2、3万株。林业局9月\n说明:无。\n"
    (table,) = glued_tables(text)
    assert (table.cells, text[table.stop :]) == ((), "\n说明:无。\n")
    found = read("1、绿地任务表" + text)
    assert not found.indicators
    assert "unread_clause" in [each.code for each in found.findings]
