from __future__ import annotations

from random import Random

from loaders.readers.characters import is_readable, odd_characters


def test_clean_text_has_no_finding() -> None:
    assert odd_characters("一、总体要求\n\t(一)𠮷🙂 20%") == []


def test_each_kind_is_counted_at_its_first_place() -> None:
    found = odd_characters("市\u200b财\ue010政\u202e局\x00")
    assert [(f.code, f.severity, f.start, f.stop) for f in found] == [
        ("odd_characters", "info", 1, 2),
        ("odd_characters", "info", 3, 4),
    ]
    assert found[0].message.startswith("有 3 个零宽")


def test_lost_characters_are_a_warning() -> None:
    assert [f.severity for f in odd_characters("市\ufffd局")] == ["warning"]


def test_text_with_a_few_lost_characters_is_readable() -> None:
    assert is_readable("由市发展改革委牵头,市\ufffd政局配合。\x00\ue010")


def test_bytes_at_random_are_not() -> None:
    noise = Random(3).randbytes(20_000)
    assert not is_readable(noise.decode("utf-16-le", "replace"))
    assert not is_readable(noise.decode("utf-8", "replace"))
    assert not is_readable("\x00" * 9)
