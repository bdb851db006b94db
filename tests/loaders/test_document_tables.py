"""Documents whose tables hold tasks and targets in shapes that once were lost."""

import io

import openpyxl

from loaders.extract import extract_bytes
from tests.support.reading import read, tasks_of

HEAD = "青岚市人民政府办公室关于印发《青岚市公园行动方案》的通知\n"


def test_a_heading_of_two_rows_with_persons():
    text = HEAD + (
        "<table><tr><td rowspan=2>序号</td><td rowspan=2>工作任务</td><td colspan=3>责任主体</td></tr>"
        "<tr><td>分管领导</td><td>牵头部门</td><td>参与单位</td></tr>"
        "<tr><td>1</td><td>建公园</td><td>陈志强</td><td>市园林局</td><td>市财政局、各镇（街道）</td></tr></table>"
    )
    assert tasks_of(text, "x.html") == {"1": {"lead": ["市园林局"], "support": ["市财政局", "各镇(街道)"]}}


def test_a_title_over_all_columns_is_a_group_and_no_deadline():
    rows = "".join(
        f"<tr><td>{mark}</td><td colspan=4>{title}</td></tr><tr><td>1</td><td>甲</td><td>{work}</td>"
        f"<td>{unit}</td><td></td></tr><tr><td>2</td><td>乙</td><td>管护</td><td>{unit}</td><td></td></tr>"
        for mark, title, work, unit in (
            ("一", "特色工程(公园)", "建园", "市园林局"),
            ("二", "特色工程(道路)", "修路", "市交通运输局"),
        )
    )
    text = f"<p>{HEAD}</p><table><tr><td>序号</td><td>重点任务</td><td>具体工作</td><td>责任单位</td><td>完成时限</td></tr>{rows}</table>"
    found = [t for t in read(text, "x.html").tasks if t.assignments]
    assert ["/".join(t.path) for t in found] == ["一/1", "一/2", "二/1", "二/2"]
    assert {t.deadline for t in found} == {None}


def test_a_project_s_content_and_the_year_s_amount():
    text = HEAD + (
        "一、项目\n序号 | 项目名称 | 建设内容及规模 | 年度投资(万元) | 牵头单位 |\n"
        "1 | 白石公园 | 新建绿道5公里。 | 900 | 市园林局 |\n2 | 河口茶园 | 新建茶亭4座。 | - | 市茶业局 |\n"
    )
    found = read(text)
    assert [(i.path, i.name, i.value, i.unit) for i in found.indicators] == [
        (("一", "1"), "新建绿道", 5, "公里"),
        (("一", "1"), "白石公园年度投资", 900, "万元"),
        (("一", "2"), "新建茶亭", 4, "座"),
    ]
    assert [t.title for t in found.tasks if t.assignments] == ["白石公园", "河口茶园"]


def test_a_breakdown_s_total_stands_at_its_row():
    text = HEAD + (
        "附件1：公园任务分解表\n| 序号 | 项目 | 全市 | 白石区 | 柳湾县 | 河口市 |\n|--|--|--|--|--|--|\n"
        "| 1 | 新建茶园(个) | 12 | 5 | 4 | 3 |\n| 2 | 新建公厕(座) | 9 | 5 | | 4 |\n"
    )
    assert [(i.part, i.path, i.value) for i in read(text).indicators] == [
        ("附件1", ("1",), 12),
        ("附件1", ("2",), 9),
    ]


def test_a_title_put_in_later_does_not_end_the_cells_that_span_it():
    text = f"<p>{HEAD}</p>" + (
        "<table><tr><th>序号</th><th>工作任务</th><th>牵头领导</th><th>牵头单位</th><th>责任单位</th></tr>"
        "<tr><td colspan=5>一、绿化</td></tr>"
        "<tr><td>1</td><td>建公园</td><td rowspan=2>陈志强</td><td>市园林局</td><td>市财政局</td></tr>"
        "<tr><td colspan=5>二、道路</td></tr>"
        "<tr><td>2</td><td>修路</td><td>市交通运输局</td><td>市财政局</td></tr></table>"
    )
    assert tasks_of(text, "x.html") == {
        "一/1": {"lead": ["市园林局"], "support": ["市财政局"]},
        "二/2": {"lead": ["市交通运输局"], "support": ["市财政局"]},
    }


