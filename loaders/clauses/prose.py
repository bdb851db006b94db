"""Clauses inside running sentences: at the head of an item, of a paragraph, or of one of its sentences.

They are read only where a paragraph has no clause of its own.
"""

from __future__ import annotations

import itertools
import re

from loaders.clauses.clause import ACTS, Clause, clause_of
from loaders.clauses.roles import Named, Rules, read_clause
from loaders.clauses.split import list_end
from loaders.extraction import Role
from loaders.lexicon import is_unit, kind_of

_OPENS = re.compile(
    r"(?:\([一二三四五六七八九十]{1,3}\) ?|[一二三四五六七八九十]{1,3}、|[^\u4e00-\u9fff]{0,8})"
    r"(?P<by>由(?![于此来]|.{0,2}[至到]))"
)
_BY = re.compile(r"(?:^|(?<=[,;。])|\b)(?P<by>由[^,;。由]{2,80}?(?:牵头负责|牵头|负责))(?![人单同的])")
_PIECES = 6
"""A clause that opens a sentence says who in so many pieces."""


def in_prose(text: str, rules: Rules) -> list[Clause]:
    """The clauses of a paragraph's folded text that has no other; [] when its sentences hold none."""
    return _opening(text, rules) or _headed(text) or _subjects(text, rules)


def _opening(text: str, rules: Rules) -> list[Clause]:
    """The clauses of a paragraph that opens with one: 由市园林局负责,于4月底前…; 由市园林局负责新建…,由…."""
    opens = _OPENS.match(text)
    if opens is None:
        return []
    whole = _first_pieces(text, opens.start("by"), rules)
    if whole:
        return [whole]
    found = []
    for by in itertools.islice(_BY.finditer(text, opens.start("by")), _PIECES):
        reading = read_clause(by["by"], rules=rules)
        if reading.named and reading.cued and not reading.odd:
            found.append(clause_of(*by.span("by"), reading, by.start("by")))
    return found


def _first_pieces(text: str, start: int, rules: Rules) -> Clause | None:
    """The longest clause of whole pieces between commas, from `start` on."""
    best = None
    limit = list_end(text, start, len(text))
    for comma in itertools.islice(re.compile("[,;]").finditer(text, start, limit), _PIECES):
        piece = text[start : comma.start()]
        if not ACTS.search(piece[-12:]):
            continue
        reading = read_clause(piece, rules=rules)
        if reading.odd:
            break
        if reading.named and reading.cued:
            best = clause_of(start, comma.start(), reading, start)
    return best


_HEAD = re.compile(
    r"(?:\([一二三四五六七八九十]{1,3}\) ?|[一二三四五六七八九十]{1,3}、|[^\u4e00-\u9fff]{0,8})"
    r"(?P<unit>[^:。,;]{2,40}?)[:。] ?(?P<verb>牵头|负责|承担|具体负责|主要负责)"
)


def _headed(text: str) -> list[Clause]:
    """市公安局:负责查处违法停车: who, then what."""
    head = _HEAD.match(text)
    if not head or not is_unit(head["unit"]):
        return []
    role: Role = "lead" if head["verb"] == "牵头" else "responsible"
    return [Clause(head.start("unit"), head.end(), (Named(head["unit"], role, *head.span("unit")),))]


_SUBJECT = re.compile(
    r"(?:(?<=[。;])|^(?:\([一二三四五六七八九十]{1,3}\) ?|[一二三四五六七八九十]{1,3}、|"
    r"[^\u4e00-\u9fff]{0,8}))"
    r"(?P<who>[^。;,:]{2,80}?)(?:,?在(?:各自)?职责(?:范围|权限)内,?)?(?:要|应当?)?"
    r"(?:,?(?:按照?|依据?)(?:各自)?职责(?:分工)?,?)?(?:分别|具体|统一|共同|主要)*"
    r"(?P<verb>(?:对[^。;]{2,60}?)?负总责|(?:牵头负责|负责|牵头)(?![人单同的制任,。;]|作用))"
)


def _subjects(text: str, rules: Rules) -> list[Clause]:
    """Sentences whose subject is a unit that is charged with something: 市公安局负责查处违法停车。

    A task force that is charged with the plan as a whole is no task of somebody's.
    """
    found = []
    for subject in itertools.islice(_SUBJECT.finditer(text), _PIECES):
        role: Role = "lead" if subject["verb"].startswith("牵头") else "responsible"
        reading = read_clause(subject["who"], default=role, rules=rules)
        named = reading.named
        whole = bool(named) and not reading.odd and min(each.start for each in named) == 0
        if whole and not any(kind_of(each.unit) == "taskforce" for each in named):
            found.append(clause_of(subject.start("who"), subject.end(), reading, subject.start("who")))
    return found
