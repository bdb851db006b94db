"""Clauses inside running sentences: work that is assigned by the way.

由县园林局牵头,县财政局配合,新建公园3个;县水利局负责清淤沟渠。They are read only where no bracket and
no label of the paragraph says who is responsible.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.clauses.clause import Clause, clause_of
from loaders.clauses.cues import prose
from loaders.clauses.named import beside_leads
from loaders.clauses.passing import Piece, read_piece
from loaders.clauses.roles import Rules, read_clause
from loaders.clauses.sentences import LONGEST
from loaders.clauses.split import split_outside
from loaders.extraction import Role

_HEAD = re.compile(
    r"(?:\([一二三四五六七八九十]{1,3}\) ?|[一二三四五六七八九十]{1,3}、|[^\u4e00-\u9fff]{0,8})"
    r"(?P<units>[^:。,;]{2,60}?)[:。] ?(?P<verb>(?:负责)?牵头|负责|承担|具体负责|主要负责)"
)


def in_prose(text: str, said: Sequence[Clause], rules: Rules) -> list[Clause]:
    """The clauses in the sentences of a folded paragraph, beside what others `said`, in text order.

    Units that only help are somebody's helpers: without a lead or another in charge they are none.
    """
    if not said and (headed := _headed(text)):
        return headed
    found: list[Clause] = []
    ends = [each.stop for each in said]
    for start, stop in split_outside(text, "。;!"):
        after = bisect_right(ends, start)
        if after == len(said) or said[after].start >= stop:
            found += _sentence(text, start, stop, rules, charged=bool(found))
    charged = any(each.role != "support" for clause in (*said, *found) for each in clause.named)
    return found if charged else []


def _headed(text: str) -> list[Clause]:
    """市公安局:负责查处违法停车: who, then what."""
    head = _HEAD.match(text)
    role: Role = "lead" if head and head["verb"].endswith("牵头") else "responsible"
    reading = read_clause(head["units"], default=role) if head else None
    if not head or not reading or reading.odd or not reading.named:
        return []
    return [_with_leads(text, clause_of(head.start("units"), head.end(), reading, head.start("units")))]


_LEADS = re.compile("(?<=[;。,])(?:并)?(?:会同(?P<with>[^;。,]{3,80}?))?牵头负责")


def _with_leads(text: str, clause: Clause) -> Clause:
    """Who has several duties and is said to 牵头负责 one of them leads; whom it does so with support.

    Of a list each must be said to by itself (分别): it stays responsible.
    """
    leads = [each for each in _LEADS.finditer(text, clause.stop)] if len(clause.named) == 1 else []
    if not leads:
        return clause
    helpers = [
        each
        for lead in leads
        if lead["with"]
        for reading in [read_clause(lead["with"], default="support")]
        for each in clause_of(0, 0, reading, lead.start("with")).named
        if not reading.odd
    ]
    named = (clause.named[0]._replace(role="lead"), *helpers)
    return replace(clause, stop=leads[-1].end(), named=named)


_DUTY = re.compile(
    r"(?:\([一二三四五六七八九十]{1,3}\) ?|[^\u4e00-\u9fff]{0,8})(?P<units>[^:。,;]{2,60}?)(?::|。)(?=.)"
)


def duty_of(text: str) -> list[Clause]:
    """县财政局:落实资金 below a heading that speaks of duties: who, then what, with no verb of a role."""
    head = _DUTY.match(text)
    reading = read_clause(head["units"]) if head else None
    if not head or not reading or reading.odd or not reading.named:
        return []
    return [_with_leads(text, clause_of(head.start("units"), head.end(), reading, head.start("units")))]


def whole_sentence(text: str, start: int, stop: int, rules: Rules) -> Clause | None:
    """The clause of a stretch each piece of which assigns something (市园林局牵头公园建设,市水利局参与)."""
    pieces = list(_pieces(text, start, stop))
    found = list(_assigning(text, start, stop, rules))
    return next(_as_clause(found), None) if len(found) == len(pieces) else None


def _sentence(text: str, start: int, stop: int, rules: Rules, *, charged: bool) -> Iterator[Clause]:
    """What one sentence assigns, as one clause; `charged`: one before it has charged somebody."""
    if stop - start > LONGEST:
        return
    may = charged or prose().opens.search(text, start, stop)
    if may and not prose().excepted.search(text, start, stop):
        yield from _as_clause(list(_assigning(text, start, stop, rules, charged=charged)))


def _assigning(text: str, start: int, stop: int, rules: Rules, *, charged: bool = False) -> Iterator[Piece]:
    """The pieces of a sentence that assign something."""
    for a, b in _pieces(text, start, stop):
        piece = read_piece(text, a, b, rules, beside=charged)
        if piece and (piece.own or charged):
            charged = True
            yield piece


def _as_clause(pieces: Sequence[Piece]) -> Iterator[Clause]:
    """One clause: beside a lead everybody supports."""
    named = beside_leads([each for piece in pieces for each in piece.named])
    if named:
        odd = tuple(span for piece in pieces for span in piece.odd)
        yield Clause(named[0].start, pieces[-1].stop, tuple(named), odd)


_CUT = re.compile(
    "(?<=牵头|配合|负责|参与)(?:、|(?=[省市州区县旗盟镇乡各][^,;]{2,40}(?:牵头|配合|负责|参与|协助)))"
)
"""Behind a role's verb 、 counts as a comma, and one may be missing (市园林局牵头市财政局配合)."""
_HELD = re.compile("(?:在|按照?|依照?)(?:各自|工作)*(?:职责|职能|权限|分工)+(?:范围|权限)?内?$")
"""在职责范围内,分别负责…: behind the comma the piece goes on."""
_HELD_LONGEST = 16


def _pieces(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """The stretches of a sentence that may each say who does what: those between its commas."""
    held = None
    for first, last in split_outside(text[start:stop], ",:"):
        first, last = first + start if held is None else held, last + start
        held = first if _HELD.search(text, max(first, last - _HELD_LONGEST), last) else None
        if held is not None:
            continue
        for cut in _CUT.finditer(text, first, last):
            yield first, cut.start()
            first = cut.end()
        yield first, last
