"""Where the rows of a table aligned by blanks begin: by its numbers, and by lines that are full.

A line of a cell goes on in the next one when the next word would not have fitted behind it. The
cells so told must stand at the numbers, all by their first line or all by their middle; what fits
neither is not read.
"""

from __future__ import annotations

import re
from bisect import bisect, bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from loaders.outline.ordinals import Ordinal
from loaders.passage import fold
from loaders.tables.aligned_words import are_units, is_plain, may_go_on, ordinal_alone
from loaders.tables.alignment import Piece, assigned, merged
from loaders.tables.headers import ROLE_OF, Column
from loaders.tables.measures import Span
from loaders.tables.printed import PrintedCell
from loaders.tables.widths import places

_UNIT = re.compile(r"[(《“\[【〔]*(?:[0-9A-Za-z.%]+|.)[,。、;:)》”\]】〕!?%]*")
"""What can't be broken over two lines at the head of a folded text."""
_HANGING = ",。、;:，；："
_NEAR = 1.0
"""Lines between the middle of a cell and its number at most, where cells stand by their middle."""
_OFF = 0.5
"""Lines from the middle of a row to its number at most: a row of an even number of lines has none there."""
_INTERLEAVED = 3
"""Lines from one of a cell to its next, where lines of other cells stand between them."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table; without words it is blank. `is_group`: it stands across the columns.

    `pieces`: what stands in each column, once that is known.
    """

    span: Span
    words: list[Piece]
    is_group: bool = False
    pieces: dict[int, Piece] = field(default_factory=dict)


Numbered = tuple[int, Line]


@dataclass(slots=True)
class Run:
    """A cell: its lines (counted through the table) and what stands in each."""

    column: int
    lines: list[tuple[int, Piece]]

    @property
    def first(self) -> int:
        return self.lines[0][0]

    @property
    def middle(self) -> float:
        return (self.first + self.lines[-1][0]) / 2


Rows = list[list[Run]]


def numbers_of(text: str, pieces: Sequence[Piece]) -> list[Ordinal]:
    """The ordinals of pieces that are nothing but a number each; [] when one is more."""
    found = [ordinal_alone(fold(text[piece.start : piece.stop])) for piece in pieces]
    return [each for each in found if each] if all(found) else []


def rows_of(
    text: str, columns: Sequence[Column], headings: Sequence[Span], lines: Sequence[Line]
) -> list[PrintedCell] | str:
    """The cells below the heading, rows counted from 1; what is not certain, in words, when it isn't.

    `headings`: the places of the columns' headings, from left to right.
    """
    placed = _placed(text, columns, headings, lines)
    if placed is None:
        return "有的内容对不准栏目"
    reader = _Reader(text, columns, placed)
    cells: list[PrintedCell] = []
    row = 1
    for group, part in _parts(placed):
        if group:
            whole = tuple((piece.start, piece.stop) for piece in merged(group.words))
            cells.append(PrintedCell(row, 0, whole, 1, len(columns)))
            row += 1
        rows = reader.rows(part) if part else []
        if isinstance(rows, str):
            return rows
        for found in rows:
            cells += [
                PrintedCell(row, run.column, tuple((p.start, p.stop) for _, p in run.lines))
                for run in sorted(found, key=lambda run: run.column)
            ]
            row += 1
    return cells


def _placed(
    text: str, columns: Sequence[Column], headings: Sequence[Span], lines: Sequence[Line]
) -> list[Line] | None:
    """The lines with one piece a column; None where the column of a word is not certain."""
    body = [line.words for line in lines if line.words and not line.is_group]
    first = [i for i, words in enumerate(body) if columns[0].kind == "number" and numbers_of(text, words[:1])]
    found = assigned(body, headings, first)
    if found is None:
        return None
    settled = iter(zip(body, found, strict=True))
    return [
        Line(line.span, [], line.is_group, _joined(*next(settled)))
        if line.words and not line.is_group
        else line
        for line in lines
    ]


def _joined(words: Sequence[Piece], columns: Sequence[int]) -> dict[int, Piece]:
    found: dict[int, Piece] = {}
    for word, column in zip(words, columns, strict=True):
        first = found.get(column, word)
        found[column] = Piece(first.left, word.right, first.start, word.stop)
    return found


def _parts(lines: Sequence[Line]) -> Iterator[tuple[Line | None, list[Line]]]:
    """The lines below each group's, and those before the first one."""
    group: Line | None = None
    part: list[Line] = []
    for line in lines:
        if line.is_group:
            yield group, part
            group, part = line, []
        else:
            part.append(line)
    yield group, part


