"""Tables of indicators that copying has flattened to a cell a line: 序号, 指标, 单位, 2030年, 2035年, 1, ….

Only with a column of ordinals, which says where each row begins: as many lines as the heading has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from loaders.passage import fold
from loaders.source import Cell, Table
from loaders.tables.indicators import column_kind
from loaders.tables.measures import Span, trimmed
from loaders.tables.spaced import NUMBER

_HEAD = re.compile(
    r"^[ \t\u3000]*(?:序号|编号)[ \t\u3000]*$(?=\n\s{0,40}[^\n]{0,8}指标[^\n]{0,4}\n)", re.MULTILINE
)
_WIDEST = 9
_FEWEST_COLUMNS = 3
_FEWEST_ROWS = 2
_LONGEST_CELL = 60


def stacked_measures(text: str) -> list[Table]:
    """The tables in text order, not overlapping."""
    found: list[Table] = []
    for head in _HEAD.finditer(text):
        if not found or head.start() >= found[-1].stop:
            found += _table(text, head.start())
    return found


def _table(text: str, start: int) -> Iterator[Table]:
    lines = _lines(text, start)
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
        cells = tuple(Cell(r, c, *span) for r, row in enumerate(rows) for c, span in enumerate(row))
        yield Table(start, rows[-1][-1][1], cells)


def _is_row(text: str, row: list[Span], width: int) -> bool:
    return len(row) == width and any(NUMBER.fullmatch(fold(text[a:b])) for a, b in row[1:])


def _lines(text: str, start: int) -> Iterator[Span]:
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
