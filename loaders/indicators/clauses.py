"""A masked text in clauses, each with its quantities."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from loaders.indicators.quantities import Quantity

_END = re.compile("[。\n]")
_BREAK = re.compile(r"[,。;!?:\n\t]|(?<=[。;])[)〕】\]]")


class Clause(NamedTuple):
    """What stands between two commas; `opens`: it begins a sentence.

    `label` is the span of what a colon or a tab parts from it, empty when that holds a quantity.
    """

    start: int
    stop: int
    opens: bool
    label: tuple[int, int]
    quantities: tuple[Quantity, ...]


def clauses(text: str, quantities: Sequence[Quantity], start: int = 0) -> Iterator[Clause]:
    """The clauses of a text from `start` on, in order; a comma inside a number is none.

    Sentences without a quantity, which are most of a text, are passed over.
    """
    first = 0
    for begin, end in _sentences(text, start):
        last = first
        while last < len(quantities) and quantities[last].number < end:
            last += 1
        if last > first:
            yield from _clauses(text, quantities[first:last], begin, end)
        first = last


def _sentences(text: str, start: int) -> Iterator[tuple[int, int]]:
    for stop in _END.finditer(text, start):
        yield start, stop.start()
        start = stop.end()
    yield start, len(text)


def _clauses(text: str, quantities: Sequence[Quantity], start: int, stop: int) -> Iterator[Clause]:
    first, opens, label = 0, True, (0, 0)
    for at, mark in _breaks(text, quantities, start, stop):
        last = first
        while last < len(quantities) and quantities[last].number < at:
            last += 1
        yield Clause(start, at, opens, label, tuple(quantities[first:last]))
        label = (start, at) if mark in ":\t" and first == last else (0, 0)
        start, first, opens = at + 1, last, mark not in ",:"


def _breaks(text: str, quantities: Sequence[Quantity], start: int, stop: int) -> Iterator[tuple[int, str]]:
    index = 0
    for mark in _BREAK.finditer(text, start, stop):
        while index < len(quantities) and quantities[index].unit_stop <= mark.start():
            index += 1
        if index == len(quantities) or mark.start() < quantities[index].number:
            yield mark.start(), mark[0]
    yield stop, "。"
