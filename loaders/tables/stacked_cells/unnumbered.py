"""Tables without a number before each row: a row ends where other than units or a time follows these."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loaders.outline.lines import Line
from loaders.tables.headers import Column
from loaders.tables.stacked_cells.cells import Run, names_units
from loaders.tables.stacked_cells.ends import begins_another, is_note, unsigned
from loaders.tables.stacked_cells.entries import Entries, Entry
from loaders.tables.stacked_cells.rows import ends_row, split_rows
from loaders.tables.stacked_cells.titles import is_title

_MOST_LINES = 40
"""Lines without units at most; more is text behind the table."""


def read_unnumbered(columns: Sequence[Column], lines: Iterator[Line]) -> Entries:
    """The rows of the lines below a heading, in entries that titles part."""
    found = Entries(columns)
    chunks = list(_chunks(unsigned(columns, list(_cells(lines)))))
    for at, (titles, words) in enumerate(chunks):
        last = at + 1 == len(chunks)
        rows = split_rows(columns, words, more=last)
        rows = [row[: len(columns)] for row in rows]
        while last and rows and not names_units(columns, rows[-1]):
            rows.pop()
        if not rows:
            break
        found.entries.append(Entry(None, rows, titles))
    return found


def _cells(lines: Iterator[Line]) -> Iterator[Line]:
    """The lines that may be cells: up to an annex, a note, or many lines without units."""
    count = 0
    for line in lines:
        count = 0 if ends_row(line.text) else count + 1
        if begins_another(line.text) or is_note(line.text) or count > _MOST_LINES:
            return
        yield line


def _chunks(lines: Sequence[Line]) -> Iterator[tuple[list[Run], list[Line]]]:
    """The lines between titles, each with those that stand before them."""
    titles: list[Run] = []
    words: list[Line] = []
    for at, line in enumerate(lines):
        ended = not words or (ends_row(words[-1].text) and line.text)
        following = lines[at + 1] if at + 1 < len(lines) else None
        if ended and is_title(line.text) and following and not ends_row(following.text):
            if words:
                yield titles, words
                titles, words = [], []
            titles.append([line])
        else:
            words.append(line)
    if words:
        yield titles, words
