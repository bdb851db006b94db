"""Tables drawn in plain text: tab-separated, Markdown, HTML fragments, and one cell a line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.source import Cell, Table
from loaders.tables.headers import task_columns

_MIN_TABS = 2
_PIPE_RULE = re.compile(r"\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*:?-*:?\s*$")


def drawn_tables(text: str) -> list[Table]:
    """The tables drawn in `text`, in order, not overlapping."""
    found = [*_tabbed(text), *_piped(text)] if "\t" in text or "|" in text else []
    return sorted(found, key=lambda t: t.start)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(text):
        stop = text.find("\n", start)
        stop = len(text) if stop < 0 else stop
        yield start, stop
        start = stop + 1


def _tabbed(text: str) -> Iterator[Table]:
    """Runs of lines with the same number of tabs or nearly so; blank lines between pages don't end one.

    A line without tabs inside a row that is not complete yet goes on with that row's last cell.
    """
    rows: list[list[tuple[int, int]]] = []
    width = 0
    for start, stop in _lines(text):
        line = text[start:stop]
        tabs = line.count("\t")
        if tabs >= _MIN_TABS:
            rows.append(_cut(text, start, stop, "\t"))
            width = max(width, tabs + 1)
        elif rows and line.strip() and len(rows[-1]) < width and tabs + len(rows[-1]) <= width:
            pieces = _cut(text, start, stop, "\t")
            rows[-1][-1] = (rows[-1][-1][0], pieces[0][1])
            rows[-1] += pieces[1:]
        elif rows and line.strip():
            if len(rows) > 1:
                yield _table(rows)
            rows, width = [], 0
    if len(rows) > 1:
        yield _table(rows)


def _piped(text: str) -> Iterator[Table]:
    """Markdown: a heading, a rule of dashes, rows."""
    rows: list[list[tuple[int, int]]] = []
    previous: tuple[int, int] | None = None
    for start, stop in _lines(text):
        line = text[start:stop]
        if rows and "|" in line:
            rows.append(_pipe_cells(text, start, stop))
        elif rows:
            yield _table(rows)
            rows = []
        elif previous and len(line) < 2_000 and "|" in line and _PIPE_RULE.match(line):
            rows = [_pipe_cells(text, *previous)]
        previous = (start, stop)
    if rows:
        yield _table(rows)


def _pipe_cells(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    while start < stop and text[start] in " |":
        start += 1
    while stop > start and text[stop - 1] in " |":
        stop -= 1
    return _cut(text, start, stop, "|")


def _cut(text: str, start: int, stop: int, mark: str) -> list[tuple[int, int]]:
    cells, last = [], start
    for index in range(start, stop):
        if text[index] == mark:
            cells.append((last, index))
            last = index + 1
    return [*cells, (last, stop)]


def _table(rows: list[list[tuple[int, int]]]) -> Table:
    cells = tuple(
        Cell(r, c, start, stop) for r, row in enumerate(rows) for c, (start, stop) in enumerate(row)
    )
    return Table(rows[0][0][0], rows[-1][-1][1], cells)


def is_heading_row(cells: list[str]) -> bool:
    """Is this row the heading of a task table (repeated on each page)?"""
    return task_columns(cells) is not None
