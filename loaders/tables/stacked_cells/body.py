"""The lines below a heading: without page numbers, those of a cell joined where blank lines part cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from loaders.outline.lines import Line, is_page_number, read_lines, without_page_numbers
from loaders.tables.stacked_cells.units import is_units

_FIRST_BLOCK, _BLOCK = 500, 4_000
"""Characters read at once: most headings have little below them that is a table's."""
_MOST_REPEATS = 3
"""Headings that may follow one another with nothing between them."""
_BLANK = re.compile(r"\n\s*\n")


def lines_in(text: str, start: int, end: int) -> Iterator[Line]:
    """The lines from `start` to the one that `end` stands in, without page numbers of several lines."""
    size = _FIRST_BLOCK
    while start < min(end, len(text)):
        stop = text.find("\n", min(start + size, end, len(text)))
        size = min(2 * size, _BLOCK)
        stop = len(text) if stop < 0 else stop
        found = without_page_numbers(list(read_lines(text[start:stop])))
        yield from (_signed(text, bare) for line in found if (bare := _bare(line, start)))
        start = stop + 1


_BARS = "| "


def _bare(line: Line, at: int) -> Line | None:
    """A line, `at` further on, without the bars that open or close a cell; None where it is nothing else."""
    words = line.text.strip(_BARS)
    first = len(line.text) - len(line.text.lstrip(_BARS))
    begin = line.start + at + first
    return Line(begin, begin + len(words), words) if words else None


_SIGNS = frozenset("△▲")


def _signed(text: str, line: Line) -> Line:
    """A line of units with the sign before it, which may say that the first of them leads (△市园林局、…)."""
    if text[line.start - 1 : line.start] not in _SIGNS or not is_units(line.text):
        return line
    return Line(line.start - 1, line.stop, text[line.start - 1] + line.text)


def lines_below(text: str, heading: Sequence[Line]) -> Iterator[Line]:
    """The lines below a heading's `lines`; a line without words stands where a page ends and the heading is
    printed again. Page numbers are left out."""
    names = [line.text for line in heading]
    ahead: list[Line] = []
    repeats = 0
    for line in _in_cells(text, heading, lines_in(text, heading[-1].stop + 1, len(text))):
        ahead.append(line)
        again = 1 if line.text.split() == names else len(names)
        if again == 1 or [each.text for each in ahead[-again:]] == names:
            del ahead[-again:]
            if ahead and ahead[-1].text.isdecimal():
                ahead.pop()
            ahead.append(Line(line.stop, line.stop, ""))
            repeats = repeats + 1 if len(ahead) > 1 and not ahead[-2].text else 1
            if repeats > _MOST_REPEATS:  # headings over headings are no table
                return
        elif is_page_number(line.text) and not line.text.isdecimal():
            ahead.pop()
        elif len(ahead) > len(names) + 1:
            yield ahead.pop(0)
    yield from ahead


def _in_cells(text: str, heading: Sequence[Line], lines: Iterator[Line]) -> Iterator[Line]:
    """The lines; those of one cell as one where blank lines part the heading's names."""
    apart = all(_BLANK.search(text[a.stop : b.start]) for a, b in pairwise(heading))
    return _joined(text, lines) if apart else lines


def _joined(text: str, lines: Iterator[Line]) -> Iterator[Line]:
    """Lines that no blank one parts, as one."""
    last = next(lines, None)
    for line in lines:
        if last and not _BLANK.search(text[last.stop : line.start]):
            last = Line(last.start, line.stop, last.text + line.text)
        else:
            yield from [last] if last else []
            last = line
    yield from [last] if last else []
