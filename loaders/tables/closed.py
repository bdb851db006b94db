"""Task tables each of whose cells stands on a line of its own, or on several, that a bar closes.

序号 |
重点工作 |
… — as some sites' tables come out of a copy; the bar may stand on a line of its own. An empty cell is a
bar alone, so every row has all its cells, but for one that names a group.
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
    """Cells that follow one another; the first is the last line before its bar.

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
            run.append((run[-1][1] + 1 if run else _first(text, start), closed.end()))
            lines = 0
        elif text.find("|", start, stop) >= 0 or lines >= _LONGEST_CELL:
            yield run
            run, lines = [], 0
        else:
            lines += bool(run) and bool(text[start:stop].strip())
        start = stop + 1
    yield run


def _first(text: str, start: int) -> int:
    """Where the cell begins that the bar of the line at `start` closes; its words may stand above it."""
    if text[start] != "|":
        return start
    above = len(text[:start].rstrip())
    return text.rfind("\n", 0, above) + 1


def _table(text: str, run: Sequence[Span]) -> Table | None:
    cells = [trimmed(text, start, text.rfind("|", start, stop)) for start, stop in run]
    words = [text[start:stop] for start, stop in cells]
    top, width = _heading(words)
    if not width:
        return None
    found = [Cell(0, column, *cell) for column, cell in enumerate(cells[top : top + width])]
    at, number = top + width, 1
    while at < len(cells):
        row, grouped = found[-1].row + 1, words[at] != str(number)
        if words[at + grouped : at + grouped + 1] != [str(number)] or len(cells) < at + grouped + width:
            break
        if grouped:
            found.append(Cell(row, 0, *cells[at], 1, width))
        found += [
            Cell(row + grouped, column, *cell)
            for column, cell in enumerate(cells[at + grouped : at + grouped + width])
        ]
        at, number = at + grouped + width, number + 1
    return Table(cells[top][0], run[at - 1][1], tuple(found))


def _heading(words: Sequence[str]) -> Span:
    """The first cell of the heading and how many it has; 0 of them where none is found.

    It ends before the first number, or before the group above that. Its first cell says 序号, or stands
    over the numbers without saying so; then the second number tells how many cells a row has.
    """
    for one in (i for i, word in enumerate(words) if word == "1"):
        best = 0, 0, 0
        for stop in (one, one - 1):
            for top in range(max(stop - _MOST_COLUMNS, 0), stop - _LEAST_COLUMNS + 1):
                if not _begins(words, top, one, stop - top):
                    continue
                columns = read_heading(words[top:stop]) or ()
                known = sum(column.kind != "other" for column in columns)
                best = max(best, (known, top - stop, top))  # of equally known ones that without a group
        if best[0]:
            return best[2], -best[1]
    return 0, 0


def _begins(words: Sequence[str], top: int, one: int, width: int) -> bool:
    """May a heading of so many cells begin here, whose first row has its number at `one`?"""
    first = read_column(words[top]).kind
    return first == "number" or (first != "other" and "2" in words[one + width : one + width + 2])
