"""Names with one letter wrong."""

from __future__ import annotations

from dataclasses import replace

from graph.asking.cues import NAME
from graph.asking.mention import Mention
from graph.asking.organs import LONGEST, ORGAN_LAST, named_body, reads_body
from graph.asking.things import Things, shape_of
from loaders.lexicon import find_region


def miswritten_place(text: str, at: int, things: Things) -> Mention | None:
    """A place of three letters or more with one of them wrong, before a body (青兰市教育局)."""
    for name in things.long_places.get(text[at], ()):
        end = at + len(name)
        word = text[at:end]
        likely = len(word) == len(name) and NAME not in word and _one_off(word, name)
        if likely and find_region(word) is None and reads_body(text, end, things):
            return Mention("region", at, end, things.by_place[name], text=word, exact=False)
    return None


def miswritten_body(text: str, at: int, things: Things) -> Mention | None:
    """A body's name with one character wrong within it (卫建委 for 卫健委)."""
    for end in range(min(len(text), at + LONGEST), at + 2, -1):
        word = text[at:end]
        if NAME in word or word[-1] not in ORGAN_LAST:
            continue
        alike = {ids for name, ids in things.by_shape.get(shape_of(word), ()) if _one_off(word, name)}
        if len(alike) == 1:
            return replace(named_body(text, at, end, alike.pop()), exact=False)
    return None


def _one_off(word: str, name: str) -> bool:
    return sum(a != b for a, b in zip(word, name, strict=True)) == 1
