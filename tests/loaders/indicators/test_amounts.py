"""Amounts in the unit that they are compared in."""

import pytest

from loaders.indicators import quantity


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (4, "万户", (40_000, "户")),
        (1.2, "亿元", (120_000_000, "元")),
        (0.1, "万亿元", (100_000_000_000, "元")),
        (7, "%", (7, "%")),
        (0.9, "‰", (0.09, "%")),
        (0.7, "个百分点", (0.7, "百分点")),
        (3, "个工作日", (3, "工作日")),
        (26, "km", (26, "公里")),
        (2, "公顷", (30, "亩")),
        (1.2, "亿千瓦", (120_000_000, "千瓦")),
        (700, "元/月", (700, "元/月")),
        (10, "家(次)", (10, "家")),
        (4, "万", (40_000, "")),
        (5, "", (5, "")),
        (5, "斛", (5, "斛")),
        (5, "个", (5, "个")),
    ],
)
def test_amount_and_measure(value, unit, expected):
    assert quantity(value, unit) == expected
