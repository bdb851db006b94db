"""Comma-separated values (RFC 4180) and their kin with semicolons or tabs, as spreadsheets write them."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from loaders.extraction import Finding
from loaders.readers.blocks import Composed, GridCell, Line, compose
from loaders.readers.limits import Limits
from loaders.readers.plain import read_plain
from loaders.readers.sheets import sheet_blocks
from zeren.errors import TooLarge

_MARKS = (",", ";", "\t")
_DECLARED = re.compile(r"sep=([,;\t])[ \t]*(?:\n|$)")
"""The first line by which Excel tells a file's mark; it is no row."""
_SAMPLE = 200
_MOST_COLUMNS = 16_384
"""Excel's own limit."""
_UNREAD = 2 * _MOST_COLUMNS
"""The column of a row that is kept as text: right of all that is read."""

Rows = list[list[str]]


def read_csv(data: bytes, limits: Limits) -> Composed:
    """The rows as one table, after its title; in any encoding that plain text may have.

    A row that doesn't fit the columns, and a file whose quotes or marks don't fit, stay text, with
    a finding: what stands in the wrong column would be a wrong fact.
    """
    plain = read_plain(data, limits)
    declared = _DECLARED.match(plain.text)
    body = plain.text[declared.end() :] if declared else plain.text
    mark = declared[1] if declared else _mark(body, limits)
    rows = _rows(body, mark, limits)
    if rows is None:
        message = (
            "这份 csv 的引号或分隔符不合规格,未按表格读取;请用 Excel 或 WPS 打开后另存为 csv 或 xlsx 再试"
        )
        return replace(plain, findings=(Finding("unread_clause", "warning", message),))
    cells = _cells(rows)
    unread = [row for row in cells if row[0].column == _UNREAD]
    composed = compose(sheet_blocks(cells), limits)
    return replace(composed, findings=tuple(_unread(unread, composed.text)))


def _mark(text: str, limits: Limits) -> str:
    """The mark by which most of the first rows have the same number of cells; "," when none parts any."""
    best = (0, 0, ",")
    for mark in _MARKS:
        widths = Counter(len(row) for row in _rows(text, mark, limits, _SAMPLE) or () if len(row) > 1)
        width = max(widths, key=lambda w: (widths[w], w), default=0)
        if (widths[width], width) > best[:2]:
            best = (widths[width], width, mark)
    return best[2]


def _parsed(text: str, mark: str, most: int | None = None) -> Iterator[list[str]] | None:
    """The first rows by this mark; None where a row is wider than any sheet. Raises csv.Error."""
    if text.count(mark) >= _MOST_COLUMNS and any(
        line.count(mark) >= _MOST_COLUMNS for line in io.StringIO(text)
    ):
        return None
    return islice(csv.reader(io.StringIO(text), delimiter=mark, strict=True), most)


def _rows(text: str, mark: str, limits: Limits, most: int | None = None) -> Rows | None:
    """The rows that are not blank, each cell without blanks at its ends; None when quotes don't close."""
    rows: Rows = []
    left = limits.cells
    try:
        for row in _parsed(text, mark, most) or ():
            left -= len(row)
            if left < 0:
                raise TooLarge(f"表格超过 {limits.cells} 个单元格的上限,请拆分后再试")
            if any(map(str.strip, row)):
                rows.append([cell.strip() for cell in row])
    except csv.Error:
        return None
    return rows or None


def _cells(rows: Rows) -> list[list[GridCell]]:
    widths = Counter(len(row) for row in rows if len(row) > 1)
    width = max(widths, key=lambda w: (widths[w], w), default=1)
    broken = set(_broken(rows, width))
    return [
        [GridCell(number, _UNREAD, lines=[Line(" ".join(filter(None, row)))])]
        if number in broken or any(row[width:])
        else [GridCell(number, column, lines=[Line(cell)]) for column, cell in enumerate(row) if cell]
        for number, row in enumerate(rows)
    ]


def _broken(rows: Rows, width: int) -> Iterator[int]:
    """Short rows one below the other that would make one of full width: a line end without quotes."""
    run: list[int] = []
    for number, row in enumerate([*rows, [""] * width]):
        if len(row) < width:
            run.append(number)
            continue
        cells = sum(len(rows[each]) for each in run)
        # a row in n pieces has n - 1 cells more than its columns
        if cells > len(run) > 1 and (cells - len(run)) % (width - 1) == 0:
            yield from run
        run = []


def _unread(rows: Iterable[Sequence[GridCell]], text: str) -> Iterator[Finding]:
    message = "这一行的格数与表头不合(多半是格内有未加引号的逗号或换行),未读取,请核对"
    at = 0
    for row in rows:
        words = row[0].lines[0].text
        start = at = text.index(words, at)
        yield Finding("unread_clause", "warning", message, start, start + len(words))
