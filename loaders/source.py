"""A document as read from its file: text, pages and the tables that the format itself marks."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.extraction import Finding


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; `start` and `stop` are its text's place in `Source.text` (may be empty).

    A cell that spans several rows or columns is listed once, at its upper left corner.
    """

    row: int
    column: int
    start: int
    stop: int
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `start` and `stop` enclose it in `Source.text`. Cells are sorted by row and column."""

    start: int
    stop: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """What a reader makes of a file.

    `text`: decoded, line ends as `\\n`, one paragraph a line, nothing else changed; numbers that
    the format keeps apart from the text (Word's numPr, HTML's ol) stand where a reader sees them.
    Cells of a marked table stand in their place in the text, `\\t` between cells and `\\n` between
    rows; a cell may hold `\\n` itself. `pages`: the offset of each page. `tables`: in text order,
    those that the format marks (docx, html, pdf, xlsx, csv); tables drawn in plain text are found later.
    `title`: the format's own title (HTML's title, Word's core property), or "". `nested`: offsets of
    paragraphs that a list inside numbered lists numbers, each with how many these are.
    """

    name: str
    format: str
    sha256: str
    text: str
    pages: tuple[int, ...] = (0,)
    tables: tuple[Table, ...] = ()
    findings: tuple[Finding, ...] = ()
    title: str = ""
    nested: tuple[tuple[int, int], ...] = ()
