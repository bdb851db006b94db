"""Tables each entry of which begins with the next number, alone on its line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loaders.outline.lines import Line
from loaders.tables.headers import Column
from loaders.tables.stacked_cells.cells import Run, names_units
from loaders.tables.stacked_cells.ends import above_note, begins_another, unsigned
from loaders.tables.stacked_cells.entries import Entries, Entry, Row
from loaders.tables.stacked_cells.rows import ends_row, split_rows
from loaders.tables.stacked_cells.titles import MOST_OPENING, counts_anew, titles_in, without_titles

_MOST_LINES = 60
"""Lines of one entry at most among which none ends a row; more is text behind the table."""
_LONGEST_ENTRY = 600
_FEW_LINES = 8
"""Lines at most of an entry whose units stand in a cell that it shares with the one above."""
_LEAST_ENTRIES = 2
_LONGEST_REMARK = 30
_COUNTS = frozenset(["target", "other"])
"""The kinds of columns that may hold a number alone."""


def read_numbered(columns: Sequence[Column], lines: Iterator[Line], following: int = 1) -> Entries:
    """The entries of the lines below a heading with `columns` behind its numbers. These begin with 1, or with
    `following`, the one behind the last of the table before."""
    reader = _Reader(Entries(columns), {"1", str(following)})
    reader.read(lines)
    return reader.found


class _Reader:
    """Reads entry after entry, each up to the next number."""

    def __init__(self, found: Entries, firsts: set[str]) -> None:
        self.found = found
        self.firsts = firsts
        self.number: Line | None = None
        self.titles: Sequence[Run] = ()

    @property
    def columns(self) -> Sequence[Column]:
        return self.found.columns

    def read(self, lines: Iterator[Line]) -> None:
        words: list[Line] = []
        ended = 0  # how many of the words stand up to the last that ends a row
        for line in lines:
            begun = self.number is not None
            if begun and begins_another(line.text):
                break
            if begun and line.text == "1" and words and not words[-1].text:
                break  # below the heading printed again another table counts from 1
            if self._is_next(line, words) and (self._close(words) if begun else self._opens(words)):
                self.number = line
                words, ended = [], 0
                continue
            if not self._is_page_number(line):
                words.append(line)
                ended = len(words) if begun and ends_row(line.text) else ended
            if len(words) - ended > (_MOST_LINES if begun else MOST_OPENING) or ended > _LONGEST_ENTRY:
                break
        if self.number:
            self._last(words)

    def _is_next(self, line: Line, words: Sequence[Line]) -> bool:
        """Is it the number of the next entry, or of the first one below a title with a number of its own?"""
        if not self.number:
            return line.text in self.firsts
        if line.text == str(int(self.number.text) + 1):
            return True
        return line.text == "1" and counts_anew(words)

    def _is_page_number(self, line: Line) -> bool:
        """A number alone is a page's where no column holds numbers."""
        return line.text.isdecimal() and all(column.kind not in _COUNTS for column in self.columns)

    def _opens(self, words: list[Line]) -> bool:
        """Stands nothing before the first entry but the titles of groups?"""
        titles = titles_in(words)
        self.titles = titles or ()
        return titles is not None

    def _close(self, words: list[Line]) -> bool:
        """Read the entry that ends here; False when the number behind it can't be the next one's."""
        words, titles = without_titles(words)
        rows = split_rows(self.columns, words)
        told = any(names_units(self.columns, row) for row in rows)
        if not rows or not (told or len(words) <= _FEW_LINES):
            return False
        self._add(rows)
        self.titles = titles
        return True

    def _add(self, rows: Sequence[Row]) -> None:
        self.found.entries.append(Entry(self.number, rows, self.titles))

    def _last(self, words: list[Line]) -> None:
        """The last entry, behind which other text may stand."""
        if not self.found.entries or not words:
            return
        words = unsigned(self.columns, above_note(words, self.found.lines)[:_LONGEST_ENTRY])
        rows = split_rows(self.columns, words, more=True)
        if rows and names_units(self.columns, rows[-1][:-1]):
            self._add([*rows[:-1], _with_remark(self.columns, rows[-1])])
        elif rows[:-1]:
            self._add(rows[:-1])
        elif len(self.found.entries) >= _LEAST_ENTRIES:
            self.found.unread = words[0].start, words[-1].stop


def _with_remark(columns: Sequence[Column], filled: Row) -> list[Run]:
    """The last row, with the one line that ends the text as its remark, where 备注 is the last column."""
    *row, rest = filled
    remarked = columns[-1].kind == "other" and not row[-1] and len(rest) == 1
    if remarked and len(rest[0].text) <= _LONGEST_REMARK and not rest[0].text.endswith("。"):
        row[-1] = rest
    return row
