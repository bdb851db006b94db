"""Ordinals that are one only in a sequence: A. B., I. II., 1-1 1-2, 壹、贰、, a number with a blank or alone.

A lone such mark may be anything (A. 股, 2 号线); with the next or the last of its style in the same
part it numbers items.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from loaders.outline.ordinals import Ordinal, Style, ordinal_in, read_ordinal, styles

_FIRST = re.compile("[A-Z(0-9壹贰叁肆伍陆柒捌玖拾一二三四五六七八九十]")
_FEWEST = 2
_Found = tuple[int, Ordinal]
"""The index of a line, and the ordinal that it may begin with."""


def read_ordinals(lines: Sequence[str]) -> list[Ordinal | None]:
    """The ordinal that each of the folded lines of one part begins with, or None."""
    plain = [read_ordinal(line) for line in lines]
    sequences = _sequences(lines, plain)
    return [ordinal or sequences.get(index) for index, ordinal in enumerate(plain)]


def _sequences(lines: Sequence[str], plain: Sequence[Ordinal | None]) -> Mapping[int, Ordinal]:
    """{index: ordinal} of the lines without a plain one whose mark stands in a sequence."""
    first = next((index for index, ordinal in enumerate(plain) if ordinal), len(lines))
    shy = [i for i, line in enumerate(lines) if not plain[i] and _FIRST.match(line)]
    accepted: dict[int, Ordinal] = {}
    for style in (style for style in styles() if style.sequence):
        for run in _runs(_found(style, lines, shy)):
            if not _speaks(run, lines):
                continue
            rank = style.inner if run[0][0] > first else style.rank
            for index, ordinal in run:
                accepted.setdefault(index, replace(ordinal, rank=rank))
    return accepted


def _found(style: Style, lines: Sequence[str], at: Iterable[int]) -> list[_Found]:
    return [(index, ordinal) for index in at if (ordinal := ordinal_in(style, lines[index]))]


def _runs(found: Sequence[_Found]) -> list[list[_Found]]:
    """The sequences that begin with 1; what neither begins nor goes on is passed over."""
    runs: list[list[_Found]] = []
    for each in found:
        if runs and _follows(runs[-1][-1][1], each[1]):
            runs[-1].append(each)
        elif each[1].value == 1:
            runs.append([each])
    return [run for run in runs if len(run) >= _FEWEST]


def _follows(last: Ordinal, ordinal: Ordinal) -> bool:
    """Is it the next one? After 1-3 come 1-4 and 2-1."""
    group, _, _ = last.label.rpartition("-")
    if not group:
        return ordinal.value == last.value + 1
    return ordinal.label in (f"{group}-{last.value + 1}", f"{int(group) + 1}-1")


def _speaks(run: Sequence[_Found], lines: Sequence[str]) -> bool:
    """Numbers with a blank that stand line on line, each before a mere name, are a list and no headings."""
    if run[0][1].style != "digit_blank":
        return True
    apart = any(below - above > 1 for (above, _), (below, _) in pairwise(run))
    return apart or all(re.search("[。:;]", lines[index]) for index, _ in run)
