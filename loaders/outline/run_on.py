"""A document, or a section of one, on one line: its headings and paragraphs as lines of their own.

Copying from a page, and tools that gather pages, leave out the line ends. What tells a heading then
is its number (二、 after 一、, with (一) and (二) between them), or the blanks that indent a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from loaders.outline.lines import Line
from loaders.outline.ordinals import read_ordinal
from loaders.outline.run_on_annexes import enclosed_edges, list_edges, part_edges
from loaders.outline.run_on_decimals import decimals_of
from loaders.outline.run_on_head import head_edges, page_edges, signature_edges
from loaders.outline.run_on_items import item_edges, opens_section
from loaders.outline.run_on_labels import heading_edges, label_edges

_LONG = 600
"""A line from this length on may be a whole document."""
_SECTION = 120
"""A line from this length on may be a whole section, whose heading (一) follows at once."""
_INDENT = re.compile(r"(?<=\S)[ \t]{2,}")
_ENDS = "。;!?:)〕】”》"
_FEWEST = 3
_WITHIN = (signature_edges, list_edges, page_edges, label_edges, heading_edges)
"""What else is told within the parts and items of a line that holds a document."""


def parted_lines(lines: Sequence[Line]) -> list[Line]:
    """The lines, those that hold several headings or paragraphs in pieces."""
    whole = sum(len(line.text) for line in lines)
    parted: list[Line] = []
    for line in lines:
        for piece in _pieces(line, whole) if len(line.text) >= _SECTION else [line]:
            parted += _by_number(piece)
    return parted


_NEXT = re.compile(
    r"(?<=[)〕】])(?<=(?:牵头|负责|配合|参与|协办|主办|承办|落实).)(?=\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、](?!\d))"
    r"|(?:单位|部门|科室|处室):[^。;:]{1,80}[局委办厅部院会处科室心](?=[一二三四五六七八九十]{1,3}、|\d{1,2}[.、](?!\d))"
)
"""Behind a clause in brackets, or a label's list, the next item's number."""


def _by_number(line: Line) -> list[Line]:
    """The line in pieces where the next numbers run on in it: 1.…(…负责)2.…(…负责); else itself."""
    if not _NEXT.search(line.text):
        return [line]
    last, edges = read_ordinal(line.text), [0]
    for mark in _NEXT.finditer(line.text):
        here = read_ordinal(line.text[mark.end() : mark.end() + _LONGEST_ORDINAL])
        if last and here and (here.style, here.value) == (last.style, last.value + 1):
            edges.append(mark.end())
            last = here
    return _cut(line, edges)


_LONGEST_ORDINAL = 12


def _pieces(line: Line, whole: int) -> list[Line]:
    paragraphs = _cut(line, _indents(line.text)) if len(line.text) >= _LONG else [line]
    found: list[Line] = []
    for each in paragraphs:
        found += _of_run(each, whole)
    return found


def _indents(text: str) -> list[int]:
    """Where the blanks stand that indent a paragraph; none where they mostly stand within sentences."""
    gaps = [gap.span() for gap in _INDENT.finditer(text)]
    heads = [read_ordinal(text[stop : stop + _FAR]) is not None for _, stop in gaps]
    between = sum(
        text[start - 1] in _ENDS or here or (above and start - last < _FAR)
        for (start, _), here, above, (_, last) in zip(
            gaps, heads, [False, *heads], [(0, 0), *gaps], strict=False
        )
    )
    return [stop for _, stop in gaps] if len(gaps) >= _FEWEST and between * 2 >= len(gaps) else []


_FAR = 40
"""Characters of a heading at most."""


def _of_run(line: Line, whole: int) -> list[Line]:
    """A line that runs on in its parts, items, title and signature; itself where it doesn't."""
    words = line.text
    if len(words) < _LONG:
        return _cut(line, item_edges(words) if opens_section(words) else signature_edges(words))
    # behind who signs and below a title, numbers begin anew
    parts = _cut(line, (*part_edges(words), *signature_edges(words), *enclosed_edges(words)))
    numbered = [each for part in parts for each in _numbered(part)]
    if not _is_document(words, [own for _, own in numbered if own], whole):
        return [line]
    found: list[Line] = []
    for number, (part, own) in enumerate(numbered):
        for place, piece in enumerate(_cut(part, own)):
            head = list(head_edges(piece.text)) if number == 0 and place == 0 else []
            within = (edge for find in _WITHIN for edge in find(piece.text))
            # 各成员单位: of a salutation is no label
            found += _cut(piece, [*head, *(edge for edge in within if edge >= max(head, default=0))])
    return found


def _numbered(part: Line) -> Iterator[tuple[Line, list[int]]]:
    """A part with the places where its numbered items begin; before and behind a table of contents, that
    left out, where its numbers are decimals."""
    decimals = decimals_of(part.text)
    if decimals is None:
        yield part, item_edges(part.text)
        return
    start, stop = decimals.contents
    for head in _stripped(part, 0, start):
        yield head, []
    rest = Line(part.start + stop, part.stop, part.text[stop:], part.after_table and not stop)
    own = [edge - stop for edge in decimals.edges]
    places = [0, *own, len(rest.text)]
    within = (a + edge for a, b in pairwise(places) for edge in item_edges(rest.text[a:b]))
    yield rest, sorted({*own, *within} - {place - stop for place in decimals.spaced})


def _is_document(words: str, edges: Sequence[Sequence[int]], whole: int) -> bool:
    """Does a long line hold a whole document, or a section, and not a list within a paragraph?"""
    most = max(map(len, edges), default=0)
    return opens_section(words) or (most >= _FEWEST and len(words) * 2 >= whole)


def _cut(line: Line, edges: Iterable[int]) -> list[Line]:
    """The pieces of a line between places in it, without blanks around them."""
    places = sorted({0, *edges, len(line.text)})
    return [piece for a, b in pairwise(places) for piece in _stripped(line, a, b)]


def _stripped(line: Line, start: int, stop: int) -> Iterator[Line]:
    words = line.text[start:stop]
    start += len(words) - len(words.lstrip())
    words = words.strip()
    if words:
        yield Line(line.start + start, line.start + start + len(words), words, line.after_table and not start)
