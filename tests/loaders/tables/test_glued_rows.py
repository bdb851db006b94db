"""Rows whose cells stand without a mark between."""

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
    odd = "4植树10亩。法院执行局法警支队、法院执行局6月底前\n"
    found = read(HEAD + ROWS + odd)
    assert [task.path for task in found.tasks if not task.assignments] == [("4",)]
    assert "unread_clause" in [finding.code for finding in found.findings]


def test_lines_that_no_units_end_are_no_table():
    assert not any(units_of(HEAD + "1新建公园3处。详见附件\n2改造绿道5公里。另行通知\n").values())
