"""The units of the loaded documents, document by document: who is who, and what each does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from graph.identity.canonical import canonical_units
from graph.identity.units import region_of
from loaders.extraction import Extraction


def unit_listing(extractions: Iterable[Extraction]) -> dict[str, Any]:
    """`{"units": [{doc, region, name, aliases, functions, kind}]}`, by document, in printed order.

    One entry for each unit of a document; `aliases` holds every spelling printed there.
    """
    return {"units": [row for each in extractions for row in _units(each)]}


def _units(extraction: Extraction) -> Iterator[dict[str, Any]]:
    region = region_of(extraction.plan.region)
    for unit in canonical_units(_printed(extraction), region):
        yield {
            "doc": extraction.doc,
            "region": extraction.plan.region or region.name,
            "name": unit.name,
            "aliases": unit.aliases,
            "functions": list(unit.functions),
            "kind": unit.unit.kind,
        }


def _printed(extraction: Extraction) -> Iterator[str]:
    for task in extraction.tasks:
        yield from (each.unit for each in task.assignments)
    for part in extraction.parts:
        yield from [part.office] if part.office else []
        yield from part.members
