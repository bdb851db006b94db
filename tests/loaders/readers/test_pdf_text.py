"""Lines from characters by their place."""

from loaders.readers.pdf_page import Char
from loaders.readers.pdf_text import text_lines


def row(text: str, top: float, bounds: dict[str, tuple[float, float]] | None = None) -> list[Char]:
    """Characters side by side; `bounds` of those whose font gives their ink alone."""
    spans = bounds or {}
    return [
        Char(
            char,
            12.0 * at,
            top + spans.get(char, (0, 12))[0],
            12.0 * at + 12,
            top + spans.get(char, (0, 12))[1],
        )
        for at, char in enumerate(text)
    ]


def test_flat_characters_stand_in_their_line() -> None:
    ink = {"一": (5.0, 6.2), "、": (8.5, 12.6), "“": (0.0, 3.0), "。": (9.0, 12.4)}
    chars = row("一、总体“要求。", 100, ink) + row("二、重点任务", 120, ink)
    assert [line.text for line in text_lines(chars)] == ["一、总体“要求。", "二、重点任务"]


def test_flat_characters_alone_are_a_line() -> None:
    chars = row("总体要求", 100) + row("———", 150, {"—": (5.0, 6.0)}) + row("重点任务", 200)
    assert [line.text for line in text_lines(chars)] == ["总体要求", "———", "重点任务"]
