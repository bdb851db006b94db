"""Task tables that copying from a PDF flattened to the lines of their cells, one below the other.

The heading is a run of short lines from 序号 on that name the columns, themselves perhaps broken (序, 号). A
row begins where the next number stands alone on its line; how its lines fall to the columns is told by
what they hold (`wrapped_rows.py`). Pages repeat the heading and stand their number in between. Tables of
one line a cell are left to `flattened_tasks.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from loaders.outline.lines import Line, is_page_number, read_lines, without_page_numbers
from loaders.outline.ordinals import read_ordinal
from loaders.tables.flattened_tasks import in_cells
from loaders.tables.headers import ROLE_OF, Column, read_column, read_heading
from loaders.tables.printed import PrintedCell, PrintedTable
from loaders.tables.role_lines import below_role_lines
from loaders.tables.wrapped_rows import REST, Run, fill, names_units
from loaders.tables.wrapped_titles import (
    MOST_OPENING,
    counts_anew,
    is_numeral,
    is_title,
    titles_in,
    without_titles,
)

_NUMBER = re.compile("序|序号|编号")
_BROKEN = re.compile("序 号|编 号|(?:到)?20[0-9]{2} ?年? (?:目标|计划|任务|预期|完成|现状)[^0-9 ]{0,4}")
"""Names of a column whose first line would name one by itself."""
_BEFORE, _BEHIND = 200, 120
"""Characters around a role's column in which the other columns' names stand."""
_LONGEST_NAME = 12
_LONGEST_REMARK = 30
_LEAST_COLUMNS, _MOST_COLUMNS = 3, 12
_LEAST_ROWS = 2
_MOST_LINES = 60
"""Lines of one row at most; more is text behind the table."""
_FEW_LINES = 8
"""Lines at most of a row whose units stand in a cell that it shares with the row above."""
_BLOCK = 4_000
_COUNTS = frozenset(["target", "other"])
"""The kinds of columns that may hold a number alone."""
_UNREAD = "这张表格的单元格被拆成了多行,这一行起分不清栏目,未按表格读取,请改用原来的 docx、pdf 或 xlsx 文件"


def wrapped_tables(text: str) -> Iterator[PrintedTable]:
    """The tables in text order, not overlapping; what can not be told apart is a finding."""
    return below_role_lines(text, _heading, _below)


def _below(text: str, heading: _Heading) -> Iterator[PrintedTable]:
    rows = _Rows(heading)
    rows.read(_body(text, heading))
    yield from rows.tables()


@dataclass(frozen=True, slots=True)
class _Heading:
    """The lines of a heading, the columns that they name, and the lines of each name."""

    lines: list[Line]
    columns: list[Column]
    names: list[list[Line]]

    @property
    def stop(self) -> int:
        return self.lines[-1].stop


def _heading(text: str, least: int, start: int, place: int) -> _Heading | None:
    """The heading whose column of units stands before `place`; None when its lines name no columns."""
    begin = text.rfind("\n", least, max(start - _BEFORE, least)) + 1
    lines = list(_lines(text, max(begin, least), place + _BEHIND))
    numbers = (i for i, line in enumerate(lines) if line.stop < place and _NUMBER.fullmatch(line.text))
    first = max(numbers, default=None)
    run = _names_run(lines[first:]) if first is not None else []
    if not run or run[-1].stop + 1 < place:
        return None
    names = _names(run)
    columns = read_heading(["".join(line.text for line in name) for name in names])
    if columns is None or columns[0].kind != "number" or columns[-1].kind == "number":
        return None
    known = [column.kind for column in columns if column.kind != "other"]
    fits = _LEAST_COLUMNS <= len(columns) <= _MOST_COLUMNS and len(known) * 2 > len(columns)
    return _Heading(run, columns, names) if fits else None


def _names_run(lines: Sequence[Line]) -> list[Line]:
    """The short lines up to the first row, or to a title above it."""
    run: list[Line] = []
    for line in lines:
        if line.text == "1" or is_title(line.text):
            return run
        if len(line.text) > _LONGEST_NAME:
            return []
        run.append(line)
    return []


def _names(run: Sequence[Line]) -> list[list[Line]]:
    """The lines of a heading by column: those that name one only together are one name."""
    names: list[list[Line]] = []
    while run:
        broken = len(run) > 1 and _BROKEN.fullmatch(f"{run[0].text} {run[1].text}")
        size = 2 if broken else next((n for n in (1, 2, 3) if _is_name(run[:n])), 1)
        names.append(list(run[:size]))
        run = run[size:]
    return names


def _is_name(lines: Sequence[Line]) -> bool:
    return read_column("".join(line.text for line in lines)).kind != "other"


def _lines(text: str, start: int, end: int) -> Iterator[Line]:
    """The lines from `start` to the one that `end` stands in, without page numbers of several lines."""
    while start < min(end, len(text)):
        stop = text.find("\n", min(start + _BLOCK, end, len(text)))
        stop = len(text) if stop < 0 else stop
        found = without_page_numbers(list(read_lines(text[start:stop])))
        yield from (Line(line.start + start, line.stop + start, line.text) for line in found)
        start = stop + 1


def _body(text: str, heading: _Heading) -> Iterator[Line]:
    """The lines below a heading; a line without words stands where a page ends and the heading is printed
    again. Page numbers are left out."""
    names = [line.text for line in heading.lines]
    ahead: list[Line] = []
    for line in in_cells(text, heading.lines, _lines(text, heading.lines[-1].stop + 1, len(text))):
        ahead.append(line)
        texts = [each.text for each in ahead[-len(names) :]]
        if texts == names:
            del ahead[-len(names) :]
            if ahead and ahead[-1].text.isdecimal():
                ahead.pop()
            ahead.append(Line(line.stop, line.stop, ""))
        elif is_page_number(line.text) and not line.text.isdecimal():
            ahead.pop()
        elif len(ahead) > len(names) + 1:
            yield ahead.pop(0)
    yield from ahead


@dataclass(slots=True)
class _Rows:
    """The rows below a heading: the lines of each column, and the titles that stand before a row."""

    heading: _Heading
    numbers: list[Line] = field(default_factory=list)
    filled: list[list[Run]] = field(default_factory=list)
    titles: dict[int, list[list[Line]]] = field(default_factory=dict)
    unread: tuple[int, int] | None = None

    def read(self, lines: Iterator[Line]) -> None:
        """Read row after row, each up to the next number."""
        words: list[Line] = []
        for line in lines:
            begun = bool(self.numbers)
            if self._is_next(line, words) and (self._close(words) if begun else self._opens(words)):
                self.numbers.append(line)
                words = []
                continue
            if not self._is_page_number(line):
                words.append(line)
            if len(words) > (_MOST_LINES if begun else MOST_OPENING):
                break
        if self.numbers:
            self._last(words)

    def _is_next(self, line: Line, words: Sequence[Line]) -> bool:
        """Is it the number of the next row, or of the first one below a title with a number of its own?"""
        if not self.numbers:
            return line.text == "1"
        if line.text == str(int(self.numbers[-1].text) + 1):
            return True
        return line.text == "1" and counts_anew(words)

    def _is_page_number(self, line: Line) -> bool:
        """A number alone is a page's where no column holds numbers."""
        return line.text.isdecimal() and all(column.kind not in _COUNTS for column in self.columns)

    def _opens(self, words: list[Line]) -> bool:
        """Stands nothing before the first row but the titles of groups?"""
        titles = titles_in(words)
        if titles:
            self.titles[0] = titles
        return titles is not None

    def _close(self, words: list[Line]) -> bool:
        """Read the row that ends here; False when the number behind it can't be the next row's."""
        words, titles = without_titles(words)
        filled = self._fill(words)
        if filled is None or not (names_units(self.columns, filled) or len(words) <= _FEW_LINES):
            return False
        self.filled.append(filled)
        if titles:
            self.titles[len(self.filled)] = titles
        return True

    def _fill(self, words: list[Line], *behind_it: Column) -> list[Run] | None:
        """The row's lines by column; those behind a page's end may go on in any of them."""
        columns = [*self.columns, *behind_it]
        end = next((at for at, line in enumerate(words) if not line.text), len(words))
        behind = [line for line in words[end:] if line.text]
        return fill(columns, words[:end], behind) if end or behind else None

    @property
    def columns(self) -> Sequence[Column]:
        """Those behind the number."""
        return self.heading.columns[1:]

    def _last(self, words: list[Line]) -> None:
        """The last row, behind which other text may stand."""
        if not self.filled or not words:
            return
        ends = (at for at, line in enumerate(words) if at and _ends(line.text))
        words = words[: next(ends, _MOST_LINES)]
        filled = self._fill(words, REST)
        if filled and names_units(self.columns, filled[:-1]):
            self.filled.append(_with_remark(self.columns, filled))
        elif len(self.filled) >= _LEAST_ROWS:
            self.unread = words[0].start, words[-1].stop

    def tables(self) -> Iterator[PrintedTable]:
        """What was read, and what of the table was not; nothing where each cell is one line."""
        pairs = [pair for row in self.filled for pair in zip(self.columns, row, strict=True)]
        wrapped = any(len(run) > 1 for column, run in pairs if column.kind in ROLE_OF)
        if len(self.filled) < _LEAST_ROWS or not (wrapped or self.titles):
            return
        cells = tuple(self._cells())
        stop = max(stop for cell in cells for _, stop in cell.pieces)
        yield PrintedTable(self.heading.lines[0].start, stop, cells)
        if self.unread:
            yield PrintedTable(*self.unread, (), _UNREAD)

    def _cells(self) -> Iterator[PrintedCell]:
        for column, name in enumerate(self.heading.names):
            yield PrintedCell(0, column, _pieces(name))
        row = 0
        for index, (number, filled) in enumerate(zip(self.numbers, self.filled, strict=False)):
            for title in self.titles.get(index, ()):
                row += 1
                yield from self._title_cells(row, title)
            row += 1
            yield PrintedCell(row, 0, _pieces([number]))
            for column, run in enumerate(filled, 1):
                if run:
                    yield PrintedCell(row, column, _pieces(run), self._rows_of(index, column))

    def _title_cells(self, row: int, title: Run) -> Iterator[PrintedCell]:
        """A title over all columns; one with a number alone has it in its column."""
        if not is_numeral(title[0].text):
            yield PrintedCell(row, 0, _pieces(title), 1, len(self.heading.columns))
            return
        task = next(i for i, column in enumerate(self.heading.columns) if column.kind == "task")
        yield PrintedCell(row, 0, _pieces(title[:1]))
        yield PrintedCell(row, task, _pieces(title[1:]))

    def _rows_of(self, index: int, column: int) -> int:
        """The rows that a cell of units spans: those below that name nobody share it."""
        if self.columns[column - 1].kind not in ROLE_OF:
            return 1
        stop = index + 1
        while stop < len(self.filled) and stop not in self.titles and not self._names_units(stop):
            stop += 1
        return stop - index

    def _names_units(self, index: int) -> bool:
        return names_units(self.columns, self.filled[index])


def _with_remark(columns: Sequence[Column], filled: Sequence[Run]) -> list[Run]:
    """The last row, with the one line that ends the text as its remark, where 备注 is the last column."""
    *row, rest = filled
    remarked = columns[-1].kind == "other" and not row[-1] and len(rest) == 1
    if remarked and len(rest[0].text) <= _LONGEST_REMARK and not rest[0].text.endswith("。"):
        row[-1] = rest
    return row


def _pieces(lines: Run) -> tuple[tuple[int, int], ...]:
    return tuple((line.start, line.stop) for line in lines)


_ENDS = re.compile("附|[▲△*※]?注[:1-9]|备注|说明")


def _ends(text: str) -> bool:
    """Does a line begin what stands below the table?"""
    return _ENDS.match(text) is not None or read_ordinal(text) is not None
