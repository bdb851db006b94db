"""Which unit a printed name means: region and key, from lexicon and name shape alone."""

from __future__ import annotations

from dataclasses import dataclass

from graph.identity import ids
from loaders.lexicon import functions_of, kind_of


@dataclass(frozen=True, slots=True)
class Place:
    """A region with the regions around it; `chain` begins with the region itself."""

    id: str
    name: str
    level: str
    above: tuple[Place, ...] = ()

    @property
    def chain(self) -> tuple[Place, ...]:
        """The region, then its parent, and so on up."""
        return (self, *self.above)


@dataclass(frozen=True, slots=True)
class Identified:
    """A unit: its id, the region that it belongs to, display name, kind and functions."""

    id: str
    region: Place
    name: str
    kind: str
    functions: tuple[str, ...]


def region_of(name: str | None, within: Place | None = None) -> Place:
    """The region of that name; one that no table knows is kept as printed."""
    printed = name or "未知地区"
    return Place(ids.region_id(printed), printed, "")


def identify(name: str, region: Place) -> Identified:
    """The unit that `name` means in a plan that governs `region`."""
    key = "".join(name.split())
    return Identified(ids.unit_id(region.id, key), region, key, kind_of(name), functions_of(name))
