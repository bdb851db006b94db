"""Tables that a converter printed with a bar before each cell but the first, and one alone behind each row.

    任务
    | 责任单位
    |

A cell may stand in several lines. A row with fewer cells than the heading is covered, at its front, by the
cells above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from loaders.outline.lines import Line, read_lines
from loaders.passage import fold
from loaders.tables.headers import read_column, read_heading
from loaders.tables.printed import PrintedCell, PrintedTable

_END = re.compile(r"\n[ \t\u3000]{0,8}\|[ \t\u3000]{0,8}(?=\n|$)")
"""The bar alone on its line that ends a row."""
_BAR = re.compile(r"\|[ \t\u3000]*")
_MOST_HEAD = 400
_LONGEST_ROW = 4_000
_MOST_BROKEN = 3
"""Lines of the first column's name at most."""
_LEAST_ROWS = 2

_Cells = list[list[Line]]


def barred_tables(text: str) -> Iterator[PrintedTable]:
    """The task tables in text order, not overlapping."""
    run: list[int] = []
    for end in _END.finditer(text):
        if run and end.start() - run[-1] > _LONGEST_ROW:
            yield from _table(text, run)
            run = []
        run.append(end.end())
    if run:
        yield from _table(text, run)


def _table(text: str, ends: Sequence[int]) -> Iterator[PrintedTable]:
    """The table whose rows end at these places, the first of them its heading."""
    heading = _heading(text, ends[0])
    rows = [_cells(text, start, stop) for start, stop in pairwise(ends)]
    if heading is None or len(rows) < _LEAST_ROWS:
        return
    if any(not 1 < len(row) <= len(heading) for row in rows) or len(rows[0]) < len(heading):
        return
    yield PrintedTable(heading[0][0].start, ends[-1], tuple(_printed([heading, *rows])))


def _heading(text: str, end: int) -> _Cells | None:
    """The cells of the heading that ends there; the first one's lines are those that name a column."""
    start = text.rfind("\n", 0, max(end - _MOST_HEAD, 0)) + 1
    cells = _cells(text, start, end)
    for size in range(1, min(_MOST_BROKEN, len(cells[0])) + 1):
        first = cells[0][-size:]
        if read_column(_words(first)).kind != "other":
            found = [first, *cells[1:]]
            return found if read_heading([_words(cell) for cell in found]) else None
    return None


def _words(lines: Sequence[Line]) -> str:
    return fold("".join(line.text for line in lines))


def _cells(text: str, start: int, stop: int) -> _Cells:
    """The lines of each cell, bars left out; an empty cell has none."""
    cells: _Cells = [[]]
    for line in read_lines(text[start:stop]):
        bar = _BAR.match(text, start + line.start)
        if bar:
            cells.append([])
        begin = bar.end() if bar else start + line.start
        if begin < start + line.stop:
            cells[-1].append(Line(begin, start + line.stop, text[begin : start + line.stop]))
    return cells[:-1]


def _printed(rows: Sequence[_Cells]) -> Iterator[PrintedCell]:
    covered = [len(rows[0]) - len(row) for row in rows]
    for number, row in enumerate(rows):
        for column, lines in enumerate(row, covered[number]):
            if lines:
                pieces = tuple((line.start, line.stop) for line in lines)
                yield PrintedCell(number, column, pieces, _rows_of(covered, number, column))


def _rows_of(covered: Sequence[int], number: int, column: int) -> int:
    """The rows that a cell spans: those below it that print none in its column."""
    stop = number + 1
    while stop < len(covered) and covered[stop] > column:
        stop += 1
    return stop - number
