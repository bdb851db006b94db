"""From a text to its tables of one cell below the other."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.tables.printed import PrintedTable
from loaders.tables.stacked_cells.body import lines_below
from loaders.tables.stacked_cells.entries import Entries
from loaders.tables.stacked_cells.headings import Heading, headings_at, marks
from loaders.tables.stacked_cells.layout import cells_of
from loaders.tables.stacked_cells.numbered import read_numbered
from loaders.tables.stacked_cells.unnumbered import read_unnumbered

_LEAST_ROWS = 2
_UNREAD = "这张表格的单元格被拆成了多行,这一行起分不清栏目,未按表格读取,请改用原来的 docx、pdf 或 xlsx 文件"


def stacked_cell_tables(text: str) -> Iterator[PrintedTable]:
    """The tables in text order, not overlapping; what can not be told apart is a finding."""
    stop, following = 0, 1
    for mark in marks(text):
        if mark.start() < stop:
            continue
        search = headings_at(text, stop, mark)
        stop = search.stop
        ways = [(heading, _below(text, heading, following)) for heading in search.ways]
        heading, found = max(ways, default=(None, None), key=lambda way: way[1].fit)
        if heading and found and found.fit[0] >= _LEAST_ROWS:
            yield (table := _table(heading, found))
            stop = table.stop
            following = _following(found)
            if found.unread:
                yield PrintedTable(*found.unread, (), _UNREAD)
                stop = found.unread[1]


def _following(found: Entries) -> int:
    """The number behind a table's last one, from which the next table may count on."""
    last = found.entries[-1].number
    return int(last.text) + 1 if last else 1


def _below(text: str, heading: Heading, following: int) -> Entries:
    lines = lines_below(text, heading.lines)
    if heading.numbered:
        return read_numbered(heading.columns[1:], lines, following)
    return read_unnumbered(heading.columns, lines)


def _table(heading: Heading, found: Entries) -> PrintedTable:
    cells = tuple(cells_of(heading, found))
    return PrintedTable(heading.start, max(stop for cell in cells for _, stop in cell.pieces), cells)
