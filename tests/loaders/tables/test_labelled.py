"""Tables whose first rows hold their annex' label and title."""

from loaders.extract import extract_bytes

_ROWS = (
    "<tr><td>序号</td><td>工作事项</td><td>牵头单位</td></tr>"
    "<tr><td>1</td><td>新建公园</td><td>市园林局</td></tr>"
    "<tr><td>2</td><td>清淤沟渠</td><td>市水利局</td></tr>"
)


def _read(top: str):
    page = f"<p>青岚市公园工作方案</p><p>三、组织实施</p><p>加强领导。</p><table>{top}{_ROWS}</table>"
    return extract_bytes("a.html", page.encode())


def _places(found):
    return [(task.part, task.path) for task in found.tasks if task.assignments]


def test_a_label_over_all_columns_begins_the_annex():
    found = _read("<tr><td colspan=3>附件2</td></tr><tr><td colspan=3>公园工作任务分工表</td></tr>")
    assert _places(found) == [("附件2", ("1",)), ("附件2", ("2",))]
    assert found.parts[1].title == "公园工作任务分工表"


def test_label_and_title_may_share_a_cell():
    assert _places(_read("<tr><td colspan=3><p>附件</p><p>公园工作任务分工表</p></td></tr>"))[0][0] == "附件"


def test_a_title_alone_stays_in_the_table():
    assert _places(_read("<tr><td colspan=3>公园工作任务分工表</td></tr>"))[0] == ("", ("三", "1"))


def test_a_label_in_the_midst_of_a_drawn_table_begins_another():
    head = "序号 | 事项名称 | 目标要求 | 牵头部门 |\n"
    text = (
        "各单位:\n现将任务分解如下。区统计局负责审核,区督查室负责按月督查。\n附件:1. 绿地任务表\n2. 清河任务表\n"
        f"附件1 |\n{head}1 | 建公园 | 新建5处 | 区园林局 |\n2 | 植树 | 3万株 | 区林业局 |\n"
        f"附件2 |\n{head}1 | 清淤 | 完成8公里 | 区水利局 |\n2 | 修闸 | 修2座 | 区水利局 |\n"
    )
    found = extract_bytes("a.txt", text.encode())
    assert _places(found) == [("附件1", ("1",)), ("附件1", ("2",)), ("附件2", ("1",)), ("附件2", ("2",))]
    assert [part.title for part in found.parts[1:]] == ["绿地任务表", "清河任务表"]
