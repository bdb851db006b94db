"""Characters of a page by their place: visual lines from top to bottom, each from left to right."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from loaders.readers.pdf_page import Char


@dataclass(frozen=True, slots=True)
class TextSettings:
    """Distances in shares of a character's height.

    `same_line`: how far apart the middles of two characters of one line may be (a raised footnote
    mark is 0.35 off). `word_gap`: from here on Latin words and figures are parted; `column_gap`:
    from here on anything is. `overprint`: nearer than this, an equal character is fake bold. `flat`:
    a character lower than this share of the usual height is one.
    """

    same_line: float = 0.5
    word_gap: float = 0.2
    column_gap: float = 1.0
    overprint: float = 0.15
    flat: float = 0.5

    def __post_init__(self) -> None:
        if not 0 < self.overprint < self.word_gap <= self.column_gap:
            raise ValueError("gaps must rise from overprint over word_gap to column_gap")


SETTINGS = TextSettings()


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A visual line and the height at which it stands."""

    top: float
    text: str


def text_lines(chars: Iterable[Char], settings: TextSettings = SETTINGS) -> list[PdfLine]:
    """The lines of these characters; lines of blanks only are left out."""
    lines = []
    for row in line_rows(chars, settings):
        text = _joined(sorted(row, key=lambda char: char.x0), settings)
        if text:
            lines.append(PdfLine(min(char.top for char in row), text))
    return lines


def line_rows(chars: Iterable[Char], settings: TextSettings = SETTINGS) -> list[list[Char]]:
    """Characters grouped by the height of their middles, from the top down."""
    every = list(chars)
    usual = median(char.bottom - char.top for char in every) if every else 0.0
    flat = [char for char in every if char.bottom - char.top < settings.flat * usual]
    if not flat:
        return _levels(every, settings)
    rows = _levels((char for char in every if char.bottom - char.top >= settings.flat * usual), settings)
    alone = _put_within(rows, flat)
    return sorted(rows + _levels(alone, settings), key=lambda row: _middle(row[0]))


def _put_within(rows: list[list[Char]], flat: Iterable[Char]) -> list[Char]:
    """Put flat characters into the rows that they stand in, as tall as these; what stands in none.

    A font without a box of its own gives each character the bounds of its ink: 一 and 、 are flat.
    """
    spans = [(min(c.top for c in row), max(c.bottom for c in row)) for row in rows]
    tops = [top for top, _ in spans]
    alone = []
    for char in flat:
        at = bisect(tops, _middle(char)) - 1
        if at >= 0 and _middle(char) <= spans[at][1] + _BELOW * (spans[at][1] - spans[at][0]):
            rows[at].append(char._replace(top=spans[at][0], bottom=spans[at][1]))
        else:
            alone.append(char)
    return alone


_BELOW = 0.1
"""A comma hangs so far below the characters of its line, as a share of their height."""


def _levels(chars: Iterable[Char], settings: TextSettings) -> list[list[Char]]:
    rows: list[list[Char]] = []
    middle = 0.0
    for char in sorted(chars, key=_middle):
        height = max(char.bottom - char.top, 1.0)
        if rows and _middle(char) - middle <= settings.same_line * height:
            rows[-1].append(char)
            middle += (_middle(char) - middle) / len(rows[-1])
        else:
            rows.append([char])
            middle = _middle(char)
    return rows


def _middle(char: Char) -> float:
    return (char.top + char.bottom) / 2


def _joined(row: Sequence[Char], settings: TextSettings) -> str:
    pieces: list[str] = []
    last: Char | None = None
    for char in row:
        height = max(char.bottom - char.top, 1.0)
        if last is not None:
            if char.text == last.text and abs(char.x0 - last.x0) < settings.overprint * height:
                continue
            if _parted(last, char, (char.x0 - last.x1) / height, settings):
                pieces.append(" ")
        pieces.append(char.text)
        last = char
    return "".join(pieces).strip(" \t\u00a0\u3000")


def _parted(last: Char, char: Char, gap: float, settings: TextSettings) -> bool:
    if last.text.isspace() or char.text.isspace():
        return False
    latin = (last.text + char.text).isascii() and last.text.isalnum() and char.text.isalnum()
    return gap > (settings.word_gap if latin else settings.column_gap)
