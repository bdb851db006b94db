"""The completion time of an item: behind a label (完成时限:2026年6月底前), or at the end of a clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from loaders.clauses.cues import label_kind
from loaders.clauses.labels import find_labels, label_at
from loaders.clauses.sentences import LONGEST
from loaders.clauses.split import bracket_groups
from loaders.data_files import pattern
from loaders.outline.run_on_labels import label_edges
from loaders.passage import Passage, fold, passage

_words = partial(pattern, __package__, "deadlines")
_VALUE = re.compile(
    r" ?([^。;\n)】〕\]\t]{2,40}?"
    r"(?:\n(?= ?(?:[0-9]{1,2} ?[月日]|[年月日底前末]|[上中下]旬))[^。;\n)】〕\]\t]{1,20}?)?)"
    r"(?= {2}|[。;\n)】〕\]\t]|$)"
)
"""Up to the end of its line, or of the next one where that goes on with the time."""


def label_deadline(text: str) -> str | None:
    """The deadline as printed, or None; `text` is the item's own text. Within a clause in brackets lines may
    break it, and its label, anywhere."""
    if "\n" in text and (broken := _in_brackets(passage(text))):
        return "".join(text[place] for place in broken.origin).strip(_STRAY)
    folded = _words("cut").sub(" ", fold(text))
    value = _value(folded)
    return text[slice(*value)].strip(_STRAY).replace("\n", "") if value else None


_STRAY = " ,，(（"


def _in_brackets(joined: Passage) -> Passage | None:
    """What stands behind a time's label in a bracket, the lines joined."""
    for start, stop in bracket_groups(joined.text):
        inner = joined.cut(start, stop) if stop - start <= LONGEST else None
        value = _value(inner.text) if inner else None
        if inner and value:
            return inner.cut(value[0], _before_label(inner, *value))
    return None


def _before_label(inner: Passage, start: int, stop: int) -> int:
    """Where a time ends: before the label that begins the next line, where one does."""
    breaks = (at for at in range(start + 1, stop) if inner.origin[at] > inner.origin[at - 1] + 1)
    return next((at for at in breaks if label_at(inner.text[at:])), stop)


def _value(folded: str) -> tuple[int, int] | None:
    """Where the time behind a label of times stands."""
    behind = [label.stop for label in find_labels(folded) if label.kind == "time"]
    values = (_VALUE.match(folded, stop) for stop in behind or _run_on(folded))
    return next((value.span(1) for value in values if value), None)


def _run_on(folded: str) -> Iterator[int]:
    """Behind the labels of times that no mark parts from the words before (…市财政局完成时限:6月底)."""
    for start in label_edges(folded):
        stop = folded.index(":", start)
        if label_kind(folded[start:stop]) == "time":
            yield stop + 1


def completion_time(token: str) -> str:
    """The time in a clause's token (6月底前完成), without its verb; "" for when something begins."""
    return "" if _words("begun").search(token) else _words("done").sub("", token)