def test_a_heading_s_second_row_parts_names_and_targets():
    text = f"<p>{HEAD}</p>" + (
        "<table><tr><th rowspan=2>专项行动</th><th rowspan=2>序号</th><th colspan=2>重点工作</th>"
        "<th rowspan=2>责任单位（排首位的为牵头单位）</th></tr><tr><th>任务名称</th><th>工作目标</th></tr>"
        "<tr><td rowspan=2>绿城行动</td><td>1.1</td><td>公园提质</td><td>新建公园6座</td><td>市园林局、市财政局</td></tr>"
        "<tr><td>1.2</td><td>绿道提质</td><td></td><td>市水利局、市财政局</td></tr></table>"
    )
    found = read(text, "x.html")
    assert [(t.path, t.title) for t in found.tasks] == [(("1.1",), "公园提质"), (("1.2",), "绿道提质")]
    assert tasks_of(text, "x.html")["1.2"] == {"lead": ["市水利局"], "support": ["市财政局"]}
    assert [(i.path, i.name, i.value) for i in found.indicators] == [(("1.1",), "新建公园", 6)]


def test_a_cell_says_that_the_first_listed_leads_from_there_on():
    text = f"<p>{HEAD}</p>" + (
        "<table><tr><th>序号</th><th>工作任务</th><th>责任单位</th></tr>"
        "<tr><td>1</td><td>建绿道</td><td>市城管局、市财政局</td></tr>"
        "<tr><td>2</td><td>建公园</td><td>市园林局（排名第一位的为牵头单位，下同）、市财政局</td></tr>"
        "<tr><td>3</td><td>修路</td><td>市水利局、市财政局</td></tr></table>"
    )
    assert tasks_of(text, "x.html") == {
        "1": {"responsible": ["市城管局", "市财政局"]},
        "2": {"lead": ["市园林局"], "support": ["市财政局"]},
        "3": {"lead": ["市水利局"], "support": ["市财政局"]},
    }


def test_a_number_over_two_rows_is_one_task_and_an_empty_one_none():
    text = f"<p>{HEAD}</p>" + (
        "<table><tr><th>类别</th><th>序号</th><th>工作任务</th><th>责任分工</th><th>完成时限</th></tr>"
        "<tr><td rowspan=3>一、绿化</td><td rowspan=2>1</td><td>建公园6座</td>"
        "<td><p>牵头：市园林局</p><p>配合：市水利局</p></td><td rowspan=2>10月底</td></tr>"
        "<tr><td>建绿道3公里</td><td><p>牵头：市水利局</p><p>配合：市财政局</p></td></tr>"
        "<tr><td></td><td>补植行道树</td><td><p>牵头：市城管局</p></td><td>9月底</td></tr></table>"
    )
    assert tasks_of(text, "x.html") == {
        "一/1": {"lead": ["市园林局", "市水利局"], "support": ["市水利局", "市财政局"]},
        "一/p1": {"lead": ["市城管局"]},
    }
    assert [(i.path, i.value) for i in read(text, "x.html").indicators] == [
        (("一", "1"), 6),
        (("一", "1"), 3),
    ]


def test_a_total_that_an_indicator_table_tells_too_is_told_once():
    head = "".join(
        f"<td>{each}</td>" for each in ("序号", "指标", "单位", "全市目标", "白石区", "柳湾县", "河口市")
    )
    row = "".join(f"<td>{each}</td>" for each in ("1", "新建茶园", "个", "12", "5", "4", "3"))
    text = f"<p>{HEAD}</p><p>附件1</p><p>公园指标分解表</p><table><tr>{head}</tr><tr>{row}</tr></table>"
    found = read(text, "x.html")
    assert [(i.path, i.name, i.value) for i in found.indicators] == [(("1",), "新建茶园", 12)]


def cells_of(*rows: str) -> str:
    made = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row.split("|")) + "</tr>" for row in rows)
    return f"<p>{HEAD}</p><table>{made}</table>"


def test_a_firm_s_branch_or_other_units_on_a_line_of_their_own():
    text = cells_of(
        "序号|工作任务|牵头单位|配合单位",
        "1|建基站|市工信局|市数据局<br>铁塔公司青岚办事处",
        "2|管护|市园林局|市财政局<br>其他相关单位",
        "3|办学就医|市教育局<br>市卫生健康委<br>（按职责分别牵头）|市财政局",
    )
    assert tasks_of(text, "x.html") == {
        "1": {"lead": ["市工信局"], "support": ["市数据局", "铁塔公司青岚办事处"]},
        "2": {"lead": ["市园林局"], "support": ["市财政局"]},
        "3": {"lead": ["市教育局", "市卫生健康委"], "support": ["市财政局"]},
    }


