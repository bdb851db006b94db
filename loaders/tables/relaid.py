"""A document in reading order: tables laid out for the eye are put cell by cell, as other formats have them.

Everything else then reads them like any marked table; what it finds is put back to its place in the
text as read. The place of something that stands in several lines is all from its first character
to its last, with what the lines hold between them.
"""

from __future__ import annotations

import dataclasses
from bisect import bisect_right
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from loaders.extraction import Extraction, Finding
from loaders.passage import with_half_digits
from loaders.source import Cell, Source, Table
from loaders.tables.aligned import aligned_tables
from loaders.tables.barred import barred_tables
from loaders.tables.boxes import boxed_tables
from loaders.tables.fused import fused_tables
from loaders.tables.glued import glued_tables
from loaders.tables.glued_rows import glued_row_tables
from loaders.tables.measures import Span
from loaders.tables.printed import PrintedLines, PrintedTable, Unread
from loaders.tables.run_on_tables import run_on_tables
from loaders.tables.spaced_tasks import spaced_task_tables
from loaders.tables.stacked_cells import project_lists, stacked_cell_tables


@dataclass(slots=True)
class Relaid:
    """`source` in reading order, and the way back to `printed`, the document as it was read."""

    source: Source
    printed: Source
    _pieces: Sequence[_Piece] = ()

    def place(self, start: int, stop: int) -> Span:
        """The span in the text as read of a span of `source.text`."""
        if not self._pieces:
            return start, stop
        first = self._index(start)
        last = max(self._index(max(stop - 1, start)), first)
        pieces = self._pieces[first : last + 1]
        if len(pieces) == 1:
            return pieces[0].origin(start), pieces[0].origin(stop)
        begins = [pieces[0].origin(start), *(piece.start for piece in pieces[1:])]
        ends = [*(piece.stop for piece in pieces[:-1]), pieces[-1].origin(stop)]
        return min(begins), max(ends)

    def _index(self, offset: int) -> int:
        return max(bisect_right(self._pieces, offset, key=lambda piece: piece.at) - 1, 0)

    def restored(self, found: Extraction) -> Extraction:
        """What was found in `source`, with its places in the text as read."""
        if not self._pieces:
            return found
        moved: Extraction = self._moved(found)
        findings = (*self.printed.findings, *moved.findings)
        return dataclasses.replace(moved, text=self.printed.text, pages=self.printed.pages, findings=findings)

    def _moved(self, fact: Any) -> Any:
        """A fact and those in it, with their spans put back; `raw` is what stands there."""
        if isinstance(fact, tuple):
            return tuple(map(self._moved, fact))
        if not dataclasses.is_dataclass(fact) or isinstance(fact, type):
            return fact
        changes = {
            each.name: self._moved(value)
            for each in dataclasses.fields(fact)
            if isinstance(value := getattr(fact, each.name), tuple) and value
        }
        for name in ("office_span", "member_spans"):
            if changes.get(name):
                changes[name] = self._spans(changes[name])
        start, stop = getattr(fact, "start", None), getattr(fact, "stop", None)
        if start is not None and stop is not None:
            changes["start"], changes["stop"] = self.place(start, stop)
            if hasattr(fact, "raw"):
                changes["raw"] = self.printed.text[changes["start"] : changes["stop"]]
        return dataclasses.replace(fact, **changes) if changes else fact

    def _spans(self, value: Any) -> Any:
        return self.place(*value) if isinstance(value[0], int) else tuple(self.place(*each) for each in value)


@dataclass(frozen=True, slots=True)
class _Piece:
    """What begins at `at` in the text in reading order is `printed[start:stop]`."""

    at: int
    start: int
    stop: int

    def origin(self, offset: int) -> int:
        return min(max(self.start + offset - self.at, self.start), self.stop)


_Printed = PrintedTable | PrintedLines
_PRINTED = (
    boxed_tables, aligned_tables, spaced_task_tables, barred_tables, stacked_cell_tables, glued_tables,
    glued_row_tables, fused_tables, run_on_tables, project_lists,
)  # fmt: skip


def relay(source: Source) -> Relaid:
    """The document with its printed tables as marked ones; itself where it has none."""
    text = with_half_digits(source.text)
    found = (table for tables in _PRINTED for table in tables(text))
    printed = _apart(sorted(found, key=lambda table: (table.start, _is_unread(table))), source.tables)
    if not printed:
        return Relaid(source, source)
    writer = _Writer(source.text)
    for table in printed:
        writer.copy(table.start)
        if isinstance(table, PrintedLines):
            writer.write_lines(table)
        else:
            writer.write(table)
    writer.copy(len(source.text))
    tables = [*writer.tables, *(writer.shifted(table) for table in source.tables)]
    relaid = dataclasses.replace(
        source,
        text="".join(writer.words),
        pages=tuple(writer.shift(page) for page in source.pages),
        tables=tuple(sorted(tables, key=lambda table: table.start)),
        findings=tuple(writer.findings),
        nested=tuple((writer.shift(offset), depth) for offset, depth in source.nested),
    )
    return Relaid(relaid, source, writer.pieces)


