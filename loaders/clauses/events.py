"""Who holds a meeting, a course or a contest (主办单位:…, 承办单位:…) is charged with no task by that."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from loaders.clauses.cues import cue_rows
from loaders.outline.items import Item
from loaders.passage import Passage

_BEFORE = r"[\s·*-]{0,4}"
"""A mark of a list before a label."""


def without_organisers(item: Item, paragraphs: Sequence[Passage]) -> Sequence[Passage]:
    """The paragraphs without those that name who holds an event: below a heading that says so, beside the
    place where it is held, or in an item that is no more than such a label."""
    words = _words()
    own = [each.text for each in paragraphs]
    held = [words.label.match(text, _ordinal(item, n)) is not None for n, text in enumerate(own)]
    if not any(held):
        return paragraphs
    if not (held[0] or words.heading.search(item.title) or any(map(words.place.match, own))):
        return paragraphs
    return [p for p, of_event in zip(paragraphs, held, strict=True) if not of_event]


def _ordinal(item: Item, paragraph: int) -> int:
    return item.ordinal_length if paragraph == 0 else 0


class _Words(NamedTuple):
    label: re.Pattern[str]
    heading: re.Pattern[str]
    place: re.Pattern[str]


@cache
def _words() -> _Words:
    row = cue_rows("events")
    return _Words(
        re.compile(_BEFORE + row["label"]),
        re.compile(row["heading"]),
        re.compile(_BEFORE + row["place"]),
    )
