"""A name in a question."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.lexicon import Named


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the folded question: its kind, half-open span, and the ids that it may mean.

    kind: deadline (as tasks print it), body, region, foreign (a place that the graph doesn't have), paper,
    year, part, stranger (a body that no name or line of the graph fits).
    `level` is the word of a level that a body was named with (市工信局); `read` what its name says.
    """

    kind: str
    start: int
    stop: int
    ids: tuple[str, ...] = ()
    level: str = ""
    read: Named | None = None
    text: str = ""
    exact: bool = True
