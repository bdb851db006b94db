"""Numbers in a text."""

import pytest

from loaders.indicators.numerals import chinese_value, find_numerals


@pytest.mark.parametrize(
    ("text", "value", "scale"),
    [
        ("4500", 4500, ""),
        ("1,280", 1280, ""),
        ("3.65万", 3.65, "万"),
        ("87\ue0106", 87.6, ""),
        ("5千亿", 5, "千亿"),
        ("千亿", 1000, "亿"),
        ("三千五百", 3500, ""),
        ("十二", 12, ""),
        ("半", 0.5, ""),
    ],
)
def test_value_and_scale(text, value, scale):
    (found,) = find_numerals(text)
    assert (found.value, found.scale, found.start, found.stop) == (value, scale, 0, len(text))


@pytest.mark.parametrize("text", ["", "零百零", "三四", "十百十千万千"])
def test_what_is_no_chinese_numeral(text):
    value = chinese_value(text)
    assert value is None or value >= 0


def test_a_comma_between_two_numbers_is_no_separator():
    assert [found.value for found in find_numerals("2023,100")] == [2023, 100]


def test_figures_longer_than_an_amount_are_passed_over():
    assert list(find_numerals("1" * 1_000_000)) == []
