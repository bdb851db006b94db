"""The groups that a table's rows stand under: ordinals in cells that several rows share.

Copying often prints the label of a merged cell in the middle of its rows or a row too low, so a
label that first appears may hold for rows above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from loaders.outline.ordinals import Ordinal, read_ordinal

Groups = dict[int, Ordinal]
"""The open group of each rank; a row keeps its own, which a label below may still complete."""

_PIECES = re.compile(r"(?<=[。;])\s*|\s+(?=[(一二三四五六七八九十\d])")


def labels_of(cells: Iterable[str]) -> list[Ordinal]:
    """The ordinals in group cells, outermost first; a cell may hold those of two levels."""
    pieces = [piece.strip() for cell in cells for piece in _PIECES.split(cell)]
    return sorted((o for piece in pieces if (o := read_ordinal(piece))), key=lambda o: o.rank)


@dataclass(slots=True)
class Levels:
    """The groups open in a table. `copied`: its cells came without their borders."""

    copied: bool
    open: Groups = field(default_factory=dict)

    def enter(self, labels: Sequence[Ordinal], rows: Sequence[Groups], *, deeper: bool = False) -> None:
        """Open the groups of one row. `rows`: the groups of the rows above, which may change;
        `deeper`: the row's task cell opens another group below these.
        """
        alone = not deeper and len({o.rank for o in labels}) == 1
        for ordinal in labels:
            self._enter(ordinal, rows, alone=alone)

    def _enter(self, ordinal: Ordinal, rows: Sequence[Groups], *, alone: bool) -> None:
        known = self.open.get(ordinal.rank)
        if known and known.label == ordinal.label:
            return
        if not self.copied:
            self.open = {rank: o for rank, o in self.open.items() if rank < ordinal.rank}
        elif known and known.style == ordinal.style and ordinal.value < known.value:
            return  # a label that copying put a row too low
        elif known is None and not any(rank < ordinal.rank for rank in self.open):
            _complete(rows, ordinal)
        elif alone:
            self._reach_back(ordinal, rows)
        self.open[ordinal.rank] = ordinal

    def _reach_back(self, ordinal: Ordinal, rows: Sequence[Groups]) -> None:
        """A label printed in the middle of its rows holds for the inner group that it interrupts."""
        deeper = [rank for rank in self.open if rank > ordinal.rank]
        if not deeper or ordinal.rank not in self.open:
            return
        inner = self.open[min(deeper)]
        for groups in reversed(rows):
            same = groups.get(inner.rank)
            if same is None or same.label != inner.label:
                break
            groups[ordinal.rank] = ordinal


def _complete(rows: Sequence[Groups], ordinal: Ordinal) -> None:
    """The first label of its rank holds for the rows above that have none."""
    for groups in rows:
        if not any(rank <= ordinal.rank for rank in groups):
            groups[ordinal.rank] = ordinal
