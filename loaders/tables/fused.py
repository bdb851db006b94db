"""Task tables whose cells copying left without a mark between.

    序号任务名称任务内容牵头部门配合部门
    1建设公园1.新建公园3处。
    2.改造绿道5公里。
    市园林局市财政局、市水利局

The heading is one line of column names. A row begins with the next number, then the task's name, then
its measures 1. 2. …; the units stand behind the last measure, or behind each. What is read is laid out as an
outline: the row over its measures, each with its units behind labels.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from loaders.outline.lines import Line, read_lines
from loaders.outline.ordinals import read_ordinal
from loaders.passage import fold
from loaders.tables.fused_units import are_units, told_apart
from loaders.tables.headers import ROLE_OF, Column, read_heading
from loaders.tables.measures import Span, trimmed
from loaders.tables.printed import PrintedLines, Unread
from loaders.tables.stacked_cells.headings import glued_names

_HEAD = re.compile(
    r"^[ \t\u3000]{0,8}(?P<names>序号[^\s。;；,，、:：]{8,80}?)[ \t\u3000]{0,8}$", re.MULTILINE
)
_EMPTY = re.compile("情况|备注")
"""Names of columns that stand empty for those who fill the table in."""
_FIRST = re.compile(r"(?<![0-9.])1[.、．](?![0-9])")
_NEXT = re.compile(r"(?P<number>[0-9]{1,2})[.、．](?![0-9])")
_BLOCK = 40_000
_LEAST_ROWS = 2
_LONGEST_TITLE, _LONGEST_NAME = 40, 60
UNREAD = "这张表格的单元格连在了一起,分不清栏目,未按表格读取,请改用原来的 docx、pdf 或 xlsx 文件"
_RUN = "表格里各栏的单位连在了一起,分不清哪些属于哪一栏,请核对原表"


def fused_tables(text: str) -> Iterator[PrintedLines]:
    """The tables in text order, not overlapping; one whose rows don't show where cells end is a finding."""
    stop = 0
    for head in _HEAD.finditer(text):
        columns = _columns(head["names"]) if head.start() >= stop else None
        if not columns:
            continue
        body = _Body()
        body.read(_lines(text, head.end() + 1))
        if body.entries:
            stop = body.stop
            yield _laid_out(text, head.start("names"), columns, body)


def _columns(names: str) -> list[Column] | None:
    """The columns of a line that is nothing but their names: number, name, task, one or two of units."""
    told = [names[a:b] for a, b in glued_names(fold(names)) if not _EMPTY.search(names, a, b)]
    columns = read_heading(told) if told else None
    kinds = [column.kind for column in columns or ()]
    roles = [kind for kind in kinds if kind in ROLE_OF]
    named = kinds[:3] == ["number", "group", "task"] and kinds[3:] == roles
    return columns if named and 0 < len(roles) == len(set(roles)) <= _MOST_ROLES else None


_MOST_ROLES = 2


def _lines(text: str, start: int) -> Iterator[Line]:
    for line in read_lines(text[start : start + _BLOCK]):
        yield Line(line.start + start, line.stop + start, line.text)


@dataclass(slots=True)
class _Measure:
    """A measure's pieces, and the units that stand behind it on its last line."""

    pieces: list[Span]
    units: Span | None = None


@dataclass(slots=True)
class _Row:
    """A row: its number and name, its measures, and the units on a line of their own behind all of them."""

    number: Span
    name: Span
    measures: list[_Measure] = field(default_factory=list)
    units: Span | None = None
    open: bool = False

    @property
    def complete(self) -> bool:
        """Have all its measures been read, and their units?"""
        if self.open or not self.measures:
            return False
        own = [measure.units is not None for measure in self.measures]
        return not any(own) if self.units else all(own)


@dataclass(slots=True)
class _Body:
    """The titles and rows below a heading; `clear`: each of them shows where its cells end.

    Where one doesn't, all that may be cells of the table belongs to it.
    """

    entries: list[_Row | Line] = field(default_factory=list)
    stop: int = 0
    clear: bool = True

    @property
    def rows(self) -> list[_Row]:
        """The rows in order."""
        return [entry for entry in self.entries if isinstance(entry, _Row)]

    def read(self, lines: Iterator[Line]) -> None:
        """Read line after line, until one belongs to no row."""
        for line in lines:
            if not (self._take(line) if self.clear else _may_be_cell(line.text)):
                break
            if not self.entries or self.entries[-1] is not line:  # a title's place is that of the row below
                self.stop = line.stop
        while self.entries and isinstance(self.entries[-1], Line):
            self.entries.pop()
        self.clear = self.clear and len(self.rows) >= _LEAST_ROWS and self.rows[-1].complete

    def _take(self, line: Line) -> bool:
        """Put a line into the table; False where it is behind it."""
        row = self.rows[-1] if self.rows else None
        between = row is None or row.complete
        begun = self._begun(line) if between else None
        if begun or (between and _is_title(line.text)):
            self.entries.append(begun or line)
        elif row is None or not _go_on(row, line):
            if row is None or (row.complete and not _ROW.match(line.text)):
                return False
            self.clear = False
        return True

    def _begun(self, line: Line) -> _Row | None:
        """The row that a line begins with the next number, its name and its first measure."""
        number = str(len(self.rows) + 1)
        first = _FIRST.search(line.text, len(number), len(number) + _LONGEST_NAME)
        if (
            not line.text.startswith(number)
            or not first
            or not _is_name(line.text, len(number), first.start())
        ):
            return None
        at = line.start + len(number)
        row = _Row((line.start, at), (at, line.start + first.start()))
        _measure(row, line, first.start())
        return row


