"""Word's tables: rows of cells with gridSpan and vMerge become a grid (ECMA-376 part 1, 17.4)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from loaders.readers.blocks import Block, Grid, GridCell, Line

_MOST_COLUMNS = 1_000


@dataclass(slots=True)
class WordCell:
    """A w:tc: `merge` is None, "restart" (first of a vertical merge) or "continue"."""

    columns: int = 1
    merge: str | None = None
    blocks: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class WordRow:
    """A w:tr: `before` grid columns are left empty at its beginning."""

    before: int = 0
    deleted: bool = False
    cells: list[WordCell] = field(default_factory=list)


def table_blocks(rows: Iterable[WordRow]) -> list[Block]:
    """The grid; a table of one column only frames its text, so its lines come out as they are."""
    kept = [row for row in rows if not row.deleted]
    if all(len(row.cells) <= 1 for row in kept):
        return [block for row in kept for cell in row.cells for block in cell.blocks]
    return [Grid(_grid_cells(kept))]


def _grid_cells(rows: list[WordRow]) -> list[GridCell]:
    cells: list[GridCell] = []
    above: dict[int, GridCell] = {}
    for number, row in enumerate(rows):
        column = min(row.before, _MOST_COLUMNS)
        current: dict[int, GridCell] = {}
        for cell in row.cells:
            span = max(1, min(cell.columns, _MOST_COLUMNS))
            merged = above.get(column) if cell.merge == "continue" else None
            if merged is None:
                merged = GridCell(number, column, 1, span, flat_lines(cell.blocks))
                cells.append(merged)
            else:
                merged.rows = number - merged.row + 1
            if cell.merge is not None:
                current[column] = merged
            column += span
        above = current
    return cells


def flat_lines(blocks: Iterable[Block]) -> list[Line]:
    """Lines only: a table within a cell becomes one line a row, its cells parted by tabs."""
    lines: list[Line] = []
    for block in blocks:
        if isinstance(block, Line):
            lines.append(block)
        if not isinstance(block, Grid):
            continue
        rows: dict[int, list[str]] = {}
        for cell in sorted(block.cells, key=lambda each: (each.row, each.column)):
            rows.setdefault(cell.row, []).append("\n".join(line.text for line in cell.lines))
        lines.extend(Line("\t".join(row)) for row in rows.values())
    return lines
