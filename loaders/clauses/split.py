"""Cutting a clause into tokens: outside brackets and quotes only, in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

_OPEN = {"(": ")", "[": "]", "【": "】", "〔": "〕", "“": "”", "《": "》"}
_CLOSE = frozenset(_OPEN.values())
_BRACKET = re.compile(f"[{re.escape(''.join([*_OPEN, *_CLOSE]))}]")


@cache
def _between(separators: str) -> re.Pattern[str]:
    return re.compile(f"[^{re.escape(separators)}]+")


def split_outside(text: str, separators: str) -> Iterator[tuple[int, int]]:
    """Spans of the stretches of `text` between `separators` that stand outside brackets and quotes.

    Blank stretches are left out; an unclosed bracket closes at the end.
    """
    if not _BRACKET.search(text):
        for piece in _between(separators).finditer(text):
            if piece[0].strip():
                yield trim(text, *piece.span())
        return
    depth, start = 0, 0
    for index, char in enumerate(text):
        if char in _OPEN:
            depth += 1
        elif char in _CLOSE:
            depth = max(0, depth - 1)
        elif depth == 0 and char in separators:
            if text[start:index].strip():
                yield trim(text, start, index)
            start = index + 1
    if text[start:].strip():
        yield trim(text, start, len(text))


def trim(text: str, start: int, stop: int, blanks: str = " \t\u00a0") -> tuple[int, int]:
    """The span without blanks at its ends."""
    while start < stop and text[start] in blanks:
        start += 1
    while stop > start and text[stop - 1] in blanks:
        stop -= 1
    return start, stop


def bracket_groups(text: str, opening: str = "([【〔", closing: str = ")]】〕") -> Iterator[tuple[int, int]]:
    """Spans of the outermost bracketed stretches, brackets included, in order; one pass.

    An opening bracket that is never closed is skipped, and what it holds is looked at again.
    """
    pairs: list[tuple[int, int]] = []
    open_at: list[int] = []
    for index, char in enumerate(text):
        if char in opening:
            open_at.append(index)
        elif char in closing and open_at:
            start = open_at.pop()
            while pairs and pairs[-1][0] > start:
                pairs.pop()
            pairs.append((start, index + 1))
    yield from pairs


def list_end(text: str, start: int, limit: int) -> int:
    """Where a list that begins at `start` ends: at the full stop, or at `limit`."""
    full_stop = text.find("。", start, limit)
    return limit if full_stop < 0 else full_stop
