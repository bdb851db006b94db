from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.readers.encodings import decode

PLAN = "青岚市人民政府办公室关于印发行动方案的通知\n(一)由市发展改革委牵头,市财政局配合。\n"
ENCODINGS = ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_encodings_are_told_by_what_comes_out(encoding: str) -> None:
    assert decode(PLAN.encode(encoding)) == PLAN


def test_big5_is_left_to_the_library() -> None:
    plan = "關於印發行動方案的通知,由財政局牽頭,發展改革委員會配合辦理。\n" * 20
    assert decode(plan.encode("big5")) == plan


def test_a_wrong_declaration_is_not_believed() -> None:
    page = f'<meta charset="gb2312">{PLAN}'
    assert decode(page.encode()) == page


def test_a_few_broken_bytes_do_not_change_the_encoding() -> None:
    assert decode(PLAN.encode() * 9 + b"\xff\xe4") == PLAN * 9 + "\ufffd\ufffd"


def test_gb18030_cut_inside_a_character_is_still_read() -> None:
    assert decode((PLAN * 9).encode("gb18030") + b"\xb8").startswith(PLAN * 9)


def test_nul_bytes_in_utf8_stay() -> None:
    assert decode(b"a\x00b\n" + PLAN.encode()) == "a\x00b\n" + PLAN


def test_a_lone_surrogate_is_a_loss_and_no_surrogate() -> None:
    assert "\ufffd" in decode(PLAN.encode("utf-16-le") + b"\x00\xd8a\x00")


def test_every_line_end_becomes_one() -> None:
    assert decode("a\r\nb\rc\u2028d\n".encode()) == "a\nb\nc\nd\n"


@settings(deadline=None)
@given(
    st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\r\x85\u2028\u2029\x00"))
)
def test_utf8_comes_back_as_it_was(text: str) -> None:
    assert decode(text.encode("utf-8-sig")) == text


@settings(deadline=None)
@given(st.lists(st.sampled_from("市县区政府发展改革委财政局牵头配合负责,。\n0123456789一二三"), min_size=20))
def test_gb18030_and_utf16_come_back_as_they_were(characters: list[str]) -> None:
    text = PLAN + "".join(characters)
    assert {decode(text.encode(name)) for name in ("gb18030", "utf-16-le", "utf-16-be")} == {text}


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_become_text_that_can_be_written(data: bytes) -> None:
    decode(data).encode("utf-8")
