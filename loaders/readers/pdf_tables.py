"""Ruled tables of a PDF page: pdfplumber's steps from lines to cells, on pdfium's lines."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pdfplumber import table as steps

from loaders.readers.blocks import Grid, GridCell, Line
from loaders.readers.pdf_page import Char, Rule
from loaders.readers.pdf_text import text_lines

_SNAP = 3.0
_CROSSING = 3.0
_MOST_EDGES = 1_500
_MOST_CROSSINGS = 4_000
"""The steps compare every line with every other; a page with more is a drawing."""

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class PdfTable:
    """A table on a page: cells as boxes, and the edges of its rows and columns."""

    cells: tuple[Box, ...]
    columns: tuple[float, ...]
    rows: tuple[float, ...]

    @property
    def top(self) -> float:
        return self.rows[0]

    def holds(self, char: Char) -> bool:
        """Whether the middle of the character lies within the table."""
        x, y = (char.x0 + char.x1) / 2, (char.top + char.bottom) / 2
        return self.columns[0] <= x <= self.columns[-1] and self.rows[0] <= y <= self.rows[-1]


def find_tables(rules: Iterable[Rule]) -> list[PdfTable]:
    """Tables of at least two columns and two cells; frames and lists of boxes are none."""
    edges = [_edge(rule) for rule in set(rules)]
    edges = steps.merge_edges(edges, _SNAP, _SNAP, _SNAP, _SNAP)
    if not edges or len(edges) > _MOST_EDGES:
        return []
    edges = steps.merge_edges([*edges, *_closing(edges)], _SNAP, _SNAP, _SNAP, _SNAP)
    crossings = steps.edges_to_intersections(edges, _CROSSING, _CROSSING)
    if len(crossings) > _MOST_CROSSINGS:
        return []
    groups = steps.cells_to_tables(steps.intersections_to_cells(crossings))
    tables = [_table(cells) for cells in groups]
    return [table for table in tables if len(table.cells) > 1 and len(table.columns) > 2]


_CLOSED = 3
"""So many lines that end at one height, or in one column, are the sides of two cells or more."""


def _closing(edges: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Lines where a table is open: a cell that goes on over the page's end has no line below or above, one
    of a table without an outer border none beside it.

    A table is open where several of its lines end beside each other and none between them goes on.
    """
    for across, (near, far), side in (("v", ("top", "bottom"), "x0"), ("h", ("x0", "x1"), "top")):
        lines = [edge for edge in edges if edge["orientation"] == across]
        for end in (near, far):
            for at in _clusters(line[end] for line in lines):
                ends = [line[side] for line in lines if abs(line[end] - at) <= _SNAP]
                first, last = min(ends), max(ends)
                through = any(
                    first <= line[side] <= last and line[near] < at - _SNAP and line[far] > at + _SNAP
                    for line in lines
                )
                if len(ends) >= _CLOSED and not through:
                    yield _edge(Rule(first, at, last, at) if across == "v" else Rule(at, first, at, last))


def _edge(rule: Rule) -> dict[str, Any]:
    flat = rule.top == rule.bottom
    return {
        "x0": rule.x0,
        "x1": rule.x1,
        "top": rule.top,
        "bottom": rule.bottom,
        "width": rule.x1 - rule.x0,
        "height": rule.bottom - rule.top,
        "orientation": "h" if flat else "v",
        "object_type": "line",
    }


def _table(cells: Sequence[Box]) -> PdfTable:
    columns = _clusters([x for x0, _, x1, _ in cells for x in (x0, x1)])
    rows = _clusters([y for _, top, _, bottom in cells for y in (top, bottom)])
    return PdfTable(tuple(cells), columns, rows)


def _clusters(values: Iterable[float]) -> tuple[float, ...]:
    """Sorted values, those nearer than a line is thick taken as one."""
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > _SNAP:
            kept.append(value)
    return tuple(kept)


def _index(edges: Sequence[float], value: float) -> int:
    return max(bisect_right(edges, value + _SNAP / 2) - 1, 0)


def fill(table: PdfTable, chars: Iterable[Char]) -> Grid:
    """The table with its text; a character belongs to the cell in which its middle lies."""
    owners: dict[tuple[int, int], GridCell] = {}
    content: dict[int, list[Char]] = {}
    cells: list[GridCell] = []
    for x0, top, x1, bottom in table.cells:
        row, column = _index(table.rows, top), _index(table.columns, x0)
        rows, columns = _index(table.rows, bottom) - row, _index(table.columns, x1) - column
        cell = GridCell(row, column, max(rows, 1), max(columns, 1))
        cells.append(cell)
        for each in range(row, row + cell.rows):
            owners.update({(each, at): cell for at in range(column, column + cell.columns)})
    for char in chars:
        owner = owners.get(_place(table, char))
        if owner is None:
            owner = cells[-1]
        content.setdefault(id(owner), []).append(char)
    for cell in cells:
        cell.lines = [Line(line.text) for line in text_lines(content.get(id(cell), ()))]
    return Grid(cells)


def _place(table: PdfTable, char: Char) -> tuple[int, int]:
    x, y = (char.x0 + char.x1) / 2, (char.top + char.bottom) / 2
    return (
        min(max(bisect_right(table.rows, y) - 1, 0), len(table.rows) - 2),
        min(max(bisect_right(table.columns, x) - 1, 0), len(table.columns) - 2),
    )


_FRAMED = 12
"""So many lines in one cell over all columns are a page's text and no row."""


def is_frame(grid: Grid) -> bool:
    """Is it a web page's layout: one cell over all columns holds most of the text, line under line, or
    nothing stands beside what one column holds?"""
    written = [cell for cell in grid.cells if cell.lines]
    if not written:
        return False
    if len({cell.column for cell in written}) == 1 and sum(len(cell.lines) for cell in written) >= _FRAMED:
        return True
    width = max(cell.column + cell.columns for cell in written)
    largest = max(written, key=_size)
    wide = largest.columns > 1 and largest.columns == width
    return wide and len(largest.lines) >= _FRAMED and _size(largest) * 2 > sum(map(_size, written))


def _size(cell: GridCell) -> int:
    return sum(len(line.text) for line in cell.lines)
