"""The cells of a table of one cell below the other, laid out in rows and columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from loaders.outline.lines import Line
from loaders.tables.headers import ROLE_OF
from loaders.tables.printed import PrintedCell
from loaders.tables.stacked_cells.cells import Run
from loaders.tables.stacked_cells.entries import Entries, Entry
from loaders.tables.stacked_cells.headings import Heading
from loaders.tables.stacked_cells.titles import is_numeral
from loaders.tables.stacked_cells.units import are_names, unbroken


def cells_of(heading: Heading, found: Entries) -> Iterator[PrintedCell]:
    """The heading's cells, then those of titles and rows in text order."""
    yield from (PrintedCell(0, column, _pieces(name)) for column, name in enumerate(heading.names))
    first = int(heading.numbered)
    row = 0
    for index, entry in enumerate(found.entries):
        for title in entry.titles:
            row += 1
            yield from _title(heading, row, title)
        if entry.number:
            yield PrintedCell(row + 1, 0, _pieces([entry.number]), len(entry.rows))
        for place, runs in enumerate(entry.rows):
            row += 1
            for column, cell in enumerate(runs):
                run = unbroken(cell) if found.columns[column].kind in ROLE_OF else cell
                if run:
                    rows = _rows_of(found, index, place, column)
                    joint = "、" if are_names([line.text for line in run]) else "\n"
                    yield PrintedCell(row, column + first, _pieces(run), rows, joint=joint)


def _title(heading: Heading, row: int, title: Run) -> Iterator[PrintedCell]:
    """A title over all columns; one with a number alone has it in its column."""
    if not heading.numbered or not is_numeral(title[0].text):
        yield PrintedCell(row, 0, _pieces(title), 1, len(heading.columns))
        return
    task = next(i for i, column in enumerate(heading.columns) if column.kind == "task")
    yield PrintedCell(row, 0, _pieces(title[:1]))
    yield PrintedCell(row, task, _pieces(title[1:]))


def _rows_of(found: Entries, index: int, place: int, column: int) -> int:
    """The rows that a cell spans: a group's those of its entry that have none; units are shared by the
    entries below that name nobody."""
    entry, kind = found.entries[index], found.columns[column].kind
    if kind == "group":
        empty = takewhile(lambda row: not row[column], entry.rows[place + 1 :])
        return 1 + sum(1 for _ in empty)
    if kind not in ROLE_OF or place + 1 < len(entry.rows) or not entry.number:
        return 1
    sharing = takewhile(lambda each: _shares(found, each), found.entries[index + 1 :])
    return 1 + sum(len(each.rows) for each in sharing)


def _shares(found: Entries, entry: Entry) -> bool:
    return not entry.titles and not entry.names_units(found.columns)


def _pieces(lines: Sequence[Line]) -> tuple[tuple[int, int], ...]:
    return tuple((line.start, line.stop) for line in lines)
