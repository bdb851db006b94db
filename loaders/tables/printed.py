"""Tables that were laid out for the eye: a cell's lines stand in several lines of the text."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.tables.measures import Span


@dataclass(frozen=True, slots=True)
class PrintedCell:
    """A cell and the pieces of the text that it consists of, one a line, without blanks at their ends.

    `joint` stands between them where they are read: a comma where each piece is a name of its own.
    """

    row: int
    column: int
    pieces: tuple[Span, ...]
    rows: int = 1
    columns: int = 1
    joint: str = "\n"


@dataclass(frozen=True, slots=True)
class Unread:
    """A stretch that can't be read for certain, and why."""

    span: Span
    why: str


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """Whole lines from `start` to `stop`, and the cells in them, sorted by row and column.

    `unread`: why it, or a part of it, can't be read for certain; it has the cells that can. `lost`: stretches
    of single rows that can't, with the rows' numbers, in order. `title`: what stands on its first line before
    it.
    """

    start: int
    stop: int
    cells: tuple[PrintedCell, ...] = ()
    unread: str = ""
    title: Span | None = None
    lost: tuple[tuple[int, Unread], ...] = ()


@dataclass(frozen=True, slots=True)
class PrintedLines:
    """Whole lines from `start` to `stop` that say what an outline says: its `pieces` are spans of the text,
    the marks between them, and what isn't read."""

    start: int
    stop: int
    pieces: tuple[Span | str | Unread, ...] = ()
