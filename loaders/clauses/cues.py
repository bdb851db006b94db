"""The words that tell roles, as rows of `cues.toml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Literal, NamedTuple

from loaders.data_files import tables
from loaders.extraction import ROLES, Role

LabelKind = Literal["lead", "support", "responsible", "member", "time", "none"]
"""What a label's word says: a role; `member`s are read beside a lead; `time` and `none` name no unit."""
ROLE_OF: dict[str, Role] = {
    "lead": "lead",
    "support": "support",
    "responsible": "responsible",
    "member": "support",
}


@dataclass(frozen=True, slots=True)
class Cue:
    """A word after the units that it gives `role` to."""

    role: Role
    pattern: re.Pattern[str]
    seen: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A remark in brackets behind a unit: its role, where it begins; `whole`: it speaks of the list."""

    role: Role
    start: int
    whole: bool


@dataclass(frozen=True, slots=True)
class Cues:
    """All of `cues.toml`; `labels` in the order tried: kind, pattern of the word, example.

    `parted_by`: the rule that those before a mark lead, the mark's word its group, by `marks_named`;
    `parted_without`: that nobody leads where the mark is missing.
    `signs`: what may stand beside a leading unit's name where the document says so (`sign_leads`);
    `alone_leads`: the rule that those responsible lead where nobody is named to; `remark`: tokens that
    say how to read the clause; `aside`: a remark of several tokens; `leads_elsewhere`: those who lead
    something else, whom a clause names together; `mainly`: the label of those mainly responsible, who lead
    where the document names any `beside_mainly`; `once`: that a clause names somebody for all that follow.
    """

    cues: tuple[Cue, ...]
    headings: tuple[Cue, ...]
    marks: tuple[tuple[Role, bool, re.Pattern[str]], ...]
    labels: tuple[tuple[LabelKind, re.Pattern[str], str], ...]
    first_leads: re.Pattern[str]
    parted_by: re.Pattern[str]
    parted_without: re.Pattern[str]
    parted_seen: tuple[str, ...]
    marks_named: dict[str, str]
    nobody: re.Pattern[str]
    time: re.Pattern[str]
    nobody_but: re.Pattern[str]
    signs: str
    sign_leads: re.Pattern[str]
    alone_leads: re.Pattern[str]
    remark: re.Pattern[str]
    aside: re.Pattern[str]
    leads_elsewhere: re.Pattern[str]
    mainly: re.Pattern[str]
    beside_mainly: re.Pattern[str]
    once: re.Pattern[str]


@cache
def cues() -> Cues:
    """The rows of `cues.toml`, read once."""
    data = _data()
    return Cues(
        _cues_of(data["cue"]),
        _cues_of(data["heading"]),
        tuple((row["role"], row["whole"], re.compile(row["pattern"])) for row in data["mark"]),
        tuple((row["kind"], re.compile(_filled(row["pattern"])), row["seen"]) for row in data["label"]),
        re.compile(data["first_leads"]["pattern"]),
        re.compile(data["parted_by"]["pattern"]),
        re.compile(data["parted_by"]["without"]),
        tuple(data["parted_by"]["seen"]),
        data["parted_by"]["marks"],
        re.compile(data["nobody"]["pattern"]),
        re.compile(data["time"]["pattern"]),
        re.compile(data["nobody"]["keep"]),
        data["sign_leads"]["signs"],
        re.compile(data["sign_leads"]["pattern"]),
        re.compile(data["alone_leads"]["pattern"]),
        re.compile(data["remark"]["pattern"]),
        re.compile(data["aside"]["pattern"]),
        re.compile(data["leads_elsewhere"]["pattern"]),
        re.compile(data["mainly"]["pattern"]),
        re.compile(data["mainly"]["beside"]),
        re.compile(data["once"]["pattern"]),
    )


def _cues_of(rows: list[dict[str, Any]]) -> tuple[Cue, ...]:
    return tuple(Cue(row["role"], re.compile(row["pattern"]), row["seen"]) for row in rows)


@dataclass(frozen=True, slots=True)
class Prose:
    """The words of sentences that assign work by the way (`prose` in `cues.toml`).

    `verb` has a group for each role, `by` for the verbs that do only behind 由, and `beside` for those
    that do only in a sentence that has charged somebody. `opens`: what every sentence that assigns
    anything holds one of.
    """

    opens: re.Pattern[str]
    lead_ins: tuple[re.Pattern[str], ...]
    verb: re.Pattern[str]
    together: re.Pattern[str]
    follows: re.Pattern[str]
    excepted: re.Pattern[str]
    own_bodies: re.Pattern[str]
    watches: re.Pattern[str]
    dutiful: re.Pattern[str]


@cache
def prose() -> Prose:
    """The words of running sentences, read once."""
    row = _data()["prose"]
    kinds = (*ROLES, "by", "beside")
    verbs = "|".join(f"(?P<{kind}>{row[kind]})" for kind in kinds)
    return Prose(
        re.compile("|".join(["由", row["dutiful"], row["together"], *(row[role] for role in ROLES)])),
        tuple(re.compile(pattern) for pattern in row["lead_ins"]),
        re.compile(f"{row['between']}(?:{verbs})"),
        re.compile(row["together"]),
        re.compile(row["follows"]),
        re.compile(row["except"]),
        re.compile(row["own_bodies"]),
        re.compile(row["watches"]),
        re.compile(row["dutiful"]),
    )


@cache
def _data() -> dict[str, Any]:
    return tables(__package__, "cues")


def cue_rows(name: str) -> dict[str, Any]:
    """The table `name` of `cues.toml`, for the rule whose words it holds."""
    return dict(_data()[name])


def _filled(pattern: str) -> str:
    words = _data()["words"]
    return str(pattern.replace("{before}", words["before"]).replace("{body}", words["body"]))


@lru_cache(maxsize=8192)
def label_kind(word: str) -> LabelKind | None:
    """What the word of a label or of a column's heading says; None when it is neither."""
    return next((kind for kind, pattern, _ in cues().labels if pattern.fullmatch(word)), None)


