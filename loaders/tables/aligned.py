"""Task tables whose columns are aligned by runs of blanks (a listing, or what `pdftotext -layout` writes).

Only below a heading that names a task table's columns is anything looked for. What stands below the
headings line by line is the table; `aligned_rows.py` says where its rows begin. A table that can't be read
for certain stays text, with a finding.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from loaders.outline.lines import is_page_number
from loaders.outline.ordinals import read_ordinal
from loaders.passage import fold
from loaders.tables.aligned_rows import Line, numbers_of, rows_of
from loaders.tables.alignment import GAP, METRICS, Piece, below, headed, merged, spread, words_of
from loaders.tables.headers import Column, read_heading
from loaders.tables.measures import Span
from loaders.tables.printed import PrintedCell, PrintedTable

_MARK = re.compile(r"(?:[ \t]{2}|\u3000)[牵责主配承协参单负落实分任部]")
"""Where a heading's column of units may begin; only the lines around it are looked at."""
_LONGEST = 1_000
_DEEPEST_HEADING = 3
_LEAST_COLUMNS = 3
_MOST_WORDS = 30
"""Words of a line, and columns of a heading, at most."""
_FEWEST_WORDS = 2
"""Words of some line at least: rows of one cell a line are not aligned below the heading."""
_MOST_BLANK = 4
"""Blank lines within a table at most."""
_UNREAD = "这张按空格对齐的表格{},未按表格读取,请改用原来的 docx、pdf 或 xlsx 文件"
_COLUMNS = _UNREAD.format("有的内容对不准栏目")


@dataclass(frozen=True, slots=True)
class _Heading:
    """A heading's lines: up to `stop`, the columns that it names, and where in the lines they stand."""

    start: int
    stop: int
    columns: list[Column]
    places: list[Span]
    words: list[list[Piece]]
    metric: Callable[[str], list[int]]


def aligned_tables(text: str) -> Iterator[PrintedTable]:
    """The tables in text order, not overlapping."""
    stop = least = 0
    while mark := _MARK.search(text, stop):
        start = text.rfind("\n", 0, mark.start()) + 1
        if not text[start : mark.start()].strip():
            stop = mark.end()  # the first word of a line: an indented paragraph begins so
            continue
        end = text.find("\n", mark.start())
        end = len(text) if end < 0 else end
        found = [
            table
            for metric in METRICS
            for heading in _headings(text, (start, end), least, metric)
            for table in _read(text, heading)
        ]
        table = _best(found)
        if table:
            yield table
        stop = least = max(end, table.stop if table else end)


def _best(found: Sequence[PrintedTable]) -> PrintedTable | None:
    """What all measures of width agree on; of several that go on differently far the longest."""
    if not found:
        return None
    read = [table for table in found if not table.unread]
    longest = max(read or found, key=lambda table: (table.stop, len(table.cells)))
    same = all(table.cells == longest.cells for table in read if table.stop == longest.stop)
    if same and all(table.stop <= longest.stop for table in found):
        return longest
    return PrintedTable(longest.start, max(table.stop for table in found), (), _COLUMNS)


def _headings(text: str, line: Span, least: int, metric: Callable[[str], list[int]]) -> list[_Heading]:
    """The heading that this line is, or is a part of; [] when it names no task table's columns.

    One broken over lines (牵头 above 单位) is taken with those of its lines that name most columns.
    """
    if line[1] - line[0] > _LONGEST:
        return []
    around = [
        *_lines_before(text, line[0], least),
        line,
        *islice(_lines(text, line[1] + 1), _DEEPEST_HEADING - 1),
    ]
    at = around.index(line)
    runs = [
        around[first:last]
        for first in range(max(0, at - _DEEPEST_HEADING + 1), at + 1)
        for last in range(at + 1, min(first + _DEEPEST_HEADING, len(around)) + 1)
    ]
    # headings set close to one another have one blank between them, one set wide (牵 头 单 位) inside
    found = [h for run in runs for gap in (GAP, 1) if (h := _heading(text, run, metric, gap))]
    return sorted(found, key=lambda h: (-_known(h), len(h.words)))[:1]


def _known(heading: _Heading) -> int:
    return sum(column.kind != "other" for column in heading.columns)


def _lines_before(text: str, start: int, least: int) -> list[Span]:
    found: list[Span] = []
    while len(found) < _DEEPEST_HEADING - 1 and start - 1 > least:
        begin = max(text.rfind("\n", max(least, start - _LONGEST), start - 1) + 1, least)
        if not text[begin : start - 1].strip() or start - begin > _LONGEST:
            break
        found.insert(0, (begin, start - 1))
        start = begin
    return found


def _lines(text: str, start: int) -> Iterator[Span]:
    """The lines from here on, blank ones too."""
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield start, end
        start = end + 1


