"""Numbered measures in the cells of a table's task column: (1)… (2)… that share the row's units."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from loaders.outline.ordinals import Ordinal, read_ordinal
from loaders.passage import fold, passage
from loaders.source import Cell

Span = tuple[int, int]

_CN = "[一二三四五六七八九十]{1,3}"
_MARK = re.compile(
    r"(?:(?<![^\n])|(?<=[。;:!?\s>]))"
    rf"(?:\( ?(?:\d{{1,3}}|{_CN}) ?\)|\d{{1,3}} ?[.、](?!\d)|[①-⑳]|{_CN}、)"
)
"""An ordinal at the head of a cell or line, or behind the end of a sentence, a colon, a blank or a tag."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure's ordinal, None where it has none, and its span without blanks at its ends."""

    ordinal: Ordinal | None
    span: Span


@dataclass(frozen=True, slots=True)
class Split:
    """What a task cell holds: the span before its first measure, and its measures."""

    head: Span | None
    measures: tuple[Measure, ...]


@dataclass(frozen=True, slots=True)
class Numbering:
    """How a table numbers its measures: their style and its rank; no style where they have none."""

    style: str | None = None
    rank: int = 99


def marks(text: str, start: int, stop: int) -> list[tuple[int, Ordinal]]:
    """The ordinals that may begin a measure in `text[start:stop]`, with their places."""
    found = []
    for mark in _MARK.finditer(fold(text[start:stop])):
        ordinal = read_ordinal(mark[0] + "。")
        if ordinal:
            found.append((start + mark.start(), ordinal))
    return found


def numbering_of(text: str, cells: Iterable[Cell], *, numbered: bool) -> Numbering:
    """The numbering of a table's task cells; `numbered`: a column of its own numbers the rows.

    In a numbered table only numbers that run on through the cells are measures; a list that begins
    anew in each cell belongs to its row.
    """
    found = [[ordinal for _, ordinal in marks(text, cell.start, cell.stop)] for cell in cells]
    counts = Counter((o.style, o.rank) for each in found for o in each)
    if not counts:
        return Numbering()
    # of equally frequent styles the deepest: each measure under a heading of its own
    style, rank = max(counts, key=lambda key: (counts[key], key[1]))
    firsts = [next((o.value for o in each if o.style == style), 1) for each in found]
    running = any(value > 1 for value in firsts)
    if numbered and not running:
        return Numbering()
    return Numbering(style, rank) if running else _heads(found, Numbering(style, rank))


def _heads(found: Sequence[Sequence[Ordinal]], numbering: Numbering) -> Numbering:
    """Lists that begin anew below an ordinal of their cell's own: that ordinal is the row's."""
    firsts = Counter((each[0].style, each[0].rank) for each in found if each)
    style, rank = max(firsts, key=lambda key: firsts[key])
    outer = rank < numbering.rank and firsts[style, rank] * 2 > firsts.total()
    return Numbering(style, rank) if outer else numbering


def split_cell(text: str, cell: Cell, numbering: Numbering) -> Split:
    """The measures of a task cell; a cell without numbered ones is one measure, an empty one none."""
    start, stop = trimmed(text, cell.start, cell.stop)
    if start == stop:
        return Split(None, ())
    places = _ascending([m for m in marks(text, start, stop) if m[1].style == numbering.style])
    if not places:
        return Split(None, (Measure(read_ordinal(passage(text, start, stop).text.strip()), (start, stop)),))
    ends = [place for place, _ in places[1:]] + [stop]
    found = tuple(
        Measure(ordinal, trimmed(text, place, end))
        for (place, ordinal), end in zip(places, ends, strict=True)
    )
    head = trimmed(text, start, places[0][0])
    return Split(head if head[0] < head[1] else None, found)


def _ascending(places: Sequence[tuple[int, Ordinal]]) -> list[tuple[int, Ordinal]]:
    """The first number and those that count on from it; others are numbers in the text."""
    kept: list[tuple[int, Ordinal]] = []
    for place, ordinal in places:
        if not kept or ordinal.value == kept[-1][1].value + 1:
            kept.append((place, ordinal))
    return kept


_SIGN = re.compile(r"(?:\n|<br ?/?>)[ \t\u3000]{0,8}[●◆■▪◦▲△▶►◇□◎➢•★☆]", re.IGNORECASE)


def listed(text: str, start: int, stop: int) -> list[Span]:
    """The paragraphs of a cell before the signs of a list (△, ●); the whole where it has none."""
    places = [sign.start() for sign in _SIGN.finditer(text, start, stop)]
    return [(a, b) for a, b in pairwise([start, *places, stop]) if a < b]


def trimmed(text: str, start: int, stop: int) -> Span:
    """The span without blanks and tags at its ends."""
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    return start, stop


_PRINTED = re.compile(r"[\s.、,:。]+$")


def printed_label(cell: str) -> str:
    """The ordinal in a number column, as a path has it."""
    ordinal = read_ordinal(cell)
    return ordinal.label if ordinal and ordinal.length >= len(cell) else _PRINTED.sub("", cell)[:20]
