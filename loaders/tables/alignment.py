"""The columns of a table that is aligned by blanks: what stands below one another, in some measure of width.

A listing in a fixed font aligns by display width (UAX 11), `pdftotext -layout` by the number of
characters; a table has columns in the measure in which every piece stands below one heading only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from loaders.tables.measures import Span
from loaders.tables.widths import places

_WORD = re.compile(r"[^\s\u3000\u00a0]+")
GAP = 2
"""Blanks from here on part two cells; fewer may stand in one."""


def _counted(line: str) -> list[int]:
    return list(range(len(line) + 1))


METRICS: tuple[Callable[[str], list[int]], ...] = (
    partial(places, ambiguous=1),
    partial(places, ambiguous=2),
    _counted,
)
"""From a line to the place of each of its characters and its width."""


class Piece(NamedTuple):
    """A stretch of a line: its places from `left` to before `right`, and its span in the text."""

    left: int
    right: int
    start: int
    stop: int


def words_of(text: str, line: Span, metric: Callable[[str], list[int]]) -> list[Piece]:
    """The stretches of a line without blanks, in order."""
    printed = text[line[0] : line[1]]
    wide = metric(printed)
    return [
        Piece(wide[word.start()], wide[word.end()], line[0] + word.start(), line[0] + word.end())
        for word in _WORD.finditer(printed)
    ]


def merged(words: Iterable[Piece], gap: int = GAP) -> list[Piece]:
    """The words with those put together that fewer than `gap` places part."""
    found: list[Piece] = []
    for word in words:
        if found and word.left - found[-1].right < gap:
            found[-1] = Piece(found[-1].left, word.right, found[-1].start, word.stop)
        else:
            found.append(word)
    return found


_FURTHEST = 3
"""Lines to the word that says which column one below no heading belongs to."""
_SLACK = 3
"""Places by which `pdftotext` moves a column from one block of lines to the next."""
Columns = list[Span]
"""The places from and to which each column reaches, from left to right."""


def spread(pieces: Iterable[Piece]) -> Columns:
    """The places that pieces below one another cover together, one after the other."""
    found: Columns = []
    for piece in sorted(pieces):
        if found and piece.left < found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], piece.right)
        else:
            found.append((piece.left, piece.right))
    return found


def below(piece: Piece, columns: Sequence[Span]) -> list[int]:
    """The columns that a piece reaches into."""
    return [i for i, (left, right) in enumerate(columns) if piece.left < right and left < piece.right]


def headed(word: Piece, headings: Sequence[Span]) -> list[int]:
    """The headings below which a word stands: more than half of the word or of the heading does."""
    return [
        i
        for i, (left, right) in enumerate(headings)
        if 2 * (min(word.right, right) - max(word.left, left)) > min(word.right - word.left, right - left)
    ]


def assigned(
    lines: Sequence[Sequence[Piece]], headings: Sequence[Span], numbers: Collection[int] = ()
) -> list[list[int]] | None:
    """The column of each word of the lines; None where one is not certain.

    `numbers`: the lines whose first word is a number; left of the second heading it stands in the
    first column. A word stands below one heading, or below (else above) a word of one column within
    a few lines. From left to right columns don't go back, and words of two columns hardly stand below
    one another.
    """
    found = [[_below_one(word, headings) for word in words] for words in lines]
    for index in numbers:
        if lines[index][0].right < headings[1][0]:
            found[index][0] = 0
    if 2 * sum(column is None for columns in found for column in columns) > sum(map(len, lines)):
        return None
    for order in (range(len(lines)), range(len(lines) - 1, -1, -1)):
        step = -1 if order.step > 0 else 1
        for index in order:
            for place, word in enumerate(lines[index]):
                if found[index][place] is None:
                    found[index][place] = _beside(lines, found, index, step, word)
    settled = [[column for column in columns if column is not None] for columns in found]
    whole = all(len(a) == len(b) for a, b in zip(settled, lines, strict=True))
    return (
        settled
        if whole
        and all(_in_order(*line) for line in zip(lines, settled, strict=True))
        and _is_straight(lines, settled)
        else None
    )


def _below_one(word: Piece, headings: Sequence[Span]) -> int | None:
    hits = headed(word, headings)
    return hits[0] if len(hits) == 1 else None


def _beside(
    lines: Sequence[Sequence[Piece]],
    found: Sequence[Sequence[int | None]],
    index: int,
    step: int,
    word: Piece,
) -> int | None:
    """The one column of the words above (or below) this one in the nearest line that has some."""
    for near in range(index + step, index + step * (_FURTHEST + 1), step):
        if not 0 <= near < len(lines):
            return None
        hits = {
            column
            for other, column in zip(lines[near], found[near], strict=True)
            if other.left < word.right and word.left < other.right
        }
        if hits:
            return hits.pop() if len(hits) == 1 else None
    return None


def _in_order(words: Sequence[Piece], columns: Sequence[int]) -> bool:
    """Do columns rise from left to right, those of one column with hardly a blank between its words?"""
    return all(
        a < b or (a == b and right.left - left.right < GAP)
        for (left, a), (right, b) in pairwise(zip(words, columns, strict=True))
    )


def _is_straight(lines: Sequence[Sequence[Piece]], columns: Sequence[Sequence[int]]) -> bool:
    """Do no words of two columns stand below one another in neighbouring lines, but for a little?"""
    rows = [list(zip(words, own, strict=True)) for words, own in zip(lines, columns, strict=True)]
    return all(
        min(a.right, b.right) - max(a.left, b.left) <= _SLACK
        for upper, lower in pairwise(rows)
        for a, c in upper
        for b, d in lower
        if c != d
    )
