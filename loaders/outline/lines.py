"""Lines of the text as read, without the marks that copying put before them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from types import MappingProxyType

from loaders.passage import BALLOON, INVISIBLE, PAGE_MARK, folded
from loaders.source import Table

_LEADING = re.compile(
    rf"(?:[\s{INVISIBLE}]|\*{{1,3}}|#{{1,6}}(?= )|[-+>](?= )|[•●◆■▪◦] ?|[▲△▶►◇□◎➢](?=[^\n]{{16}})"
    r"|</?[a-zA-Z][^<>]{0,200}>)+"
)
BULLET = re.compile("[●◆■▪◦▲△▶►◇□◎➢]")
"""Signs before the paragraphs of a list; ▲ and its like before a short name may mark who leads."""
_BALLOON = re.compile(rf"(?<=[^\s])[ \t]{BALLOON}")
"""What was printed beside a line: its words end before it."""
_TRAILING = " \t\r\u3000\u00a0\u2002\u2003\u2009\u202f*"


NOT_NESTED: Mapping[int, int] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: `start`, `stop` enclose its words, `text` is them folded.

    `after_table`: a table stands between it and the line before, page numbers aside; `bullet`: a sign of
    a list (●) before it; `depth`: the format has it number an item of a list inside so many others.
    """

    start: int
    stop: int
    text: str
    after_table: bool = False
    bullet: bool = False
    depth: int = 0


def read_lines(
    text: str, tables: Sequence[Table] = (), nested: Mapping[int, int] = NOT_NESTED
) -> Iterator[Line]:
    """The lines of `text` in order, without blank ones and those inside a table; `nested`: the depths of
    those (by offset) that lists inside others number."""
    blocked = iter(tables)
    table = next(blocked, None)
    start, below = 0, False
    while start < len(text):
        if table is not None and start >= table.start:
            start, table, below = max(start, table.stop), next(blocked, None), True
            if start < len(text) and text[start] == "\n":
                start += 1
            continue
        stop = text.find("\n", start)
        stop = len(text) if stop < 0 else stop
        if table is not None and stop > table.start:
            stop = table.start
        line = _trim(text, start, stop)
        if line:
            depth = nested.get(start, 0)
            yield replace(line, after_table=below, depth=depth) if below or depth else line
            below = below and is_page_number(line.text)
        start = stop if table is not None and stop == table.start else stop + 1


def _trim(text: str, start: int, stop: int) -> Line | None:
    leading = _LEADING.match(text, start, stop)
    start = leading.end() if leading else start
    balloon = _BALLOON.search(text, start, stop)
    words = text[start : balloon.start() if balloon else stop].rstrip(_TRAILING)
    if not words:
        return None
    bullet = leading is not None and BULLET.search(leading[0]) is not None
    return Line(start, start + len(words), folded(text, start, start + len(words)), bullet=bullet)


_SIGN = re.compile(r"[①-⑳]|[⑴-⒇]|(?<=[。;:,)】〕])\((\d{1,2})\)")
_CLOSED = re.compile(r"(?:[〕】\]]|(?<!\(\d)(?<!\(\d\d)\)|牵头|负责|配合|落实)[。;,]?\s*$")
_FEWEST_ITEMS = 2


def parted(line: Line) -> list[Line]:
    """The line in pieces where ①…(…负责)②…(…负责) run on in it, each closed by a clause; else itself."""
    signs = [(match.start(), _value(match)) for match in _SIGN.finditer(line.text)]
    if not signs:
        return [line]
    places = [place for place, _ in signs]
    if places and _unclosed(line.text[: places[0]]):
        return [line]
    if len(signs) < _FEWEST_ITEMS or [value for _, value in signs] != list(range(len(signs))):
        return [line]
    if not all(_CLOSED.search(line.text[last:place]) for last, place in pairwise(places)):
        return [line]
    edges = [0, *(place for place in places if place), len(line.text)]
    return [Line(line.start + a, line.start + b, line.text[a:b]) for a, b in pairwise(edges)]


def _value(sign: re.Match[str]) -> int:
    """The number of a sign, from 0."""
    if sign[1]:
        return int(sign[1]) - 1
    return ord(sign[0]) - ord("①" if sign[0] <= "⑳" else "⑴")


_PAGE_NUMBER = re.compile(
    r"(?!\d{1,3}[.、] ?$)"  # 3. is an item's number
    r"[-—·. ]{0,3}(?:第 ?)?\d{1,4}(?: ?页)?(?:[ ,]?(?:/共?|共) ?\d{1,4} ?页?)?[-—·. ]{0,3}$"
)


def is_page_number(line: str) -> bool:
    """Is the folded line nothing but a page number (- 3 -, 第3页,共12页, 3/12, # Page 3:)?"""
    return (len(line) <= _LONGEST_NUMBER and _PAGE_NUMBER.match(line) is not None) or (
        _PAGE_MARK.fullmatch(line) is not None
    )


