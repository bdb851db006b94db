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


def test_entities_that_an_export_left_are_the_characters_that_they_stand_for() -> None:
    text = "建“一张网&quot;，推进“放管服&rdquo;改革&nbsp;A&amp;B，x &lt; y &c;"
    expected = "建“一张网”，推进“放管服”改革\u00a0A&B，x &lt; y &c;"
    assert read_bytes("a.txt", text.encode()).text == expected
