from __future__ import annotations

import pytest

from loaders.readers.numerals import chinese, numeral


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (101, "一百零一"),
        (110, "一百一十"),
        (1005, "一千零五"),
    ],
)
def test_chinese_numbers(number: int, text: str) -> None:
    assert chinese(number) == text


@pytest.mark.parametrize(
    ("number", "shape", "text"),
    [
        (3, "decimal", "3"),
        (3, "decimalZero", "03"),
        (12, "decimalEnclosedCircle", "⑫"),
        (21, "decimalEnclosedCircle", "㉑"),
        (3, "ideographDigital", "三"),
        (10, "ideographDigital", "一〇"),
        (12, "chineseLegalSimplified", "壹拾贰"),
        (2, "ideographTraditional", "乙"),
        (4, "upperRoman", "IV"),
        (9, "lowerRoman", "ix"),
        (27, "lowerLetter", "aa"),
        (2, "upperLetter", "B"),
        (3, "decimalFullWidth", "\uff13"),
        (3, "bullet", ""),
        (0, "chineseCounting", "0"),
        (10_000, "chineseCounting", "10000"),
        (7, "unheardOf", "7"),
    ],
)
def test_number_formats(number: int, shape: str, text: str) -> None:
    assert numeral(number, shape) == text