def test_stages_of_a_year_are_no_deadline():
    text = cells_of("序号|实事名称|进度安排|完成时限|责任单位", "1|建公园|完成选址|2031年6月|市园林局")
    assert [t.deadline for t in read(text, "x.html").tasks] == ["2031年6月"]
    alone = cells_of("序号|实事名称|进度安排|责任单位", "1|建公园|2031年6月底前|市园林局")
    assert [t.deadline for t in read(alone, "x.html").tasks] == ["2031年6月底前"]


def test_what_half_a_year_reaches_stands_below_its_stage():
    text = f"<p>{HEAD}</p>" + (
        "<table><tr><td rowspan=2>序号</td><td rowspan=2>实事名称</td><td colspan=2>进度安排</td>"
        "<td rowspan=2>责任单位</td></tr><tr><td>上半年</td><td>全年目标</td></tr>"
        "<tr><td>1</td><td>建设公园</td><td>建成2座</td><td>新建公园5座</td><td>市园林局</td></tr></table>"
    )
    found = read(text, "x.html")
    assert [(i.path, i.value) for i in found.indicators] == [(("1",), 2), (("1",), 5)]
    assert [t.deadline for t in found.tasks] == [None]


def test_a_row_without_a_number_below_merged_cells_is_its_own():
    written = io.BytesIO()
    workbook = openpyxl.Workbook()
    for row in (
        ["类别", "序号", "工作任务", "责任单位"],
        ["绿化", 1, "建公园", "市园林局"],
        [None, 2, "种树", "市林业局"],
        ["其他", None, "办好茶会", "市商务局"],
    ):
        workbook.active.append(row)
    workbook.active.merge_cells("A2:A3")
    workbook.save(written)
    found = extract_bytes("a.xlsx", written.getvalue())
    assert [t.path for t in found.tasks] == [("1",), ("2",), ("p1",)]


def test_a_second_row_of_headings_tells_amounts_beside_the_units():
    text = f"<p>{HEAD}</p>" + (
        "<table><tr><td rowspan=2>序号</td><td rowspan=2>项目名称</td><td colspan=2>投资情况</td><td colspan=2>责任单位</td></tr>"
        "<tr><td>总投资</td><td>2031年计划投资（万元）</td><td>牵头单位</td><td>配合单位</td></tr>"
        "<tr><td>1</td><td>白石公园</td><td>900</td><td>300</td><td>市园林局</td><td>市财政局</td></tr>"
        "<tr><td colspan=2>合　计</td><td>900</td><td>300</td><td></td><td></td></tr></table>"
    )
    assert tasks_of(text, "x.html") == {"1": {"lead": ["市园林局"], "support": ["市财政局"]}}
    assert [(i.path, i.name, i.value) for i in read(text, "x.html").indicators] == [
        (("1",), "白石公园2031年计划投资", 300),
        ((), "合计2031年计划投资", 300),
    ]


def test_the_cell_of_a_time_may_tell_how_far_the_work_is_by_then():
    text = f"<p>{HEAD}</p>" + (
        "<table><tr><th>序号</th><th>项目名称</th><th>建设内容</th><th>责任单位</th><th>时间节点</th></tr>"
        "<tr><td>1</td><td>白石绿道</td><td>建设绿道及配套设施</td><td>市园林局</td><td>9月底前建成绿道4公里</td></tr>"
        "<tr><td>2</td><td>柳湾茶园</td><td>建设茶园</td><td>市茶业局</td><td>2031年12月</td></tr></table>"
    )
    found = read(text, "x.html")
    assert [(i.path, i.value, i.unit) for i in found.indicators] == [(("1",), 4, "公里")]
    assert [t.deadline for t in found.tasks] == ["9月底前建成绿道4公里", "2031年12月"]


def test_a_row_on_the_next_page_that_names_only_more_supporters_goes_on():
    head = "<tr><th>序号</th><th>任务名称</th><th>工作内容</th><th>牵头单位</th><th>配合单位</th></tr>"
    text = (
        f"<p>{HEAD}</p><table>{head}<tr><td>1</td><td>公园提质</td><td>新建公园6座；</td><td>市园林局</td><td>市财政局</td></tr></table>"
        f"<p>— 3 —</p><table>{head}<tr><td></td><td></td><td>补植行道树900株。</td><td></td><td>市水利局</td></tr>"
        "<tr><td>2</td><td>河道整治</td><td>清淤9公里。</td><td>市水利局</td><td>市财政局</td></tr></table>"
    )
    assert tasks_of(text, "x.html") == {
        "1": {"lead": ["市园林局"], "support": ["市财政局", "市水利局"]},
        "2": {"lead": ["市水利局"], "support": ["市财政局"]},
    }
    assert [(i.path, i.value) for i in read(text, "x.html").indicators] == [
        (("1",), 6),
        (("1",), 900),
        (("2",), 9),
    ]


