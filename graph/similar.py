"""SIMILAR_TO of a whole store: what is loaded, what was known, and what people put right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from graph.build import DocumentRows
from graph.corrections import PairCorrection

if TYPE_CHECKING:
    # numpy and scipy take half a second: who reads a store doesn't wait for them
    from graph.counterparts import Pairs, Tasks

EDGE = "SIMILAR_TO"
THRESHOLD = 0.5
"""Scores from here on are answers."""


class Vectors(Protocol):
    """Where vectors are kept, by `Description.key`, so that a text is counted once."""

    def get(self, key: str) -> bytes | None:
        """What was put there; None for nothing."""

    def put(self, key: str, data: bytes) -> None:
        """Keep it."""


@dataclass(frozen=True, slots=True)
class Similar:
    """`edges` go into the graph, `pairs` is what the next update begins with.

    `altered` are the rows of `pairs` that corrections took away or changed.
    """

    pairs: Pairs
    edges: Any
    altered: Any


def tasks_of(documents: Iterable[DocumentRows], kept: Vectors) -> dict[str, Tasks]:
    """The tasks of documents, by document, with their vectors."""
    from graph.counterparts import Tasks, describe, pack, shipped, unpack, vectors

    found: dict[str, Tasks] = {}
    for each in documents:
        description = describe(each)
        key = description.key(shipped())
        known = kept.get(key)
        words = unpack(known) if known is not None else vectors(description.texts, shipped())
        if known is None:
            kept.put(key, pack(words))
        found[each.document] = Tasks(description.place, description.ids, description.functions, words)
    return found


def similar(
    documents: Mapping[str, Tasks], old: Pairs | None, corrections: Sequence[PairCorrection]
) -> Similar:
    """The pairs of these documents; what `old` says of unchanged ones is taken from there."""
    from graph.counterparts import shipped, update
    from graph.counterparts.corrected import corrected

    pairs = update(old, documents, shipped())
    edges, altered = corrected(pairs.table, corrections, documents)
    return Similar(pairs, edges, altered)


def with_similar(counts: Mapping[str, int], found: Similar | None) -> dict[str, int]:
    """Counts of edges by relationship, with those of SIMILAR_TO."""
    number = found.edges.num_rows if found else 0
    return {**counts, **({EDGE: number} if number else {})}
