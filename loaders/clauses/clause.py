"""A clause as it is found: who does what in some span of an item's text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.clauses.named import Named
from loaders.clauses.roles import Reading

ACTS = re.compile(r"牵头|负责|配合|参与|协办|主办|落实|职责|下同|组织实施")
"""What a sentence that is a clause, or opens with one, holds one of."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause in an item's folded text: its span and what it says, offsets into that text.

    `odd`: what stands among the units and is none; `times`: what says by when.
    """

    start: int
    stop: int
    named: tuple[Named, ...]
    odd: tuple[tuple[int, int], ...] = ()
    first_leads: bool = False
    times: tuple[tuple[int, int], ...] = ()


def clause_of(start: int, stop: int, reading: Reading, by: int) -> Clause:
    """The clause of a reading whose own text begins at `by`."""
    named = tuple(Named(n.unit, n.role, n.start + by, n.stop + by) for n in reading.named)
    odd, times = (tuple((a + by, b + by) for a, b in spans) for spans in (reading.odd, reading.times))
    return Clause(start, stop, named, odd, reading.first_leads, times)