_ROW = re.compile(r"[0-9]{1,3}[\u4e00-\u9fff]")
_BEHIND = re.compile("附件|附表|附:|备注|注[:.]|说明|责任编辑")


def _may_be_cell(text: str) -> bool:
    """May a line be one of a table whose cells can't be told apart: no note, no paragraph of sentences?"""
    if _BEHIND.match(text):
        return False
    return text[0].isdecimal() or "。" not in text[:-1] or not text.endswith("。")


def _is_name(text: str, start: int, stop: int) -> bool:
    return stop - start > 1 and re.fullmatch("[^0-9.,。;:、][^。;:]*", text[start:stop]) is not None


def _is_title(text: str) -> bool:
    ordinal = read_ordinal(text)
    return ordinal is not None and ordinal.style == "cn" and len(text) <= _LONGEST_TITLE and "。" not in text


def _measure(row: _Row, line: Line, start: int) -> None:
    """Put a measure that begins in a line into its row."""
    row.measures.append(_Measure([]))
    row.open = True
    _take(row, line, start)


def _take(row: _Row, line: Line, start: int) -> None:
    """Put the line's rest into the last measure, the units behind its last sentence apart."""
    end = line.text.rfind("。", start) + 1
    measure = row.measures[-1]
    measure.pieces.append((line.start + start, line.start + end if end > start else line.stop))
    row.open = end <= start
    if end > start and line.text[end:].strip():
        measure.units = line.start + end, line.stop


def _go_on(row: _Row, line: Line) -> bool:
    """Put a line into its row; False where it can't belong there."""
    mark = _NEXT.match(line.text)
    if mark and int(mark["number"]) == len(row.measures) + 1 and not row.open and row.units is None:
        _measure(row, line, 0)
    elif row.open:
        _take(row, line, 0)
    elif row.units is None and row.measures[-1].units is None and "。" not in line.text:
        row.units = line.start, line.stop
    else:
        return False
    return True


def _laid_out(text: str, start: int, columns: Sequence[Column], body: _Body) -> PrintedLines:
    runs = [run for row in body.rows for run in _runs(row)]
    if not body.clear or not all(are_units(fold(text[a:b])) for a, b in runs):
        return PrintedLines(start, body.stop, (Unread((start, body.stop), UNREAD),))
    labels = [column.heading for column in columns if column.kind in ROLE_OF]
    lists = told_apart(text, runs) if len(labels) > 1 else [(run,) for run in runs]
    told = {run: _labelled(run, found, labels) for run, found in zip(runs, lists, strict=True)}
    pieces = [piece for entry in body.entries for piece in _entry(text, entry, told)]
    return PrintedLines(start, body.stop, tuple(pieces))


def _runs(row: _Row) -> list[Span]:
    own = [measure.units for measure in row.measures if measure.units]
    return [row.units] if row.units else own


_Piece = Span | str | Unread


def _labelled(run: Span, lists: Sequence[Span], labels: Sequence[str]) -> list[_Piece]:
    """The lists of a run behind the names of their columns, each on a line of its own."""
    if not lists:
        return [Unread(run, _RUN), "\n"]
    pairs = zip(labels, lists, strict=False)
    return [piece for label, units in pairs for piece in (f"{label}:", units, "\n")]


def _entry(text: str, entry: _Row | Line, told: dict[Span, list[_Piece]]) -> Iterator[_Piece]:
    """A title as it stands; a row with its own units above its measures, so that they are the row's."""
    if isinstance(entry, Line):
        yield from ((entry.start, entry.stop), "\n")
        return
    yield from (entry.number, "\t", trimmed(text, *entry.name), "\n", *told.get(entry.units or (0, 0), ()))
    for measure in entry.measures:
        for piece in measure.pieces:
            yield from (piece, "\n")
        yield from told.get(measure.units or (0, 0), ())
