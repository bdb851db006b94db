"""What a search gives, and how its words are read."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

KINDS = ("unit", "plan", "indicator", "task")
LONGEST = 100
"""Characters of a search that are looked at."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: its kind, id, and how well it fits (comparable within one search only)."""

    kind: str
    id: str
    score: float


@dataclass(frozen=True, slots=True)
class Hits:
    """A window of what was found, the best first; `total` counts all of it."""

    total: int
    found: tuple[Hit, ...] = ()


def folded(text: str) -> str:
    """A text as it is searched: NFKC, lower case, one blank for all but letters and digits."""
    plain = unicodedata.normalize("NFKC", text).lower()
    return " ".join("".join(c if c.isalnum() else " " for c in plain).split())


def words_of(text: str) -> list[str]:
    """The words of a search, folded, each once; [] when there is nothing to look for."""
    return list(dict.fromkeys(folded(text[:LONGEST]).split()))


def pairs_of(word: str) -> list[str]:
    """The pairs of neighbouring characters of a word; the word itself when it is a single one."""
    return [word[n : n + 2] for n in range(len(word) - 1)] or [word]
