"""The words that tell roles, as rows of `cues.toml`."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, cast

from loaders.extraction import Role


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
    """All of `cues.toml`; `labels` maps a label word to its role, None for one that names no unit.

    `deadlines`: the label words that a time follows; `beside`: those that count beside others only;
    `signs`: what may stand beside a leading unit's name where the document says so (`sign_leads`);
    `remark`: tokens that say how to read the clause.
    """

    cues: tuple[Cue, ...]
    marks: tuple[tuple[Role, bool, re.Pattern[str]], ...]
    labels: dict[str, Role | None]
    first_leads: re.Pattern[str]
    nobody: re.Pattern[str]
    time: re.Pattern[str]
    nobody_but: re.Pattern[str]
    deadlines: tuple[str, ...]
    beside: frozenset[str]
    signs: str
    sign_leads: re.Pattern[str]
    remark: re.Pattern[str]

    @property
    def label(self) -> re.Pattern[str]:
        """A label with its colon; group 1 is the word."""
        return _label_pattern()


@cache
def cues() -> Cues:
    """The rows of `cues.toml`, read once."""
    data = _data()
    labels = {word: cast(Role | None, row["role"] or None) for row in data["label"] for word in row["words"]}
    return Cues(
        tuple(Cue(row["role"], re.compile(row["pattern"]), row["seen"]) for row in data["cue"]),
        tuple((row["role"], row["whole"], re.compile(row["pattern"])) for row in data["mark"]),
        labels,
        re.compile(data["first_leads"]["pattern"]),
        re.compile(data["nobody"]["pattern"]),
        re.compile(data["time"]["pattern"]),
        re.compile(data["nobody"]["keep"]),
        tuple(word for row in data["label"] if row.get("deadline") for word in row["words"]),
        frozenset(word for row in data["label"] if row.get("beside") for word in row["words"]),
        data["sign_leads"]["signs"],
        re.compile(data["sign_leads"]["pattern"]),
        re.compile(data["remark"]["pattern"]),
    )


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((resources.files(__package__) / "cues.toml").read_text("utf-8"))


@cache
def _label_pattern() -> re.Pattern[str]:
    words = sorted((w for row in _data()["label"] for w in row["words"]), key=len, reverse=True)
    spaced = "|".join(map(blanks_inside, words))
    return re.compile(rf"[\[【(〔]?({spaced}) ?(?:[\]】)〕] ?[::]?|[::]|为 ?[::])")


def blanks_inside(word: str) -> str:
    """A pattern for a label word whose characters may stand apart, as offices set them (责 任 人)."""
    return "[ \t]{0,4}".join(word)


_TAIL = 40
"""A cue is a few characters; patterns look at no more of a token than this."""


def read_cue(token: str) -> tuple[Role, int] | None:
    """The role that a token's end tells, and where the cue begins; None when it tells none."""
    base = max(0, len(token) - _TAIL)
    tail = token[base:]
    for cue in cues().cues:
        match = cue.pattern.search(tail)
        if match:
            return cue.role, base + match.start()
    return None


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


def names_nobody(name: str) -> bool:
    """Is this a phrase such as 其他相关单位, which names no unit?"""
    return cues().nobody.fullmatch(name) is not None and not cues().nobody_but.search(name)


def tells_time(token: str) -> bool:
    """Does this token of a clause say by when (6月底前完成), and so names no unit?"""
    return len(token) <= 24 and cues().time.fullmatch(token) is not None
