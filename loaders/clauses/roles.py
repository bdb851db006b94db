"""A clause, token by token: units gather until a cue says what they do.

市工信局牵头,市财政局、市税务局等按职责分工负责 — the units since the last cue take its role. Beside a
lead, everybody else supports (gold README, Tasks).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.clauses.cues import cues, names_nobody, read_cue, tells_time
from loaders.clauses.names import restore
from loaders.clauses.split import split_outside, trim
from loaders.extraction import Role
from loaders.lexicon import is_unit


@dataclass(frozen=True, slots=True)
class Named:
    """A unit with its role; `start`, `stop` enclose its name in the text that was read."""

    unit: str
    role: Role
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What a clause says. `odd`: spans of tokens that are no unit; `cued`: a cue or label stood there;
    `first_leads`: it states that the first-listed unit leads from here on."""

    named: tuple[Named, ...]
    odd: tuple[tuple[int, int], ...] = ()
    cued: bool = False
    first_leads: bool = False


SEPARATORS = "、,;。:\t\n/|"
_PREFIX = re.compile(
    r"[-—·●\s]{0,4}(?:(?:以上|上述|本|该|此|各|[^、由]{0,6})(?:任务|工作|事项|项目|部分|内容|措施|行动)(?:分别|均|统一)?)?"
    r"(?:分别|统一|拟|主要|具体)?由(?=.)|[-—·●]{1,4}"
)
"""由 and what may stand before it: 以上任务由…, 由…. No unit's name begins so."""
_LOOSE_PREFIX = re.compile(r"(?:其中|请|并|同时|以及|及|和|与)(?=.)")
"""Words that a unit's name could begin with, so they go only when it is none with them."""
_WITH = re.compile(r"会同|商请")
_AND = re.compile(
    r"(?<=[局委办厅部院行府会司团校站所署社处镇乡心])(?:以及|及其|和|及|与|并)(?=[^其])"
    r"|等(?:有关|相关)?(?:单位|部门)?(?:以及|和|及|与)"
)
_ETC_TAIL = re.compile(
    r"等(?:\d{1,3}个|[一二三四五六七八九十]{1,2}[个家])?(?:有关|相关|市直|区直|县直|各|职能|责任|成员)*(?:单位|部门|机构|科室|处室|企业|方面)?$"
)


def read_clause(text: str, *, default: Role = "responsible", first_leads: bool = False) -> Reading:
    """Units and roles of a folded clause in printed order; `default` when no cue says it.

    `first_leads`: the document has stated that the first-listed unit leads.
    """
    named: list[Named] = []
    odd: list[tuple[int, int]] = []
    pending: list[tuple[int, int]] = []
    role_now: Role = default
    cued = stated = silent = False
    for start, stop in split_outside(text, SEPARATORS):
        token = text[start:stop]
        if tells_time(token):
            continue
        if cues().first_leads.search(token) or token == "下同":
            stated = True
            continue
        label = cues().labels.get(token)
        if label or token in cues().labels:
            named += _close(text, pending, role_now, odd)
            # a label such as 完成时限 or 责任人 names no unit: what follows it is passed over
            pending, role_now, cued, silent = [], label or default, True, label is None
            continue
        if silent:
            continue
        cue = read_cue(token)
        if cue is None:
            pending.append((start, stop))
            continue
        cued = True
        pending.append((start, start + cue[1]))
        named += _with_others(text, pending, cue[0], odd)
        pending = []
    named += _close(text, pending, role_now, odd)
    if stated:
        first_leads = True
    return Reading(tuple(_settle(named, first_leads)), tuple(odd), cued, stated)


def read_list(text: str, role: Role) -> Reading:
    """Units of a list that a label or a table's header gives `role` to; cues inside are obeyed."""
    return read_clause(text, default=role)


