"""Task tables whose cells a copied text parts by blanks (序号 类别 主要任务 牵头单位), a line a row.

The heading's cells are apart by one blank each or by more, and so are those of the rows. A row with a word a
column is told by that. In any other a blank may stand inside a task's words, and an empty cell leaves two
together: what the words hold tells their columns then, and what stands before the units is all the task's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from loaders.outline.lines import Line
from loaders.passage import fold
from loaders.tables.headers import ROLE_OF, Column
from loaders.tables.measures import Span, trimmed
from loaders.tables.printed import PrintedCell, PrintedTable
from loaders.tables.stacked_cells.cells import Run, cheapest, names_units
from loaders.tables.stacked_cells.costs import fits
from loaders.tables.stacked_cells.headings import Heading, one_line_headings

_PAIRS = ("“”", "()", "《》", "「」", "〔〕")
_LONGEST = 3_000
_MOST_BLANK = 2
_FEWEST_ROWS, _FEWEST_WORDS = 2, 3
_UNREAD = "这张表的各栏只用空格隔开,分不清各格,未按表格读取,请改用原来的 docx、pdf 或 xlsx 文件"


def spaced_task_tables(text: str) -> Iterator[PrintedTable]:
    """The tables in text order, not overlapping."""
    stop = 0
    for heading in one_line_headings(text):
        lines = list(_rows(text, heading)) if heading.start >= stop else []
        if len(lines) >= _FEWEST_ROWS:
            stop = lines[-1][-1].stop
            yield _table(heading, [_cells(heading.columns, words) for words in lines], stop)


def _rows(text: str, heading: Heading) -> Iterator[list[Line]]:
    """The words of each row: lines that 1, 2, 3 … begin, or, without numbers, lines of several words."""
    gap = re.compile("(?: {2,}|\u3000)+" if _apart(text, heading) else "[ \u3000]+")
    at, number, blank = text.find("\n", heading.stop) + 1, 1, 0
    while 0 < at < len(text) and blank <= _MOST_BLANK:
        stop = text.find("\n", at, at + _LONGEST)
        stop = stop if stop >= 0 else min(len(text), at + _LONGEST)
        words = _words(text, trimmed(text, at, stop), gap)
        blank = blank + 1 if not words else 0
        begins = not heading.numbered or (words and words[0].text == str(number))
        if words and (not begins or len(words) < _FEWEST_WORDS):
            return
        if words:
            yield words
            number += 1
        at = stop + 1


def _apart(text: str, heading: Heading) -> bool:
    """Are all names of the heading apart by more than a blank?"""
    lines = pairwise(heading.lines)
    return all(b.start - a.stop > 1 or text[a.stop] == "\u3000" for a, b in lines)


def _words(text: str, line: Span, gap: re.Pattern[str]) -> list[Line]:
    """What the gaps of a line part; one behind a comma, or in brackets, parts none."""
    start, stop = line
    words = fold(text[start:stop])
    edges = [0, *(edge for mark in gap.finditer(text[start:stop]) for edge in mark.span()), stop - start]
    found: list[Line] = []
    for a, b in zip(edges[::2], edges[1::2], strict=True):
        if found and (found[-1].text.endswith(("、", ",")) or _is_open(found[-1].text)):
            a = found.pop().start - start
        if a < b:
            found.append(Line(start + a, start + b, words[a:b]))
    return found


def _is_open(words: str) -> bool:
    return any(words.count(pair[0]) > words.count(pair[1]) for pair in _PAIRS)


_Row = list[tuple[int, Run]]
"""The words of a row's cells, each with its column."""


def _cells(columns: Sequence[Column], words: list[Line]) -> _Row:
    """The cells of a row; the number and the task alone where its units can't be told."""
    if _a_word_a_column(columns, words):
        return [(column, [word]) for column, word in enumerate(words)]
    numbered = columns[0].kind == "number"
    places = [place for place, column in enumerate(columns) if column.kind not in ("number", "group")]
    filled = cheapest([columns[place] for place in places], words[numbered:], whole=True)
    number = [(0, words[:1])] if numbered else []
    task = next(place for place, column in enumerate(columns) if column.kind == "task")
    if filled is None or not _told([columns[place] for place in places], filled.runs):
        return [*number, (task, words[numbered:])]
    return [*number, *((place, run) for place, run in zip(places, filled.runs, strict=True) if run)]


def _a_word_a_column(columns: Sequence[Column], words: Sequence[Line]) -> bool:
    gaps = {b.start - a.stop for a, b in pairwise(words)}
    if len(words) != len(columns) or (1 in gaps and len(gaps) > 1):
        return False
    return all(fits(column, word.text) for column, word in zip(columns, words, strict=True))


def _told(columns: Sequence[Column], runs: Sequence[Run]) -> bool:
    """Are units told for certain: does no blank part those of one cell where two columns hold some?"""
    roles = [run for column, run in zip(columns, runs, strict=True) if column.kind in ROLE_OF]
    return names_units(columns, runs) and (len(roles) == 1 or all(len(run) < 2 for run in roles))


def _table(heading: Heading, rows: Sequence[_Row], stop: int) -> PrintedTable:
    roles = {place for place, column in enumerate(heading.columns) if column.kind in ROLE_OF}
    read = sum(any(place in roles for place, _ in row) for row in rows)
    if read * 2 <= len(rows):
        return PrintedTable(heading.start, stop, (), _UNREAD)
    cells = [PrintedCell(0, place, _pieces(name)) for place, name in enumerate(heading.names)]
    for number, row in enumerate(rows, 1):
        for place, run in row:
            whole = ((run[0].start, run[-1].stop),)
            pieces = _pieces(run) if place in roles else whole
            cells.append(PrintedCell(number, place, pieces, joint="、"))
    return PrintedTable(heading.start, stop, tuple(cells))


def _pieces(run: Run) -> tuple[Span, ...]:
    return tuple((line.start, line.stop) for line in run)
