"""The numbered items within a line, told by the sequence of their numbers, level within level."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import attrgetter

from loaders.outline.ordinals import chinese_number

_FULL_STOPS = "。!?)〕】”"
_CN = "[一二三四五六七八九十]{1,3}"


@dataclass(frozen=True, slots=True)
class _Style:
    """A way of numbering as it stands within a line; `ends`: what its items end with, "" for anything."""

    pattern: re.Pattern[str]
    ends: str = ""


_STYLES = (
    _Style(re.compile(f"第({_CN})部分")),
    _Style(re.compile(f"第({_CN})章")),
    _Style(re.compile(f"第({_CN})节")),
    _Style(re.compile(f"(?<![第周一二三四五六七八九十、])({_CN})、(?!{_CN}[、是])")),
    _Style(re.compile(rf"(?<![第款条项])\(({_CN})\)")),
    _Style(re.compile(f"第({_CN})条(?!例)")),
    _Style(re.compile(r"(?<![\d.第])(\d{1,2})(?:[.、](?!\d)|[.、](?=(?:19|20)\d\d年))"), _FULL_STOPS),
    _Style(re.compile(r"(?<![第款条项])\((\d{1,2})\)"), ")〕】"),
)
"""Outermost first. ① is left out: within a line it mostly numbers the parts of a sentence."""
_QUOTED = re.compile(r"《[^《》]{1,200}》|“[^“”]{1,200}”")
_ENDS = "。;!?:)〕】”》…"
_HEADING = (
    rf"(?:第{_CN}(?:[章节条]|部分)|{_CN}、|\({_CN}\)|\d{{1,2}}[.、])"
    rf"(?:[^。;:!?(]|\((?!{_CN}\)|\d{{1,2}}\))[^()。;:]{{1,12}}\)){{2,60}}"
)
_BELOW_HEADING = re.compile(rf"(?:^|[{re.escape(_ENDS)}]) ?{_HEADING}$")
_LABELLED = re.compile(
    "(?:单位|部门|机构|主体|司局|科室|处室|股室|领导|责任人|时限|时间|期限|时间安排|进度安排):[^。;:]{2,}$"
)
"""A label's list at the end of an item has no full stop."""
_PAGE_NUMBER = re.compile(r"[—-]{1,2} ?\d{1,3} ?[—-]{1,2} *$")
_BLANKS = " \t"
_NEAR = 300
_LONGEST_HEADING = 72
_OUTER = 3
"""The index of the innermost style that may begin behind words with no full stop: 一、."""
_FEWEST = 2
_MANY = 3
"""From so many whole sentences on a number in brackets counts items, and not the parts of one."""


def item_edges(text: str) -> list[int]:
    """Where the numbered items of a folded line begin, all levels; [] where no two stand in sequence."""
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    marks = [[m for m in _marks(style, text) if not _inside(m.at, quoted)] for style in _STYLES]
    last = [0] * len(_STYLES)
    return sorted(_edges(text, (0, len(text)), marks, 0, last))


_OPENING = re.compile(rf"(?!\d){_HEADING}(?:\(一\)|1\.)")


def opens_section(text: str) -> bool:
    """Does a line begin with a heading that the first item below it follows at once?"""
    return _OPENING.match(text) is not None


@dataclass(frozen=True, slots=True)
class _Mark:
    """A number: `strict`: it begins an item only where the words before it end; `begins`: they do."""

    at: int
    value: int
    strict: bool
    begins: bool = False


_at = attrgetter("at")


def _marks(style: _Style, text: str) -> Iterator[_Mark]:
    for match in style.pattern.finditer(text):
        number = match[1]
        value = int(number) if number.isdecimal() else chinese_number(number)
        yield _Mark(match.start(), value, style.ends != "")


