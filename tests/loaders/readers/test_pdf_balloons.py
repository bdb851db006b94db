"""Balloons of tracked changes beside a page's text, and what only looks like them."""

from loaders.readers.pdf_balloons import without_balloons
from loaders.readers.pdf_page import Char
from loaders.readers.pdf_text import text_lines

TEXT = ("一、建好公园。新建公园十座,改造步道", "二十公里。(市园林局牵头,市财政局、市", "住建局配合)")


def line(text: str, x: float, top: float, size: float) -> list[Char]:
    return [Char(char, x + size * at, top, x + size * at + size, top + size) for at, char in enumerate(text)]


def page(*balloons: tuple[str, float, float]) -> list[Char]:
    chars = [char for at, text in enumerate(TEXT) for char in line(text, 60, 80 + 30 * at, 16)]
    return chars + [char for text, x, top in balloons for char in line(text, x, top, 9)]


def test_balloons_are_left_out_with_the_words_that_wrap_in_them():
    chars = page(
        ("删除[小林]:沙龙", 400, 96), ("设置格式[小林]:字体:三号,", 400, 118), ("无下划线", 400, 142)
    )
    rest, found = without_balloons(chars)
    assert [each.text for each in text_lines(rest)] == list(TEXT)
    assert found


def test_a_page_that_speaks_of_them_in_its_text_is_kept():
    chars = page(("批注[小林1]:见上", 60, 200))
    assert without_balloons(chars) == (chars, False)


def test_what_stands_at_different_places_is_no_column():
    chars = page(("删除[小林]:沙龙", 400, 96), ("删除[小林]:论坛", 430, 140))
    assert without_balloons(chars) == (chars, False)


def test_a_line_that_reaches_under_them_leaves_it_open():
    chars = page(("删除[小林]:沙龙", 400, 96)) + line("三、办好学校。" * 5, 60, 200, 16)
    assert without_balloons(chars) == (chars, False)


def test_a_page_without_balloons():
    assert without_balloons([]) == ([], False)
    assert without_balloons(page()) == (page(), False)
