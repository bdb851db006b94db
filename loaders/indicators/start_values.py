"""Values that a measure starts from: of 由12家增加到20家 only 20 is a target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.indicators.lexicon import pattern

if TYPE_CHECKING:
    from loaders.indicators.quantities import Quantity

_REACH = 18
"""How far the value that is reached stands behind the one that it starts from."""


def without_start_values(text: str, found: list[Quantity]) -> list[Quantity]:
    """Of "从a提高到b" only b, beginning at 从."""
    kept: list[Quantity] = []
    for quantity in found:
        before = kept[-1] if kept else None
        if before and quantity.bounded and pattern("raised_to").match(text, before.stop):
            lead = text[max(0, before.start - 8) : before.start]
            opened = pattern("start_value").search(lead)
            if opened and quantity.number - before.stop < _REACH:
                kept[-1] = quantity._replace(start=before.start - len(lead) + opened.start())
                continue
            first = _starts_of_list(text, kept)
            if first is not None:  # 分别由240元、132元提高到255元、140元
                lead = text[max(0, kept[first].start - 8) : kept[first].start]
                opened = pattern("start_value").search(lead)
                start = kept[first].start - (len(lead) - opened.start() if opened else 0)
                kept[first:] = [quantity._replace(start=start)]
                continue
        kept.append(quantity)
    return kept


def _starts_of_list(text: str, kept: list[Quantity]) -> int | None:
    """The index of the first of several start values side by side, where 由 or 从 stands before it."""
    first = len(kept) - 1
    while first and text[kept[first - 1].stop : kept[first].start].strip() in ("、", "和"):
        first -= 1
    if first == len(kept) - 1:
        return None
    lead = text[max(0, kept[first].start - 8) : kept[first].start]
    return first if pattern("start_value").search(lead) else None
