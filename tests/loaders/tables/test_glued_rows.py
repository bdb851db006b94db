"""Rows whose cells stand without a mark between."""

import pytest

from loaders.tables.glued_ends import end_of_units, goal_begins, goal_rows
from tests.support.reading import read, units_of

HEAD = "青岚市公园任务分解表\n序号工作内容牵头单位配合单位完成时限\n"
ROWS = (
    "1新建公园3处。市园林局市财政局、市水利局6月底前\n"
    "2改造绿道5公里。市城管局团市委2031年9月底前\n"
    "3补栽树木900株。市林业局市财政局、各县区人民政府全年\n"
)


def test_units_and_times_are_told_by_what_they_are():
    assert units_of(HEAD + ROWS) == {
        "1": [("lead", "市园林局"), ("support", "市财政局"), ("support", "市水利局")],
        "2": [("lead", "市城管局"), ("support", "团市委")],
        "3": [("lead", "市林业局"), ("support", "市财政局"), ("support", "各县区人民政府")],
    }
    assert [task.deadline for task in read(HEAD + ROWS).tasks] == ["6月底前", "2031年9月底前", "全年"]


def test_a_time_may_stand_before_the_units_of_one_column():
    head = "青岚市公园任务分解表\n序号类别工作内容完成时限责任单位\n"
    rows = "1公园新建公园3处。6月底前市园林局、市财政局\n2绿道改造绿道5公里。9月市城管局\n"
    assert units_of(head + rows) == {
        "1": [("responsible", "市园林局"), ("responsible", "市财政局")],
        "2": [("responsible", "市城管局")],
    }


def test_units_that_may_end_in_two_places_are_a_finding():
    text = HEAD + ROWS + "4植树10亩。法院执行局法警支队、法院执行局6月底前\n"
    found = read(text)
    assert [task.path for task in found.tasks if not task.assignments] == [("4",)]
    assert _unread(text, found) == ["法院执行局法警支队、法院执行局"]


def _unread(text, found):
    return [text[each.start : each.stop] for each in found.findings if each.code == "unread_clause"]


def test_lines_that_no_units_end_are_no_table():
    assert not any(units_of(HEAD + "1新建公园3处。详见附件\n2改造绿道5公里。另行通知\n").values())


GOALS = "青岚市公园任务分解表\n序号重点任务和项目牵头单位配合单位年度目标\n"
GROUPS = (
    "一、增加绿地\n"
    "1新建公园。选好地块。市园林局市委编办、市水务   局建成公园3处以上。全年开放。\n"
    "2改造绿道,方便市民。市城管局云溪县、白石县教育局等新增绿道5公里。\n"
    "二、养护绿地\n"
    "1做好补栽。市林业局市政府国资委在年底前补栽树木900株。\n"
)


def test_goals_behind_the_units_begin_where_no_name_goes_on():
    found = read(GOALS + GROUPS)
    assert {task.path: [(a.role, a.unit) for a in task.assignments] for task in found.tasks} == {
        ("一", "1"): [("lead", "市园林局"), ("support", "市委编办"), ("support", "市水务局")],
        ("一", "2"): [("lead", "市城管局"), ("support", "云溪县"), ("support", "白石县教育局")],
        ("二", "1"): [("lead", "市林业局"), ("support", "市政府国资委")],
    }
    assert [(i.path, i.value) for i in found.indicators] == [
        (("一", "1"), 3.0),
        (("一", "2"), 5.0),
        (("二", "1"), 900.0),
    ]


def test_stages_behind_the_units_of_one_column_are_no_time():
    head = "青岚市公园项目表\n序号专项行动名称建设内容责任单位(逗号前为牵头单位)进度安排\n"
    rows = (
        "1公园专项行动新建公园3处。市园林局,市财政局、青山区等启动建设\n"
        "新建绿道5公里。市城管局,市水利局持续推进\n"
        "2林木专项行动补栽树木900株。市林业局,各县(区)启动建设\n"
    )
    found = read(head + rows)
    assert units_of(head + rows) == {
        "1": [
            ("lead", "市园林局"), ("support", "市财政局"), ("support", "青山区"),
            ("lead", "市城管局"), ("support", "市水利局"),
        ],
        "2": [("lead", "市林业局"), ("support", "各县(区)")],
    }  # fmt: skip
    assert "启动建设" not in [task.deadline for task in found.tasks]


@pytest.mark.parametrize(
    ("words", "units"),
    [
        ("市园林局市财政局建成公园", "市园林局市财政局"),
        ("市电信、移动、铁塔公司开通线路", "市电信、移动、铁塔公司"),
        ("市水务局建设管理科建设公园", ""),
        ("市园林局、公园3处", ""),
        ("加快公园建设,市园林局建成公园", ""),
    ],
)
def test_lists_end_before_a_goal_in_one_place_alone_or_nowhere(words, units):
    assert words[: end_of_units(words, 2)] == units


@pytest.mark.parametrize(
    ("kind", "seen"), [(k, each) for k, row in goal_rows().items() for each in row["seen"]]
)
def test_what_goals_begin_with_fires_on_its_examples(kind, seen):
    fired = [each for each in goal_rows() if goal_begins(each).match(seen)]
    assert fired[0] == kind


def test_units_may_begin_amid_the_words_of_a_row():
    head = "青岚市公园任务分解表\n序号重点任务主要内容牵头单位配合单位年度重点任务及工作目标\n"
    rows = (
        "1增加绿地建设城市公园市林业局市财政局、市水利局、各区县(市)政府1.选好地块。2.建成公园3处。\n"
        "3.与市民商定名称。\n"
        "2改造绿道市园艺发展局市科技局推进绿道改造,新增绿道5公里。\n"
        "3补栽树木市林业局市财政局市水利局补栽树木900株。\n"
        "4清理沟渠市水利局市级有关部门清理沟渠20公里。\n"
    )
    found = read(head + rows)
    assert units_of(head + rows) == {
        "1": [("lead", "市林业局"), ("support", "市财政局"), ("support", "市水利局"), ("support", "各区县(市)政府")],
        "2": [("lead", "市园艺发展局"), ("support", "市科技局")],
        "3": [],
        "4": [("lead", "市水利局"), ("support", "市级有关部门")],
    }  # fmt: skip
    assert [(i.path, i.value) for i in found.indicators] == [
        (("1",), 3.0),
        (("2",), 5.0),
        (("3",), 900.0),
        (("4",), 20.0),
    ]
    assert _unread(head + rows, found) == ["市林业局市财政局市水利局"]


def test_times_before_the_units_end_what_is_to_be_done():
    head = "青岚市教育改革任务分工表\n序号工作任务具体指标完成时间责任单位\n"
    rows = (
        "1优化服务完成入学报名网上办理2031年5月人事处、考试院,各区县(市)教育局\n"
        "2031年版毕业证书可以网上查询2031年9月基教处、各有关处室(直属单位)\n"
        "2建好平台建成数据平台2个2031年12月信息中心\n"
    )
    found = read(head + rows)
    assert [(t.path, t.deadline, [a.unit for a in t.assignments]) for t in found.tasks] == [
        (("1", "p1"), "2031年5月", ["人事处", "考试院", "各区县(市)教育局"]),
        (("1", "p2"), "2031年9月", ["基教处", "各有关处室(直属单位)"]),
        (("2",), "2031年12月", ["信息中心"]),
    ]
    assert [(i.path, i.value) for i in found.indicators] == [(("2",), 2.0)]
