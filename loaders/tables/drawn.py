"""Tables drawn in plain text with tabs or Markdown's pipes.

Only lines that hold the mark are looked at, and the few lines between two of them, so that a text
without tables costs one search.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from loaders.outline.lines import is_page_number
from loaders.outline.ordinals import read_ordinal
from loaders.passage import fold
from loaders.source import Cell, Table
from loaders.tables.grid import WIDEST
from loaders.tables.headers import read_heading
from loaders.tables.measures import Span, trimmed

_LONGEST_GAP = 600
"""Characters between two rows of a table that copying broke; more is text between two tables."""
_LONGEST_STRAY = 80
_MOST_STRAYS = 2
_RULE = re.compile(r"[\s|:+=-]{3,2000}")


def drawn_tables(text: str) -> list[Table]:
    """The tables drawn with tabs and with pipes, in text order, not overlapping."""
    found = [*_tables(text, "\t"), *_tables(text, "|")]
    return sorted(found, key=lambda table: table.start)


@dataclass(slots=True)
class _Drawing:
    """A table while it grows: whole lines from `start` to `stop`.

    `ruled`: a rule of dashes stands under its heading; `barred`: each line begins and ends with its mark.
    """

    start: int
    stop: int

    rows: list[list[Span]] = field(default_factory=list)
    width: int = 0
    ruled: bool = False
    barred: bool = True

    def add(self, cells: list[Span]) -> None:
        self.rows.append(cells)
        self.width = max(self.width, len(cells))

    def table(self) -> Table:
        cells = tuple(
            # a line between rows stands across all columns
            Cell(r, c, start, stop, 1, self.width if len(row) == 1 else 1)
            for r, row in enumerate(self.rows)
            for c, (start, stop) in enumerate(row)
        )
        return Table(self.start, self.stop, cells)


def _tables(text: str, mark: str) -> Iterator[Table]:
    drawing = _Drawing(0, 0)
    for start, stop in _marked_lines(text, mark):
        gap = (drawing.stop, start)
        if drawing.rows and not _continues(text, drawing, mark, gap, (start, stop)):
            if _is_table(text, drawing, mark):
                yield drawing.table()
            drawing = _Drawing(start, stop)
        if not drawing.rows:
            drawing.start = start
        if mark == "|" and _is_rule(text[start:stop]):
            drawing.ruled = drawing.ruled or len(drawing.rows) == 1
        else:
            _take(text, drawing, mark, gap, _cut(text, start, stop, mark))
            a, b = trimmed(text, start, stop)
            drawing.barred = drawing.barred and a < b and text[a] == text[b - 1] == mark
        drawing.stop = stop
    if _is_table(text, drawing, mark):
        yield drawing.table()


def _marked_lines(text: str, mark: str) -> Iterator[Span]:
    """The lines that hold the mark; one with more of them than a table has columns is none."""
    at = text.find(mark)
    while at >= 0:
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        start = text.rfind("\n", 0, at) + 1
        if text.count(mark, at, stop) <= WIDEST:
            yield start, stop
        at = text.find(mark, stop)


def _is_rule(line: str) -> bool:
    return "-" in line and _RULE.fullmatch(line) is not None


def _cut(text: str, start: int, stop: int, mark: str) -> list[Span]:
    if mark == "|":
        start, stop = trimmed(text, start, stop)
        start += text[start] == "|"
        stop -= text[stop - 1] == "|" and stop > start
    cells, last = [], start
    for index in range(start, stop):
        if text[index] == mark and (mark == "\t" or text[index - 1] != "\\"):
            cells.append(trimmed(text, last, index))
            last = index + 1
    return [*cells, trimmed(text, last, stop)]


def _continues(text: str, drawing: _Drawing, mark: str, gap: Span, line: Span) -> bool:
    """Is this line a row, or a piece of one, of the table that is open?"""
    if gap[1] - gap[0] > _LONGEST_GAP:
        return False
    between = _words(text, *gap)
    if not between:
        return True
    cells = _cut(text, *line, mark)
    if _joins(drawing, cells, mark):
        return True
    if all(is_page_number(fold(text[a:b])) for a, b in between):
        return True
    if len(between) > _MOST_STRAYS or any(b - a > _LONGEST_STRAY for a, b in between):
        return False
    is_body = len(drawing.rows) > 1 or _is_heading(text, drawing.rows[0])
    filled = sum(b > a for a, b in cells)
    return 1 < filled <= len(cells) <= drawing.width and is_body and not _is_heading(text, cells)


def _words(text: str, start: int, stop: int) -> list[Span]:
    """The lines of a gap that are not blank."""
    found = []
    while start < stop:
        end = text.find("\n", start, stop)
        end = stop if end < 0 else end
        if text[start:end].strip():
            found.append(trimmed(text, start, end))
        start = end + 1
    return found


def _joins(drawing: _Drawing, cells: Sequence[Span], mark: str) -> bool:
    """Does the row above lack the cells that this line would add to it?"""
    missing = drawing.width - len(drawing.rows[-1])
    return (
        mark == "\t" and len(drawing.rows) > 1 and 0 < len(cells) - 1 <= missing and len(drawing.rows[-1]) > 1
    )


def _take(text: str, drawing: _Drawing, mark: str, gap: Span, cells: list[Span]) -> None:
    if drawing.rows and _joins(drawing, cells, mark) and not _opens(text, drawing, cells):
        row = drawing.rows[-1]
        row[-1:] = [(row[-1][0], max(row[-1][1], cells[0][1])), *cells[1:]]
        return
    for start, stop in _words(text, *gap) if drawing.rows else ():
        if is_page_number(fold(text[start:stop])):
            continue
        if _is_unfinished(text, drawing):
            drawing.rows[-1][-1] = (drawing.rows[-1][-1][0], stop)
        else:
            drawing.add([(start, stop)])
    drawing.add(cells)


def _is_unfinished(text: str, drawing: _Drawing) -> bool:
    """Does the last row end with all its cells, and in the midst of a list that a line goes on with?"""
    row = drawing.rows[-1]
    return 1 < len(row) == drawing.width and text[slice(*row[-1])].endswith(("、", "，", ","))


def _opens(text: str, drawing: _Drawing, cells: Sequence[Span]) -> bool:
    """Does this line begin a row of its own: with an ordinal in its first cell, or a blank one?

    A blank one may be the tab at which a row broke, if the line has just the cells that it lacks.
    """
    start, stop = cells[0]
    first = fold(text[start : min(stop, start + 8)])
    if not first:
        return len(drawing.rows[-1]) + len(cells) - 1 != drawing.width
    return stop - start < 8 and read_ordinal(first + ".") is not None


def _is_table(text: str, drawing: _Drawing, mark: str) -> bool:
    """At least two rows, and a rule or bars around all of three rows (pipes), three columns (tabs) or a task
    table's heading."""
    filled = [sum(b > a for a, b in row) for row in drawing.rows]
    if sum(count > 1 for count in filled) < 2:
        return False
    wide = sum(count > 2 for count in filled)
    drawn = drawing.ruled or (drawing.barred and wide > 2) if mark == "|" else wide > 1
    # an annex' label may stand alone above the heading
    first = next(row for row, count in zip(drawing.rows, filled, strict=True) if count > 1)
    return drawn or _is_heading(text, first)


def _is_heading(text: str, cells: Sequence[Span]) -> bool:
    return read_heading([fold(text[a : min(b, a + _LONGEST_STRAY)]) for a, b in cells]) is not None
