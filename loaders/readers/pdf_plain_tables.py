"""Tables without lines on a PDF page, told by gutters that all their rows leave free.

Only numbered ones whose cells begin at the height of their number, since nothing else tells where a row
ends: short names side by side head them, and 1, 2, 3 … stand alone in their first column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from loaders.readers.blocks import Grid, GridCell, Line
from loaders.readers.pdf_page import Char
from loaders.readers.pdf_text import line_rows, text_lines


@dataclass(frozen=True, slots=True)
class PlainSettings:
    """Distances in shares of a character's height: between two cells of a line, the least width of a gutter
    in the end, blank paper that ends a table, and how much nearer than its lines two rows may be."""

    gap: float = 0.8
    gutter: float = 0.4
    apart: float = 2.5
    nearer: float = 0.15


SETTINGS = PlainSettings()
_NUMBER = re.compile(r"[0-9]{1,3}")
_NAME = re.compile(r"[一-鿿()()/、 ]{2,14}")
_GROUP = re.compile(r"[一二三四五六七八九十]{1,3}、|[((][一二三四五六七八九十]{1,3}[))]")
_FEWEST_COLUMNS, _FEWEST_ROWS = 3, 2

Row = list[Char]
Gutter = tuple[float, float]


@dataclass(slots=True)
class GoingOn:
    """A table that the last line of a page belongs to: its gutters, and the number of its next row."""

    gutters: list[Gutter]
    number: int


@dataclass(slots=True)
class PlainPage:
    """Tables with the heights where they stand, characters of none, and what goes on on the next page."""

    tables: list[tuple[float, Grid]] = field(default_factory=list)
    rest: list[Char] = field(default_factory=list)
    going_on: GoingOn | None = None


def plain_tables(
    chars: Sequence[Char], before: GoingOn | None, settings: PlainSettings = SETTINGS
) -> PlainPage:
    """The page's tables without lines; `before`: one of the page before that may go on here."""
    rows = [sorted(row, key=lambda char: char.x0) for row in line_rows(chars)]
    usual = median(char.bottom - char.top for char in chars) if chars else 0.0
    page, at = PlainPage(), 0
    while at < len(rows):
        scan = _Scan(rows, at, usual, settings, before if at < 2 else None)
        if not scan.lines:
            page.rest += rows[at]
            at += 1
            continue
        above = _group_above(rows, at, scan, usual, settings)
        if above:
            del page.rest[-len(above) :]
        page.tables.append((min(c.top for c in above or rows[at]), scan.grid(above)))
        at, before = scan.stop, None
        page.going_on = GoingOn(scan.gutters, scan.number) if at >= len(rows) - 1 else None
    return page


def _group_above(rows: Sequence[Row], at: int, scan: _Scan, usual: float, settings: PlainSettings) -> Row:
    """The first group's title, which stands above the heading, where others stand between the rows."""
    if not at or not scan.groups or _blank(rows[at - 1], rows[at]) > settings.apart * usual:
        return []
    return rows[at - 1] if _GROUP.match(_words(rows[at - 1])) else []


