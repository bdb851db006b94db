"""Task tables whose cells copying left without a mark between, a row a line.

    序号工作内容牵头单位配合单位完成时限
    1建设公园3处。市园林局市财政局、市水利局6月底前
    2改造绿道5公里。市城管局市财政局9月底前

What is to be done ends with the last full stop, a time ends or begins what stands behind it, and units are
what is left: of two columns of them the first ends where two names meet without a mark. Units that can't be
told apart are a finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.outline.lines import Line
from loaders.passage import fold
from loaders.tables.fused_units import are_units, told_apart
from loaders.tables.headers import ROLE_OF
from loaders.tables.measures import Span
from loaders.tables.printed import PrintedCell, PrintedTable
from loaders.tables.stacked_cells.body import lines_in
from loaders.tables.stacked_cells.headings import Heading, glued_headings

_FEWEST_ROWS = 2
_MOST_ROLES = 2
_LONGEST_TAIL = 120
_MONTH = (
    "(?:[0-9]{1,2}月(?:[0-9]{1,2}日|底|初|末|[上中下]旬)?|年底|[上下]半年|[一二三四]季度)(?:之?前)?(?:完成)?"
)
_TIME = f"(?:20[0-9]{{2}}年(?:{_MONTH})?|{_MONTH}|全年|长期(?:坚持)?|持续推进|常年)"
_LAST, _FIRST = re.compile(f"{_TIME}$"), re.compile(_TIME)
_SOME = "表格里有的行各栏的单位连在了一起,分不清哪些属于哪一栏,这些行的单位未读取,请核对原表"


@dataclass(frozen=True, slots=True)
class _Row:
    """The spans of a row's cells: of its units all, with no mark between two columns of them."""

    number: Span
    task: Span
    units: Span
    time: Span | None


def glued_row_tables(text: str) -> Iterator[PrintedTable]:
    """The tables in text order, not overlapping; none where no row's units can be told."""
    stop = 0
    for heading in glued_headings(text):
        rows = list(_rows(text, heading)) if heading.start >= stop and _is_plain(heading) else []
        lists = _lists(text, heading, rows)
        if len(rows) >= _FEWEST_ROWS and sum(map(bool, lists)) * 2 > len(rows):
            stop = max(end for row in rows for _, end in (row.units, row.time or row.units))
            unread = "" if all(lists) else _SOME
            yield PrintedTable(heading.start, stop, tuple(_cells(heading, rows, lists)), unread)


def _is_plain(heading: Heading) -> bool:
    """Do a number, what is to be done, one or two columns of units and a time follow one another?"""
    kinds = [column.kind for column in heading.columns]
    behind = [kind for kind in kinds[kinds.index("task") + 1 :] if kind != "deadline"]
    known = all(kind in ROLE_OF for kind in behind) and 0 < len(behind) <= _MOST_ROLES
    return heading.numbered and known and kinds.count("deadline") < _MOST_ROLES


def _rows(text: str, heading: Heading) -> Iterator[_Row]:
    """The lines that 1, 2, 3 … begin and units end."""
    number = 1
    for line in lines_in(text, heading.stop + 1, len(text)):
        row = _row(line, heading, str(number))
        if row is None:
            return
        yield row
        number += 1


def _row(line: Line, heading: Heading, number: str) -> _Row | None:
    first, tail = len(number), line.text.rfind("。") + 1
    begun = line.text.startswith(number) and not re.match(r"[0-9.、)]", line.text[first : first + 1])
    if not begun or not first < tail < len(line.text) or len(line.text) - tail > _LONGEST_TAIL:
        return None
    units, time = _parted(line.text, tail, heading)
    places = (0, first), (first, tail), units
    number_at, task, told = ((line.start + a, line.start + b) for a, b in places)
    return _Row(number_at, task, told, (line.start + time[0], line.start + time[1]) if time else None)


def _parted(words: str, tail: int, heading: Heading) -> tuple[Span, Span | None]:
    """Where the units and the time stand in a row's words from `tail` on."""
    kinds = [column.kind for column in heading.columns]
    if "deadline" not in kinds:
        return (tail, len(words)), None
    first = kinds.index("deadline") < next(place for place, kind in enumerate(kinds) if kind in ROLE_OF)
    time = _FIRST.match(words, tail) if first else _LAST.search(words, tail)
    if not time:
        return (tail, len(words)), None
    return ((time.end(), len(words)) if first else (tail, time.start())), time.span()


def _lists(text: str, heading: Heading, rows: Sequence[_Row]) -> list[tuple[Span, ...]]:
    """For each row its lists of units, one a column; () where they can't be told."""
    roles = sum(column.kind in ROLE_OF for column in heading.columns)
    runs = [row.units for row in rows]
    told = told_apart(text, runs) if roles > 1 else [(run,) for run in runs]
    return [
        lists if are_units(fold(text[slice(*run)])) else () for lists, run in zip(told, runs, strict=True)
    ]


def _cells(heading: Heading, rows: Sequence[_Row], lists: Sequence[Sequence[Span]]) -> Iterator[PrintedCell]:
    kinds = [column.kind for column in heading.columns]
    roles = [place for place, kind in enumerate(kinds) if kind in ROLE_OF]
    for place, name in enumerate(heading.names):
        yield PrintedCell(0, place, ((name[0].start, name[-1].stop),))
    for number, (row, units) in enumerate(zip(rows, lists, strict=True), 1):
        cells = [(0, row.number), (kinds.index("task"), row.task), *zip(roles, units, strict=False)]
        cells += [(kinds.index("deadline"), row.time)] if row.time else []
        yield from (PrintedCell(number, place, (span,)) for place, span in sorted(cells))
