from __future__ import annotations

from random import Random

import pytest

from loaders.readers import read_bytes
from zeren.errors import WrongType


def test_markdown_and_tags_in_text_stay() -> None:
    text = "# 方案\n| a | b |\n|---|---|\n<p>**1.** x</p>\n"
    assert read_bytes("a.md", text.encode()).text == text


def test_a_form_feed_begins_a_page() -> None:
    assert read_bytes("a.txt", b"one\n\ftwo\n\f").pages == (0, 5)


def test_odd_characters_are_kept_and_told() -> None:
    source = read_bytes("a.txt", "市\u200b财政局".encode())
    assert source.text == "市\u200b财政局"
    assert [f.code for f in source.findings] == ["odd_characters"]


def test_a_binary_file_named_txt_is_refused() -> None:
    with pytest.raises(WrongType, match="不是文字"):
        read_bytes("a.txt", Random(3).randbytes(3_000))