def _with_others(
    text: str, spans: list[tuple[int, int]], role: Role, odd: list[tuple[int, int]]
) -> list[Named]:
    """会同: those before it have the clause's role, those after it support."""
    for number, (start, stop) in enumerate(spans):
        match = _WITH.search(text, start, stop)
        if match and (match.start() == start or is_unit(text[start : match.start()].strip())):
            before = [*spans[:number], (start, match.start())]
            after = [(match.end(), stop), *spans[number + 1 :]]
            own: Role = "support" if match.start() == start and not spans[:number] else role
            return _close(text, before, own, odd) + _close(text, after, "support", odd)
    return _close(text, spans, role, odd)


def _close(
    text: str, spans: Sequence[tuple[int, int]], role: Role, odd: list[tuple[int, int]]
) -> list[Named]:
    """The units of these tokens, prefixes and suffixes that they share restored."""
    names = [piece for span in spans for piece in _names(text, *span)]
    kept = []
    for start, stop in names:
        name = text[start:stop]
        if names_nobody(name):
            continue
        kept.append((start, stop))
    restored = restore(["".join(text[a:b].split()) for a, b in kept])
    sure = [is_unit(name) or _COLLECTIVE.fullmatch(name) is not None for name in restored]
    found = []
    for (start, stop), name, known in zip(kept, restored, sure, strict=True):
        if known or (any(sure) and _looks_like_unit(name)):
            found.append(Named(name, role, start, stop))
        if not known:
            odd.append((start, stop))
    return found


_COLLECTIVE = re.compile("各.{2,16}(?:部门|单位|机构)")
"""各 and what they have in common, duties included: 各负有监管职责的部门. 各相关单位 is cut before."""
_COPIED = re.compile(r"[省市州区县旗镇乡][^的了,。;:]{2,12}$")
_VERB = re.compile(
    "推进|推动|加强|落实|做好|开展|完善|提升|负责|牵头|实施|建立|健全|确保|加快|组织|协调|工作"
)


def _looks_like_unit(name: str) -> bool:
    """Among units, a name that begins as theirs and holds no verb: printed with a fault, and kept."""
    return _COPIED.match(name) is not None and not _VERB.search(name)


def _names(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """The names inside one token: joined by 和 or 及 after an organ's last character."""
    start, stop = trim(text, start, stop)
    prefix = _PREFIX.match(text, start, stop)
    start = prefix.end() if prefix else start
    loose = _LOOSE_PREFIX.match(text, start, stop)
    if loose and not is_unit(text[start:stop]):
        start = loose.end()
    tail = _ETC_TAIL.search(text, max(start, stop - 16), stop)
    if tail and tail.start() >= start:
        stop = tail.start()
    if start >= stop:
        return
    if any(char.isspace() for char in text[start:stop]):
        pieces = list(_spaced(text, start, stop))
        if len(pieces) > 1:
            yield from pieces
            return
    last = start
    for joint in _AND.finditer(text, start, stop):
        if text.count("(", last, joint.start()) == text.count(")", last, joint.start()) and is_unit(
            text[last : joint.start()]
        ):
            yield trim(text, last, joint.start())
            last = joint.end()
    if last < stop:
        yield trim(text, last, stop)


_OWN_PREFIX = re.compile(r"[省市州区县旗镇乡各]")


def _spaced(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Blanks part names where each piece is one that begins anew (市教育局 市财政局).

    Else they are a line break inside a cell (区发改 财政局).
    """
    pieces = [(start + m.start(), start + m.end()) for m in re.finditer(r"\S+", text[start:stop])]
    words = [text[a:b] for a, b in pieces]
    if all(is_unit(word) and _OWN_PREFIX.match(word) for word in words):
        yield from pieces
    else:
        yield trim(text, start, stop)


def _settle(named: list[Named], first_leads: bool) -> list[Named]:
    """Beside a lead everybody supports; where the document says so, the first-listed leads."""
    if first_leads and named and not any(n.role == "lead" for n in named):
        named = [replace(named[0], role="lead"), *named[1:]]
    if any(n.role == "lead" for n in named):
        named = [replace(n, role="support") if n.role == "responsible" else n for n in named]
    return list({(n.unit, n.role): n for n in reversed(named)}.values())[::-1]
