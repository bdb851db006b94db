"""The rows of cues.toml, and where they fire in a question."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

NAME = "\ue000"
"""Stands in the question for each character of a name that was recognised."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A row: what it signals, by which pattern, on which question."""

    signal: str
    pattern: re.Pattern[str]
    seen: str
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Fired:
    """A row's match: half-open span of the folded question."""

    signal: str
    start: int
    stop: int


@cache
def meanings() -> dict[str, str]:
    """What signals are called in Chinese; some have no name and are not shown."""
    data = tomllib.loads((resources.files(__package__) / "cues.toml").read_text("utf-8"))
    return {str(key): str(value) for key, value in data["meanings"].items()}


@cache
def _said() -> tuple[tuple[re.Pattern[str], str], ...]:
    data = tomllib.loads((resources.files(__package__) / "cues.toml").read_text("utf-8"))
    return tuple((re.compile(row["said"]), row["meant"]) for row in data["same"])


def meant(words: str) -> str:
    """Words of a theme as documents print them: gdp增速 → 地区生产总值增长."""
    for pattern, instead in _said():
        words = pattern.sub(instead, words)
    return words


@cache
def cues() -> tuple[Cue, ...]:
    """All rows in their order."""
    data = tomllib.loads((resources.files(__package__) / "cues.toml").read_text("utf-8"))
    return tuple(
        Cue(row["signal"], re.compile(row["pattern"]), row["seen"], row.get("alone", False))
        for row in data["cue"]
    )


def fire(masked: str) -> list[Fired]:
    """Every row's matches in a question whose names are masked, by place."""
    alone = [f for cue in cues() if cue.alone for f in _matches(cue, masked)]
    found = [
        fired
        for cue in cues()
        if not cue.alone
        for fired in _matches(cue, masked)
        if all(fired.stop <= other.start or fired.start >= other.stop for other in alone)
    ]
    return sorted([*alone, *found], key=lambda f: (f.start, f.stop, f.signal))


def without_noise(words: str) -> str:
    """Words without the politeness that they begin with: 我想知道蓝天行动 → 蓝天行动."""
    noise = [cue.pattern for cue in cues() if cue.signal == "noise"]
    while end := max((m.end() for p in noise if (m := p.match(words))), default=0):
        words = words[end:]
    return words


def _matches(cue: Cue, masked: str) -> list[Fired]:
    found = cue.pattern.finditer(masked)
    return [Fired(cue.signal, m.start(), m.end()) for m in found if m.end() > m.start()]
