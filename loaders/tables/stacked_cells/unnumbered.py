"""Tables without a number before each row: a row ends where other than units or a time follows these."""

from __future__ import annotations

import re
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
    numbers = _Numbers()
    for at, line in enumerate(lines):
        ended = not words or (ends_row(words[-1].text) and line.text)
        following = lines[at + 1] if at + 1 < len(lines) else None
        if titles and not words and _OPEN.fullmatch(titles[-1][-1].text):
            titles[-1] = [*titles[-1], line]
        elif ended and numbers.begins_row(line.text, first=not words) and words:
            yield titles, words
            titles, words = [], [line]
        elif ended and is_title(line.text) and following and not ends_row(following.text):
            if words:
                yield titles, words
                titles, words = [], []
            titles.append([line])
        else:
            words.append(line)
    if words:
        yield titles, words


_ORDINAL = re.compile("[★☆▲△*※]? ?([0-9]{1,3})[.、](?![0-9])")


_OPEN = re.compile("[一二三四五六七八九十]{1,3}、")
"""A title's number, whose words stand on the next line."""


class _Numbers:
    """Counts the ordinals that begin rows in their first column, from the table's first line on."""

    def __init__(self) -> None:
        self.last: int | None = None

    def begins_row(self, text: str, *, first: bool) -> bool:
        """Does a line behind the end of a row, or the `first` of some, begin with the next ordinal?"""
        ordinal = _ORDINAL.match(text)
        value = int(ordinal[1]) if ordinal else 0
        if self.last is None and first and not is_title(text):
            self.last = 1 if value == 1 else 0
            return value == 1
        if not ordinal or not self.last or value != self.last + 1 or _LEVEL.match(text, ordinal.end()):
            return False
        self.last = value
        return True


_LEVEL = re.compile("[省市州区县旗镇乡](?=[一-鿿]{1,12}(?:局|委|办|厅|院|部|公司|中心|政府)$)")
"""What begins the name of a unit in a numbered list of them."""
