"""All tables of a document, marked by its format or drawn in its text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from loaders.outline.lines import is_page_number
from loaders.passage import fold
from loaders.source import Source, Table
from loaders.tables.drawn import drawn_tables
from loaders.tables.flattened import flattened_tables
from loaders.tables.headers import read_column
from loaders.tables.markup import fragment_tables

_LONGEST_GAP = 200


def find_tables(source: Source) -> list[Table]:
    """The tables in text order, not overlapping; those of the format win over drawn ones.

    Pieces of a table that page breaks parted are one table, whose rows are counted through.
    """
    found = list(source.tables)
    for drawn in (fragment_tables, drawn_tables, flattened_tables):
        found = _merged(found, drawn(source.text))
    return _joined(source.text, found)


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
    found: list[Table] = []
    for table in tables:
        if found and _goes_on(text, found[-1], table):
            found[-1] = _appended(found[-1], table)
        else:
            found.append(table)
    return found


def _goes_on(text: str, table: Table, other: Table) -> bool:
    """Only a page break lies between, and the heading is repeated or left out."""
    if other.start - table.stop > _LONGEST_GAP:
        return False
    between = text[table.stop : other.start].split("\n")
    if not all(is_page_number(fold(line.strip())) for line in between if line.strip()):
        return False
    first, again = _first_row(text, table), _first_row(text, other)
    if first == again:
        return True
    return len(first) == len(again) > 1 and sum(read_column(cell).kind != "other" for cell in again) < 2


def _first_row(text: str, table: Table) -> list[str]:
    row = table.cells[0].row if table.cells else 0
    return ["".join(text[c.start : c.stop].split()) for c in table.cells if c.row == row]


def _appended(table: Table, other: Table) -> Table:
    below = max((cell.row + cell.rows for cell in table.cells), default=0)
    cells = (*table.cells, *(replace(cell, row=cell.row + below) for cell in other.cells))
    return Table(table.start, other.stop, cells)
