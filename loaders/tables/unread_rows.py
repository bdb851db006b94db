"""Rows of a flattened table that nobody read: what stands in them is no task, and a clerk must know.

    序号工作内容牵头单位配合单位目标
    1建设公园3处。市园林局市财政局新建完成。

Other modules read such rows, or tables of one cell a line, where they can tell the cells apart; here those
are found that they left.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, islice

from loaders.extraction import Extraction, Finding
from loaders.lexicon import is_listed_unit
from loaders.outline.lines import Line
from loaders.tables.headers import ROLE_OF
from loaders.tables.stacked_cells.body import lines_in
from loaders.tables.stacked_cells.headings import Heading, glued_headings, headings_at, numbered_role_lines

_NUMBER = re.compile("([0-9]{1,3})(?![0-9.．、)）])")
_CODE = "unread_clause"
_MOST_BETWEEN = 12
"""Lines between two rows: of a cell's own paragraphs, and titles of groups."""
_FEWEST_ROWS = 2
_STACKED = "这张表格的单元格被拆成了一格一行,各行的责任单位没有读取,请改用原来的 docx、pdf 或 xlsx 文件"
_WHOLE = "这张表格的单元格连在了一起,各行的责任单位没有读取,请改用原来的 docx、pdf 或 xlsx 文件"
_ROW = "表格这一行的单元格连在了一起,责任单位没有读取,请核对原表"


def with_unread_rows(text: str, found: Extraction) -> Extraction:
    """An extraction with a finding for each row below a glued heading in which no unit was read, though a
    column of units is named, and one for a table, glued or of a cell a line, of which nothing was; none where
    a finding stands already.
    """
    read = sorted(a.start for task in found.tasks for a in task.assignments if a.start is not None)
    lost: list[Finding] = []
    stop = 0
    for heading in glued_headings(text):
        if heading.start < stop:
            continue  # printed again at the head of a page
        rows = list(_rows(text, heading)) if _names_units(heading) else []
        lost += _lost(heading, rows, read)
        stop = rows[-1].stop if rows else stop
    lost += _stacked(text, read)
    told = sorted((each.start or 0, each.stop or 0) for each in found.findings if each.code == _CODE)
    starts, ends = [a for a, _ in told], list(accumulate((b for _, b in told), max))
    fresh = [each for each in lost if not _told(each, starts, ends)]
    return replace(found, findings=(*found.findings, *fresh)) if fresh else found


def _names_units(heading: Heading) -> bool:
    return heading.numbered and any(column.kind in ROLE_OF for column in heading.columns)


def _lost(heading: Heading, rows: Sequence[Line], read: Sequence[int]) -> list[Finding]:
    lost = [row for row in rows if not _holds(read, row)]
    if len(rows) < _FEWEST_ROWS:
        return []
    if len(lost) == len(rows):
        return [Finding(_CODE, "warning", _WHOLE, heading.start, rows[-1].stop)]
    return [Finding(_CODE, "warning", _ROW, row.start, row.stop) for row in lost]


def _stacked(text: str, read: Sequence[int]) -> Iterator[Finding]:
    """One for each table of a cell a line that a heading with a number and units begins, and units stand in,
    none of which was read."""
    stop = 0
    for mark in numbered_role_lines(text):
        if mark.start() < stop:
            continue
        search = headings_at(text, stop, mark)
        stop = search.stop
        heading = next((way for way in search.ways if _names_units(way)), None)
        if heading is None:
            continue
        below = list(islice(lines_in(text, heading.stop + 1, len(text)), _MOST_LINES))
        units = [line for line in below if is_listed_unit(line.text)]
        if len(units) < _FEWEST_UNITS:
            continue
        stop = units[-1].stop
        at = bisect_left(read, heading.start)
        if at == len(read) or read[at] >= stop:
            yield Finding(_CODE, "warning", _STACKED, heading.start, stop)


_MOST_LINES = 60
"""Lines of a table of a cell a line that are looked at for units."""
_FEWEST_UNITS = 3


def _told(finding: Finding, starts: Sequence[int], ends: Sequence[int]) -> bool:
    """Does any of the spans told (sorted starts, and the furthest end so far) overlap a finding?"""
    before = bisect_left(starts, finding.stop or 0)
    return before > 0 and ends[before - 1] > (finding.start or 0)


def _rows(text: str, heading: Heading) -> Iterator[Line]:
    """The lines that 1, 2, 3 … begin; below a group's title they may begin with 1 again."""
    number = between = 0
    for line in lines_in(text, heading.stop + 1, len(text)):
        begun = _NUMBER.match(line.text)
        if begun and int(begun[1]) in (number + 1, 1):
            number, between = int(begun[1]), 0
            yield line
        elif (between := between + 1) > _MOST_BETWEEN:
            return


def _holds(starts: Sequence[int], row: Line) -> bool:
    """Does one of the sorted places stand in a row?"""
    at = bisect_left(starts, row.start)
    return at < len(starts) and starts[at] < row.stop
