"""Task tables that copying flattened to one cell a line.

The heading is a run of lines that each name a column (序号, 任务, 责任单位); the rows follow in its
order. A row begins at its number; without a number column every row must have a line a column, with
units where the heading has them. Lines too many belong to the task, or name one unit each where all
that follows the task are columns of units and a time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from loaders.lexicon import is_unit
from loaders.outline.lines import Line, is_page_number, read_lines
from loaders.source import Cell, Table
from loaders.tables.flattened_units import is_tail, placed, units_first, whole
from loaders.tables.headers import ROLE_OF, Column, read_column, read_heading
from loaders.tables.role_lines import ROLE_LINE

_HEAD_LINE = re.compile(r"\n[ \t\u3000]{0,8}(?:序号|编号)[ \t\u3000]{1,8}[^\n。;:,、:;,]{6,100}(?=\n)")
"""A heading that stands in one line, its cells apart by blanks, though those of the rows do not."""
_BLANK = re.compile(r"\n\s*\n")
_BEFORE = 200
_LONGEST_CELL = 20_000
_LEAST_COLUMNS = 3
_MOST_TITLES = 3
_LONGEST_NAME = 10
_Row = list[list[Line]]
"""The lines of a row in each column."""
_MOST_LINES = 40
"""Lines of one row at most; more is text behind the table."""


def flattened_task_tables(text: str) -> list[Table]:
    """The task tables of one cell a line, in text order, not overlapping."""
    found: list[Table] = []
    stop = 0
    marks = sorted([*ROLE_LINE.finditer(text), *_HEAD_LINE.finditer(text)], key=lambda mark: mark.start())
    for mark in marks:
        if mark.start() < stop:
            continue
        start = max(stop, text.rfind("\n", 0, max(mark.start() - _BEFORE, 0)) + 1)
        run = _heading(_lines(text, start, mark.end() + _BEFORE), mark.end())
        run = run or (_words(mark) if mark.re is _HEAD_LINE else [])
        table = _below(text, run) if run else None
        if table:
            found.append(table)
        stop = table.stop if table else run[-1].stop if run else stop
    return found


def _words(mark: re.Match[str]) -> list[Line]:
    """The cells of a heading in one line; [] when one of them names no column."""
    cells = [
        Line(mark.start() + word.start(), mark.start() + word.end(), word[0])
        for word in re.finditer(r"\S+", mark[0])
    ]
    known = all(read_column(cell.text).kind != "other" for cell in cells)
    return cells if known and len(cells) >= _LEAST_COLUMNS else []


def _below(text: str, run: Sequence[Line]) -> Table | None:
    """The table under this heading; a title above it may look like its first column."""
    numbered = [i for i, line in enumerate(run) if read_column(line.text).kind == "number"]
    best: list[_Row] = []
    heading: Sequence[Line] = ()
    run = [*run, *_columns_behind(text, run)] if numbered else run
    for start in numbered[-1:] or range(min(len(run) - _LEAST_COLUMNS, _MOST_TITLES) + 1):
        columns = read_heading([line.text for line in run[start:]])
        rows = list(_rows(columns, _cells(text, run[start:]))) if columns else []
        if len(rows) > len(best):
            best, heading = rows, run[start:]
    return _table(heading, best) if best else None


def _columns_behind(text: str, run: Sequence[Line]) -> list[Line]:
    """What stands between a heading's known columns and the first number names columns too (参考文件)."""
    found: list[Line] = []
    for line in islice(_lines(text, run[-1].stop, len(text)), _MOST_TITLES + 1):
        if line.text == "1":
            return found
        if len(line.text) > _LONGEST_NAME:
            break
        found.append(line)
    return []


def _lines(text: str, start: int, stop: int) -> Iterator[Line]:
    stop = min(stop, len(text))
    while start < stop:
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        for line in read_lines(text[start : min(end, start + _LONGEST_CELL)]):
            yield Line(line.start + start, line.stop + start, line.text)
        start = end + 1


def _cells(text: str, heading: Sequence[Line]) -> Iterator[Line]:
    """The cells below a heading, which pages repeat: a line each, or several where blank lines part cells."""
    again = 0
    for cell in in_cells(text, heading, _lines(text, heading[-1].stop, len(text))):
        again = again + 1 if again < len(heading) and cell.text == heading[again].text else 0
        if not again:
            yield cell


