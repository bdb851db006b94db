"""Numbers in boxes of their own above their titles; and what a page tells of a document among its data."""

from tests.support.reading import read, tasks_of

TITLE = "云溪县公园建设工作要点\n"
BOXES = "<section><section style='display:inline-block'><strong>{}</strong></section><section style='display:inline-block'><strong>{}</strong></section></section>"


def test_bare_numbers_above_titles_head_the_items_below():
    page = (
        f"<p>{TITLE}</p>{BOXES.format('一', '完善绿地')}<p>1.新建公园6座。（县园林局负责）</p>"
        f"{BOXES.format('二', '改善水体')}<p>2.整治河道9公里。（县水利局负责）</p>"
    )
    found = read(page, "x.html")
    named = [task for task in found.tasks if task.assignments]
    assert [task.path for task in named] == [("一", "1"), ("二", "2")]
    assert [(i.path, i.value) for i in found.indicators] == [(("一", "1"), 6), (("二", "2"), 9)]
    assert [task.title for task in found.tasks if not task.assignments] == ["完善绿地", "改善水体"]


def test_a_lone_bare_number_heads_nothing():
    text = f"{TITLE}一\n完善绿地\n1.新建公园。（县园林局负责）\n"
    assert list(tasks_of(text)) == ["1"]


def test_bare_numbers_that_do_not_count_on_head_nothing():
    text = f"{TITLE}三\n完善绿地\n1.新建公园。（县园林局负责）\n七\n改善水体\n2.整治河道。（县水利局负责）\n"
    assert list(tasks_of(text)) == ["1", "2"]


def test_a_page_s_summary_of_a_document_sets_nothing():
    data = "索引号：990104\n生成日期：2031-03-09\n{}内容概述：到2035年新增绿地60公顷\n" + TITLE
    text = data.format("标题：云溪县公园建设工作要点\n") + "一、新建公园6座。（县园林局负责）\n"
    assert [(i.path, i.value) for i in read(text).indicators] == [(("一",), 6)]


def test_a_summary_below_its_label_sets_nothing_either():
    text = f"生成日期\n2031-03-09\n内容概述\n新增绿地60公顷\n{TITLE}一、新建公园6座。（县园林局负责）\n"
    assert [(i.path, i.value) for i in read(text).indicators] == [(("一",), 6)]


def test_a_file_to_fetch_is_no_annex():
    text = (
        f"{TITLE}一、新建公园。（县园林局负责）\n附件1\n公园任务清单\n1.建园。（县园林局负责）\n附件2\n河道任务清单\n"
        "1.清淤。（县水利局负责）\n附件下载\n附件1.doc\n附件2.xls\n"
    )
    found = read(text)
    assert [(t.part, t.path) for t in found.tasks] == [("", ("一",)), ("附件1", ("1",)), ("附件2", ("1",))]