def test_a_note_below_a_table_may_say_who_leads_all_of_it():
    row = "".join(
        f"<tr><td>{place}</td><td>{number}</td></tr>"
        for place, number in (("白石镇", 3), ("柳湾镇", 4), ("河口镇", 5), ("全县合计", 12))
    )
    text = (
        f"<p>{HEAD}</p><p>附件2</p><p>公园任务分解表</p><table><tr><th>乡镇</th><th>新建公园（个）</th></tr>{row}</table>"
        + ("<p>注：以上任务由县园林局牵头，县财政局配合，9月底前完成。</p>")
    )
    assert tasks_of(text, "x.html") == {"p1": {"lead": ["县园林局"], "support": ["县财政局"]}}


def test_a_title_above_the_heading_is_the_first_group_where_others_follow():
    rows = ("序号|工作任务|责任单位", "1|建公园|市园林局")
    first, second = ("<tr><td colspan=3>一、绿化</td></tr>", "<tr><td colspan=3>二、水利</td></tr>")
    text = cells_of(*rows).replace("<table>", f"<table>{first}")
    assert list(tasks_of(text, "x.html")) == ["1"]
    more = "<tr><td>2</td><td>管河湖</td><td>市水利局</td></tr></table>"
    assert list(tasks_of(text.replace("</table>", second + more), "x.html")) == ["一/1", "二/2"]


TABLE = cells_of("序号|工作任务|责任单位", "1|建公园|市园林局").replace(f"<p>{HEAD}</p>", "")


def test_a_file_that_is_one_annex_of_nothing_but_a_table_keeps_its_label():
    text = f"<p>附件</p><p>青岚市公园任务分工表</p>{TABLE}<p>注:1.按季报送。</p>"
    found = read(text, "x.html")
    assert [(task.part, task.path) for task in found.tasks] == [("附件", ("1",))]
    assert found.plan.title == "青岚市公园任务分工表"


def test_a_table_s_line_of_who_filled_it_in_names_the_issuer():
    text = f"<p>青岚市公园建设台账</p><p>填报单位:市政府公园建设办公室  填报日期:2031年7月8日</p>{TABLE}"
    plan = read(text, "x.html").plan
    assert (plan.issuer, plan.issued_on) == ("市政府公园建设办公室", "2031-07-08")


def test_a_site_s_heading_is_no_part_of_the_title_below_it():
    text = f"<h2>乡镇考评</h2><p>青岚市2031年度公园建设考核细则</p>{TABLE}"
    assert read(text, "x.html").plan.title == "青岚市2031年度公园建设考核细则"


def test_a_bracket_in_a_group_s_cell_says_who_leads_its_rows():
    text = HEAD + (
        "<table><tr><td>序号</td><td>领域</td><td>任务</td><td>责任单位</td><td>拟投入运营时间</td></tr>"
        "<tr><td>1</td><td rowspan=2>绿地(牵头单<br>位:市园林局)</td><td>建公园</td><td>白石区城管局</td><td>2031年6月</td></tr>"
        "<tr><td>2</td><td>种树</td><td>市园林局</td><td>2031年9月</td></tr>"
        "<tr><td>3</td><td>道路</td><td>修路</td><td>市交通运输局</td><td>2031年3月</td></tr></table>"
    )
    assert tasks_of(text, "x.html") == {
        "1": {"lead": ["市园林局"], "support": ["白石区城管局"]},
        "2": {"lead": ["市园林局"]},
        "3": {"responsible": ["市交通运输局"]},
    }
    deadlines = [task.deadline for task in extract_bytes("x.html", text.encode()).tasks]
    assert deadlines == ["2031年6月", "2031年9月", "2031年3月"]


def test_a_column_of_ordinals_that_refers_to_the_text_holds_no_tasks():
    rows = "".join(
        f"<tr><td>{n}</td><td>({mark})</td><td>细则{n}</td><td>明确办法</td><td>市园林局</td></tr>"
        for n, mark in ((1, "一"), (2, "六"), (3, "六"))
    )
    head = "<tr><td>序号</td><td>对应任务</td><td>细则名称</td><td>细则内容</td><td>牵头单位</td></tr>"
    text = HEAD + f"<table>{head}{rows}</table>"
    assert list(tasks_of(text, "x.html")) == ["1", "2", "3"]
