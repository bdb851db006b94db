"""Task tables whose cells copying left without a mark between, a row a line.

    序号工作内容牵头单位配合单位完成时限
    1建设公园3处。市园林局市财政局、市水利局6月底前
    2改造绿道5公里。市城管局市财政局9月底前

What is to be done ends with a full stop; a time ends or begins what stands behind it, and units are what is
left: of two columns of them the first ends where two names meet without a mark. Goals (年度目标) behind the
units begin where no name goes on. Units that can't be told apart are a finding.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from loaders.tables.fused_units import are_units, told_apart
from loaders.tables.glued_lines import Columns, Row, Table, Title, read_table
from loaders.tables.measures import Span
from loaders.tables.printed import PrintedCell, PrintedTable, Unread
from loaders.tables.stacked_cells.headings import Heading, glued_headings

_FEWEST_ROWS = 2
_ROW = "表格这一行的单元格连在了一起,任务和单位分不清,这一行未读取,请核对原表"
_UNITS = "这些单位各栏连在了一起,分不清哪些属于哪一栏,未读取,请核对原表"


def glued_row_tables(text: str) -> Iterator[PrintedTable]:
    """The tables in text order, not overlapping; none where no row's units can be told."""
    stop = 0
    for heading in glued_headings(text):
        columns = Columns.of(heading) if heading.start >= stop else None
        table = read_table(text, heading, columns) if columns else None
        if not columns or not table or len(table.rows) < _FEWEST_ROWS:
            continue
        lists = _lists(columns, table)
        if sum(map(bool, lists)) * 2 > len(table.rows):
            stop = table.stop
            cells = tuple(_cells(heading, columns, table, lists))
            yield PrintedTable(heading.start, stop, cells, lost=tuple(_lost(table, lists)))


def _lists(columns: Columns, table: Table) -> list[tuple[Span, ...]]:
    """For each row its lists of units, one a column; () where they can't be told."""
    runs = [row.units for row in table.rows]
    words = table.text.words
    whole: list[tuple[Span, ...]] = [(run,) for run in runs]
    if columns.first and len(columns.roles) == 1:
        return whole  # a time stands before them
    told = told_apart(words, runs) if len(columns.roles) > 1 else whole
    return [lists if are_units(words[slice(*run)]) else () for lists, run in zip(told, runs, strict=True)]


def _lost(table: Table, lists: Sequence[Sequence[Span]]) -> Iterator[tuple[int, Unread]]:
    """What can't be told of the rows, with their numbers in the table: their units, or all of a row."""
    told = iter(lists)
    for number, entry in enumerate(table.entries, 1):
        if isinstance(entry, Title) or next(told):
            continue
        known = entry.units[0] < entry.units[1]
        pieces = table.text.pieces(entry.units if known else ((entry.number or entry.task)[0], entry.task[1]))
        yield number, Unread((pieces[0][0], pieces[-1][1]), _UNITS if known else _ROW)


def _cells(
    heading: Heading, columns: Columns, table: Table, lists: Sequence[Sequence[Span]]
) -> Iterator[PrintedCell]:
    for place, name in enumerate(heading.names):
        yield PrintedCell(0, place, ((name[0].start, name[-1].stop),))
    told = iter(lists)
    for number, entry in enumerate(table.entries, 1):
        if isinstance(entry, Title):
            yield PrintedCell(number, 0, (entry.span,), 1, len(heading.columns))
            continue
        if entry.units[0] == entry.units[1]:
            next(told)
            continue  # what is the task and what the goal nobody can say
        cells = [(columns.task, entry.task), *zip(columns.roles, next(told), strict=False)]
        cells += [(columns.last, entry.last)] if columns.last is not None and entry.last else []
        if entry.number:
            rows = 1 if columns.first else _rows_of(table, number)
            yield PrintedCell(number, 0, table.text.pieces(entry.number), rows)
        for place, span in sorted(cells):
            yield PrintedCell(number, place, table.text.pieces(span), joint="")


def _rows_of(table: Table, number: int) -> int:
    """How many rows a number is for: those below without one are more of the same task."""
    more = takewhile(lambda entry: isinstance(entry, Row) and not entry.number, table.entries[number:])
    return 1 + sum(1 for _ in more)
