"""Paragraphs that belong together: labels below what they are of, lists over several lines, brackets that a
line end parted from their sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from loaders.clauses.cues import read_cue
from loaders.clauses.labels import label_at
from loaders.clauses.roles import read_clause
from loaders.passage import Passage, joined


def joined_labels(paragraphs: list[Passage], closing: Sequence[Passage] = ()) -> list[Passage]:
    """Labels on lines of their own (牵头单位:, 配合单位:) belong to the paragraph above them.

    So does what goes on with a label's list, after 市司法局 牵头 on a line of its own, or stands below the
    label alone (责任单位:); and a clause in brackets that a line end parted from its sentence, but for those
    `closing` a section.
    """
    out: list[Passage] = []
    labelled = within = False
    for each, below in zip_longest(paragraphs, paragraphs[1:]):
        goes_on = within
        within = bool(out) and below is not None and _ends_within(out[-1].text, each.text, below.text)
        if goes_on or (within and each.text[:1] == "("):
            out[-1] = joined([out[-1], each])
            continue
        head = label_at(each.text.lstrip(" \t—-·*"))
        goes_on = labelled and not head and _goes_on(out[-1].text, each.text)
        if out and each not in closing and (head or goes_on or is_clause(each.text)):
            out[-1] = joined([out[-1], each], "," if goes_on else "\t")
        elif len(each):
            out.append(each)
        labelled = bool(out) and (head is not None or goes_on)
    return out


def is_clause(text: str) -> bool:
    """Is a paragraph nothing but a bracket that names units?"""
    return _IN_BRACKETS.fullmatch(text) is not None and bool(read_clause(text.rstrip("。;")[1:-1]).named)


_IN_BRACKETS = re.compile(
    r"[(〔【][^()〔〕【】]{2,400}(?:\([^()]{1,40}\)[^()〔〕【】]{0,400}){0,9}[)〕】][。;]?"
)


def _ends_within(above: str, text: str, below: str) -> bool:
    """Does a line end with a bracket that holds one short name, amid a sentence (…党组, (党委), 开展…)?"""
    bracket = _QUALIFIES.search(text)
    if bracket is None or not _WORD.match(below) or 0 < bracket.start() <= _TITLE or label_at(text):
        return False
    return not (text[: bracket.start()] or above).endswith(_STOPS)


_QUALIFIES = re.compile(r"\([一-鿿]{2,3}\)$")
_TITLE = 12
"""Characters of a paragraph's title, behind which a bracket tells who does it (宣传活动(团委))."""
_WORD = re.compile("[一-鿿]")
_STOPS = tuple("。;:!?”)」")


def _goes_on(above: str, text: str) -> bool:
    """Is this line all units and verbs, below a list that ends with a verb or a separator?"""
    if not (read_cue(above) or above[-1:] in "、,;:"):
        return False
    reading = read_clause(text.strip(" \t。;"), listed=above.endswith(":"))
    return bool(reading.named) and not reading.odd
