"""Breakdown tables that copying flattened to one cell a line.

序号, 实事项目, 全市任务, then a region a line (a long name over two lines), then for each row its
name, its total, and its cells. Empty cells left no line, so a row is read by what its numbers add
up to; a row that stays ambiguous gives no cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.outline.lines import Line, read_lines
from loaders.source import Cell, Table

_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?$|\d{1,12}(?:\.\d{1,4})?$")
_LEAST_RUN = 12
_LONGEST_CELL = 24


def flattened_tables(text: str) -> list[Table]:
    """Runs of short lines most of which are numbers, as tables of one column."""
    return [Table(run[0].start, run[-1].stop, _column(run)) for run in _runs(list(read_lines(text)))]


def _column(run: Sequence[Line]) -> tuple[Cell, ...]:
    return tuple(Cell(row, 0, line.start, line.stop) for row, line in enumerate(run))


def _runs(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    start = 0
    for index in range(len(lines) + 1):
        if index < len(lines) and len(lines[index].text) <= _LONGEST_CELL and not _ends(lines[index].text):
            continue
        run = lines[start:index]
        if len(run) >= _LEAST_RUN and _is_table(run):
            yield run
        start = index + 1


def _ends(line: str) -> bool:
    """Is this line a sentence or a heading rather than a cell?"""
    return (
        line.endswith(("。", ";"))
        or re.match(r"附件|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)", line) is not None
    )


def _is_table(run: Sequence[Line]) -> bool:
    numbers = sum(is_number(line.text) for line in run)
    return numbers >= len(run) * 0.4 and numbers >= _LEAST_RUN // 2


def is_number(text: str) -> bool:
    """Is the cell nothing but a number (7900, 1,200, 3.5)?"""
    return _NUMBER.match(text) is not None


def number(text: str) -> float:
    """The value of a cell that is a number."""
    return float(text.replace(",", ""))
