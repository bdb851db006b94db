"""Tables of numbers that copying has flattened to a cell a line: 序号, 指标, 单位, 2030年, 2035年, 1, ….

Rows have as many lines as the heading: which begins with 序号 and ends before 1, or begins with what the
rows are (乡镇) and ends before the first of them or their total.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from loaders.passage import fold
from loaders.source import Cell, Table
from loaders.tables.indicators import column_kind
from loaders.tables.measures import Span, trimmed
from loaders.tables.places import LEAST_REGIONS, is_place, is_total
from loaders.tables.spaced import NUMBER

_HEAD = re.compile(
    r"^[ \t\u3000]*(?:序号|编号)[ \t\u3000]*$(?=\n\s{0,40}[^\n]{0,8}指标[^\n]{0,4}\n)", re.MULTILINE
)
_WIDEST = 9
_FEWEST_COLUMNS = 3
_FEWEST_ROWS = 2
_LONGEST_CELL = 60


def stacked_tables(text: str) -> list[Table]:
    """The tables in text order, not overlapping."""
    heads = [(head.start(), _table) for head in _HEAD.finditer(text)]
    heads += [(head.start(), _of_places) for head in _PLACES.finditer(text)]
    found: list[Table] = []
    for start, read in sorted(heads, key=lambda head: head[0]):
        if not found or start >= found[-1].stop:
            found += read(text, start)
    return found


_PLACES = re.compile(
    r"^[ \t\u3000]*(?:乡镇|镇街|镇|县区|县市区|区县|地区|市州|街道|乡镇街道)(?:名称)?[ \t\u3000]*$(?=\n)",
    re.MULTILINE,
)


def _of_places(text: str, start: int) -> Iterator[Table]:
    lines = cells_from(text, start)
    heading: list[Span] = []
    first: Span | None = None
    for line in islice(lines, _WIDEST + 1):
        if heading and _is_region(text, line):
            first = line
            break
        heading.append(line)
    if first is None or len(heading) < _FEWEST_COLUMNS - 1 or _has_number(text, heading):
        return
    rows = [heading]
    while first is not None and _is_region(text, first):
        row = [first, *islice(lines, len(heading) - 1)]
        if len(row) < len(heading) or not all(NUMBER.fullmatch(fold(text[a:b])) for a, b in row[1:]):
            break
        rows.append(row)
        first = next(lines, None)
    if len(rows) > LEAST_REGIONS:
        yield _of_rows(start, rows)


def _is_region(text: str, line: Span) -> bool:
    name = "".join(fold(text[slice(*line)]).split())
    return is_place(name) or is_total(name)


def _has_number(text: str, heading: list[Span]) -> bool:
    return any(NUMBER.fullmatch(fold(text[a:b])) for a, b in heading)


def _of_rows(start: int, rows: list[list[Span]]) -> Table:
    cells = tuple(Cell(r, c, *span) for r, row in enumerate(rows) for c, span in enumerate(row))
    return Table(start, rows[-1][-1][1], cells)


def _table(text: str, start: int) -> Iterator[Table]:
    lines = cells_from(text, start)
    heading: list[Span] = []
    first: Span | None = None
    for line in islice(lines, _WIDEST + 1):
        if text[slice(*line)] == "1":
            first = line
            break
        heading.append(line)
    kinds = [column_kind(fold(text[a:b])) for a, b in heading]
    measured = "name" in kinds and any(kind in ("target", "year") for kind in kinds)
    if first is None or len(heading) < _FEWEST_COLUMNS or not measured:
        return
    rows = [heading]
    while first is not None and text[slice(*first)] == str(len(rows)):
        row = [first, *islice(lines, len(heading) - 1)]
        if not _is_row(text, row, len(heading)):
            break
        rows.append(row)
        first = next(lines, None)
    if len(rows) > _FEWEST_ROWS:
        yield _of_rows(start, rows)


def _is_row(text: str, row: list[Span], width: int) -> bool:
    return len(row) == width and any(NUMBER.fullmatch(fold(text[a:b])) for a, b in row[1:])


def cells_from(text: str, start: int) -> Iterator[Span]:
    """The lines from here on that are not blank, up to one that is too long for a cell."""
    while start < len(text):
        stop = text.find("\n", start, start + _LONGEST_CELL * 2)
        if stop < 0:
            stop = min(len(text), start + _LONGEST_CELL * 2)
        span = trimmed(text, start, stop)
        if span[1] - span[0] > _LONGEST_CELL:
            return
        if span[0] < span[1]:
            yield span
        start = stop + 1
