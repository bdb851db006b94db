"""All tables of a document, marked by its format or drawn in its text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice, takewhile

from loaders.outline.lines import is_page_number
from loaders.passage import fold, with_half_digits
from loaders.source import Cell, Source, Table
from loaders.tables.closed import closed_tables
from loaders.tables.drawn import drawn_tables
from loaders.tables.flattened import flattened_tables
from loaders.tables.grid import WIDEST
from loaders.tables.headers import read_column
from loaders.tables.labelled import by_annexes
from loaders.tables.markup import fragment_tables
from loaders.tables.property_rows import property_tables
from loaders.tables.spaced import spaced_tables
from loaders.tables.stacked_measures import stacked_measures
from loaders.tables.stacked_numbers import stacked_tables

_LONGEST_GAP = 200


def find_tables(source: Source) -> list[Table]:
    """The tables in text order, not overlapping; those of the format win over drawn ones.

    Pieces of a table that page breaks parted are one table, whose rows are counted through; rows that
    hold an annex' label and title are none of it.
    """
    found = list(source.tables)
    readers = (
        fragment_tables, drawn_tables, spaced_tables, stacked_tables, property_tables, stacked_measures,
        closed_tables, flattened_tables,
    )  # fmt: skip
    text = with_half_digits(source.text)
    for drawn in readers:
        found = _merged(found, drawn(text))
    return _joined(source.text, [each for table in found for each in by_annexes(source.text, table)])


def _merged(known: Sequence[Table], others: Iterable[Table]) -> list[Table]:
    """Both in text order, without those of `others` that overlap one before them."""
    kept: list[Table] = []
    ranked = sorted([*((t, 0) for t in known), *((t, 1) for t in others)], key=lambda p: (p[0].start, p[1]))
    for place, (table, rank) in enumerate(ranked):
        following = next((t for t, r in ranked[place + 1 : place + 2] if r == 0), None)
        overlaps = (kept and table.start < kept[-1].stop) or (following and following.start < table.stop)
        if rank == 0 or not overlaps:
            kept.append(table)
    return kept


def _joined(text: str, tables: Sequence[Table]) -> list[Table]:
    runs: list[list[Table]] = []
    for table in tables:
        if runs and _goes_on(text, runs[-1][0], runs[-1][-1].stop, table):
            runs[-1].append(table)
        else:
            runs.append([table])
    return [_whole(run) for run in runs]


def _goes_on(text: str, first: Table, stop: int, other: Table) -> bool:
    """Only a page break lies between, and the heading of `first` is repeated or left out."""
    if other.start - stop > _LONGEST_GAP:
        return False
    between = text[stop : other.start].split("\n")
    if not all(is_page_number(fold(line.strip())) for line in between if line.strip()):
        return False
    heading, again = _first_row(text, first), _first_row(text, other)
    if heading == again:
        return True
    if len(heading) == 1:  # a title over all columns
        heading = _first_row(text, first, first.cells[0].row + 1)
    alike = len(again) > 1 and _width(first) == _width(other)
    return alike and len(heading) > 1 and sum(read_column(cell).kind != "other" for cell in again) < 2


def _first_row(text: str, table: Table, row: int | None = None) -> list[str]:
    """The words of a row's cells, of the first one unless another is asked for."""
    top = table.cells[0].row if table.cells else 0
    wanted = (cell for cell in table.cells if cell.row >= (top if row is None else row))
    cells = takewhile(lambda cell: cell.row == (top if row is None else row), wanted)
    heads = (text[cell.start : min(cell.stop, cell.start + _LONGEST_GAP)] for cell in islice(cells, WIDEST))
    return ["".join(head.split()) for head in heads]


def _width(table: Table) -> int:
    """The columns of the first row, a title over several of them counted so."""
    top = table.cells[0].row if table.cells else 0
    cells = takewhile(lambda cell: cell.row == top, table.cells)
    return max((cell.column + cell.columns for cell in cells), default=0)


def _whole(run: Sequence[Table]) -> Table:
    """The pieces as one table, rows counted through."""
    if len(run) == 1:
        return run[0]
    cells: list[Cell] = []
    below = 0
    for table in run:
        cells += [replace(cell, row=cell.row + below) for cell in table.cells]
        below += max((cell.row + cell.rows for cell in table.cells), default=0)
    return Table(run[0].start, run[-1].stop, tuple(cells))
