"""The numbered items within a line, told by the sequence of their numbers, level within level."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from loaders.outline.ordinals import chinese_number

_CN = "[一二三四五六七八九十]{1,3}"


@dataclass(frozen=True, slots=True)
class _Style:
    """A way of numbering as it stands within a line; `inner`: its items end with full stops."""

    pattern: re.Pattern[str]
    inner: bool = False


_STYLES = (
    _Style(re.compile(f"第({_CN})章")),
    _Style(re.compile(f"(?<![第周一二三四五六七八九十、])({_CN})、(?!{_CN}[、是])")),
    _Style(re.compile(rf"(?<![第款条项])\(({_CN})\)")),
    _Style(re.compile(f"第({_CN})条(?!例)")),
    _Style(re.compile(r"(?<![\d.第])(\d{1,2})(?:\.(?!\d)|、(?!\d))"), inner=True),
)
"""Outermost first. (1) and ① are left out: within a line they mostly number the parts of a sentence."""
_QUOTED = re.compile(r"《[^《》]{1,200}》|“[^“”]{1,200}”")
_ENDS = "。;!?:)〕】”》…"
_FULL_STOPS = "。!?)〕】”"
_HEADING = re.compile(rf"(?:第{_CN}[章条]|{_CN}、|\({_CN}\))[^。;:,!?(]{{2,40}}")
_FEWEST = 2


def item_edges(text: str) -> list[int]:
    """Where the numbered items of a folded line begin, all levels; [] where no two stand in sequence."""
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    marks = [[m for m in _marks(style, text) if not _inside(m.at, quoted)] for style in _STYLES]
    last = [0] * len(_STYLES)
    return sorted(_edges(text, (0, len(text)), marks, 0, last))


_OPENING = re.compile(rf"{_HEADING.pattern}(?:\(一\)|1\.)")


def opens_section(text: str) -> bool:
    """Does a line begin with a heading that the first item below it follows at once?"""
    return _OPENING.match(text) is not None


@dataclass(frozen=True, slots=True)
class _Mark:
    at: int
    stop: int
    value: int


def _marks(style: _Style, text: str) -> Iterator[_Mark]:
    for match in style.pattern.finditer(text):
        number = match[1]
        value = int(number) if number.isdecimal() else chinese_number(number)
        yield _Mark(match.start(), match.end(), value)


def _inside(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start < place < stop for start, stop in spans)


def _edges(
    text: str, span: tuple[int, int], marks: Sequence[Sequence[_Mark]], level: int, last: list[int]
) -> Iterator[int]:
    """The edges of one stretch: of the outermost style that numbers it, then of those within each item."""
    for depth in range(level, len(_STYLES)):
        run = _run(text, span, marks[depth], depth, last[depth])
        if run:
            last[depth] = run[-1].value
            starts = [mark.at for mark in run]
            yield from starts
            if span[0] < starts[0]:
                yield from _edges(text, (span[0], starts[0]), marks, depth + 1, last)
            for start, stop in pairwise([*starts, span[1]]):
                yield from _edges(text, (start, stop), marks, depth + 1, last)
            return


def _run(text: str, span: tuple[int, int], marks: Sequence[_Mark], depth: int, last: int) -> list[_Mark]:
    """The marks of one style in a stretch that follow each other from 1 on, or go on from the last one."""
    within = [m for m in marks if span[0] <= m.at < span[1] and _begins(text, span, m, depth)]
    for first in (1, last + 1):
        run = _sequence(within, first)
        if run and (len(run) >= _FEWEST or first > 1) and _closed(text, run, depth):
            return run
    return []


def _sequence(marks: Sequence[_Mark], first: int) -> list[_Mark]:
    """One number after the other; one may be left out, where the next stands nowhere."""
    run: list[_Mark] = []
    wanted, place = first, 0
    while place < len(marks):
        after = [m for m in marks[place:] if m.value == wanted]
        after = after or [m for m in marks[place:] if run and m.value == wanted + 1]
        if not after:
            break
        run.append(after[0])
        wanted, place = after[0].value + 1, marks.index(after[0]) + 1
    return run


def _begins(text: str, span: tuple[int, int], mark: _Mark, depth: int) -> bool:
    """May an item begin here: behind a sentence or a bracket, at once below a heading, or first of all?"""
    before = text[span[0] : mark.at].rstrip()
    if not before or before[-1] in _ENDS:
        return True
    if mark.value == 1 and depth <= 1:
        return True  # the title or the opening words stand before it, with no full stop
    return _HEADING.fullmatch(before) is not None


def _closed(text: str, run: Sequence[_Mark], depth: int) -> bool:
    """Are these items, and not the parts of a sentence (1.…;2.…;3.…)?"""
    if not _STYLES[depth].inner:
        return True
    return all(text[: mark.at].rstrip()[-1:] in _FULL_STOPS for mark in run[1:])
