"""HTML's tables: data tables become grids, tables that only lay a page out dissolve into lines."""

from __future__ import annotations

from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from loaders.readers.blocks import Block, Grid, GridCell, Line
from loaders.readers.grids import Extent, placed
from loaders.readers.limits import Limits
from zeren.errors import TooLarge

_LONG_CELL = 3_000
"""No cell of a data table holds as many characters; a page's main column does."""

_PARAGRAPHS = 6
"""A table of a single row in which a cell holds as many lines sets columns of running text."""

_MOST_SPAN = 1_000
"""HTML, 4.9.11: colspan is clamped to 1000 (rowspan to 65534)."""


@dataclass(slots=True)
class _Open:
    """A table that is being read; `layout` once something shows that it isn't data."""

    layout: bool = False
    extents: list[Extent] = field(default_factory=list)
    contents: list[list[Block]] = field(default_factory=list)
    before: list[Block] = field(default_factory=list)
    inside: list[Block] | None = None
    row: int = -1


class OpenTables:
    """Where the next block goes: into a cell of the innermost open table, or into the page."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._cells = 0
        self._page: list[Block] = []
        self._open: list[_Open] = []

    def add(self, block: Block) -> None:
        self._target().append(block)

    def finish(self) -> list[Block]:
        """All blocks of the page; tables still open are closed."""
        while self._open:
            self.leave("table")
        return self._page

    def mark_heading(self) -> None:
        """A heading stands inside a table: then the table holds a page, not data."""
        for table in self._open:
            table.layout = True

    def enter(self, node: LexborNode, tag: str) -> None:
        if tag == "table":
            self._open.append(_Open(layout=node.attributes.get("role") in ("presentation", "none")))
        elif not self._open:
            return
        elif tag == "tr":
            self._open[-1].row += 1
        elif tag in ("td", "th"):
            self._enter_cell(node, self._open[-1])

    def leave(self, tag: str) -> None:
        if not self._open:
            return
        if tag in ("td", "th"):
            self._open[-1].inside = None
        elif tag == "table":
            table = self._open.pop()
            blocks = _blocks_of(table)
            if self._open and any(isinstance(block, Grid) for block in blocks):
                self._open[-1].layout = True
            self._target().extend(blocks)

    def _target(self) -> list[Block]:
        if not self._open:
            return self._page
        table = self._open[-1]
        return table.before if table.inside is None else table.inside

    def _enter_cell(self, node: LexborNode, table: _Open) -> None:
        self._cells += 1
        if self._cells > self._limits.cells:
            raise TooLarge(f"表格超过 {self._limits.cells} 个单元格的上限,请拆分后再试")
        table.row = max(table.row, 0)
        table.inside = []
        table.extents.append(Extent(table.row, _span(node, "rowspan"), _span(node, "colspan")))
        table.contents.append(table.inside)


def _span(node: LexborNode, attribute: str) -> int:
    text = (node.attributes.get(attribute) or "").strip()
    return max(1, min(int(text), _MOST_SPAN)) if len(text) < 6 and text.isdecimal() else 1


def _blocks_of(table: _Open) -> list[Block]:
    """A grid after what stood before it (its caption), or what the cells of a layout table hold."""
    cells = placed(table.extents)
    # one column is running text either way; a list of one column reads as lines
    one_column = all(cell.column == 0 for cell in cells)
    if table.layout or one_column or _is_page(table) or any(map(_long, table.contents)):
        return table.before + [block for blocks in table.contents for block in blocks]
    grid: list[GridCell] = []
    for cell, blocks in zip(cells, table.contents, strict=True):
        lines = [block for block in blocks if isinstance(block, Line)]
        rows = min(cell.rows, table.row - cell.row + 1)
        grid.append(GridCell(cell.row, cell.column, rows, cell.columns, lines))
    return [*table.before, Grid(grid)]


def _is_page(table: _Open) -> bool:
    """Only one cell says something, or one row holds columns of paragraphs: no data, however short."""
    filled = [blocks for blocks in table.contents if any(_says(block) for block in blocks)]
    one_row = len({cell.row for cell in table.extents}) == 1
    return len(filled) <= 1 or (one_row and any(len(blocks) >= _PARAGRAPHS for blocks in filled))


def _says(block: Block) -> bool:
    return not isinstance(block, Line) or bool(block.text.strip())


def _long(blocks: list[Block]) -> bool:
    return sum(len(block.text) for block in blocks if isinstance(block, Line)) > _LONG_CELL
