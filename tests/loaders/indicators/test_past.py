"""What tells of the past."""

from dataclasses import dataclass

import pytest

from loaders.indicators import read_indicators
from loaders.indicators.past import Reviews, is_review, plan_year, reports
from loaders.passage import passage


@dataclass(frozen=True)
class Heading:
    path: tuple[str, ...]
    title: str


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
    ],
)
def test_headings_over_what_is_to_be_done(title):
    assert not is_review(title)


def test_a_review_holds_what_stands_below_its_heading():
    items = [
        Heading((), ""),
        Heading(("一",), "工作回顾"),
        Heading(("一", "(一)"), "茶业"),
        Heading(("二",), "主要任务"),
    ]
    reviews = Reviews()
    assert [reviews.hold(item) for item in items] == [False, True, True, False]


@pytest.mark.parametrize(
    ("title", "sets_none"),
    [
        ("关于青山县两起窑洞事故调查处理情况的通报", True),
        ("青山县人民政府关于第12号建议的答复", True),
        ("青山市茶园保护条例", True),
        ("青山县人民政府关于奖励2030年茶业先进单位的决定", True),
        ("青山县茶业发展三年行动方案", False),
        ("青山县关于通报问题整改工作方案", False),
    ],
)
def test_what_answers_reports_or_rules_sets_no_target(title, sets_none):
    assert Reviews(title).hold(Heading(("一",), "主要措施")) is sets_none


def test_the_year_of_a_plan_is_the_later_of_title_and_date():
    assert plan_year("青山县茶业行动方案(2024-2026年)", "2024-03-01") == 2024
    assert plan_year("青山县2024年茶业工作要点", "2023-12-20") == 2024
    assert plan_year("关于2023年工作情况的通报", "2024-02-01") == 2024
    assert plan_year("青山县茶业实施意见", None) is None


def test_a_sentence_that_opens_with_an_earlier_year_is_past():
    assert reports("2023年,全县", 2024)
    assert reports("市财政局配合)2023年全县", 2024)
    assert not reports("2024年,全县", 2024)
    assert not reports("2023年底前", 2024)
    assert not reports("到2023年,", 2024)


def test_an_aim_ends_what_is_past():
    text = passage("2023年,建成茶亭30座;新增茶企20家,2024年力争新增42家以上。建成茶仓5座。")
    found = [(m.name, m.value) for m in read_indicators(text, year=2024)]
    assert found == [("新增茶企", 42), ("建成茶仓", 5)]
