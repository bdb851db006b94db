"""What tells of the past."""

import pytest

from loaders.indicators import read_indicators
from loaders.indicators.past import is_review, opens_ahead, plan_year, reports, sets_nothing
from loaders.passage import passage


@pytest.mark.parametrize(
    "title",
    [
        "2023年工作回顾",
        "发展基础",
        "“十三五”成效",
        "面临形势",
        "主要成效与存在问题",
        "发展现状",
        "总体情况",
        "存在的问题",
        "规划背景",
        "建设背景和意义",
        "工作基础",
        "现状",
    ],
)
def test_headings_over_reviews(title):
    assert is_review(title)


@pytest.mark.parametrize(
    "title",
    [
        "主要目标",
        "加强背景审查",
        "着力解决突出问题",
        "加强基础设施建设",
        "完善矛盾纠纷排查",
        "夯实产业发展基础工程任务",
        "夯实工作基础",
    ],
)
def test_headings_over_what_is_to_be_done(title):
    assert not is_review(title)


@pytest.mark.parametrize(
    ("title", "sets_none"),
    [
        ("关于青山县两起窑洞事故调查处理情况的通报", True),
        ("青山县人民政府关于第12号建议的答复", True),
        ("青山市茶园保护条例", True),
        ("青山县人民政府关于奖励2030年茶业先进单位的决定", True),
        ("青山县茶业发展三年行动方案", False),
        ("青山县关于通报问题整改工作方案", False),
        ("青岚市城市立体绿化鼓励办法", True),
        ("青岚市2031年度目标管理考核办法", False),
        ("青岚市人民政府关于公布第三批古籍保护名录和名单的通知", True),
        ("青岚市人民政府关于公布2031年民生实事项目的通知", False),
        ("青岚市事业单位招聘工作人员公告", True),
    ],
)
def test_what_answers_reports_or_rules_sets_no_target(title, sets_none):
    assert sets_nothing(title) is sets_none


def test_the_year_of_a_plan_is_the_later_of_title_and_date():
    assert plan_year("青山县茶业行动方案(2024-2026年)", "2024-03-01") == 2024
    assert plan_year("青山县2024年茶业工作要点", "2023-12-20") == 2024
    assert plan_year("关于2023年工作情况的通报", "2024-02-01") == 2024
    assert plan_year("青山镇2030年工作总结和2031年工作计划", None) == 2031
    assert plan_year("青山县茶业实施意见", None) is None


@pytest.mark.parametrize("words", ["今年,要", "2029年,全县", "“十五五”时期,", "下一步,", "今后五年"])
def test_what_opens_what_shall_be(words):
    assert opens_ahead(words, 2029)


@pytest.mark.parametrize("words", ["今年以来,全县", "2028年,全县", "“十四五”时期,", "五年来,"])
def test_what_opens_no_such_thing(words):
    assert not opens_ahead(words, 2029)


def test_a_sentence_that_opens_with_an_earlier_year_is_past():
    assert reports("2023年,全县", 2024)
    assert reports("市财政局配合)2023年全县", 2024)
    assert not reports("2024年,全县", 2024)
    assert not reports("2023年底前", 2024)
    assert not reports("到2023年,", 2024)
    assert reports("到2022年底,", 2024)


def test_an_aim_ends_what_is_past():
    text = passage("2023年,建成茶亭30座;新增茶企20家,2024年力争新增42家以上。建成茶仓5座。")
    found = [(m.name, m.value) for m in read_indicators(text, year=2024)]
    assert found == [("新增茶企", 42), ("建成茶仓", 5)]


@pytest.mark.parametrize(
    "report",
    [
        "近年来,茶园面积年均增长5%;茶企达到30家",
        "2028年以来,先后建成茶亭30座,全镇6个茶园完成整合",
        "据初步统计,今年1—9月,实现产值38亿元,低于全年目标1.4个百分点",
        "统计数据显示,茶园损耗率为4%,持证率达到93%",
        "茶叶产值增长9%,茶农收入达到2万元,为今后发展奠定了坚实基础",
        "截至目前,全镇共有茶仓86座;茶农达到41万人",
    ],
)
def test_a_report_sets_no_target(report):
    assert read_indicators(passage(report + "。")) == []


def test_what_only_looks_like_a_report():
    assert read_indicators(passage("建设数据显示屏20块,整治2028年以来建成的危窑30座。"))
    assert not reports("近郊年内", 2030)


def test_a_time_after_the_plan_is_no_report_although_it_says_as_of():
    (found,) = read_indicators(passage("截至2031年底,茶园面积达到20万亩。"), year=2030)
    assert found.name == "茶园面积"
    assert read_indicators(passage("截至2029年底,茶园面积达到20万亩。"), year=2030) == []


def test_a_later_year_ends_what_was_told_of_an_earlier_one():
    text = "建成区绿地率2030年为31%,2035年达到38%以上;人均绿地不少于9平方米。"
    found = [(m.name, m.value) for m in read_indicators(passage(text), "", year=2031)]
    assert found == [("建成区绿地率", 38), ("人均绿地", 9)]