def in_cells(text: str, heading: Sequence[Line], lines: Iterator[Line]) -> Iterator[Line]:
    """The lines below a heading; those of one cell as one where blank lines part the heading's names."""
    apart = all(_BLANK.search(text[a.stop : b.start]) for a, b in pairwise(heading))
    return _joined(text, lines) if apart else lines


def _joined(text: str, lines: Iterator[Line]) -> Iterator[Line]:
    """Lines that no blank one parts, as one."""
    last = next(lines, None)
    for line in lines:
        if last and not _BLANK.search(text[last.stop : line.start]):
            last = Line(last.start, line.stop, last.text + line.text)
        else:
            yield from [last] if last else []
            last = line
    yield from [last] if last else []


def _heading(lines: Iterator[Line], place: int) -> list[Line]:
    """The run of lines around `place` each of which names a column; [] when they are too few."""
    run: list[Line] = []
    for line in lines:
        if read_column(line.text).kind != "other":
            run.append(line)
        elif run and run[-1].stop >= place:
            break
        else:
            run = []
    return run if len(run) >= _LEAST_COLUMNS else []


def _rows(columns: Sequence[Column], lines: Iterator[Line]) -> Iterator[_Row]:
    """The rows, until something is no row."""
    numbered = columns[0].kind == "number"
    row: list[Line] = []
    count = 1
    for line in lines:
        begins = line.text == str(count) if numbered else len(row) == len(columns)
        if begins:
            filled = list(_filled(columns, row)) if row else []
            if row and not filled:
                return
            yield from filled
            row, count = [], count + 1
        elif (numbered and not row) or len(row) > _MOST_LINES:
            return
        elif is_page_number(line.text) and len(row) > 1:
            continue
        row.append(line)
    yield from _last(columns, row)


def _last(columns: Sequence[Column], row: Sequence[Line]) -> Iterator[_Row]:
    """The last row, behind which other text may follow: it ends where units stand under their heading."""
    for stop in range(len(columns), max(len(columns), min(len(row), _MOST_LINES)) + 1):
        filled = list(_filled(columns, row[:stop]))
        if filled and not _goes_on(columns, row[stop : stop + 1]):
            yield from filled
            return


def _goes_on(columns: Sequence[Column], following: Sequence[Line]) -> bool:
    """Is the line behind a row a unit or a time of it, as its last columns may hold several?"""
    return bool(following) and units_first(columns) > 0 and is_tail(following[0].text)


def _filled(columns: Sequence[Column], row: Sequence[Line]) -> Iterator[_Row]:
    """The lines of a row under its columns, its halves below one another; none when no unit stands
    where the heading has units."""
    halves = placed(columns, row)
    if halves:
        yield from halves
        return
    task = next(i for i, column in enumerate(columns) if column.kind == "task")
    extra = len(row) - len(columns)
    filled: _Row
    if extra > 0:
        words = whole(row[task : task + extra + 1])
        filled = [[line] for line in (*row[:task], words, *row[task + extra + 1 :])]
    else:
        filled = [*([line] for line in row), *([] for _ in range(-extra))]
    if any(
        _names_unit(line.text)
        for lines, column in zip(filled, columns, strict=True)
        if column.kind in ROLE_OF
        for line in lines
    ):
        yield filled


def _names_unit(text: str) -> bool:
    return any(is_unit(name) for name in re.split(r"[、,;\s]|牵头|配合|负责|等", text) if name)


def _table(heading: Sequence[Line], rows: Sequence[_Row]) -> Table:
    """The cells; a column several lines of which are cells of one row is as many columns wide."""
    widths = [max(len(row[c]) for row in [*rows, [[line] for line in heading]]) for c in range(len(heading))]
    lefts = [sum(widths[:c]) for c in range(len(heading))]
    cells = [
        Cell(0, left, line.start, line.stop, 1, width)
        for line, left, width in zip(heading, lefts, widths, strict=True)
    ]
    cells += [
        Cell(r, left + place, line.start, line.stop)
        for r, row in enumerate(rows, 1)
        for left, lines in zip(lefts, row, strict=True)
        for place, line in enumerate(lines)
    ]
    return Table(cells[0].start, max(cell.stop for cell in cells), tuple(cells))
