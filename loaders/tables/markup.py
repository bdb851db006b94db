"""Tables as HTML fragments inside a plain text, as OCR and Markdown converters leave them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.readers.grids import Occupancy
from loaders.source import Cell, Table
from loaders.tables.measures import trimmed

_TAG = re.compile(r"<(/?)(table|tr|td|th)\b([^<>]{0,400})>", re.IGNORECASE)
_BEGIN = re.compile(r"<table\b", re.IGNORECASE)
_SPAN = re.compile(r"(row|col)span ?= ?[\"']?(\d{1,4})", re.IGNORECASE)
_MOST = 2_000


def fragment_tables(text: str) -> list[Table]:
    """The outermost `<table>` fragments in text order; a table inside a cell is that cell's text."""
    found, stop = [], 0
    while begin := _BEGIN.search(text, stop):
        fragment = _Fragment(text)
        stop = fragment.read(begin.start())
        if len(fragment.cells) > 1:
            found.append(Table(begin.start(), stop, tuple(fragment.cells)))
    return found


class _Fragment:
    """One table while its tags are read."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.cells: list[Cell] = []
        self._taken = Occupancy()
        self._row = -1
        self._open: tuple[int, str] | None = None

    def read(self, start: int) -> int:
        """Read the table that begins at `start`; where it ends: behind its last tag."""
        depth, stop = 0, start + 1
        for tag in _TAG.finditer(self.text, start):
            closing, name = bool(tag[1]), tag[2].lower()
            if name == "table":
                depth += -1 if closing else 1
            elif depth == 1:
                self._close(tag.start())
                self._begin(name, tag[3], tag.end(), closing)
            stop = tag.end()
            if depth == 0:
                break
        self._close(stop)
        return stop

    def _begin(self, name: str, attributes: str, end: int, closing: bool) -> None:
        if closing:
            return
        if name == "tr":
            self._row += 1
        else:
            self._row = max(self._row, 0)
            self._open = (end, attributes)

    def _close(self, stop: int) -> None:
        if self._open is None:
            return
        (start, attributes), self._open = self._open, None
        spans = dict(_spans(attributes))
        rows = spans.get("row", 1)
        column, width = self._taken.place(self._row, rows, spans.get("col", 1))
        self.cells.append(Cell(self._row, column, *trimmed(self.text, start, stop), rows, width))


def _spans(attributes: str) -> Iterator[tuple[str, int]]:
    for match in _SPAN.finditer(attributes):
        yield match[1].lower(), min(max(int(match[2]), 1), _MOST)