class _Scan:
    """A table that may begin at a row; `lines` stays empty where it is none."""

    def __init__(
        self, rows: Sequence[Row], at: int, usual: float, settings: PlainSettings, before: GoingOn | None
    ) -> None:
        self.rows, self.usual, self.settings = rows, usual, settings
        self.lines: list[Row] = []
        self.groups: set[int] = set()
        self.stop, self.number, self.headed = at, 0, False
        self.gutters = self._heading(rows[at])
        if self.gutters:
            self.stop, self.headed = at + 1, True
        elif before:
            self.gutters, self.number = list(before.gutters), before.number
        if self.gutters:
            self._take()

    def grid(self, above: Row) -> Grid:
        columns = len(self.gutters) + 1
        cells: list[GridCell] = []
        row = -1
        if above:
            row += 1
            cells.append(GridCell(row, 0, 1, columns, [Line(line.text) for line in text_lines(above)]))
        for group in self._blocks():
            row += 1
            chars = [char for line in group for char in self.lines[line]]
            if group[0] in self.groups:
                cells.append(GridCell(row, 0, 1, columns, [Line(line.text) for line in text_lines(chars)]))
                continue
            for column in range(columns):
                held = [char for char in chars if self._column(char) == column]
                cells.append(GridCell(row, column, 1, 1, [Line(line.text) for line in text_lines(held)]))
        return Grid(cells)

    def _heading(self, row: Row) -> list[Gutter]:
        pieces = _pieces(row, self.settings.gap * self.usual)
        named = len(pieces) >= _FEWEST_COLUMNS and all(_NAME.fullmatch(_words(piece)) for piece in pieces)
        return [(a[-1].x1, b[0].x0) for a, b in pairwise(pieces)] if named else []

    def _take(self) -> None:
        """The rows below, as long as they leave the gutters free; none of them unless it is a table."""
        begin, last = self.stop - self.headed, self.number - 1 if self.number else 0
        while self.stop < len(self.rows):
            row = self.rows[self.stop]
            above = self.rows[self.stop - 1] if self.stop > begin else row
            if _blank(above, row) > self.settings.apart * self.usual:
                break
            narrowed = self._narrowed(row)
            number = self._number(row) if narrowed else None
            if narrowed and number in ("", str(last + 1)):
                self.gutters, last = narrowed, last + bool(number)
            elif self._is_group(row, last + 1):
                self.groups.add(self.stop - begin)
            else:
                break
            self.stop += 1
        self.lines = list(self.rows[begin : self.stop])
        self.number = last + 1
        if not self._is_table():
            self.lines = []

    def _narrowed(self, row: Row) -> list[Gutter]:
        """The gutters without what this row covers of them; [] where it crosses one."""
        found = list(self.gutters)
        for piece in _pieces(row, self.settings.gap * self.usual):
            start, stop = piece[0].x0, piece[-1].x1
            for at, (left, right) in enumerate(found):
                if start < right and stop > left:
                    found[at] = (stop, right) if start <= left else (left, start)
                if found[at][1] - found[at][0] < self.settings.gutter * self.usual:
                    return []
                if left < start and stop < right:
                    return []
        return found

    def _number(self, row: Row) -> str | None:
        """The row's number, "" without one; None where something else stands in the first column."""
        words = _words([char for char in row if self._column(char) == 0])
        return words if not words or _NUMBER.fullmatch(words) else None

    def _column(self, char: Char) -> int:
        x = (char.x0 + char.x1) / 2
        return sum(x > (left + right) / 2 for left, right in self.gutters)

    def _is_group(self, row: Row, number: int) -> bool:
        """A title between rows, below which the next number stands."""
        below = self.rows[self.stop + 1] if self.stop + 1 < len(self.rows) else []
        return bool(below) and _GROUP.match(_words(row)) is not None and self._number(below) == str(number)

    def _blocks(self) -> Iterator[list[int]]:
        """The lines (indices) of each row, the heading and titles among them."""
        block: list[int] = []
        for index, line in enumerate(self.lines):
            begins = index in self.groups or index == self.headed or self._number(line)
            if block and (begins or block[0] in self.groups):
                yield block
                block = []
            block.append(index)
        if block:
            yield block

    def _is_table(self) -> bool:
        """Do its rows begin at their numbers, all cells at one height, farther apart than their lines?"""
        blocks = [b for b in self._blocks() if b[0] not in self.groups and b[0] >= self.headed]
        numbered = [b for b in blocks if self._number(self.lines[b[0]])]
        if len(numbered) < (_FEWEST_ROWS if self.headed else 1) or len(blocks) - len(numbered) > (
            not self.headed
        ):
            return False
        for block in numbered:
            first = {self._column(char) for char in self.lines[block[0]]}
            if any(self._column(char) not in first for line in block[1:] for char in self.lines[line]):
                return False
        starts = {block[0] for block in blocks} - {blocks[0][0]}
        gaps = [(at, _pitch(self.lines[at - 1], self.lines[at])) for at in range(1, len(self.lines))]
        within = [gap for at, gap in gaps if at not in starts and at > self.headed and at not in self.groups]
        between = [gap for at, gap in gaps if at in starts]
        nearest, farthest = min(between, default=0.0), max(within, default=0.0)
        return not between or nearest >= farthest - self.settings.nearer * self.usual


def _pieces(row: Row, gap: float) -> list[Row]:
    pieces: list[Row] = []
    for char in row:
        if char.text.isspace():
            continue
        if pieces and char.x0 - pieces[-1][-1].x1 < gap:
            pieces[-1].append(char)
        else:
            pieces.append([char])
    return pieces


def _words(chars: Sequence[Char]) -> str:
    return "".join(char.text for char in chars).strip()


def _pitch(above: Row, row: Row) -> float:
    return median(char.top for char in row) - median(char.top for char in above)


def _blank(above: Row, row: Row) -> float:
    return min(char.top for char in row) - max(char.bottom for char in above)
