"""Targets, from a file of cases."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.indicators import read_indicators
from loaders.passage import passage

BLOCK = re.compile(r"## (.+)\n(.+)\n(?:\.\n((?:.+\n?)*))?")
CASES = [m.groups() for m in BLOCK.finditer((Path(__file__).parent / "cases.md").read_text("utf-8"))]


def shown(measure):
    """A measure as the case file writes it."""
    top = "" if measure.value_max is None else f"-{measure.value_max:g}"
    return f"{measure.name} | {measure.op} {measure.value:g}{top} {measure.unit}".strip()


def read(text, heading=""):
    return [shown(measure) for measure in read_indicators(passage(text), heading)]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_case(text, expected):
    assert read(text) == (expected or "").splitlines()


def test_a_heading_names_what_the_paragraph_leaves_unnamed():
    assert read("全年完成500户。", "老旧房屋改造") == ["老旧房屋改造 | = 500 户"]


def test_a_target_of_the_heading_is_not_told_twice():
    heading = "“青政通”平台用户突破6万"
    assert read("2." + heading + "。用户数突破6万。", heading) == ["“青政通”平台用户 | >= 6 万"]
    assert read("用户数突破6万。", heading) == []


def test_a_sentence_for_a_heading_names_nothing():
    assert read("分别达到500户、600户。", "扩大老旧房屋改造,加快管网更新等方面的工作") == []


def test_the_span_holds_measure_and_number():
    text = "力争全年茶叶产量稳定在7万吨以上。"
    (found,) = read_indicators(passage(text))
    assert text[found.start : found.stop] == "茶叶产量稳定在7万吨以上"


def test_line_breaks_and_full_width_forms_change_nothing():
    assert read("茶叶产量稳定\n在７万吨以上。") == read("茶叶产量稳定在7万吨以上。")


ALPHABET = (
    "0123456789.,%一二三百千万亿两半个家户元年月日的、,。;:()“”《》$\\{}/"
    "从到提高增长以上不超过均分别新增\ue010 \n"
)


@given(
    st.text(alphabet=ALPHABET, max_size=120) | st.text(max_size=60), st.text(alphabet=ALPHABET, max_size=30)
)
def test_no_text_makes_it_fail_and_spans_are_inside(text, heading):
    item = passage(text)
    for found in read_indicators(item, heading):
        assert 0 <= found.start < found.stop <= len(item)
        assert found.name
        assert found.value_max is None or found.value < found.value_max


UNITS = ["个", "家", "万户", "亿元", "%", "公里", "万亩", "张"]


@given(
    st.decimals(min_value=1, max_value=99999, places=2), st.sampled_from(UNITS), st.sampled_from(".\ue010")
)
def test_the_value_is_the_one_printed(number, unit, point):
    text = f"竹木产业规模达到{number}{unit}以上。".replace(".", point, 1)
    (found,) = read_indicators(passage(text))
    assert (found.value, found.unit, found.op) == (float(number), unit, ">=")


@pytest.mark.parametrize(
    "text",
    [
        "1" * 200_000,
        "1," * 100_000,
        "新增1家" * 50_000,
        "三" * 200_000,
        "(" * 200_000,
        "从1%到" * 50_000,
        "“" * 200_000,
    ],
)
def test_long_runs_are_read_through(text):
    assert all(found.stop - found.start < 400 for found in read_indicators(passage(text)))
