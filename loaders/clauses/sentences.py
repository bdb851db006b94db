"""Sentences that are nothing but a clause: who leads, who helps."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from loaders.clauses.clause import ACTS, Clause, clause_of
from loaders.clauses.roles import Rules, read_clause
from loaders.clauses.split import split_outside, trim
from loaders.lexicon import is_unit

LONGEST = 4000
"""A clause is at most this long; a bracket around more is none."""
_ACT = 40
"""What a clause says is done stands so near its end."""


def whole_sentences(text: str, taken: list[tuple[int, int]], rules: Rules) -> list[Clause]:
    """Sentences that are nothing but a clause: 由市工信局牵头,市财政局配合。"""
    found = []
    if _CUT_TITLE.fullmatch(text.strip()):
        return []
    for start, stop in _by_clause(text):
        start, stop = trim(text, start, stop)
        if not ACTS.search(text, max(start, stop - _ACT), stop) and text.find("—", start, stop) < 0:
            continue
        by = max(text.rfind(mark, start, stop) + (mark[0] in ",;") for mark in ("——", ",由", ";由"))
        start = max(start, by)
        body = text[start:stop]
        if (
            len(body) > LONGEST
            or not (ACTS.search(body[-_ACT:]) or body.startswith("—"))
            or inside(start, taken)
            or overlaps(start, stop, taken)
            or _tells_what(body)
            or _heads(text, start, stop)
        ):
            continue
        reading = read_clause(body.rstrip(";)"), rules=rules)
        if reading.named and (reading.cued or body.startswith("—")) and not reading.odd:
            found.append(clause_of(start, stop, reading, start))
    return found


def _by_clause(text: str) -> Iterator[tuple[int, int]]:
    """Sentences; one of several measures, each with its own ,由…, is cut at the semicolons between."""
    for start, stop in split_outside(text, "。"):
        last = start
        for cut in _NEXT_CLAUSE.finditer(text, start, stop):
            yield last, cut.start()
            last = cut.end()
        yield last, stop


_NEXT_CLAUSE = re.compile(";(?<=(?:牵头|配合|负责|落实|参与|协办);)(?=[^;。由]{4,120},由)")
"""…,由市园林局牵头;绿地率达到…,由…: behind the semicolon another measure begins."""


def _tells_what(body: str) -> bool:
    """Does a sentence begin with what is to be done (推进旧城改造,落实…), and so names nobody?"""
    if not _DOES.match(body):
        return False
    first = _FIRST.match(body)
    return first is not None and not ACTS.search(first[0]) and not is_unit(first[0])


def _heads(text: str, start: int, stop: int) -> bool:
    """Is it a dash and a slogan at the head of a paragraph (——公园示范中心。到2035年,…), or whom what stands
    below is for (——社会和政府:)?"""
    more = len(text) > stop + 1 or text[stop - 1] == ":"
    return text[start] == "—" and not text[:start].strip() and more


_CUT_TITLE = re.compile("[^、,;:。]{2,30}贯彻(?:落实|实施)")
"""青岚市民政局贯彻落实: the first line of a title (《…法》工作方案)."""
_DOES = re.compile(
    "推进|推动|加强|做好|开展|完善|提升|实施|建立|健全|确保|加快|新建|建设|建成|培育|引进|打造|支持|鼓励|深化|优化|持续|全面|积极|大力"
)
_FIRST = re.compile("[^、,;:]{1,60}(?=[、,;:])")


def inside(place: int, taken: list[tuple[int, int]]) -> bool:
    """Does one of the spans, which are in order and apart, hold the place?"""
    at = bisect_left(taken, (place + 1,)) - 1
    return at >= 0 and place < taken[at][1]


def overlaps(start: int, stop: int, taken: list[tuple[int, int]]) -> bool:
    at = bisect_left(taken, (stop,)) - 1
    return at >= 0 and start < taken[at][1]
