"""Cutting a clause into tokens: outside brackets and quotes only, in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

_OPEN = {"(": ")", "[": "]", "【": "】", "〔": "〕", "“": "”", "《": "》"}
_CLOSE = frozenset(_OPEN.values())


@cache
def _marks(separators: str) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(''.join([*_OPEN, *_CLOSE, separators]))}]")


def split_outside(text: str, separators: str) -> Iterator[tuple[int, int]]:
    """Spans of the stretches of `text` between `separators` that stand outside brackets and quotes.

    Blank stretches are left out; an unclosed bracket closes at the end.
    """
    depth, start = 0, 0
    for mark in _marks(separators).finditer(text):
        char = mark[0]
        if char in _OPEN:
            depth += 1
        elif char in _CLOSE:
            depth = max(0, depth - 1)
        elif depth == 0:
            if text[start : mark.start()].strip():
                yield trim(text, start, mark.start())
            start = mark.end()
    if text[start:].strip():
        yield trim(text, start, len(text))


def trim(text: str, start: int, stop: int, blanks: str = " \t\u00a0") -> tuple[int, int]:
    """The span without blanks at its ends."""
    while start < stop and text[start] in blanks:
        start += 1
    while stop > start and text[stop - 1] in blanks:
        stop -= 1
    return start, stop


_OPENING = "([【〔"
_GROUPED = re.compile(r"[(\[【〔)\]】〕]")


def bracket_groups(text: str) -> Iterator[tuple[int, int]]:
    """Spans of the outermost bracketed stretches, brackets included, in order; one pass.

    An opening bracket that is never closed is skipped, and what it holds is looked at again.
    """
    pairs: list[tuple[int, int]] = []
    open_at: list[int] = []
    for mark in _GROUPED.finditer(text):
        if mark[0] in _OPENING:
            open_at.append(mark.start())
        elif open_at:
            start = open_at.pop()
            while pairs and pairs[-1][0] > start:
                pairs.pop()
            pairs.append((start, mark.end()))
    yield from pairs


def list_end(text: str, start: int, limit: int) -> int:
    """Where a list that begins at `start` ends: at the full stop, or at `limit`."""
    full_stop = text.find("。", start, limit)
    return limit if full_stop < 0 else full_stop
