"""Columns of units named on a line of their own: where flattened tables are looked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

from loaders.tables.printed import PrintedTable

ROLE_LINE = re.compile(r"\n[ \t\u3000]{0,8}[^\s。;:,、:;,]{1,8}(?:单位|部门)[ \t\u3000]{0,8}(?=\n)")
"""A line that names a column of units."""


class Heading(Protocol):
    """A table's heading, which ends at `stop`."""

    @property
    def stop(self) -> int:
        """The offset behind its last character."""
        ...


H = TypeVar("H", bound=Heading)


def below_role_lines(
    text: str,
    heading: Callable[[str, int, int, int], H | None],
    tables: Callable[[str, H], Iterable[PrintedTable]],
) -> Iterator[PrintedTable]:
    """The tables in text order, not overlapping.

    `heading` gets the text, where the last table or heading ended, and the span of a line that names a
    column of units; `tables` reads what stands below a heading.
    """
    stop = 0
    for mark in ROLE_LINE.finditer(text):
        found = heading(text, stop, mark.start(), mark.end()) if mark.start() >= stop else None
        if found is None:
            continue
        stop = found.stop
        for table in tables(text, found):
            stop = table.stop
            yield table
