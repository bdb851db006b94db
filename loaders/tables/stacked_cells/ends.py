"""Where a table of one cell below the other ends: at an annex, another heading, a note or a signature."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from loaders.outline.lines import Line
from loaders.outline.ordinals import read_ordinal
from loaders.tables.headers import Column
from loaders.tables.stacked_cells.units import is_units

_ANNEX = re.compile("附[件表] ?[0-9一二三四五六七八九十]{0,3}(?:[-—][0-9]{1,2})?:?")
_TABLE = re.compile("表 ?[0-9一二三四五六七八九十]{1,2}[ :]{1,3}[^。;,]{2,40}")
_HEADING = re.compile("序号|编号")
"""What begins the heading of another table, where it isn't this one's again."""
_NOTE = re.compile("附|[▲△*※]?注[:1-9]|备注|说明")
_DATE = re.compile("20[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日")


def begins_another(text: str) -> bool:
    """Does a line name an annex, or begin another table?"""
    return (_ANNEX.fullmatch(text) or _HEADING.fullmatch(text) or _TABLE.fullmatch(text)) is not None


def is_note(text: str) -> bool:
    """Does a line begin a note, as they stand below a table?"""
    return _NOTE.match(text) is not None


def above_note(words: Sequence[Line], cells: Iterable[Line]) -> list[Line]:
    """The lines up to a note, or to an ordinal of a style that none of the table's `cells` has, the first
    line at least."""
    styles = {ordinal.style for line in cells if (ordinal := read_ordinal(line.text))}
    for at, line in enumerate(words):
        ordinal = read_ordinal(line.text)
        if at and (is_note(line.text) or (ordinal and ordinal.style not in styles)):
            return list(words[:at])
    return list(words)


def unsigned(columns: Sequence[Column], lines: list[Line]) -> list[Line]:
    """The lines without what signs and dates the document below a table that has no column of times."""
    if any(column.kind == "deadline" for column in columns):
        return lines
    dated = (at for at in range(1, len(lines)) if _DATE.fullmatch(lines[at].text))
    at = next((at for at in dated if is_units(lines[at - 1].text)), None)
    return lines if at is None else lines[: at - 1]
