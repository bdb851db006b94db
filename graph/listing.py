"""Listings of a whole store: who is who in each document, and which tasks are counterparts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from graph.corrections import NONE, Corrections
from graph.cyphers import internal
from graph.model import Row, Value
from graph.settled import settle
from graph.similar import THRESHOLD
from graph.store import Store
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


def similar_listing(store: Store) -> dict[str, Any]:
    """`{"threshold", "pairs": [{"a", "b", "score", "across"}]}`, best first; ends are {doc, part, path}.

    Pairs stand once, in no direction; those below the threshold are listed too. `doc` is the file's name
    without its ending.
    """
    places = {row["task"]: _place(row) for row in store.read(internal("places_of_tasks"))}
    pairs = store.read(internal("similar_pairs"))
    listed = [
        {"a": places[row["one"]], "b": places[row["other"]], "score": row["score"], "across": row["across"]}
        for row in pairs
    ]
    return {"threshold": pairs[0]["threshold"] if pairs else THRESHOLD, "pairs": listed}


def _place(row: Row) -> dict[str, Value]:
    doc = str(row["doc"])
    return {
        "doc": doc.rpartition(".")[0] or doc,
        "part": row["part"],
        "path": row["path"],
        "title": row["title"],
    }