def _is_unread(table: _Printed) -> bool:
    """Did a reader only see that there is a table? Another one may read it."""
    return isinstance(table, PrintedTable) and not table.cells


def _apart(printed: Iterable[_Printed], marked: Sequence[Table]) -> list[_Printed]:
    """Those in text order that overlap neither a marked table nor one before them."""
    kept: list[_Printed] = []
    places = [table.start for table in marked]
    for table in printed:
        index = bisect_right(places, table.stop - 1) - 1
        overlaps = (kept and table.start < kept[-1].stop) or (index >= 0 and marked[index].stop > table.start)
        if not overlaps:
            kept.append(table)
    return kept


@dataclass(slots=True)
class _Writer:
    """The text in reading order while it grows; `read`: how much of the text as read is in it."""

    text: str
    words: list[str] = field(default_factory=list)
    pieces: list[_Piece] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    at: int = 0
    read: int = 0
    _copied: list[_Piece] = field(default_factory=list)

    def copy(self, stop: int) -> None:
        """All up to `stop` as it stands."""
        self._copied.append(_Piece(self.at, self.read, stop))
        self._put(self.read, stop)
        self.read = stop

    def write(self, table: PrintedTable) -> None:
        """A table cell by cell, with a finding where not all of it is read; without cells as printed."""
        if table.title:
            self._put(*table.title)
            self._part("\n")
        begin, cells = self.at, []
        if not table.cells:
            self._put(table.title[1] if table.title else table.start, table.stop)
        row: int | None = None
        lost = deque(table.lost)
        for cell in table.cells:
            while lost and lost[0][0] < cell.row:
                self._lost(lost.popleft()[1])
            if row is not None:
                self._part("\t" if cell.row == row else "\n")
            row, start = cell.row, self.at
            for number, piece in enumerate(cell.pieces):
                if number:
                    self._part(cell.joint)
                self._put(*piece)
            cells.append(Cell(cell.row, cell.column, start, self.at, cell.rows, cell.columns))
        for _, stretch in lost:
            self._lost(stretch)
        if table.unread:
            self.findings.append(Finding("unread_clause", "warning", table.unread, begin, self.at))
        self.tables.append(Table(begin, self.at, tuple(cells)))
        self.read = table.stop

    def write_lines(self, lines: PrintedLines) -> None:
        """What an outline says, in its order; what of it isn't read stands as printed, with a finding."""
        for piece in lines.pieces:
            if isinstance(piece, str):
                self._part(piece)
            elif isinstance(piece, Unread):
                self._unread(piece)
            else:
                self._put(*piece)
        self.read = lines.stop

    def _unread(self, stretch: Unread) -> None:
        """A stretch as it stands, which no other reader looks into."""
        begin = self.at
        self._as_printed(stretch)
        self.tables.append(Table(begin, self.at, ()))
        self.read = stretch.span[1]

    def _lost(self, stretch: Unread) -> None:
        """A stretch of a row, in no cell."""
        self._part("\n")
        self._as_printed(stretch)

    def _as_printed(self, stretch: Unread) -> None:
        begin = self.at
        self._put(*stretch.span)
        self.findings.append(Finding("unread_clause", "warning", stretch.why, begin, self.at))

    def _put(self, start: int, stop: int) -> None:
        self.pieces.append(_Piece(self.at, start, stop))
        self.words.append(self.text[start:stop])
        self.at += stop - start

    def _part(self, mark: str) -> None:
        self.words.append(mark)
        self.at += len(mark)

    def shift(self, offset: int) -> int:
        """The place in reading order of an offset outside the printed tables, or before them."""
        piece = self._copied[max(bisect_right(self._copied, offset, key=lambda each: each.start) - 1, 0)]
        return piece.at + min(offset, piece.stop) - piece.start

    def shifted(self, table: Table) -> Table:
        """A marked table at its place in reading order."""
        by = self.shift(table.start) - table.start
        cells = (dataclasses.replace(c, start=c.start + by, stop=c.stop + by) for c in table.cells)
        return Table(table.start + by, table.stop + by, tuple(cells))
