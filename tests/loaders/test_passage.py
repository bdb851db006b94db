"""Folded text keeps its way back to the text as read."""

from hypothesis import given
from hypothesis import strategies as st

from loaders.passage import fold, folded, joined, passage


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_folding_keeps_the_length(text):
    assert len(fold(text)) == len(text)


@given(st.text(alphabet="甲乙（）\n*<p>/ \u200b１a，", max_size=60))
def test_every_character_points_at_its_origin(text):
    whole = passage(text)
    assert all(fold(text[place]) == char for char, place in zip(whole.text, whole.origin, strict=True))


def test_broken_lines_and_marks_are_gone():
    text = "市发展\n改革\u200b委**牵头**<br>。"
    assert passage(text).text == "市发展改革委牵头。"


def test_a_span_encloses_what_was_dropped_inside():
    text = "由市发展\n改革委牵头"
    whole = passage(text)
    start, stop = whole.span(1, 7)
    assert text[start:stop] == "市发展\n改革委"


def test_joined_passages_keep_their_origins():
    text = "甲乙丙"
    assert joined([passage(text, 2, 3), passage(text, 0, 1)]).span(1, 2) == (0, 1)


def test_a_document_is_folded_piece_by_piece_as_a_whole():
    text = "（市园林局牵头，）\n" * 8000
    assert folded(text, 0, len(text)) == "(市园林局牵头,)\n" * 8000


def test_a_bare_page_number_between_full_lines_is_gone():
    above, below = "推动全市各类创新平台累计服务企业1000家", "以上,有力支撑全市创新发展高地建设。"
    assert passage(f"{above}\n12\n{below}").text == above + below
    assert passage("新增公园\n12\n个以上").text == "新增公园12个以上"
    listed = "责任单位:市财政局、市园林局、市数据集团"
    assert passage(f"({listed}\n8\n（筹）)").text == f"({listed}(筹))"


def test_radicals_in_a_pdf_s_text_are_the_characters_that_its_page_shows():
    assert fold("市⺠政局⼾数⻋⾏⻩⽅") == "市民政局户数车行黄方"
