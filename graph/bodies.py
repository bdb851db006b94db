"""Units and places as rows: each unit once a document, with every spelling that is printed there."""

from __future__ import annotations

from graph.identity import ids
from graph.identity.canonical import Canonical
from graph.identity.document import DocumentUnits
from graph.identity.units import Place
from graph.rows import Rows


class Bodies:
    """Adds the units of one document, and places, to its rows; `region` is the place it governs."""

    def __init__(self, rows: Rows, units: DocumentUnits, region: Place) -> None:
        self._rows = rows
        self._units = units
        self._region = region

    def unit(self, name: str) -> str:
        """The id of the unit of that name; the node is added with this spelling among its aliases."""
        canonical = self._units.of(name)
        id = canonical.unit.id
        if id not in self._rows.nodes.get("Unit", {}):
            self._new_unit(canonical)
        known = self._rows.nodes["Unit"][id]
        if name not in known["aliases"]:
            # the name that a correction gives is one more by which the unit is found
            known["aliases"] = list(dict.fromkeys((*known["aliases"], name, self._units.decided(name))))
            former = self._units.former_id(name, self._region)
            known["former_ids"] = list(dict.fromkeys((*known["former_ids"], *([former] if former else []))))
        return id

    def _new_unit(self, canonical: Canonical) -> None:
        found = canonical.unit
        self._rows.node("Unit", found.id, name=found.name, aliases=[], kind=found.kind, former_ids=[])
        self.regions(found.region)
        self._rows.edge("IN_REGION", ("Unit", found.id), ("Region", found.region.id))
        for function in canonical.functions:
            self._rows.node("Function", ids.function_id(function), name=function)
            self._rows.edge("PERFORMS", ("Unit", found.id), ("Function", ids.function_id(function)))

    def regions(self, place: Place) -> None:
        """The region and all around it."""
        for region in place.chain:
            self._rows.node("Region", region.id, name=region.name, level=region.level)
        for lower, upper in zip(place.chain, place.chain[1:], strict=False):
            self._rows.edge("PART_OF", ("Region", lower.id), ("Region", upper.id))
