"""The groups that a table's rows stand under: ordinals in cells that several rows share.

Copying often prints the label of a merged cell in the middle of its rows or a row too low, so a
label that first appears may hold for rows above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from loaders.outline.ordinals import Ordinal, read_ordinal

Groups = dict[int, Ordinal]
"""The open group of each rank; a row keeps its own, which a label below may still complete."""

_FURTHEST = 200
"""Rows above a label that it may still change."""
_PIECES = re.compile(r"(?<=[。;])\s*|\s+(?=[(一二三四五六七八九十\d])")
_MARKED = re.compile(r"^[★☆▲△*※] {0,2}(?=[0-9(一二三四五六七八九十])")
"""A mark before a label that says of what kind the task is (★3.公园)."""

Label = tuple[Ordinal, str]
"""An ordinal with the words behind it."""


def labels_of(cells: Iterable[str]) -> list[Label]:
    """The labels in group cells, outermost first; a cell may hold those of two levels."""
    pieces = [_MARKED.sub("", piece.strip()) for cell in cells for piece in _PIECES.split(cell)]
    found = [(o, piece[o.length :]) for piece in pieces if (o := read_ordinal(piece))]
    return sorted(found, key=lambda label: label[0].rank)


def first_group(cells: Sequence[str], below: Iterable[str]) -> list[Label]:
    """A title over all columns above the heading (一、…), where one of those `below` has the next number."""
    labels = labels_of(cells[:1])[:1] if len(set(cells)) == 1 else []
    for ordinal, _ in labels:
        others = (o for words in below if (o := read_ordinal(words)))
        if any((other.style, other.value) == (ordinal.style, ordinal.value + 1) for other in others):
            return labels
    return []


@dataclass(slots=True)
class Levels:
    """The groups open in a table. `copied`: its cells came without their borders.

    `rows`: the groups of the rows above, which a label below may still change; `labelled`: the
    rows (indices) whose own group cell is not blank; `words`: those of each label, by rank and
    label; `misplaced`: a label was printed below rows that it holds for.
    """

    copied: bool
    open: Groups = field(default_factory=dict)
    rows: list[Groups] = field(default_factory=list)
    labelled: list[int] = field(default_factory=list)
    words: dict[tuple[int, str], str] = field(default_factory=dict)
    misplaced: bool = False
    _since: dict[int, int] = field(default_factory=dict)
    _interrupts: tuple[Ordinal, int, str] | None = None

    def add(self, *, labelled: bool) -> Groups:
        """The groups of the next row."""
        if labelled:
            self.labelled.append(len(self.rows))
        self._reach_back()
        self.rows.append(dict(self.open))
        return self.rows[-1]

    def enter(self, labels: Sequence[Label], *, deeper: bool = False) -> None:
        """Open the groups of a row; `deeper`: its task cell opens another group below these."""
        alone = not deeper and len({ordinal.rank for ordinal, _ in labels}) == 1
        for ordinal, words in labels:
            self.words.setdefault((ordinal.rank, ordinal.label), words)
            self._enter(ordinal, alone=alone)

    def _enter(self, ordinal: Ordinal, *, alone: bool) -> None:
        known = self.open.get(ordinal.rank)
        if known and known.label == ordinal.label:
            return
        if not self.copied:
            self.open = {rank: o for rank, o in self.open.items() if rank < ordinal.rank}
        elif known and known.style == ordinal.style and ordinal.value < known.value:
            return  # a label that copying put a row too low
        elif known is None and not any(rank < ordinal.rank for rank in self.open):
            self._complete(ordinal)
        else:
            self._mend(known, ordinal)
            if alone:
                self._interrupt(ordinal)
        self.open[ordinal.rank] = ordinal
        self._since[ordinal.rank] = len(self.rows)

    def _complete(self, ordinal: Ordinal) -> None:
        """The first label of its rank holds for the rows above that have none."""
        for groups in self.rows:
            if not any(rank <= ordinal.rank for rank in groups):
                groups[ordinal.rank] = ordinal
                self.misplaced = True

    def _mend(self, known: Ordinal | None, ordinal: Ordinal) -> None:
        """Where one number is missing (8, 10) and one label between lacks its own, that is it."""
        if known is None or known.style != ordinal.style or ordinal.value != known.value + 2:
            return
        since = self._since[ordinal.rank]
        between = [row for row in self.labelled[-_FURTHEST:] if row > since]
        if len(between) != 1 or len(self.rows) - between[0] > _FURTHEST:
            return
        label = ordinal.label.replace(str(ordinal.value), str(ordinal.value - 1))
        for groups in self.rows[between[0] :]:
            groups[ordinal.rank] = replace(ordinal, label=label, value=ordinal.value - 1)

    def _interrupt(self, ordinal: Ordinal) -> None:
        """A label that stands alone may interrupt an inner group: the next row tells."""
        deeper = [rank for rank in self.open if rank > ordinal.rank]
        if deeper and ordinal.rank in self.open:
            inner = self.open[min(deeper)]
            self._interrupts = ordinal, inner.rank, inner.label

    def _reach_back(self) -> None:
        """A label printed in the middle of its rows holds for the inner group that goes on below it."""
        if self._interrupts is None:
            return
        ordinal, rank, label = self._interrupts
        self._interrupts = None
        goes_on = self.open.get(rank)
        if goes_on is None or goes_on.label != label:
            return
        for groups in reversed(self.rows[-_FURTHEST:]):
            same = groups.get(rank)
            if same is None or same.label != label:
                break
            groups[ordinal.rank] = ordinal
            self.misplaced = True
