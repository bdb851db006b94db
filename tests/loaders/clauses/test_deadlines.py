"""The completion time behind a label, as lines and brackets break it."""

import pytest

from loaders.clauses.deadlines import label_deadline


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("建园。\n完成时限：2031年6月底前\n责任单位：市园林局\n", "2031年6月底前"),
        ("建园。（责任单位：市园林局；完成时限：2031 年\n6 月底前）", "2031 年6 月底前"),
        ("建园。（责任单位：市园林局；完成时\n限：2031 年6 月）", "2031 年6 月"),
        ("建园。〔责任单位：市园林局；完成时限：2031\n\n# Page 7:\n年6 月〕", "2031年6 月"),
        ("建园。（完成时限：（2031年6月）", "2031年6月"),
        ("建园。（完成时限：2031年6月\n责任单位：市园林局）", "2031年6月"),
        ("建园。（责任单位：市园林局）", None),
    ],
)
def test_the_time_behind_its_label(text, deadline):
    assert label_deadline(text) == deadline
