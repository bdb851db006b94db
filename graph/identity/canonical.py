"""The units of one document: names that mean the same, cut short or miscopied ones joined where one fits."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Literal

from rapidfuzz.distance import Levenshtein

from graph.identity.units import Identified, Place, identify
from loaders.lexicon import read_name

Reason = Literal["cut_short", "misspelt"]

_FALLIBLE = {"bureau", "party", "taskforce", "court"}
"""Kinds whose names are settled, so that one other character is a fault (市一中 is not 市二中)."""
_SHORTEST = 5
"""Below this many characters two names that differ in one are two names."""


@dataclass(slots=True)
class Canonical:
    """A unit with all its names of the document, in printed order; `joined` tells which of them were
    joined by a guess and why, for a finding."""

    unit: Identified
    aliases: list[str]
    functions: tuple[str, ...]
    joined: dict[str, Reason] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The most complete name that is not taken for a fault."""
        return max((a for a in self.aliases if a not in self.joined), key=len)


def canonical_units(
    names: Iterable[str], region: Place, identified: Callable[[str, Place], Identified] = identify
) -> list[Canonical]:
    """The units that these names of one document mean, by first mention.

    Beyond `identify`: a name cut short goes to the one bureau here that has its functions and more
    (区发改局 → 区发改财政局), an unknown name to the one known unit a character away. Where several fit,
    the name stays apart. `identified` says which unit a name means by itself.
    """
    units: dict[str, Canonical] = {}
    for name in dict.fromkeys(names):
        found = identified(name, region)
        if found.id in units:
            units[found.id].aliases.append(name)
            units[found.id].functions = tuple(dict.fromkeys(units[found.id].functions + found.functions))
        else:
            units[found.id] = Canonical(found, [name], found.functions)
    kept = list(units.values())
    targets: list[tuple[Canonical, Canonical | None, Reason]] = [
        *((short, _fuller(short, kept), "cut_short") for short in kept),
        *((odd, _likely(odd, kept), "misspelt") for odd in kept if not odd.functions),
    ]
    gone: set[int] = set()
    for one, other, reason in targets:
        if other is not None and id(one) not in gone and id(other) not in gone:
            other.aliases += one.aliases
            other.joined |= dict.fromkeys(one.aliases, reason)
            gone.add(id(one))
    return [unit for unit in kept if id(unit) not in gone]


def _is_bureau(unit: Canonical) -> bool:
    return unit.unit.id.endswith("-局")


def _fuller(short: Canonical, units: list[Canonical]) -> Canonical | None:
    """The one bureau of the region that has the functions of a shorter name and more."""
    bare = _is_bare(short)
    if not short.functions or not (bare or _is_bureau(short)):
        return None
    own = set(short.functions)
    fits = [
        unit
        for unit in units
        if unit is not short
        and _is_bureau(unit)
        and unit.unit.region == short.unit.region
        and own <= set(unit.functions)
        and (bare or own != set(unit.functions))
    ]
    return fits[0] if len(fits) == 1 else None


def _is_bare(unit: Canonical) -> bool:
    """Only the words of a line, without an organ's form (自然资源)?"""
    read = read_name(unit.aliases[0])
    return read is not None and not read.form


def _likely(odd: Canonical, units: list[Canonical]) -> Canonical | None:
    """The one known unit whose name is a character away."""
    name = odd.aliases[0]
    if odd.unit.kind not in _FALLIBLE or len(name) < _SHORTEST:
        return None
    fits = [
        unit
        for unit in units
        if unit.functions
        and unit.unit.kind in _FALLIBLE
        and any(Levenshtein.distance(name, alias, score_cutoff=1) <= 1 for alias in unit.aliases)
    ]
    return fits[0] if len(fits) == 1 else None
