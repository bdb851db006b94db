"""Hits of a search with what people see of them: names, a stretch of the text, and what to mark in both."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pydantic import BaseModel

from api.records import read_each
from graph.model import Row
from graph.searching import KINDS, Hit
from graph.searching.hits import folded, words_of
from graph.store import Store

_AROUND = 40
"""Characters before the first marked place of a text."""
_STRETCH = 160


class Found(BaseModel):
    """Something found: kind is unit, plan, indicator or task; `place` the region or plan that it is of.

    `text` is a stretch of the text; marks are half-open spans of name and text that hold a word.
    """

    kind: str
    id: str
    name: str
    text: str
    place: str | None = None
    score: float = 0.0
    name_marks: list[tuple[int, int]] = []
    text_marks: list[tuple[int, int]] = []


def found(store: Store, hits: Sequence[Hit], words: str) -> list[Found]:
    """The hits in their order; one that is gone meanwhile is left out."""
    rows: dict[tuple[str, str], Row] = {}
    for kind in KINDS:
        ids = [hit.id for hit in hits if hit.kind == kind]
        for row in read_each(store, f"hit_of_{kind}", ids) if ids else ():
            rows.setdefault((kind, str(row["id"])), row)
    wanted = words_of(words)
    return [_found(hit, rows[hit.kind, hit.id], wanted) for hit in hits if (hit.kind, hit.id) in rows]


def _found(hit: Hit, row: Row, words: Iterable[str]) -> Found:
    name, text = str(row["name"] or ""), str(row["text"] or "")
    marks = marked(text, words)
    start = max(0, marks[0][0] - _AROUND) if marks else 0
    stop = start + _STRETCH
    inside = [(a - start, min(b, stop) - start) for a, b in marks if a < stop]
    place = None if row["place"] is None else str(row["place"])
    return Found(
        kind=hit.kind, id=hit.id, name=name, text=text[start:stop], place=place, score=hit.score,
        name_marks=marked(name, words), text_marks=inside,
    )  # fmt: skip


def marked(text: str, words: Iterable[str]) -> list[tuple[int, int]]:
    """Where words stand in a text, or their longest beginnings and ends; without overlaps, in order."""
    plain, at = _plain(text)
    spans: list[tuple[int, int]] = []
    for word in words:
        for part in (word, *(word[:n] for n in range(len(word) - 1, 1, -1))):
            start = plain.find(part)
            if start < 0:
                continue
            while start >= 0:
                spans.append((at[start], at[start + len(part) - 1] + 1))
                start = plain.find(part, start + len(part))
            break
    kept: list[tuple[int, int]] = []
    for a, b in sorted(set(spans)):
        if not kept or a >= kept[-1][1]:
            kept.append((a, b))
    return kept


def _plain(text: str) -> tuple[str, list[int]]:
    """The text folded letter by letter, and where each letter stood."""
    letters: list[str] = []
    at: list[int] = []
    for place, character in enumerate(text):
        for each in folded(character) or " ":
            letters.append(each)
            at.append(place)
    return "".join(letters), at


def pieces(text: str, marks: Sequence[tuple[int, int]]) -> list[tuple[str, bool]]:
    """A text cut at its marks: (stretch, is it marked)."""
    cut: list[tuple[str, bool]] = []
    at = 0
    for start, stop in marks:
        cut += [(text[at:start], False), (text[start:stop], True)]
        at = stop
    return [piece for piece in [*cut, (text[at:], False)] if piece[0]]
