"""What stands behind the last part of an item and speaks of all of it."""

import pytest

from tests.support.reading import read, tasks_of

HEAD = "青岚市人民政府办公室关于印发《青岚市公园行动方案》的通知\n"


@pytest.mark.parametrize(
    "closing",
    [
        "(牵头落实:市园林局,10月底前完成)",
        "牵头单位:市园林局\n完成时限:10月底前",
        "(市园林局牵头,10月底前完成)",
    ],
)
def test_what_closes_an_item_s_parts_speaks_of_the_item(closing):
    parts = "(1)选地。先看水源。\n(2)施工。先修路。\n"
    text = HEAD + f"一、公园\n1.建园。建好公园。\n{parts}{closing}\n2.护园。修枝。(市城管局负责)\n"
    assert tasks_of(text) == {"一/1": {"lead": ["市园林局"]}, "一/2": {"responsible": ["市城管局"]}}
    assert [task.deadline for task in read(text).tasks if task.assignments] == ["10月底前", None]


@pytest.mark.parametrize(
    "parts",
    [
        "(1)选地。(市水利局负责)\n(2)施工。先修路。\n",  # another part has its own
        "(1)选地。责任单位:张三\n(2)施工。先修路。\n",  # nobody can read whose it is
        "(3)选地。先看水源。\n(4)施工。先修路。\n",  # they go on from the item before
    ],
)
def test_the_clause_of_one_part_among_others_is_its_own(parts):
    before = "" if "(3)" not in parts else "1.前期。\n(1)踏勘。\n(2)测量。\n"
    text = HEAD + f"一、公园\n{before}2.建园。建好公园。\n{parts}(牵头单位:市园林局)\n"
    last = "(4)" if before else "(2)"
    assert tasks_of(text)[f"一/2/{last}"] == {"lead": ["市园林局"]}


def test_clauses_that_close_all_groups_of_items_that_run_on_are_the_groups():
    groups = "".join(
        f"({mark})做好{mark}事\n{n}.选地。先看水源。\n{n + 1}.施工。先修路。\n〔牵头单位:{unit}〕\n"
        for n, mark, unit in ((1, "一", "市园林局"), (3, "二", "市水利局"), (5, "三", "市城管局"))
    )
    assert tasks_of(HEAD + "一、公园\n" + groups) == {
        "一/(一)": {"lead": ["市园林局"]},
        "一/(二)": {"lead": ["市水利局"]},
        "一/(三)": {"lead": ["市城管局"]},
    }
    one = groups.replace("3.选地。先看水源。", "3.选地。先看水源。(市水利局负责)")
    assert "一/(三)/6" in tasks_of(HEAD + "一、公园\n" + one)  # each item has its own there


@pytest.mark.parametrize(("sign", "path"), [("*", ("一", "(一)")), ("", ("一", "(一)", "2"))])
def test_goals_with_a_sign_behind_the_last_part_are_the_whole_item_s(sign, path):
    text = HEAD + (
        "一、公园\n(一)做强公园\n1.建园:选好地块。\n2.护园:修枝浇水。\n"
        f"{sign}标志性成果:到2033年,新建公园30个,公园覆盖率达到90%。\n(二)做美绿道\n1.修路:先修干道。\n"
    )
    assert [(i.path, i.value) for i in read(text).indicators] == [(path, 30), (path, 90)]


def test_goals_that_each_part_tells_are_its_own():
    goal = "*主要目标:新建公园{}个。\n"
    text = HEAD + f"一、公园\n1.东片\n选地。\n{goal.format(3)}2.西片\n选地。\n{goal.format(5)}"
    assert [(i.path, i.value) for i in read(text).indicators] == [(("一", "1"), 3), (("一", "2"), 5)]