_LONGEST_NUMBER = 16
_PAGE_MARK = re.compile(PAGE_MARK)
_DASH = re.compile("[-—]{1,2}$")
_DIGIT = re.compile("[0-9]{1,4}$")
_MOST_DIGITS = 4


def without_page_numbers(lines: Sequence[Line]) -> list[Line]:
    """The lines without page numbers that a text layer broke over several: —, 1, 2, — are page 12 or 21; and
    without a tool's marks between pages."""
    lines = [line for line in lines if not _PAGE_MARK.fullmatch(line.text)]
    kept: list[Line] = []
    index = 0
    while index < len(lines):
        stop = _number_stop(lines, index)
        if stop == index:
            kept.append(lines[index])
            stop += 1
        index = stop
    return kept


def _number_stop(lines: Sequence[Line], index: int) -> int:
    """Behind the closing dash of a page number that begins at a line; the line itself where none does."""
    if not _DASH.match(lines[index].text):
        return index
    stop = index + 1
    while stop < len(lines) and stop - index <= _MOST_DIGITS and _DIGIT.match(lines[stop].text):
        stop += 1
    closed = index + 1 < stop < len(lines) and _DASH.match(lines[stop].text)
    return stop + 1 if closed else index


_SENTENCE_END = "。!?;:…"
_CLOSES = re.compile(r"[如以]下 ?[-—]{1,4}$|(?:[一-鿿”》)]|\d{5})\.$")
"""全文如下—— ends as with a colon; a Latin full stop behind a word or a telephone number."""
_PAIRS = (("(", ")"), ("《", "》"), ("〔", "〕"), ("【", "】"))
_CLOSING = ')】]〕”"》'
_GOES_ON = "、,与和及或"
"""Marks and words that no line of text ends with."""


def is_open(line: str, width: int = 12) -> bool:
    """May the sentence of this folded line go on in the next one (a line broken by copying)?

    A line that ends a sentence does not, nor does a short one, which is a heading or a title.
    """
    if not line or line[-1] in _SENTENCE_END or _CLOSES.search(line):
        return False
    if line[-1] in _GOES_ON:
        return True
    return (line[-1] not in _CLOSING and len(line) >= width) or _unclosed(line)


def _unclosed(line: str) -> bool:
    return any(line.count(opening) > line.count(closing) for opening, closing in _PAIRS if opening in line)


_HALF = re.compile("[0-9A-Za-z .%-]")

_FEWEST_WRAPPED, _FEWEST_UNMARKED = 6, 20
_WIDEST_PAGE = 60
_RAGGED = 5.0
"""A full line of a page ends at most so many characters before its margin."""


def width_of(text: str) -> float:
    """How wide a folded line was printed, in Chinese characters; its punctuation was full-width."""
    return len(text) - len(_HALF.findall(text)) / 2


_LABELLED = re.compile("[一-鿿]{2,8} ?:")
"""A label's list ends where it ends, without a mark."""


def margin_of(lines: Sequence[Line]) -> float | None:
    """The width of the page that a document was copied from line by line; None when it was not.

    Such a document has no line wider than the page, and most lines that go on in the next are full; of a
    PDF that has a line's pieces on lines of their own, most that no comma ends.
    """
    going_on = [
        line.text
        for line in lines
        if is_open(line.text, 15) and (line.text[-1] in "、," or not _LABELLED.match(line.text))
    ]
    unmarked = [text for text in going_on if text[-1] not in "、,"]
    for texts, fewest in ((going_on, _FEWEST_WRAPPED), (unmarked, _FEWEST_UNMARKED)):
        margin = _margin([width_of(text) for text in texts]) if len(texts) >= fewest else None
        if margin is not None:
            return None if _holds_wider(lines, margin + _RAGGED) else margin
    return None


def _margin(widths: Sequence[float]) -> float | None:
    """The width that most of them reach and next to none exceeds."""
    margin = sorted(widths)[len(widths) * 9 // 10]
    full = sum(margin - _RAGGED <= width for width in widths)
    wider = sum(width > margin + _RAGGED for width in widths)
    wraps = margin <= _WIDEST_PAGE and full * 2 >= len(widths) and wider * 50 <= len(widths)
    return margin if wraps else None


def _holds_wider(lines: Sequence[Line], margin: float) -> bool:
    """Are there paragraphs that no page of that width broke?"""
    return sum(width_of(line.text) > margin for line in lines) > len(lines) * _STRAY


_STRAY = 0.15
"""The share of lines that copying may have joined in a document that was copied line by line."""


def is_full(text: str, margin: float | None) -> bool:
    """Does a folded line reach the margin, so that it need not be a heading alone?"""
    return margin is not None and width_of(text) >= margin - _RAGGED
