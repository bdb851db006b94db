"""Rows of glued tables that nobody could read are told."""

from loaders.extract import extract
from loaders.readers import read_bytes
from tests.support.reading import read

HEAD = "青岚市公园重点任务及目标\n"


def told(text):
    found = extract(read_bytes("x.txt", (HEAD + text).encode()))
    return [found.text[f.start : f.stop] for f in found.findings if "单元格连" in f.message]


def test_a_row_whose_units_are_unknown_is_told_beside_those_that_are_read():
    rows = [
        "1建设公园3处。市园林局市财政局、市水利局6月底前",
        "2改造绿道5公里。市城管局市财政局9月底前",
        "3新建茶园。市茶旅融合中枢市财政局9月底前",
    ]
    text = "序号工作内容牵头单位配合单位完成时限\n" + "\n".join(rows) + "\n"
    assert told(text) == rows[2:]


def test_a_table_of_which_nothing_is_read_is_told_once():
    text = (
        "序号重点任务主要内容牵头单位配合单位年度重点任务及工作目标\n"
        "1建好公园加快新建公园市园林局市财政局市水利局1.新建3处；2.改建2处\n"
        "2管好公园持续管护市园林局市财政局市水利局1.修枝；2.除草\n"
    )
    assert len(told(text)) == 1
    assert told(text)[0].startswith("序号重点任务")


def test_a_table_that_is_read_has_no_such_finding():
    text = (
        "序号工作内容牵头单位配合单位完成时限\n"
        "1建设公园3处。市园林局市财政局、市水利局6月底前\n2改造绿道5公里。市城管局市财政局9月底前\n"
    )
    assert told(text) == []


def test_a_table_of_a_cell_a_line_whose_rows_nobody_can_tell_is_a_finding():
    table = (
        "序号\n任务\n牵头单位\n配合单位\n1\n市园林局\n市财政局\n建公园三处,做到适地适树。\n市水利局\n"
        "市城管局\n市园林局\n修绿道两条,做到四通八达。\n市水利局\n县城管局\n"
    )
    text = f"青岚市公园建设任务清单\n{table}"
    found = read(text)
    assert not found.tasks
    spans = [text[each.start : each.stop] for each in found.findings if each.code == "unread_clause"]
    assert spans == [table.rstrip()]
