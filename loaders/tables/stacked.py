"""Rows of a grid that no rule parts: their numbers do, or every line is a row of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from loaders.clauses.split import split_outside
from loaders.lexicon import is_unit
from loaders.outline.ordinals import Ordinal, read_ordinal
from loaders.passage import fold
from loaders.tables.box_cells import Stack
from loaders.tables.headers import ROLE_OF, Column, read_column, read_heading
from loaders.tables.printed import PrintedCell

_LONGEST_NUMBER = 8


def unstacked(text: str, stacks: Sequence[Stack]) -> list[PrintedCell] | None:
    """The cells with the rows between two rules parted; None when it can't be said for certain where.

    `stacks`: sorted by row and column.
    """
    bands: dict[int, list[Stack]] = {}
    for stack in stacks:
        bands.setdefault(stack.row, []).append(stack)
    heading = _heading(text, bands.pop(min(bands))) if bands else {}
    found = [stack for stack in stacks if stack.row not in bands]
    merged = {row for stack in stacks if stack.rows > 1 for row in range(stack.row, stack.row + stack.rows)}
    below = 0
    for row, band in bands.items():
        rows = _rows(text, band, heading, alone=len(bands) == 1)
        if rows is None or (len(rows) > 1 and row in merged):
            return None
        found += [replace(stack, row=stack.row + below) for stack in _parted(band, rows)]
        below += len(rows) - 1
    return [
        PrintedCell(s.row, s.column, tuple(span for _, span in s.lines), s.rows, s.columns) for s in found
    ]


def _heading(text: str, band: Sequence[Stack]) -> dict[int, Column]:
    """The columns of a task table by their place; those of another one by their words alone."""
    words = ["".join(text[a:b] for _, (a, b) in stack.lines) for stack in band]
    columns = read_heading([fold(word) for word in words]) or [read_column(word) for word in words]
    return {stack.column: column for stack, column in zip(band, columns, strict=True)}


def _rows(text: str, band: Sequence[Stack], heading: dict[int, Column], *, alone: bool) -> list[int] | None:
    """The first line of each row in a band; `alone`: no rule stands between any two rows."""
    filled = sorted({number for stack in band for number, _ in stack.lines})
    first = filled[:1] or [0]
    numbers = _numbers(text, band, heading)
    if len(numbers) > 1:
        return [number for number, _ in numbers] if numbers[0][0] == first[0] else None
    if not alone or len(filled) < 2 or len(band) < 2:
        return first
    labels = next((stack.lines for stack in band if stack.column == 0), [])
    if numbers or len(labels) < 2:
        # one number below the first line may stand in the middle of its row, or begin a second
        return first if not labels or labels[0][0] == first[0] else None
    return filled if _is_row_each(text, band, heading, len(filled)) else None


def _numbers(text: str, band: Sequence[Stack], heading: dict[int, Column]) -> list[tuple[int, Ordinal]]:
    """The lines of the number column (else the first) with their ordinals; [] when they don't count on."""
    place = next((c for c, column in heading.items() if column.kind == "number"), 0)
    lines = next((stack.lines for stack in band if stack.column == place), [])
    found = []
    for number, (start, stop) in lines:
        ordinal = (
            read_ordinal(fold(text[start:stop]).rstrip("、.") + "、")
            if stop - start < _LONGEST_NUMBER
            else None
        )
        if ordinal is None or ordinal.length <= stop - start - 1:
            return []
        found.append((number, ordinal))
    counts_on = all(b.value == a.value + 1 and a.style == b.style for (_, a), (_, b) in pairwise(found))
    return found if counts_on else []


def _is_row_each(text: str, band: Sequence[Stack], heading: dict[int, Column], lines: int) -> bool:
    """Is every cell filled on every line, and every cell of units a list of whole ones?"""
    if any(len(stack.lines) != lines for stack in band):
        return False
    units = [stack for stack in band if stack.column in heading and heading[stack.column].kind in ROLE_OF]
    cells = [fold(text[a:b]) for stack in units for _, (a, b) in stack.lines]
    return all(is_unit(cell[a:b].strip()) for cell in cells for a, b in split_outside(cell, "、,;"))


def _parted(band: Sequence[Stack], rows: Sequence[int]) -> list[Stack]:
    if len(rows) == 1:
        return list(band)
    return [
        replace(stack, row=stack.row + row, lines=[(n, span) for n, span in stack.lines if start <= n < stop])
        for row, (start, stop) in enumerate(pairwise([*rows, max(n for s in band for n, _ in s.lines) + 1]))
        for stack in band
    ]
