"""A task table on one line is said to be unread, and yields no facts."""

from __future__ import annotations

from loaders.extract import extract_bytes

ROWS = "".join(
    f"{number}对各类公园按时养护并逐步完善设施,做好服务保障工作市园林局(牵头)、市财政局2031年4季度启动"
    for number in range(1, 12)
)


def test_a_table_on_one_line_is_a_finding():
    text = f"青岚市公园养护意见\n一、新建公园3处。(市园林局负责)\n附件\n重点任务分工\n序号工 作 任 务负 责 单 位时间进度备注{ROWS}\n"
    found = extract_bytes("a.txt", text.encode())
    assert [(t.path, [a.unit for a in t.assignments]) for t in found.tasks] == [(("一",), ["市园林局"])]
    assert [i.name for i in found.indicators] == ["新建公园"]
    assert any("单元格连在了一起" in finding.message for finding in found.findings)


def test_a_year_before_a_columns_name_and_the_number_of_a_project_head_one_too():
    text = (
        f"青岚市公园养护任务分解项目号重点任务2031年工作措施完成时限牵头单位责任单位备注一、公园养护{ROWS}\n"
    )
    found = extract_bytes("a.txt", text.encode())
    assert not found.tasks
    assert any("单元格连在了一起" in finding.message for finding in found.findings)


def test_a_heading_that_a_sentence_names_is_none():
    text = "青岚市公园养护意见\n一、按照序号工作任务责任单位1份表格报送。(市园林局负责)\n"
    found = extract_bytes("a.txt", text.encode())
    assert not any("单元格连在了一起" in finding.message for finding in found.findings)