class _Reader:
    """Reads the rows of one table; `widest`: how wide each column was printed."""

    def __init__(self, text: str, columns: Sequence[Column], lines: Sequence[Line]) -> None:
        self.text = text
        self.columns = columns
        self.number = next((i for i, column in enumerate(columns) if column.kind == "number"), None)
        self.widest: dict[int, int] = {}
        for line in lines:
            for column, piece in line.pieces.items():
                self.widest[column] = max(self.widest.get(column, 0), self._width(piece))

    def words(self, piece: Piece) -> str:
        return fold(self.text[piece.start : piece.stop])

    def _width(self, piece: Piece) -> int:
        # punctuation may hang over the edge
        return places(self.text[piece.start : piece.stop].rstrip(_HANGING))[-1]

    def rows(self, lines: Sequence[Line]) -> Rows | str:
        """The rows in these lines, each with its cells."""
        blocks = list(_blocks(lines))
        whole = [numbered for block in blocks for numbered in block]
        if self.number is None:
            rows = self._unnumbered(blocks) or self._unnumbered([[numbered] for numbered in whole])
            return rows or "没有序号,分不清各行的起止"
        numbers = self._pieces(whole, self.number)
        ordinals = numbers_of(self.text, [piece for _, piece in numbers])
        if not ordinals or any(b.value != a.value + 1 or a.style != b.style for a, b in pairwise(ordinals)):
            return "的序号不连续"
        at = [number for number, _ in numbers]
        found = (
            self._in_blocks(blocks)
            or self._at_numbers(whole, at, top=True)
            or self._at_numbers(whole, at, top=False)
        )
        if not found:
            return "分不清各行的起止"
        plain = (is_plain(self.columns[run.column].kind, self._lines(run)) for row in found for run in row)
        return found if all(plain) else "有的内容读不准"

    def _lines(self, run: Run) -> list[str]:
        return [self.words(piece) for _, piece in run.lines]

    def _is_whole(self, run: Run) -> bool:
        return are_units("".join(self._lines(run)))

    def _pieces(self, lines: Sequence[Numbered], column: int) -> list[tuple[int, Piece]]:
        return [(n, line.pieces[column]) for n, line in lines if column in line.pieces]

    def _cells(self, lines: Sequence[Numbered]) -> list[Run]:
        """All that stands in these lines, as one row."""
        found = [Run(column, self._pieces(lines, column)) for column in range(len(self.columns))]
        return [run for run in found if run.lines]

    def _in_blocks(self, blocks: Sequence[Sequence[Numbered]]) -> Rows | None:
        """A row a block, where blank lines part the table so that each has one number."""
        counts = [len(self._pieces(block, self.number or 0)) for block in blocks]
        return [self._cells(block) for block in blocks] if len(blocks) > 1 and set(counts) == {1} else None

    def _unnumbered(self, blocks: Sequence[Sequence[Numbered]]) -> Rows | None:
        """A row a block, where each has its task, and in all columns of units nothing but whole ones."""
        rows = [self._cells(block) for block in blocks]
        needed = {i for i, column in enumerate(self.columns) if column.kind == "task"}
        for row in rows:
            filled = {run.column for run in row}
            units = [run for run in row if self.columns[run.column].kind in ROLE_OF]
            if len(row) < 2 or not needed <= filled or not units or not all(map(self._is_whole, units)):
                return None
        return rows if len(rows) > 1 else None

    def _at_numbers(self, lines: Sequence[Numbered], numbers: Sequence[int], *, top: bool) -> Rows | None:
        """The cells of each number; None when one is at none, or two of a column are at one."""
        rows: list[dict[int, Run]] = [{} for _ in numbers]
        for column in range(len(self.columns)):
            for run in self._runs(lines, column, set(numbers) if top else set()):
                row = _row_at(run, numbers, top=top)
                if row is None or column in rows[row]:
                    return None
                rows[row][column] = run
        task = next(i for i, column in enumerate(self.columns) if column.kind == "task")
        if not all(task in row for row in rows) or not (top or _are_centred(rows, numbers)):
            return None
        return [list(row.values()) for row in rows]

    def _runs(self, lines: Sequence[Numbered], column: int, starts: set[int]) -> list[Run]:
        """The cells of a column: runs of lines each of which goes on in the next.

        `starts`: lines at which every cell begins; where there are none, lines of other columns may
        stand between those of a cell.
        """
        found: list[Run] = []
        for number, piece in self._pieces(lines, column):
            last = found[-1].lines[-1] if found else None
            near = last is not None and number - last[0] <= (1 if starts else _INTERLEAVED)
            if last and near and number not in starts and self._goes_on(last[1], piece, column):
                found[-1].lines.append((number, piece))
            else:
                found.append(Run(column, [(number, piece)]))
        return found

    def _goes_on(self, piece: Piece, following: Piece, column: int) -> bool:
        left, right = self.words(piece), self.words(following)
        if column == self.number:
            return False
        told = may_go_on(self.columns[column].kind, left, right)
        if told is not None:
            return told
        unit = _UNIT.match(right)
        whole = self.text[following.start : following.start + unit.end()] if unit else right
        width = places(self.text[piece.start : piece.stop])[-1] + places(whole)[-1]
        return width > self.widest.get(column, 0)


def _are_centred(rows: Sequence[dict[int, Run]], numbers: Sequence[int]) -> bool:
    """Does each row reach as far above its number as below it, and none into the next one?"""
    reach = [
        (min(run.first for run in row.values()), max(run.lines[-1][0] for run in row.values()))
        for row in rows
    ]
    apart = all(a[1] < b[0] for a, b in pairwise(reach))
    return apart and all(
        abs((first + last) / 2 - number) <= _OFF for (first, last), number in zip(reach, numbers, strict=True)
    )


def _row_at(run: Run, numbers: Sequence[int], *, top: bool) -> int | None:
    """The number at which a cell stands: at its first line, or near its middle and at no other's."""
    if top:
        return numbers.index(run.first) if run.first in numbers else None
    index = bisect(numbers, run.middle)
    near = sorted(
        range(max(index - 1, 0), min(index + 1, len(numbers))), key=lambda i: abs(numbers[i] - run.middle)
    )
    gaps = [abs(numbers[i] - run.middle) for i in near]
    if not gaps or gaps[0] > _NEAR or (len(gaps) > 1 and gaps[1] - gaps[0] < _NEAR):
        return None
    others = bisect(numbers, run.lines[-1][0]) - bisect_left(numbers, run.first)
    return near[0] if others - (run.first <= numbers[near[0]] <= run.lines[-1][0]) == 0 else None


def _blocks(lines: Sequence[Line]) -> Iterator[list[Numbered]]:
    """The lines between blank ones, counted through."""
    block: list[Numbered] = []
    number = 0
    for line in lines:
        if line.pieces:
            block.append((number, line))
            number += 1
        elif block:
            yield block
            block = []
    if block:
        yield block
