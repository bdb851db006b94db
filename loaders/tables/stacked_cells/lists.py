"""Lists of projects or firms of one cell below the other that charge nobody: 项目名称, 业主单位, 总投资.

No column of theirs says who does what, and their numbers are no ordinals: the whole is left out, with one
finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from loaders.outline.lines import Line
from loaders.tables.headers import ROLE_OF, read_column
from loaders.tables.places import sum_of
from loaders.tables.printed import PrintedTable
from loaders.tables.stacked_cells.body import lines_below, lines_in
from loaders.tables.stacked_cells.ends import begins_another
from loaders.tables.stacked_cells.projects import tells_fact
from loaders.tables.stacked_cells.titles import is_title

_MARK = re.compile(r"\n[ \t\u3000]{0,8}(?:序号|编号)[ \t\u3000]{0,8}(?=\n)")
_NAMED = re.compile("^(?:项目|企业|公司|平台|园区|基地|产品|单位|品牌)?名称$")
_BESIDE = re.compile("^(?:业主|建设|投资|项目|施工|申报|承建)单位$|^(?:所属|所在).{1,4}$|^(?:所属)?行 ?业$")
"""Columns that such lists have besides, where no other says who is charged."""
_TOLD = frozenset([*ROLE_OF, "deadline", "person"])
_MEASURED = re.compile("指标|计量单位|^单位$|20[0-9]{2}年")
_AMOUNT = re.compile("[0-9]+(?:[.][0-9]+)?")
_MOST_NAMES, _LONGEST_NAME = 14, 12
_FEWEST_ROWS = 3
_MOST_LINES = 40
"""Lines of a row at most."""
_UNREAD = "这张项目(企业)表没有写明责任单位的一栏,表中内容未读取,请核对原表"


def project_lists(text: str) -> Iterator[PrintedTable]:
    """The lists in text order, not overlapping."""
    stop = 0
    for mark in _MARK.finditer(text):
        if mark.start() < stop:
            continue
        heading = _heading(list(islice(lines_in(text, mark.start() + 1, len(text)), _MOST_NAMES + 1)))
        end = _end(text, heading) if heading else 0
        if end:
            yield PrintedTable(heading[0].start, end, (), _UNREAD)
            stop = end


def _heading(lines: Sequence[Line]) -> list[Line]:
    """The lines of a heading up to the first row; [] where it isn't that of such a list."""
    at = next((at for at, line in enumerate(lines) if line.text.isdecimal()), 0)
    names = [line.text.replace(" ", "") for line in lines[1:at]]
    if len(names) < 2 or any(len(name) > _LONGEST_NAME or _MEASURED.search(name) for name in names):
        return []
    columns = [read_column(words) for words in (*names, *map("".join, pairwise(names)))]
    headings = [column.heading for column in columns]
    besides = any(tells_fact(heading) or _BESIDE.search(heading) for heading in headings)
    charged = any(column.kind in _TOLD for column in columns)
    return list(lines[:at]) if besides and not charged and any(map(_NAMED.search, headings)) else []


def _end(text: str, heading: Sequence[Line]) -> int:
    """Where the last row ends, if there are some: rows have as many lines as the longest before them, and
    sums may stand below the last."""
    number, rows, longest, since = 0, 0, 0, 0
    found, sums = 0, False
    for line in lines_below(text, heading):
        if begins_another(line.text) or is_title(line.text):
            break
        since += 1
        sums = sum_of(line.text.replace(" ", "")) != "" or (sums and _AMOUNT.fullmatch(line.text) is not None)
        most = longest if rows >= _FEWEST_ROWS else _MOST_LINES
        if line.text == str(number + 1) or (not rows and line.text.isdecimal()):
            longest = max(longest, since) if rows else longest
            number, rows, since = int(line.text), rows + 1, 0
        elif since > most and not sums and not _follows(text, line, number + 1):
            break
        found = line.stop
    return found if rows >= _FEWEST_ROWS else 0


def _follows(text: str, line: Line, number: int) -> bool:
    """Does the next number stand within the lines of a longer row?"""
    return any(
        each.text == str(number) for each in islice(lines_in(text, line.start, len(text)), _MOST_LINES)
    )