_TAIL = 40
"""A cue is a few characters; patterns look at no more of a token than this."""


@lru_cache(maxsize=4096)
def read_cue(token: str) -> tuple[Role, int] | None:
    """The role that a token's end tells, and where the cue begins; None when it tells none."""
    base = max(0, len(token) - _TAIL)
    tail = token[base:]
    for cue in cues().cues:
        match = cue.pattern.search(tail)
        if match:
            return cue.role, base + match.start()
    return None


class Token(NamedTuple):
    """What a token of a clause says by its words alone, whatever stands beside it.

    `says`: that it tells by when, that the first-listed leads, or how to read the clause; "" for
    all else, which may be a label, or name units before a mark or a cue.
    """

    says: Literal["time", "first_leads", "remark", ""]
    label: LabelKind | None = None
    mark: Mark | None = None
    cue: tuple[Role, int] | None = None


@lru_cache(maxsize=8192)
def read_token(token: str) -> Token:
    """A token of a clause, as `tokens_of` cuts it."""
    if tells_time(token):
        return Token("time")
    if cues().first_leads.search(token):
        return Token("first_leads")
    if cues().remark.fullmatch(token):
        return Token("remark")
    mark = read_mark(token)
    cue = None if mark or cues().leads_elsewhere.fullmatch(token) else read_cue(token)
    return Token("", label_kind("".join(token.split())), mark, cue)


def read_mark(token: str) -> Mark | None:
    """The role that a remark in brackets at a token's end tells: 市园林局(牵头)."""
    if token[-1:] != ")":
        return None
    base = max(0, len(token) - _TAIL)
    for role, whole, pattern in cues().marks:
        match = pattern.search(token[base:])
        if match and base + match.start():
            return Mark(role, base + match.start(), whole)
    return None


def cue_of(token: str) -> Cue | None:
    """The row that `read_cue` reads a token by."""
    return next((cue for cue in cues().cues if cue.pattern.search(token[-_TAIL:])), None)


@lru_cache(maxsize=4096)
def names_nobody(name: str) -> bool:
    """Is this a phrase such as 其他相关单位, which names no unit?"""
    return cues().nobody.fullmatch(name) is not None and not cues().nobody_but.search(name)


def tells_time(token: str) -> bool:
    """Does this token of a clause say by when (6月底前完成), and so names no unit?"""
    return len(token) <= 24 and cues().time.fullmatch(token) is not None
