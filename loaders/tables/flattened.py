"""Tables that copying flattened to one cell a line.

Such a table is a run of short lines many of which are nothing but numbers. Only the lines around
clusters of numbers are looked at, so that other text costs one search.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.outline.lines import Line, read_lines
from loaders.source import Cell, Table

_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?$|\d{1,12}(?:\.\d{1,4})?$")
_NUMBER_LINE = re.compile(r"\n[ \t\u3000]{0,20}\d[\d,.]{0,20}[ \t\u3000]{0,20}(?=\n)")
_NEAR = 400
"""Characters between two numbers of one table at most."""
_HEADING = 3_000
"""Characters before its first number that a table's heading may take."""
_LEAST_RUN = 12
_LONGEST_CELL = 24


def flattened_tables(text: str) -> list[Table]:
    """Runs of short lines many of which are numbers, as tables of one column, in text order."""
    found: list[Table] = []
    for start, stop in _clusters(text):
        lines = [_moved(line, start) for line in read_lines(text[start:stop])]
        found += [Table(run[0].start, run[-1].stop, _column(run)) for run in _runs(lines)]
    return found


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Stretches around numbers that stand close together, whole lines, not overlapping."""
    first = last = count = end = 0
    for match in _NUMBER_LINE.finditer(text):
        if count and match.start() - last > _NEAR:
            if count >= _LEAST_RUN // 2:
                start, end = _stretch(text, end, first, last)
                yield start, end
            count = 0
        first = first if count else match.start()
        last, count = match.end(), count + 1
    if count >= _LEAST_RUN // 2:
        yield _stretch(text, end, first, last)


def _stretch(text: str, least: int, first: int, last: int) -> tuple[int, int]:
    start = max(least, text.find("\n", max(least, first - _HEADING), first) + 1)
    stop = text.find("\n", min(last + 1, len(text)))
    return (0 if first <= _HEADING and not least else start), (len(text) if stop < 0 else stop)


def _moved(line: Line, by: int) -> Line:
    return Line(line.start + by, line.stop + by, line.text)


def _column(run: Sequence[Line]) -> tuple[Cell, ...]:
    return tuple(Cell(row, 0, line.start, line.stop) for row, line in enumerate(run))


def _runs(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    start = 0
    for index in range(len(lines) + 1):
        if index < len(lines) and len(lines[index].text) <= _LONGEST_CELL and not _ends(lines[index].text):
            continue
        run = _cut(lines[start:index])
        if len(run) >= _LEAST_RUN and _is_table(run):
            yield run
        start = index + 1


_ENDS = re.compile(r"附件|附表|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)")


def _ends(line: str) -> bool:
    """Is this line a sentence or a heading rather than a cell?"""
    return line.endswith(("。", ";")) or _ENDS.match(line) is not None


def _cut(run: Sequence[Line]) -> Sequence[Line]:
    """The run up to its last number: words behind it are no cells."""
    last = next((i for i in range(len(run) - 1, -1, -1) if is_number(run[i].text)), -1)
    return run[: last + 1]


def _is_table(run: Sequence[Line]) -> bool:
    numbers = sum(is_number(line.text) for line in run)
    return numbers >= len(run) * 0.4 and numbers >= _LEAST_RUN // 2


def is_number(text: str) -> bool:
    """Is the cell nothing but a number (7900, 1,200, 3.5)?"""
    return _NUMBER.match(text) is not None


def number(text: str) -> float:
    """The value of a cell that is a number."""
    return float(text.replace(",", ""))
