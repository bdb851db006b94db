"""Task tables that copying flattened to one cell a line.

The heading is a run of lines that each name a column (序号, 任务, 责任单位); the rows follow in its
order. A row begins at its number; without a number column every row must have a line a column, with
units where the heading has them. Lines too many belong to the task.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from loaders.lexicon import is_unit
from loaders.outline.lines import Line, is_page_number, read_lines
from loaders.source import Cell, Table
from loaders.tables.headers import ROLE_OF, Column, read_column, read_heading

ROLE_LINE = re.compile(r"\n[ \t\u3000]{0,8}[^\s。;:,、:;,]{1,8}(?:单位|部门)[ \t\u3000]{0,8}(?=\n)")
"""A line that names a column of units."""
_BLANK = re.compile(r"\n\s*\n")
_BEFORE = 200
_LONGEST_CELL = 20_000
_LEAST_COLUMNS = 3
_MOST_TITLES = 3
_LONGEST_NAME = 10
_MOST_LINES = 40
"""Lines of one row at most; more is text behind the table."""


def flattened_task_tables(text: str) -> list[Table]:
    """The task tables of one cell a line, in text order, not overlapping."""
    found: list[Table] = []
    stop = 0
    for mark in ROLE_LINE.finditer(text):
        if mark.start() < stop:
            continue
        start = max(stop, text.rfind("\n", 0, max(mark.start() - _BEFORE, 0)) + 1)
        run = _heading(_lines(text, start, mark.end() + _BEFORE), mark.end())
        table = _below(text, run) if run else None
        if table:
            found.append(table)
        stop = table.stop if table else run[-1].stop if run else stop
    return found


def _below(text: str, run: Sequence[Line]) -> Table | None:
    """The table under this heading; a title above it may look like its first column."""
    numbered = [i for i, line in enumerate(run) if read_column(line.text).kind == "number"]
    best: list[list[Line | None]] = []
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


def _rows(columns: Sequence[Column], lines: Iterator[Line]) -> Iterator[list[Line | None]]:
    """The rows, each with a line or None a column, until something is no row."""
    numbered = columns[0].kind == "number"
    row: list[Line] = []
    count = 1
    for line in lines:
        begins = line.text == str(count) if numbered else len(row) == len(columns)
        if begins:
            filled = _fill(columns, row) if row else None
            if row and filled is None:
                return
            if filled:
                yield filled
            row, count = [], count + 1
        elif (numbered and not row) or len(row) > _MOST_LINES:
            return
        elif is_page_number(line.text) and len(row) > 1:
            continue
        row.append(line)
    yield from _last(columns, row)


def _last(columns: Sequence[Column], row: Sequence[Line]) -> Iterator[list[Line | None]]:
    """The last row, behind which other text may follow: it ends where units stand under their heading."""
    for stop in range(len(columns), max(len(columns), min(len(row), _MOST_LINES)) + 1):
        filled = _fill(columns, row[:stop])
        if filled:
            yield filled
            return


def _fill(columns: Sequence[Column], row: Sequence[Line]) -> list[Line | None] | None:
    """The lines under their columns; None when no unit stands where the heading has units."""
    task = next(i for i, column in enumerate(columns) if column.kind == "task")
    extra = len(row) - len(columns)
    filled: list[Line | None]
    if extra > 0:
        first, last = row[task], row[task + extra]
        words = Line(first.start, last.stop, "".join(line.text for line in row[task : task + extra + 1]))
        filled = [*row[:task], words, *row[task + extra + 1 :]]
    else:
        filled = [*row, *([None] * -extra)]
    units = [line for line, column in zip(filled, columns, strict=True) if line and column.kind in ROLE_OF]
    return filled if any(_names_unit(line.text) for line in units) else None


def _names_unit(text: str) -> bool:
    return any(is_unit(name) for name in re.split(r"[、,;\s]|牵头|配合|负责|等", text) if name)


def _table(heading: Sequence[Line], rows: Sequence[Sequence[Line | None]]) -> Table:
    cells = [
        Cell(r, c, line.start, line.stop)
        for r, row in enumerate([heading, *rows])
        for c, line in enumerate(row)
        if line
    ]
    return Table(cells[0].start, max(cell.stop for cell in cells), tuple(cells))
