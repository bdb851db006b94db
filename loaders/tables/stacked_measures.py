"""Tables of measures that copying has flattened to a cell a line, without numbers before the rows:

    类型 / 指标 / 2030年 / 2035年目标 / 一、绿地 / 公园数(个) / 30 / 45 / 绿地率(%) / 38.5 / 40

Titles of groups may stand between the rows; a row is a name and as many cells as the heading has behind 指标.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from loaders.outline.ordinals import read_ordinal
from loaders.passage import fold
from loaders.source import Cell, Table
from loaders.tables.indicators import column_kind
from loaders.tables.measures import Span
from loaders.tables.spaced import NUMBER
from loaders.tables.stacked_numbers import cells_from

_HEAD = re.compile(
    r"^[ \t\u3000]{0,8}(?:(?:类型|类别|领域|维度|分类|方面|一级指标)[ \t\u3000]{0,8}\n[ \t\u3000]{0,8})?"
    r"(?P<name>(?:主要|二级|具体)?指标(?:名称)?)[ \t\u3000]{0,8}$(?=\n)",
    re.MULTILINE,
)
_OTHERS = re.compile("属性|指标属性|备注|责任单位|牵头单位")
_RANGE = re.compile(r"[0-9]+(?:\.[0-9]+)?[-—~～至][0-9]+(?:\.[0-9]+)?%?")
_MOST_COLUMNS = 8
_MOST_CELLS = 2_000
_AT_FIRST = 6
"""Rows, titles among them, that are looked at before all of them."""
_FEWEST_ROWS = 3
_VALUES = ("target", "year", "growth", "past")


def stacked_measures(text: str) -> Iterator[Table]:
    """The tables in text order, not overlapping."""
    stop = 0
    for head in _HEAD.finditer(text):
        if head.start() < stop:
            continue
        table = _table(text, head)
        if table:
            stop = table.stop
            yield table


def _table(text: str, head: re.Match[str]) -> Table | None:
    names = list(islice(cells_from(text, head.end()), _MOST_COLUMNS))
    columns = [head.span("name"), *_columns(text, names)]
    kinds = [column_kind(fold(text[a:b])) for a, b in columns]
    if not any(kind in ("target", "year") for kind in kinds):
        return None
    below = columns[-1][1]
    for most in (_AT_FIRST * len(kinds), _MOST_CELLS):  # most heads have no table below them
        rows = list(_rows(text, list(islice(cells_from(text, below), most)), kinds))
        if len(rows) < _FEWEST_ROWS:
            return None
    cells = tuple(Cell(r, c, *span) for r, row in enumerate([columns, *rows]) for c, span in enumerate(row))
    return Table(head.start(), rows[-1][-1][1], cells)


def _columns(text: str, lines: Sequence[Span]) -> Iterator[Span]:
    """The lines that name columns behind that of the measures."""
    for a, b in lines:
        words = fold(text[a:b])
        if column_kind(words) in ("other", "name") and not _OTHERS.fullmatch(words):
            return
        yield a, b


def _rows(text: str, lines: Sequence[Span], kinds: Sequence[str]) -> Iterator[Sequence[Span]]:
    """The rows up to the first lines that are none; titles of groups are passed over."""
    at = 0
    while at + len(kinds) <= len(lines):
        row = lines[at : at + len(kinds)]
        if _is_row(text, row, kinds):
            yield row
            at += len(kinds)
        elif _is_title(text, lines[at]):
            at += 1
        else:
            return


def _is_row(text: str, row: Sequence[Span], kinds: Sequence[str]) -> bool:
    """A name, and a number in each column of values."""
    if _is_number(text, row[0]):
        return False
    return all(kind not in _VALUES or _is_number(text, cell) for cell, kind in zip(row, kinds, strict=True))


def _is_number(text: str, cell: Span) -> bool:
    words = "".join(fold(text[slice(*cell)]).split())
    return NUMBER.fullmatch(words) is not None or _RANGE.fullmatch(words) is not None


def _is_title(text: str, line: Span) -> bool:
    ordinal = read_ordinal(fold(text[slice(*line)]))
    return ordinal is not None and ordinal.style in ("cn", "cn_brackets")
