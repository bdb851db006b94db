"""The date that a deadline means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.indicators.deadlines import due_on


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023年12月", "2023-12-31"),
        ("2023年12月底前", "2023-12-31"),
        ("2024年2月底前", "2024-02-29"),
        ("2023年6月15日前", "2023-06-15"),
        ("6月底前", "2025-06-30"),
        ("6月中旬", "2025-06-20"),
        ("年底前", "2025-12-31"),
        ("2026年底", "2026-12-31"),
        ("2026年年底前", "2026-12-31"),
        ("2026年", "2026-12-31"),
        ("全年", "2025-12-31"),
        ("上半年", "2025-06-30"),
        ("2024年第三季度", "2024-09-30"),
        ("十二月底", "2025-12-31"),
        ("2023-11-30", "2023-11-30"),
        ("2023.11", "2023-11-30"),
        ("1月—6月", "2025-06-30"),
        ("2023年1月至2024年3月", "2024-03-31"),
        ("2023年6月30日前", "2023-06-30"),
        ("长期坚持", None),
        ("持续推进", None),
        ("每季度末", None),
        ("3月底前完成初稿,6月底前印发", None),
        ("2023年2月30日", None),
        ("自2023年6月起", None),
        ("2023—2025年", "2025-12-31"),
        ("适时", None),
        ("", None),
    ],
)
def test_due_on(text, expected):
    assert due_on(text, 2025) == expected


def test_without_a_year_there_is_no_date():
    assert due_on("6月底前", None) is None
    assert due_on("2023年6月底前", None) == "2023-06-30"


@given(st.text(alphabet="0123456789年月日底前季度上半至-.第一二长期", max_size=40))
def test_no_text_makes_it_fail(text):
    assert due_on(text, 2025) is None or len(due_on(text, 2025)) == 10
