"""Pages of running text in two columns: told by the gutter between them, read one after the other.

Only where it is certain. The cells of a table without lines stand side by side too: there the columns
are of different widths, few lines are full, and what begins in one begins in the other at its side.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from loaders.readers.pdf_page import Char
from loaders.readers.pdf_text import PdfLine, line_rows, text_lines


@dataclass(frozen=True, slots=True)
class ColumnSettings:
    """Distances in shares of a character's height, shares of lines, numbers of lines.

    `gutter`: the least distance between columns. `middle`: how far from the middle of the text the
    right column may begin, as a share of its width. `apart`: blank paper that parts a page's head from
    its text. `short`: how much a full line may lack. `full`: the least share of full lines in a column.
    `lines`: the least number of them. `beside`: so many beginnings side by side, as a share, are cells.
    """

    gutter: float = 1.2
    middle: float = 0.08
    apart: float = 2.0
    short: float = 2.0
    full: float = 0.55
    lines: int = 6
    beside: float = 0.75


SETTINGS = ColumnSettings()
_HEAD_ROWS = 2

Row = list[Char]


def page_lines(
    chars: Iterable[Char], gutters: set[int], settings: ColumnSettings = SETTINGS
) -> list[PdfLine]:
    """The lines of a page, those of two columns with the height at which their columns begin.

    `gutters`: where right columns of the pages before began; a page's own is added. There a few lines
    suffice, as on the last page of a text.
    """
    every = list(chars)
    usual = median(char.bottom - char.top for char in every) if every else 0.0
    rows = [sorted(row, key=lambda char: char.x0) for row in line_rows(every)]
    begin = _right_column(rows, usual, settings)
    if begin is None:
        return text_lines(every)
    known = any(abs(begin - other) <= usual for other in gutters)
    lines: list[PdfLine] = []
    for region in _regions(rows, begin, usual, settings):
        held = [char for row in region for char in row]
        sides = _sides(held, begin)
        if len(region) > 1 and (all(sides) if known else _is_running(sides, usual, settings)):
            gutters.add(round(begin))
            top = min(char.top for char in held)
            lines += [PdfLine(top, line.text) for side in sides for line in text_lines(side)]
        else:
            lines += text_lines(held)
    return lines


def _right_column(rows: Iterable[Row], usual: float, settings: ColumnSettings) -> float | None:
    """Where most lines begin that stand in the middle of the page behind a gap, or alone there."""
    spans = [(row[0].x0, row[-1].x1) for row in rows]
    if not spans:
        return None
    left, right = min(start for start, _ in spans), max(stop for _, stop in spans)
    room = settings.middle * (right - left)
    begins = Counter(
        round(char.x0)
        for row in rows
        for last, char in zip([None, *row], row, strict=False)
        if abs(char.x0 - (left + right) / 2) <= room + usual
        and (last is None or char.x0 - last.x1 >= settings.gutter * usual)
    )
    return min(begins, key=lambda x: (-begins[x], x)) if begins else None


def _is_crossed(row: Row, begin: float, usual: float) -> bool:
    return any(char.x0 < begin - 0.2 * usual and char.x1 > begin - usual for char in row)


def _regions(
    rows: Iterable[Row], begin: float, usual: float, settings: ColumnSettings
) -> Iterable[list[Row]]:
    """Rows that leave the gutter free, as long as none crosses it; each of the others alone."""
    free: list[Row] = []
    for row in rows:
        if not _is_crossed(row, begin, usual):
            free.append(row)
            continue
        yield from _without_head(free, usual, settings)
        free = []
        yield [row]
    yield from _without_head(free, usual, settings)


def _without_head(rows: list[Row], usual: float, settings: ColumnSettings) -> Iterable[list[Row]]:
    """A page's head has its two halves above the columns too, parted from them by blank paper."""
    for at in range(min(_HEAD_ROWS, len(rows) - 1), 0, -1):
        blank = min(c.top for c in rows[at]) - max(c.bottom for c in rows[at - 1])
        if blank > settings.apart * usual:
            yield from ([row] for row in rows[:at])
            rows = rows[at:]
            break
    if rows:
        yield rows


def _sides(chars: Iterable[Char], begin: float) -> tuple[list[Char], list[Char]]:
    left: list[Char] = []
    right: list[Char] = []
    for char in chars:
        (left if (char.x0 + char.x1) / 2 < begin else right).append(char)
    return left, right


def _is_running(sides: Sequence[list[Char]], usual: float, settings: ColumnSettings) -> bool:
    columns = [[sorted(row, key=lambda c: c.x0) for row in line_rows(side)] for side in sides]
    if any(len(rows) < settings.lines for rows in columns):
        return False
    widths = [max(row[-1].x1 for row in rows) - min(row[0].x0 for row in rows) for rows in columns]
    if max(widths) - min(widths) > settings.short * usual:
        return False
    full = [_full_rows(rows, settings.short * usual) for rows in columns]
    if any(sum(each) < settings.full * len(each) for each in full):
        return False
    left, right = (_begins(*each) for each in zip(columns, full, strict=True))
    return not _is_beside(left, right, usual, settings)


def _full_rows(rows: Sequence[Row], short: float) -> list[bool]:
    edge = max(row[-1].x1 for row in rows)
    return [row[-1].x1 >= edge - short for row in rows]


def _begins(rows: Sequence[Row], full: Sequence[bool]) -> list[float]:
    """The heights of lines that follow one which isn't full."""
    return [row[0].top for row, before in zip(rows[1:], full, strict=False) if not before]


def _is_beside(left: Sequence[float], right: Sequence[float], usual: float, settings: ColumnSettings) -> bool:
    fewer, more = sorted((left, right), key=len)
    together = sum(any(abs(one - other) < usual / 2 for other in more) for one in fewer)
    return together > 1 and together >= settings.beside * len(fewer)
