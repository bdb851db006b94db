"""Who does what in one piece of a running sentence: 建设任务由县园林局牵头; 县水利局要负责清淤沟渠.

A piece assigns work where units and nothing else stand between its head (or 由) and a verb that gives
a role; what is to be done may follow. `prose` in `cues.toml` holds the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from loaders.clauses.cues import ROLE_OF, prose
from loaders.clauses.named import Named
from loaders.clauses.roles import NO_RULES, Rules, Span, read_clause
from loaders.clauses.split import trim
from loaders.extraction import Role
from loaders.lexicon import kind_of

_GOES_ON = re.compile("[^\u4e00-\u9fff]*(?:并|并且|同时)?[要应须]?")
"""What may stand before a 会同 without a subject of its own."""
_LONGEST = 160
"""Characters of a list of units in a running sentence."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What a piece assigns, and where the words that say so end.

    `own`: it has a subject of its own, and does not only go on with what precedes it (会同市财政局落实).
    `odd`: what stands among its units and is none.
    """

    named: tuple[Named, ...]
    stop: int
    own: bool = True
    odd: tuple[Span, ...] = ()


def read_piece(
    text: str, start: int, stop: int, rules: Rules = NO_RULES, *, beside: bool = False
) -> Piece | None:
    """What the piece of a folded text between `start` and `stop` assigns; None when it assigns nothing.

    `beside`: its sentence has already charged somebody.
    """
    together = prose().together.search(text, start, stop)
    if together:
        return _together(text, start, together, stop)
    return _charged(text, start, stop, rules, beside=beside)


def _charged(
    text: str, start: int, stop: int, rules: Rules = NO_RULES, *, beside: bool = False
) -> Piece | None:
    """Units, then a verb: 县水利局要负责清淤沟渠."""
    for verb in prose().verb.finditer(text, start, stop):
        by = text.rfind("由", max(start, verb.start() - _LONGEST), verb.start()) + 1
        if (verb["by"] and not by and not beside) or (verb["beside"] and not beside):
            continue
        role = ROLE_OF.get(verb.lastgroup or "", "responsible")
        mixed = beside and role == "support"
        named, odd = _subject(text, start, verb.start(), role, rules, mixed=mixed)
        if named:
            return Piece(named, verb.end(), odd=odd)
    return _dutiful(text, start, stop, rules, beside=beside)


_EXHORTED = ("各", "有关", "相关", "地方")


def _dutiful(text: str, start: int, stop: int, rules: Rules, *, beside: bool) -> Piece | None:
    """县园林局、县水利局要按职责分工,建园三处: offices by name, beside others lines of administration too;
    all (各部门) are but exhorted."""
    duty = prose().dutiful.search(text, start, stop)
    named, odd = _subject(text, start, duty.start(), "responsible", rules) if duty else ((), ())
    if not duty or odd or not named:
        return None
    if any(each.unit.startswith(_EXHORTED) for each in named) or (not beside and _are_exhorted(named)):
        return None
    return Piece(named, duty.end())


def _are_exhorted(named: Iterable[Named]) -> bool:
    """Are there lines of administration or collectives among them, and not only offices by name?"""
    return any(kind_of(each.unit) == "collective" for each in named)


def _together(text: str, start: int, mark: re.Match[str], stop: int) -> Piece | None:
    """会同: those behind it support whoever stands before it."""
    helpers, end = _ahead(text, mark.end(), stop)
    if not helpers and end == mark.end():
        return None
    if _GOES_ON.fullmatch(text, start, mark.start()):
        return Piece(helpers, end, own=False)
    before = _charged(text, start, mark.start())
    if before:
        return Piece((*before.named, *helpers), end)
    if "由" not in text[start : mark.start()] and prose().watches.search(text, end, stop):
        return None
    verb = prose().verb.match(text, end, stop)
    role: Role = "lead" if verb and verb["lead"] else "responsible"
    named, _ = _subject(text, start, mark.start(), role, NO_RULES)
    if not verb and "由" not in text[start : mark.start()] and _are_exhorted(named):
        return None  # 数据主管部门会同有关部门加强统筹 tells how, and charges nobody
    return Piece((*named, *helpers), verb.end() if verb else end) if named else None


def _ahead(text: str, start: int, stop: int) -> tuple[tuple[Named, ...], int]:
    """The units from `start` on and where their list ends; none, and `start`, when there are none."""
    ends = (m.start() for m in prose().follows.finditer(text, start + 1, min(stop, start + _LONGEST)))
    for end in (*ends, stop):
        reading = read_clause(text[start:end], default="support")
        if not reading.odd:
            return tuple(_moved(reading.named, start)), end
    return (), start


def _subject(
    text: str, start: int, stop: int, role: Role, rules: Rules, *, mixed: bool = False
) -> tuple[tuple[Named, ...], tuple[Span, ...]]:
    """The units that a piece begins with, or that 由 names, and what is none; none, when anything else
    stands there: `mixed` lets as many other names stand among them (市级新闻媒体)."""
    own = rules if role == "responsible" else replace(rules, first_leads=False)
    for first in _heads(text, start, stop):
        first, last = trim(text, first, stop)
        if last - first > _LONGEST:
            continue
        reading = read_clause(text[first:last], default=role, rules=own)
        known = [each for each in reading.named if (each.start, each.stop) not in reading.odd]
        sure = not reading.odd or (mixed and len(known) >= len(reading.odd))
        if sure and known and not any(prose().own_bodies.search(each.unit) for each in known):
            return tuple(_moved(known, first)), tuple((a + first, b + first) for a, b in reading.odd)
    return (), ()


def _heads(text: str, start: int, stop: int) -> Iterator[int]:
    """Where the units may begin: behind 由, else behind a word that leads in (同时) or at the head."""
    by = text.rfind("由", max(start, stop - _LONGEST), stop) + 1
    if by:
        yield by
        return
    heads = [start]
    for pattern in prose().lead_ins:
        found = pattern.match(text, heads[-1], stop)
        heads.append(found.end() if found else heads[-1])
    yield from reversed(heads[1:])


def _moved(named: Iterable[Named], by: int) -> Iterator[Named]:
    for each in named:
        yield each._replace(start=each.start + by, stop=each.stop + by)