def _inside(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    at = bisect_left(spans, (place,)) - 1
    return at >= 0 and place < spans[at][1]


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
    low, high = (bisect_left(marks, edge, key=_at) for edge in span)  # of thousands of marks few are within
    within = [replace(m, begins=_begins(text, span, m, depth)) for m in marks[low:high]]
    for first in (1, last + 1, *_of_excerpt(text, span, within, last)):
        run = _sequence(within, first)
        enough = len(run) >= _FEWEST or first > 1 or (run and _is_alone(text, span, run[0]))
        if run and enough and _closed(text, span, run, depth):
            return run
    return []


def _of_excerpt(text: str, span: tuple[int, int], marks: Sequence[_Mark], last: int) -> Iterator[int]:
    """The number that a text begins with, or that stands right below a heading, where none of its kind came
    before: a text may begin within a plan, and articles (第五条) run on through its chapters."""
    before = _before(text, span, marks[0]) if marks and not last else None
    if before is not None and (not before or _is_below_heading(before)):
        yield marks[0].value


def _is_alone(text: str, span: tuple[int, int], mark: _Mark) -> bool:
    """May a number be the only one of its kind: a heading of items, or one item right below a heading?"""
    before = _before(text, span, mark)
    slogan = mark.value == 1 and _SLOGAN.fullmatch(before) is not None
    return slogan or _OPENING.match(text, mark.at) is not None or _is_below_heading(before)


_SLOGAN = re.compile(rf"\({_CN}\)[^。;:!?]{{2,40}}。")
"""A heading with a full stop, below which the numbers begin that run on through the next ones."""


def _sequence(marks: Sequence[_Mark], first: int) -> list[_Mark]:
    """One number after the other; one may be left out, where the next stands nowhere."""
    run: list[_Mark] = []
    wanted, place = first, 0
    while place < len(marks):
        found = _next(marks, place, wanted, bool(run))
        if found is None:
            break
        run.append(marks[found])
        wanted, place = marks[found].value + 1, found + 1
    return run


def _next(marks: Sequence[_Mark], place: int, wanted: int, going_on: bool) -> int | None:
    """The mark of the wanted number; behind words without a full stop where it stands nowhere else."""
    rest = range(place, len(marks))
    own = next((n for n in rest if marks[n].value == wanted and marks[n].begins), None)
    if own is not None or not going_on:
        return own
    after = next((n for n in rest if marks[n].value == wanted + 1 and marks[n].begins), None)
    shy = next((n for n in rest if marks[n].value == wanted and not marks[n].strict), None)
    return shy if shy is not None and (after is None or shy < after) else after


def _begins(text: str, span: tuple[int, int], mark: _Mark, depth: int) -> bool:
    """May an item begin here: behind a sentence or a bracket, at once below a heading, or first of all?"""
    before = _before(text, span, mark)
    if not before or before[-1] in _ENDS:
        return True
    if mark.value == 1 and (depth <= _OUTER or text[mark.at - 1] in _BLANKS):
        return True  # the title, a signature or the opening words stand before it, with no full stop
    return _is_below_heading(before) or _LABELLED.search(before) is not None


def _before(text: str, span: tuple[int, int], mark: _Mark) -> str:
    """The last words before a number, without a page's number."""
    return _PAGE_NUMBER.sub("", text[max(span[0], mark.at - _NEAR) : mark.at]).rstrip()


def _is_below_heading(before: str) -> bool:
    return _BELOW_HEADING.search(before, max(0, len(before) - _LONGEST_HEADING)) is not None


def _closed(text: str, span: tuple[int, int], run: Sequence[_Mark], depth: int) -> bool:
    """Are these items, and not the parts of a sentence (1.…;2.…;3.…)?"""
    ends = _STYLES[depth].ends
    if not ends:
        return True
    if len(run) >= _MANY or _is_below_heading(_before(text, span, run[0])):
        ends += _FULL_STOPS
    before = (_before(text, (0, 0), mark) for mark in run[1:])
    return all(words[-1:] in ends or _LABELLED.search(words) for words in before)
