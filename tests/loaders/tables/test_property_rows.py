"""Tables of measures, one cell a line, whose rows end with the kind of their aim."""

from tests.support.reading import read

HEAD = "青岚市绿地规划\n一、目标\n到2035年,绿地明显增加。\n表1 主要指标\n\n"
GROUPED = """序号

类别

主要指标

2030年现状

2035年目标

指标

属性

1

综合

绿化

绿地率（%）

30

38

约束性

2

新建绿道（公里）

——

120

预期性

3

水面

水面率（%）

县级市≥20

建制镇≥10

预期性

4

湿地公园（个）

2

9

预期性

"""
TASKS = """序号
主要指标
单位
计划任务
其中：2031年任务
指标属性
1
建设茶亭
座
20
6
约束性
2
改造茶道
公里
15
5
约束性
3
新增茶园
万亩
2
1
预期性
"""


def _found(text):
    return [(i.path, i.name, i.value, i.unit) for i in read(text).indicators]


def test_groups_and_their_words_stand_before_names():
    assert _found(HEAD + GROUPED + "二、任务\n新建公园。\n") == [
        (("一", "1"), "绿地率", 38.0, "%"),
        (("一", "2"), "新建绿道", 120.0, "公里"),
        (("一", "4"), "湿地公园", 9.0, "个"),
    ]


def test_what_is_planned_is_a_target_and_its_first_part_none():
    assert _found(HEAD + TASKS + "二、任务\n新建公园。\n") == [
        (("一", "1"), "建设茶亭", 20.0, "座"),
        (("一", "2"), "改造茶道", 15.0, "公里"),
        (("一", "3"), "新增茶园", 2.0, "万亩"),
    ]


def test_a_name_that_may_be_broken_is_left_out():
    broken = GROUPED.replace("绿地率（%）", "绿地率").replace("湿地公园（个）", "湿地\n\n公园")
    assert _found(HEAD + broken + "二、任务\n新建公园。\n") == [(("一", "2"), "新建绿道", 120.0, "公里")]
