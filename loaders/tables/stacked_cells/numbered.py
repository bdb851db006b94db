"""Tables each entry of which begins with the next number, alone on its line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.outline.lines import Line
from loaders.outline.ordinals import read_ordinal
from loaders.tables.headers import Column
from loaders.tables.stacked_cells.cells import Run, is_units, names_units
from loaders.tables.stacked_cells.entries import Entries, Entry, Row
from loaders.tables.stacked_cells.rows import split_rows
from loaders.tables.stacked_cells.titles import MOST_OPENING, counts_anew, titles_in, without_titles

_MOST_LINES = 60
"""Lines of one entry at most; more is text behind the table."""
_FEW_LINES = 8
"""Lines at most of an entry whose units stand in a cell that it shares with the one above."""
_LEAST_ENTRIES = 2
_LONGEST_REMARK = 30
_COUNTS = frozenset(["target", "other"])
"""The kinds of columns that may hold a number alone."""
ANNEX = re.compile("附[件表] ?[0-9一二三四五六七八九十]{0,3}(?:[-—][0-9]{1,2})?:?")
"""A line that names an annex ends a table."""
_HEADING = re.compile("序号|编号")
"""What begins the heading of another table, where it isn't this one's again."""
BELOW = re.compile("附|[▲△*※]?注[:1-9]|备注|说明")
"""How a line begins that stands below a table."""


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
        for line in lines:
            begun = self.number is not None
            if begun and (ANNEX.fullmatch(line.text) or _HEADING.fullmatch(line.text)):
                break
            if begun and line.text == "1" and words and not words[-1].text:
                break  # below the heading printed again another table counts from 1
            if self._is_next(line, words) and (self._close(words) if begun else self._opens(words)):
                self.number = line
                words = []
                continue
            if not self._is_page_number(line):
                words.append(line)
            if len(words) > (_MOST_LINES if begun else MOST_OPENING):
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
        ends = (at for at, line in enumerate(words) if at and self._ends(line.text))
        words = unsigned(self.columns, words[: next(ends, _MOST_LINES)])
        rows = split_rows(self.columns, words, more=True)
        if rows and names_units(self.columns, rows[-1][:-1]):
            self._add([*rows[:-1], _with_remark(self.columns, rows[-1])])
        elif rows[:-1]:
            self._add(rows[:-1])
        elif len(self.found.entries) >= _LEAST_ENTRIES:
            self.found.unread = words[0].start, words[-1].stop

    def _ends(self, text: str) -> bool:
        """Does a line begin what stands below the table? An ordinal does, of a style that no cell has."""
        ordinal = read_ordinal(text)
        if ordinal is None or BELOW.match(text):
            return BELOW.match(text) is not None
        ordinals = (read_ordinal(line.text) for line in self.found.lines)
        return not any(each and each.style == ordinal.style for each in ordinals)


def unsigned(columns: Sequence[Column], lines: list[Line]) -> list[Line]:
    """The lines without what signs and dates the document below a table that has no column of times."""
    if any(column.kind == "deadline" for column in columns):
        return lines
    dated = (at for at in range(1, len(lines)) if _DATE.fullmatch(lines[at].text))
    at = next((at for at in dated if is_units(lines[at - 1].text)), None)
    return lines if at is None else lines[: at - 1]


_DATE = re.compile("20[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日")


def _with_remark(columns: Sequence[Column], filled: Row) -> list[Run]:
    """The last row, with the one line that ends the text as its remark, where 备注 is the last column."""
    *row, rest = filled
    remarked = columns[-1].kind == "other" and not row[-1] and len(rest) == 1
    if remarked and len(rest[0].text) <= _LONGEST_REMARK and not rest[0].text.endswith("。"):
        row[-1] = rest
    return row
