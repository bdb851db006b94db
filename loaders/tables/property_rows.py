"""Tables of indicators flattened to a cell a line, whose rows say what kind of aim they are:

    序号 / 类别 / 指标 / 2030年现状 / 2035年目标 / 属性 / 1 / 绿化 / 绿地率(%) / 30 / 38 / 约束性

A row begins with its number and ends with 约束性 or 预期性. Words of a group may stand before its name and
be broken, as those of the heading are; a row whose name can't be told is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from loaders.passage import fold
from loaders.source import Cell, Table
from loaders.tables.indicators import column_kind
from loaders.tables.measures import Span
from loaders.tables.spaced import NUMBER
from loaders.tables.stacked_numbers import cells_from

_HEAD = re.compile(r"^[ \t\u3000]{0,8}(?:序号|编号)[ \t\u3000]{0,8}$(?=\n)", re.MULTILINE)
_PROPERTY = frozenset(["约束性", "预期性"])
_LAST = re.compile("(?:指标)?属性$")
_VALUES = ("past", "year", "target")
_MEASURED = re.compile(r"[一-鿿]{2}[^()]{0,30}\([^()]{1,12}\)")
"""A name with its unit, which the words of a group don't have."""
_MOST_COLUMNS = 12
_MOST_CELLS = 14
"""Lines of one row."""
_MOST_LINES = 800
_FEWEST_ROWS = 3


def property_tables(text: str) -> Iterator[Table]:
    """The tables in text order, not overlapping."""
    stop = 0
    for head in _HEAD.finditer(text):
        if head.start() >= stop and (table := _table(text, head.start())):
            stop = table.stop
            yield table


def _table(text: str, start: int) -> Table | None:
    names = list(islice(cells_from(text, start), _MOST_COLUMNS))
    body = next((at for at, line in enumerate(names) if text[slice(*line)] == "1"), 0)
    heading = _heading(text, names[:body])
    if not heading:
        return None
    for most in (_MOST_CELLS * _FEWEST_ROWS, _MOST_LINES):  # most heads have no such rows below them
        found = list(_rows(text, list(islice(cells_from(text, names[body][0]), most))))
        if len(found) < _FEWEST_ROWS:
            return None
    columns, grouped = heading
    read = (_read(text, row[:-1], len(columns), grouped=grouped) for row in found)
    rows = [columns, *(row for row in read if row)]
    cells = tuple(Cell(r, c, *span) for r, row in enumerate(rows) for c, span in enumerate(row))
    return Table(start, found[-1][-1][1], cells) if len(rows) > 1 else None


def _heading(text: str, lines: Sequence[Span]) -> tuple[list[Span], bool] | None:
    """The columns of number, name, unit where there is one, and values, and whether groups stand before the
    names; None for the heading of another table."""
    words = [_words(text, line) for line in lines]
    kinds = [column_kind(word) for word in words]
    if not _LAST.search("".join(words)) or "name" not in kinds:
        return None
    named = kinds.index("name")
    united = named + 1 < len(kinds) and kinds[named + 1] == "unit"
    values = [at for at, kind in enumerate(kinds) if kind in _VALUES and at > named]
    first = named + 1 + united
    if not named or values != list(range(first, first + len(values))):
        return None
    if not any(kinds[at] in ("year", "target") for at in values):
        return None
    return [lines[0], *lines[named : first + len(values)]], named > 1


def _rows(text: str, lines: Sequence[Span]) -> Iterator[Sequence[Span]]:
    """The lines of each row, from its number to the kind of its aim."""
    start, number = 0, 1
    while start < len(lines) and _words(text, lines[start]) == str(number):
        ends = range(start + 1, min(start + _MOST_CELLS, len(lines)))
        stop = next((at for at in ends if _words(text, lines[at]) in _PROPERTY), None)
        if stop is None:
            return
        yield lines[start : stop + 1]
        start, number = stop + 1, number + 1


def _read(text: str, row: Sequence[Span], width: int, *, grouped: bool) -> list[Span] | None:
    """A row's number, name, unit and values; None where its name can't be told."""
    if len(row) < width:
        return None
    name, *others = row[len(row) - width + 1 :]
    words = _words(text, name)
    told = len(row) == width or (grouped and _MEASURED.fullmatch(words))
    if not told or NUMBER.fullmatch(words) or not NUMBER.fullmatch(_words(text, others[-1])):
        return None
    return [row[0], name, *others]


def _words(text: str, line: Span) -> str:
    return "".join(fold(text[slice(*line)]).split())
