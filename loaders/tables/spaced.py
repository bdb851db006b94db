"""Tables of numbers whose cells a copied text parts by blanks (序号 指标名称 单位 2030年), a line a row.

Only below a line that heads indicators or regions, and only rows that have as many words as the heading:
what a table of tasks holds has blanks of its own, one of numbers has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.passage import fold
from loaders.source import Cell, Table
from loaders.tables.indicators import column_kind
from loaders.tables.measures import Span
from loaders.tables.places import is_place, is_total

_HEAD = re.compile(
    r"^[ \t\u3000]*(?:(?:序号|编号|类别)[ \t\u3000]+)?"
    r"(?=(?:[^\s]{0,8}指标[^\s]{0,4}|乡镇|镇|县区|县市|县市区|区县|地区|市州|街道|单位|乡镇街道)[ \t\u3000])",
    re.MULTILINE,
)
"""Where a line may begin that heads such a table: with what its rows are."""
_BLANKS = re.compile(r"[ \t\u3000]+")
_WORD = re.compile(r"[^\s]+")
_LONGEST = 200
_FEWEST_COLUMNS = 3
_FEWEST_ROWS = 2
NUMBER = re.compile(
    r"[≤≥<>≦≧约]{0,2}[\[〔(]?[0-9]+(?:\.[0-9]+)?[%‰]?[\]〕)]?(?:以上|以下|以内|左右)?|[-—/]{1,2}"
)


def spaced_tables(text: str) -> list[Table]:
    """The tables in text order, not overlapping."""
    found: list[Table] = []
    for head in _HEAD.finditer(text):
        start = head.start()
        if not found or start >= found[-1].stop:
            found += _table(text, start)
    return found


def _table(text: str, start: int) -> Iterator[Table]:
    lines = _lines(text, start)
    heading = _words(text, next(lines))
    if len(heading) < _FEWEST_COLUMNS or not _heads(text, heading):
        return
    rows = [heading]
    for line in lines:
        row = _row(text, _words(text, line), len(heading))
        if row is None:
            break
        rows.append(row)
    if len(rows) > _FEWEST_ROWS:
        cells = tuple(Cell(r, c, *span) for r, row in enumerate(rows) for c, span in enumerate(row))
        yield Table(start, rows[-1][-1][1], cells)


def _lines(text: str, start: int) -> Iterator[Span]:
    """The lines from here on, up to a blank or a long one."""
    while start < len(text):
        stop = text.find("\n", start, start + _LONGEST)
        stop = stop if stop >= 0 else min(len(text), start + _LONGEST)
        yield start, stop
        start = stop + 1


def _words(text: str, line: Span) -> list[Span]:
    return [word.span() for word in _WORD.finditer(text, *line)]


def _heads(text: str, heading: Sequence[Span]) -> bool:
    """Indicators with what to reach, or places with what each has."""
    words = [fold(text[a:b]) for a, b in heading]
    kinds = [column_kind(word) for word in words]
    measured = "name" in kinds and any(kind in ("target", "year") for kind in kinds)
    return measured or (kinds[0] == "other" and not any(map(NUMBER.fullmatch, words)))


def _row(text: str, words: Sequence[Span], width: int) -> list[Span] | None:
    """A line as a row: as many words as the heading, numbers among them; words of a name that a blank
    parts are put together."""
    if len(words) < width or not any(NUMBER.fullmatch(fold(text[a:b])) for a, b in words):
        return None
    texts = [fold(text[a:b]) for a, b in words]
    if len(words) == width:
        return list(words) if _numbers(texts) else None
    first = 1 if texts[0].isdecimal() else 0
    more = len(words) - width
    named = [*words[:first], (words[first][0], words[first + more][1]), *words[first + more + 1 :]]
    return named if _numbers([fold(text[a:b]) for a, b in named]) else None


def _numbers(texts: Sequence[str]) -> bool:
    """Is a row told by its first word (a place, a total, an ordinal), and holds it a number behind that?"""
    told = texts[0].isdecimal() or is_place(texts[0]) or is_total(texts[0]) or not NUMBER.fullmatch(texts[0])
    return told and any(map(NUMBER.fullmatch, texts[1:]))
