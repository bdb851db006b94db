"""Tables of measures, one cell a line, whose rows have no numbers."""

from tests.support.reading import read, units_of

TABLE = """一、目标
到2035年,绿地明显增加。
表1 青岚市绿地目标体系
类型
指标
2030年
2035年目标
一、绿地
公园数(个)
30
45
绿地率(%)
38.5
40
二、水面
湿地公园数(个)
1
2-3
新建绿道(公里)
—
120
二、任务
(一)建设
1.新建公园。
(责任单位:市园林局)
"""


def test_rows_are_a_name_and_a_number_a_column():
    found = read(TABLE)
    assert [(i.name, i.value, i.value_max, i.unit) for i in found.indicators] == [
        ("公园数", 45.0, None, "个"),
        ("绿地率", 40.0, None, "%"),
        ("湿地公园数", 2.0, 3.0, "个"),
        ("新建绿道", 120.0, None, "公里"),
    ]


def test_titles_within_the_table_are_no_headings_of_the_text():
    assert units_of(TABLE)["二/(一)/1"] == [("responsible", "市园林局")]


def test_a_list_of_words_is_no_table():
    assert read("指标\n2035年目标\n公园\n绿道\n湿地\n水面\n树木\n花坛\n").indicators == ()
