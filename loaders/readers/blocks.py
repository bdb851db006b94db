"""What the structured formats are made of, and how it becomes one text with spans.

Readers of html, docx, pdf, xlsx and csv make a flat list of lines and grids; `compose` writes them into
the text and takes down where each cell came to stand, so that spans are right by construction.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from loaders.extraction import Finding
from loaders.readers.limits import Limits
from loaders.source import Cell, Table
from zeren.errors import TooLarge


@dataclass(slots=True)
class Line:
    """A paragraph; `pages` are the offsets in it at which a new page begins; `depth`: how many numbered
    lists stand open around the one that numbers it."""

    text: str
    pages: tuple[int, ...] = ()
    depth: int = 0


@dataclass(slots=True)
class GridCell:
    """A cell at its upper left corner, with its lines."""

    row: int
    column: int
    rows: int = 1
    columns: int = 1
    lines: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class Grid:
    """A data table; cells in any order, none at a place that another one covers.

    But for titles over all columns that stand between the rows of cells which span them.
    """

    cells: list[GridCell]


@dataclass(slots=True)
class PageBreak:
    """A page begins here; its place among them counts, so an empty page is kept."""


Block = Line | Grid | PageBreak


@dataclass(frozen=True, slots=True)
class Composed:
    """Text with what stands in it; the shape that every reader returns."""

    text: str
    pages: tuple[int, ...] = (0,)
    tables: tuple[Table, ...] = ()
    findings: tuple[Finding, ...] = ()
    title: str = ""
    nested: tuple[tuple[int, int], ...] = ()


class _Writer:
    """Text that grows, with its length and page offsets."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.pieces: list[str] = []
        self.length = 0
        self.pages: list[int] = [0]
        self.nested: list[tuple[int, int]] = []

    def write(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)
        if self.length > self.limits.text:
            raise TooLarge(f"文字超过 {self.limits.text // 10_000} 万字的上限,请拆分后再试")

    def line(self, line: Line) -> None:
        for offset in line.pages:
            if self.length + offset > self.pages[-1]:
                self.pages.append(self.length + offset)
        if line.depth:
            self.nested.append((self.length, line.depth))
        self.write(line.text)


def compose(blocks: Iterable[Block], limits: Limits, title: str = "") -> Composed:
    """The blocks one below the other: lines end in `\\n`, cells are parted by `\\t`, rows by `\\n`."""
    writer = _Writer(limits)
    tables: list[Table] = []
    for block in blocks:
        if isinstance(block, Line):
            writer.line(block)
        elif isinstance(block, PageBreak):
            writer.pages.append(writer.length)
            continue
        elif block.cells:
            tables.append(_write_grid(block.cells, writer))
        else:
            continue
        writer.write("\n")
    text = "".join(writer.pieces)
    return Composed(text, tuple(writer.pages), tuple(tables), (), title, tuple(writer.nested))


def _write_grid(cells: Sequence[GridCell], writer: _Writer) -> Table:
    begin = writer.length
    written: list[Cell] = []
    row: int | None = None
    for cell in sorted(cells, key=lambda each: (each.row, each.column)):
        if row is not None:
            writer.write("\t" if cell.row == row else "\n")
        row = cell.row
        start = writer.length
        for number, line in enumerate(cell.lines):
            if number:
                writer.write("\n")
            writer.line(line)
        written.append(Cell(cell.row, cell.column, start, writer.length, cell.rows, cell.columns))
    return Table(begin, writer.length, tuple(written))
