"""A document's text cut into stretches, each with the facts that were read from it."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from loaders.extraction import Extraction

_RANK = {"finding": 0, "lead": 1, "responsible": 2, "support": 3, "indicator": 4, "citation": 5}
"""Where facts overlap, the first of these gives the colour."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A fact with its span; `kind` is a role, indicator, citation or finding, `label` says it in words."""

    start: int
    stop: int
    kind: str
    label: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of the text; without a kind nothing was read from it."""

    text: str
    start: int
    kind: str = ""
    label: str = ""


_ROLES = {"lead": "牵头", "support": "配合", "responsible": "负责"}


def marks(extraction: Extraction) -> list[Mark]:
    """All facts with a place, by place."""
    found = list(_marks(extraction))
    return sorted(found, key=lambda m: (m.start, _RANK[m.kind], m.stop))


def _marks(extraction: Extraction) -> Iterator[Mark]:
    for task in extraction.tasks:
        for each in task.assignments:
            if each.start is not None and each.stop is not None:
                yield Mark(
                    each.start, each.stop, each.role, f"{_ROLES[each.role]}:{each.unit}({task.title[:30]})"
                )
    for target in extraction.indicators:
        if target.start is not None and target.stop is not None:
            top = f"—{target.value_max:g}" if target.value_max is not None else ""
            words = f"指标:{target.name} {target.op} {target.value:g}{top} {target.unit}"
            yield Mark(target.start, target.stop, "indicator", words)
    for citation in extraction.citations:
        if citation.start is not None and citation.stop is not None:
            yield Mark(
                citation.start, citation.stop, "citation", f"引用:{citation.doc_number or citation.title}"
            )
    for finding in extraction.findings:
        if finding.start is not None and finding.stop is not None:
            yield Mark(finding.start, finding.stop, "finding", finding.message)


def stretches(extraction: Extraction, also: Iterable[int] = ()) -> list[Stretch]:
    """The whole text in order, cut where a fact begins or ends, and at the places of `also`.

    Joined again it is the text.
    """
    return cut(extraction.text, marks(extraction), also=also)


def cut(text: str, found: Sequence[Mark], start: int = 0, also: Iterable[int] = ()) -> list[Stretch]:
    """`text`, whose first character has the place `start`, in stretches with the facts of `found`."""
    stop = start + len(text)
    places = {start, stop, *(place for place in also if start < place < stop)}
    places.update(place for mark in found for place in (mark.start, mark.stop))
    ordered = sorted(found, key=lambda m: (m.start, _RANK[m.kind], m.stop))
    out: list[Stretch] = []
    open_marks: list[Mark] = []
    upcoming = 0
    for first, last in itertools.pairwise(sorted(places)):
        while upcoming < len(ordered) and ordered[upcoming].start <= first:
            open_marks.append(ordered[upcoming])
            upcoming += 1
        open_marks = [m for m in open_marks if m.stop > first]
        best = min(open_marks, key=lambda m: (_RANK[m.kind], m.stop - m.start), default=None)
        label = ";".join(dict.fromkeys(m.label for m in open_marks))
        piece = text[first - start : last - start]
        out.append(Stretch(piece, first, best.kind if best else "", label))
    return out
