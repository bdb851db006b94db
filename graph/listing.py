"""The units of the loaded documents, document by document: who is who, and what each does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from graph.corrections import NONE, Corrections
from graph.settled import settle
from loaders.extraction import Extraction


def unit_listing(extractions: Iterable[Extraction], corrections: Corrections = NONE) -> dict[str, Any]:
    """`{"units": [{doc, region, name, aliases, functions, kind}]}`, by document, in printed order.

    One entry for each unit of a document; `aliases` holds every spelling printed there.
    """
    return {"units": [row for each in extractions for row in _units(each, corrections)]}


def _units(extraction: Extraction, corrections: Corrections) -> Iterator[dict[str, Any]]:
    settled = settle(extraction, corrections)
    for unit in settled.units.units:
        yield {
            "doc": extraction.doc,
            "region": extraction.plan.region or settled.region.name,
            "name": unit.name,
            "aliases": unit.aliases,
            "functions": list(unit.functions),
            "kind": unit.unit.kind,
        }