def _heading(text: str, run: Sequence[Span], metric: Callable[[str], list[int]], gap: int) -> _Heading | None:
    if any(b - a > _LONGEST for a, b in run):
        return None
    words = [words_of(text, line, metric) for line in run]
    pieces = [merged(line, gap) for line in words]
    places = spread(piece for line in pieces for piece in line)
    if not _LEAST_COLUMNS <= len(places) <= _MOST_WORDS or not all(pieces):
        return None
    heads = [
        "".join(text[p.start : p.stop] for line in pieces for p in line if left <= p.left < right)
        for left, right in places
    ]
    columns = read_heading([fold(head) for head in heads])
    known = [column.kind for column in columns or () if column.kind != "other"]
    if columns is None or len(known) < _LEAST_COLUMNS or len(known) * 2 <= len(columns):
        return None
    return _Heading(run[0][0], run[-1][1], columns, places, pieces, metric)


def _read(text: str, heading: _Heading) -> Iterator[PrintedTable]:
    """The table below a heading; none where nothing stands below it."""
    lines = list(_body(text, heading))
    while lines and not lines[-1].words:
        lines.pop()
    stop = lines[-1].span[1] if lines else heading.stop
    rest = _rest(text, stop, heading)
    if rest:
        yield PrintedTable(heading.start, rest, (), _COLUMNS)
    if rest or all(len(merged(line.words)) < _FEWEST_WORDS for line in lines):
        return
    rows = rows_of(text, heading.columns, heading.places, lines)
    if isinstance(rows, str):
        yield PrintedTable(heading.start, stop, (), _UNREAD.format(rows))
        return
    head = [
        PrintedCell(
            0, i, tuple((p.start, p.stop) for line in heading.words for p in line if left <= p.left < right)
        )
        for i, (left, right) in enumerate(heading.places)
    ]
    yield PrintedTable(heading.start, stop, (*head, *rows))


def _rest(text: str, stop: int, heading: _Heading) -> int | None:
    """Where lines end that look like rows and stand right below what was read; None without any."""
    found, blank = None, 0
    for start, end in _lines(text, stop + 1):
        words = words_of(text, (start, end), heading.metric) if end - start <= _LONGEST else []
        if not words:
            blank += 1
        elif len(merged(words)) >= _LEAST_COLUMNS or (len(words) > 1 and _is_row(text, words, heading)):
            found, blank = end, 0
        elif found is None or (len(merged(words)) == 1 and words[0].left <= heading.places[0][1]):
            return found
        if blank > _MOST_BLANK:
            return found
    return found


def _body(text: str, heading: _Heading) -> Iterator[Line]:
    """The lines of a table: up to one that stands below no heading's column alone."""
    blank, repeated = 0, [_bare(text, line) for line in heading.words]
    waiting: list[Line] = []
    for span in _lines(text, heading.stop + 1):
        words = words_of(text, span, heading.metric) if span[1] - span[0] <= _LONGEST else None
        if words is None or (not words and blank >= _MOST_BLANK):
            return
        blank = 0 if words else blank + 1
        if words and _is_margin(text, span, words, heading):
            continue
        if not words:
            waiting.append(Line(span, []))
            continue
        if _bare(text, words) in repeated:
            continue
        line = _line(text, span, words, heading)
        if line is None or _ends(text, line, heading):
            return
        if line.is_group:
            waiting.append(line)
            continue
        yield from waiting
        waiting = []
        yield line


def _is_margin(text: str, span: Span, words: Sequence[Piece], heading: _Heading) -> bool:
    """Is this a page's number, and not one in a cell?"""
    printed = fold(text[span[0] : span[1]].strip())
    in_cell = printed.isdecimal() and (headed(words[0], heading.places) or _is_row(text, words, heading))
    return is_page_number(printed) and not in_cell


def _is_row(text: str, words: Sequence[Piece], heading: _Heading) -> bool:
    """Does the line begin with a number below the heading of numbers, where a page's would hardly stand?"""
    numbers = [
        place
        for place, column in zip(heading.places, heading.columns, strict=True)
        if column.kind == "number"
    ]
    return bool(below(words[0], numbers)) and bool(numbers_of(text, words[:1]))


def _bare(text: str, words: Sequence[Piece]) -> str:
    return "".join(text[word.start : word.stop] for word in words)


def _line(text: str, span: Span, words: list[Piece], heading: _Heading) -> Line | None:
    if len(words) > _MOST_WORDS:
        return None
    whole = merged(words)
    if len(whole) == 1 and read_ordinal(fold(text[whole[0].start : whole[0].stop])):
        return Line(span, words, is_group=True)
    return Line(span, words) if all(len(headed(word, heading.places)) < 2 for word in words) else None


_NOTE = re.compile(r"注|说明|备注|附|填表|联系")


def _ends(text: str, line: Line, heading: _Heading) -> bool:
    """Is this a note or a line of text below the table?"""
    first = line.words[0]
    return len(merged(line.words)) == 1 and _NOTE.match(text, first.start, first.stop) is not None
