"""Lists of projects of one cell below the other: names and places look like units."""

import pytest

from loaders.tables.stacked_cells import project_lists
from loaders.tables.stacked_cells.projects import tells_fact
from tests.support.reading import read, units_of

HEAD = "表1 青岚市示范园区\n序号\n园区名称\n实施单位\n地点\n建设主要内容\n建设性质\n建设\n周期(年)\n总投资\n(亿元)\n"
ROWS = (
    "1\n青岚数字\n产业园\n白石区政府\n白石区\n建设研发楼和公共服务平台,引进软件企业入驻。\n新建\n2031-2034\n7\n"
    "2\n云溪光电产业园\n云溪光电产业\n园区管委会\n云溪县\n建设厂房和配套道路,形成光电产业集群。\n在建\n2030-2032\n2.15\n"
    "3\n红枫电商园\n青岚红枫创业\n服务有限公司\n北京市\n改造旧厂房,建成电商办公楼和仓库。\n改建\n2031\n0.3\n"
)


def test_names_and_places_are_no_units():
    assert units_of(HEAD + ROWS) == {
        "1": [("responsible", "白石区政府")],
        "2": [("responsible", "云溪光电产业园区管委会")],
        "3": [("responsible", "青岚红枫创业服务有限公司")],
    }


def test_the_title_of_the_next_table_is_no_cell():
    found = read(HEAD + ROWS + "表2 青岚市骨干企业\n序号\n企业名称\n所属区域\n1\n红枫公司\n白石区\n")
    assert "表2" not in found.tasks[-1].text


OWNED = "青岚市重点项目表\n序号\n项目名称\n业主单位\n项目地点\n主要内容\n总投资(亿元)\n"
FIRMS = (
    "1\n光电园\n云溪光电有限公司\n云溪县\n总投资5亿元,占地80亩。\n5.2\n"
    "2\n电商园\n红枫公司\n白石区\n引进企业100家。\n0.3\n"
    "3\n物流园\n青岚物流公司\n白石区\n建设仓库2万平方米。\n0.18\n合  计\n5.68\n"
)


def test_lists_that_charge_nobody_are_one_finding():
    found = read(
        "一、增加绿地。市园林局负责\n" + OWNED + FIRMS + "二、修建绿道\n建设绿道5公里。(责任单位:市城管局)\n"
    )
    assert [task.path for task in found.tasks if task.assignments] == [("一",), ("二",)]
    assert [indicator.value for indicator in found.indicators] == [5.0]
    assert [f.code for f in found.findings if f.code != "region_unknown"] == ["unread_clause"]


@pytest.mark.parametrize("column", ["责任单位", "完成时限", "2031年目标"])
def test_lists_that_charge_somebody_or_measure_are_others(column):
    assert not list(project_lists("\n" + OWNED.replace("业主单位", column) + FIRMS))


@pytest.mark.parametrize(
    ("heading", "fact"), [("项目地点", True), ("所属区域", True), ("总投资", True), ("建设内容", False)]
)
def test_headings_tell_facts_of_projects(heading, fact):
    assert tells_fact(heading) is fact
