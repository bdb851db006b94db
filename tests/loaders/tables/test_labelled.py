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
