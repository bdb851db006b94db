"""Headings numbered by decimals within a line: 1.总则1.1编制目的…2.组织体系2.1指挥机构….

They are told by their sequence alone: each number is the next after the last one, on its level or one above
it, or the first one below. An amount (2.1亿元) breaks no sequence, as a measure follows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

_CHAPTER = re.compile(r"(?<![\d.])(\d{1,2})[.、 ]{1,2}(?=[一-鿿、]{2,30}\1\. ?1(?![\d%]))")
"""A heading whose first section follows at once."""
_SECTION = re.compile(
    r"(?<![\d.第见表图附])(\d{1,2})\. ?(\d{1,2})(?:\. ?(\d{1,2}))?[. ]{0,2}"
    r"(?=[一-鿿“])(?!个|家|万|亿|公里|倍|米|吨|亩|千|百|周岁|岁|平方|立方|小时|分|元|度|级|年|月|日|人|次|秒|天)"
)
_FEWEST = 8
_FEWEST_CHAPTERS = 2
_LONGEST_ENTRY = 40
Number = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Mark:
    """A number of the sequence; `words`: where its heading begins, `spaced`: blanks stand within it."""

    at: int
    number: Number
    words: int
    spaced: bool


@dataclass(frozen=True, slots=True)
class Decimals:
    """Where the headings begin, and end where a table of contents tells; the span of that table.

    `spaced`: where numbers with blanks in them stand, which would be read as others (1. 2编制依据 as 1.).
    """

    edges: tuple[int, ...]
    spaced: frozenset[int]
    contents: tuple[int, int] = (0, 0)


def decimals_of(text: str) -> Decimals | None:
    """The headings of a line that is numbered so throughout; None for any other."""
    marks = sorted([*_chapters(text), *_sections(text)], key=lambda mark: mark.at)
    runs = list(_runs(marks, text))
    if not runs or not _is_outline(runs[-1]):
        return None
    listed, own = (runs[0], runs[1]) if len(runs) > 1 else ([], runs[0])
    headings = _headings(text, listed, own[0].at)
    edges = [edge for mark in own for edge in _edges(text, mark, headings.get(mark.number, ""))]
    spaced = frozenset(mark.at for mark in own if mark.spaced)
    return Decimals(tuple(edges), spaced, (listed[0].at, own[0].at) if listed else (0, 0))


def _chapters(text: str) -> Iterator[_Mark]:
    for match in _CHAPTER.finditer(text):
        yield _Mark(match.start(), (int(match[1]),), match.end(), False)


def _sections(text: str) -> Iterator[_Mark]:
    for match in _SECTION.finditer(text):
        number = tuple(int(part) for part in match.groups() if part)
        yield _Mark(match.start(), number, match.end(), " " in match[0].rstrip(" ."))


def _runs(marks: Sequence[_Mark], text: str) -> Iterator[list[_Mark]]:
    """The sequence of the text, and that of the contents before it, which names the same headings."""
    runs: list[list[_Mark]] = [[]]
    for mark in marks:
        run = runs[-1]
        if not run:
            run += [mark] if mark.number == (1,) else []
        elif mark.number in _following(run[-1].number):
            run.append(mark)
        elif mark.number == (1,) and len(runs) == 1 and _lists(text, run, mark):
            runs.append([mark])
    yield from runs if runs[0] else ()


def _following(last: Number) -> set[Number]:
    return {(*last, 1), *((*last[:n], last[n] + 1) for n in range(len(last)))}


def _lists(text: str, run: Sequence[_Mark], again: _Mark) -> bool:
    """Are the numbers before another first one contents: short, and its first words printed again?"""
    short = all(b.at - a.at <= _LONGEST_ENTRY for a, b in pairwise([*run, again]))
    return len(run) > 1 and short and text.startswith(text[run[0].words : run[1].at], again.words)


def _is_outline(run: Sequence[_Mark]) -> bool:
    return len(run) >= _FEWEST and sum(len(mark.number) == 1 for mark in run) >= _FEWEST_CHAPTERS


def _headings(text: str, listed: Sequence[_Mark], stop: int) -> Mapping[Number, str]:
    ends = [*(mark.at for mark in listed), stop][1:]
    return {mark.number: text[mark.words : end].strip() for mark, end in zip(listed, ends, strict=True)}


def _edges(text: str, mark: _Mark, heading: str) -> Iterator[int]:
    if not mark.spaced:
        yield mark.at
        if heading and text.startswith(heading, mark.words):
            yield mark.words + len(heading)
