"""What the columns of a table hold."""

import pytest

from loaders.data_files import tables
from loaders.tables.headers import read_column, read_heading

ROWS = tables("loaders.tables", "headers")["column"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["seen"])
def test_each_row_fires_on_its_own_example(row):
    assert read_column(row["seen"]).kind == row["kind"]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("牵 头\n单 位", "lead"),
        ("市级牵头部门", "lead"),
        ("牵头组织实施单位", "lead"),
        ("主办单位", "lead"),
        ("协办单位", "support"),
        ("市卫健委内配合处室", "other"),
        ("责任单位及责任人", "responsible"),
        ("责任单位(排第一的为牵头单位)", "responsible"),
        ("牵头、配合单位", "responsible"),
        ("承办部门", "responsible"),
        ("牵头市领导", "person"),
        ("单位", "other"),
        ("建设单位", "other"),
        ("完成时间", "deadline"),
        ("时间节点", "deadline"),
        ("No.", "number"),
        ("主要任务", "group"),
        ("工作内容", "task"),
        ("2026年目标", "target"),
        ("市协调机制成员单位", "other"),
        ("2026年12月", "other"),
        ("管护职责", "task"),
        ("负责验收单位", "responsible"),
        ("各县(市、区)任务", "other"),
        ("各镇、市直相关单位", "other"),
        ("13.深化项目建设。", "other"),
        ("", "other"),
    ],
)
def test_heading(heading, kind):
    assert read_column(heading).kind == kind


def test_the_last_of_several_task_columns_is_the_task():
    kinds = [column.kind for column in read_heading(["事项", "工作措施", "责任单位"])]
    assert kinds == ["group", "task", "responsible"]


def test_a_group_alone_is_the_task():
    assert [c.kind for c in read_heading(["工作任务", "责任单位"])] == ["task", "responsible"]


def test_a_row_without_a_role_is_no_heading():
    assert read_heading(["序号", "任务", "完成时限"]) is None
