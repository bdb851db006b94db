"""Words that say nothing of what a question is about: what is left of a theme without them."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources


@cache
def _words() -> tuple[frozenset[str], int]:
    """The words of filler.toml, and the length of the longest."""
    data = tomllib.loads((resources.files(__package__) / "filler.toml").read_text("utf-8"))
    words = frozenset(word for group in data.values() for word in group)
    return words, max(map(len, words))


def is_filler(text: str) -> bool:
    """Is this made of such words alone, one after the other?"""
    words, longest = _words()
    reached = [True, *(False for _ in text)]
    for stop in range(1, len(text) + 1):
        starts = range(max(0, stop - longest), stop)
        reached[stop] = any(reached[start] and text[start:stop] in words for start in starts)
    return reached[-1]
