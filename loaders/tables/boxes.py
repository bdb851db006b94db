"""Grids drawn with box-drawing characters (┌─┬┐ │ ├┼┤) or with + - and |, their cells of one line or many.

A grid is a run of lines that begin and end with a bar or a corner, the first of them a rule. Bars
stand in the places of the rules' corners; where a font's widths put them elsewhere they are taken in
their order, if every line has as many. What fits neither is left as text, with a finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from loaders.passage import fold
from loaders.tables.box_cells import Segment, box_cells
from loaders.tables.grid import WIDEST
from loaders.tables.headers import read_heading
from loaders.tables.measures import Span, trimmed
from loaders.tables.printed import PrintedTable
from loaders.tables.stacked import unstacked
from loaders.tables.widths import places

_FLAT = "-=─━═┄┅┈┉╌╍"
_BARS = "|│┃║┆┇┊┋╎╏"
_CORNERS = "+┌┍┎┏┐┑┒┓└┕┖┗┘┙┚┛├┝┞┟┠┡┢┣┤┥┦┧┨┩┪┫┬┭┮┯┰┱┲┳┴┵┶┷┸┹┺┻┼┽┾┿╀╁╂╃╄╅╆╇╈╉╊╋╒╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡╢╣╤╥╦╧╨╩╪╫╬╭╮╯╰"
_CUTS = frozenset(_BARS + _CORNERS)
_LONGEST = 2_000
"""Characters of a line; a longer one is no line of a grid."""

_TOP = re.compile(rf"^[ \t\u3000\f]{{0,200}}[{re.escape(_CORNERS)}](?=[{re.escape(_FLAT)}])", re.MULTILINE)
_RULE = re.compile(rf"[{re.escape(_CORNERS + _FLAT)}:]+")
_UNREAD = "这张用线画的表格各行的竖线对不上,未按表格读取,请改用原来的 docx、pdf 或 xlsx 文件"


def boxed_tables(text: str) -> Iterator[PrintedTable]:
    """The grids of two columns and two lines at least, in text order, not overlapping."""
    stop = 0
    while top := _TOP.search(text, stop):
        spans = list(_run(text, top.start()))
        stop = spans[-1][1] if spans else top.end()
        table = _grid(text, spans)
        if table:
            yield table


def _run(text: str, start: int) -> Iterator[Span]:
    """The lines from a rule on that begin and end with a bar or a corner, without blanks at their ends."""
    while start < len(text):
        end = text.find("\n", start, start + _LONGEST)
        if end < 0:
            end = len(text)
        first, last = (start, start) if end - start >= _LONGEST else trimmed(text, start, end)
        if last - first < 2 or text[first] not in _CUTS or text[last - 1] not in _CUTS:
            return
        yield first, last
        start = end + 1


def _grid(text: str, spans: Sequence[Span]) -> PrintedTable | None:
    """The table in these lines; None where they are none that anybody would look for tasks in."""
    if len(spans) < 3 or not _RULE.fullmatch(text, *spans[0]):
        return None
    start, stop = text.rfind("\n", 0, spans[0][0]) + 1, spans[-1][1]
    for segments in (_by_place(text, spans, 1), _by_place(text, spans, 2), _by_order(text, spans)):
        stacks = box_cells(segments) if segments else None
        cells = unstacked(text, stacks) if stacks else None
        if cells:
            return PrintedTable(start, stop, tuple(cells))
    bars = sum(text.count(bar, *spans[1]) for bar in _BARS)
    return PrintedTable(start, stop, (), _UNREAD) if bars > 2 and _is_heading(text, spans[1]) else None


def _is_heading(text: str, line: Span) -> bool:
    words = re.split(f"[{re.escape(_BARS)}]", fold(text[line[0] : line[1]]))
    return read_heading([word.strip() for word in words if word.strip()]) is not None


def _by_place(text: str, spans: Sequence[Span], ambiguous: int) -> list[list[Segment]] | None:
    """The lines cut where a bar stands in the place of a rule's corner; None when one has another bar."""
    lines = [_cuts(text, span, ambiguous) for span in spans]
    edges = sorted(
        {place for line, span in zip(lines, spans, strict=True) if _is_rule(text, span) for place, _ in line}
    )
    if not 2 < len(edges) <= WIDEST:
        return None
    number = {place: index for index, place in enumerate(edges)}
    found = []
    for line, span in zip(lines, spans, strict=True):
        cuts = [(number[place], at) for place, at in line if place in number]
        whole = cuts and cuts[0] == (0, span[0]) and cuts[-1] == (len(edges) - 1, span[1] - 1)
        if not whole:
            return None
        found.append(_segments(text, cuts))
    return _without_bars(text, found)


def _by_order(text: str, spans: Sequence[Span]) -> list[list[Segment]] | None:
    """The lines cut at all their bars; None when one has more or fewer than the first rule has corners."""
    found: list[list[Segment]] = []
    for span in spans:
        marks = _CORNERS if _is_rule(text, span) else _BARS
        places = [at for at in range(*span) if text[at] in marks]
        if (found and len(places) != len(found[0]) + 1) or not 2 < len(places) <= WIDEST:
            return None
        found.append(_segments(text, list(enumerate(places))))
    return found


def _cuts(text: str, span: Span, ambiguous: int) -> list[Span]:
    """The (place, offset) of what may be a bar or a corner in a line."""
    begin = text.rfind("\n", 0, span[0]) + 1
    wide = places(text[begin : span[1]], ambiguous)
    return [(wide[at - begin], at) for at in range(*span) if text[at] in _CUTS]


def _is_rule(text: str, span: Span) -> bool:
    return _RULE.fullmatch(text, *span) is not None


def _segments(text: str, cuts: Sequence[Span]) -> list[Segment]:
    return [
        Segment(first, last, trimmed(text, a + 1, b), _is_flat(text, a + 1, b))
        for (first, a), (last, b) in pairwise(cuts)
    ]


def _is_flat(text: str, start: int, stop: int) -> bool:
    """Is this stretch of a line nothing but a rule? A dash alone between blanks is an empty cell's."""
    return _RULE.fullmatch(text, start, stop) is not None


def _without_bars(text: str, found: list[list[Segment]]) -> list[list[Segment]] | None:
    inside = (
        text.find(bar, *segment.span)
        for line in found
        for segment in line
        if not segment.is_rule
        for bar in _BARS
    )
    return found if all(at < 0 for at in inside) else None
