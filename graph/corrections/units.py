"""Units as people merged or split them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from graph.corrections.model import UnitCorrection


def names_of_units(corrections: Sequence[UnitCorrection], region: str) -> Callable[[str], tuple[str, bool]]:
    """How to read a name in a plan of `region`: (the name that decides which unit it is, is it split?).

    A name that stands in no correction decides for itself; one that is split is a unit of exactly that
    name.
    """
    own = [each for each in corrections if each.region in (None, region)]
    same = {name: each.same[0] for each in own for name in each.same}
    split = set(_names(each.different for each in own))

    def decides(name: str) -> tuple[str, bool]:
        return (name, True) if name in split else (same.get(name, name), False)

    return decides


def _names(groups: Iterable[Iterable[str]]) -> Iterable[str]:
    return (name for group in groups for name in group)
