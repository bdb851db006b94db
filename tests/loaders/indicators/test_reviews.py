"""Paragraphs of plans and reports that tell the past."""

import pytest

from loaders.extract import extract_bytes


def targets(text):
    found = extract_bytes("a.txt", text.encode()).indicators
    return [f"{each.name} {each.value:g}" for each in found]


NUMBERED = """青岚市政府工作报告
——2031年1月12日在青岚市第九届人民代表大会第六次会议上
各位代表：
一、过去五年工作回顾
过去五年，地区生产总值年均增长6.1%，建成公园30座。
（一）茶业跃上新台阶。茶园面积达到20万亩，茶企达到300家。
二、2031年工作安排
今年主要预期目标是：地区生产总值增长5.5%左右，城镇新增就业2万人以上。
（一）壮大茶业。新建茶园2万亩，培育茶企30家。
"""

LINES = """青岚镇2030年工作总结及2031年工作计划
2030年主要工作开展情况
一、茶业发展
新建茶园3万亩，培育茶企12家。
二、基础设施
硬化道路30公里，改造公厕12座。
2031年工作计划
一、茶业发展
新建茶园5万亩，培育茶企20家。
二、基础设施
硬化道路50公里，改造公厕21座。
"""

OPENINGS = """政府工作报告
各位代表：
——五年来，我们坚持生态优先，主要做了以下工作。
一、茶业提质。茶园面积达到20万亩，茶企达到300家。
二、城市更新。改造老旧小区30个。
今后五年，全市要建成公园50座。
2031年，地区生产总值增长5.5%。重点抓好以下工作：
一、茶业提质。茶园面积达到25万亩。
"""

PLAN = """青岚市茶业高质量发展行动方案
发展现状
全市茶园面积20万亩，茶企达到300家。建成茶仓5座。
发展目标
到2033年，茶园面积达到30万亩。
一、重点任务
（一）扩大规模。新建茶园5万亩。
"""

UNENDED = """青岚市茶业高质量发展行动方案
发展现状
全市茶园面积20万亩，茶企达到300家。
一、扩大规模
新建茶园5万亩。
"""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (NUMBERED, ["地区生产总值增长 5.5", "城镇新增就业 2", "新建茶园 2", "培育茶企 30"]),
        (LINES, ["新建茶园 5", "培育茶企 20", "硬化道路 50", "改造公厕 21"]),
        (OPENINGS, ["建成公园 50", "地区生产总值增长 5.5", "茶园面积 25"]),
        (PLAN, ["茶园面积 30", "新建茶园 5"]),
        (UNENDED, ["新建茶园 5"]),
    ],
    ids=["numbered headings", "lines", "openings", "a plan's lines", "a plan's line that nothing ends"],
)
def test_what_was_is_no_target(text, told):
    assert targets(text) == told


ADVICE = """青岚市茶饮健康行动方案
一、合理饮茶
（一）目标
到2033年，建成茶亭30座，茶饮知晓率不低于60%。
——个人和家庭：
1.少饮浓茶。平均每天饮用4种以上花茶，两次饮茶间隔不少于3个小时。
2.多饮清茶。每周不少于9种。
——社会和政府：
1.新建茶亭8座。
"""


def test_what_persons_shall_do_for_themselves_is_no_target():
    assert targets(ADVICE) == ["建成茶亭 30", "茶饮知晓率 60", "新建茶亭 8"]
