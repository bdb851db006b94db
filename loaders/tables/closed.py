"""Task tables each of whose cells stands on a line of its own, or on several, that a bar closes.

序号 |
重点工作 |
… — as some sites' tables come out of a copy. An empty cell is a bar alone, so every row has all its cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.source import Cell, Table
from loaders.tables.headers import read_column, read_heading
from loaders.tables.measures import Span, trimmed

_BAR = re.compile(r"[^\n|]{0,2000}\|[ \t]{0,8}(?=\n|\Z)")
"""The last line of a cell, with the only bar of its line; from the line's beginning."""
_LEAST_COLUMNS = 3
_MOST_COLUMNS = 16
_LONGEST_CELL = 6
"""Lines of a cell at most."""


def closed_tables(text: str) -> list[Table]:
    """The tables of cells that bars close, in text order; those whose rows are numbered 1, 2, 3 …"""
    return [table for run in _runs(text) if (table := _table(text, run))]


def _runs(text: str) -> Iterator[list[Span]]:
    """Cells that follow one another; the first is the line of its bar alone.

    A heading of numbers begins anew below lines of text."""
    run: list[Span] = []
    start, lines, at = 0, 0, text.find("|")
    start = text.rfind("\n", 0, max(at, 0)) + 1
    while 0 <= start < len(text):
        stop = text.find("\n", start)
        stop = len(text) if stop < 0 else stop
        closed = _BAR.match(text, start)
        if closed:
            if run and lines and read_column(text[start : closed.end()].rstrip("| \t")).kind == "number":
                yield run
                run = []
            first = start if not run else run[-1][1] + 1
            run.append((first, closed.end()))
            lines = 0
        elif text.find("|", start, stop) >= 0 or lines >= _LONGEST_CELL:
            yield run
            run, lines = [], 0
        else:
            lines += bool(run) and bool(text[start:stop].strip())
        start = stop + 1
    yield run


def _table(text: str, run: Sequence[Span]) -> Table | None:
    cells = [trimmed(text, start, text.rfind("|", start, stop)) for start, stop in run]
    words = [text[start:stop] for start, stop in cells]
    heads = (i for i, word in enumerate(words) if read_column(word).kind == "number")
    top, width = next(((i, width) for i in heads if (width := _width(words[i:]))), (0, 0))
    if not width:
        return None
    rows = [cells[top : top + width]]
    for number, at in enumerate(range(top + width, len(cells) - width + 1, width), 1):
        if words[at] != str(number):
            break
        rows.append(cells[at : at + width])
    found = tuple(Cell(r, c, *span) for r, row in enumerate(rows) for c, span in enumerate(row))
    return Table(cells[top][0], run[top + len(rows) * width - 1][1], found)


def _width(words: Sequence[str]) -> int:
    """How many cells the heading has: up to the first number, below the heading of numbers; else 0."""
    at = next((i for i, word in enumerate(words[: _MOST_COLUMNS + 1]) if word == "1"), 0)
    return at if at >= _LEAST_COLUMNS and read_heading(words[:at]) else 0
