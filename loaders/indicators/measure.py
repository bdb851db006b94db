"""What is read: one quantified target."""

from __future__ import annotations

from typing import NamedTuple

from loaders.extraction import Op


class Measure(NamedTuple):
    """A target; `value` (and `value_max` of a range) as printed, in `unit` (4 and 万户).

    `start` and `stop` are offsets into the text that it was read from: the shortest stretch that
    holds the measure and the number.
    """

    name: str
    op: Op
    value: float
    value_max: float | None
    unit: str
    start: int
    stop: int
