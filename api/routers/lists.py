"""Regions, functions, the catalog of documents, and search."""

from __future__ import annotations

import dataclasses
from typing import Annotated, Literal

from fastapi import APIRouter, Query

from api import records, schemas
from api.deps import StoreDep, WindowDep
from api.problems import responses
from api.searching import Found, found
from graph.searching import KINDS
from zeren.errors import BadParameter

router = APIRouter(prefix="/api", tags=["lists"])


class Region(schemas.Named):
    """A region with the number of plans that govern it."""

    plans: int


class Function(schemas.Named):
    """A function with the number of units that perform it."""

    units: int


_ALL = 1 << 40


@router.get("/regions", responses=responses())
def list_regions(store: StoreDep, window: WindowDep) -> schemas.Page[Region]:
    """Regions, by id."""
    rows = records.read(store, "list_regions", limit=_ALL, offset=0)
    found = [Region.model_validate(row) for row in rows[window.offset : window.offset + window.limit]]
    return schemas.Page(total=len(rows), limit=window.limit, offset=window.offset, results=found)


@router.get("/functions", responses=responses())
def list_functions(store: StoreDep, window: WindowDep) -> schemas.Page[Function]:
    """Functions (条线) that a unit performs, by id."""
    rows = records.read(store, "list_functions", limit=_ALL, offset=0)
    found = [Function.model_validate(row) for row in rows[window.offset : window.offset + window.limit]]
    return schemas.Page(total=len(rows), limit=window.limit, offset=window.offset, results=found)


@router.get("/catalog", responses=responses())
def list_documents(store: StoreDep, window: WindowDep) -> schemas.Page[schemas.CatalogEntry]:
    """Loaded documents with hash, date and load report, by file name."""
    known = store.documents()
    found = [
        schemas.CatalogEntry(**dataclasses.asdict(record))
        for record in known[window.offset : window.offset + window.limit]
    ]
    return schemas.Page(total=len(known), limit=window.limit, offset=window.offset, results=found)


@router.get("/search", responses=responses(BadParameter))
def search(
    store: StoreDep,
    window: WindowDep,
    q: Annotated[str, Query(min_length=1, max_length=100)],
    kind: Annotated[list[Literal["unit", "plan", "indicator", "task"]] | None, Query()] = None,
) -> schemas.Page[Found]:
    """Units, plans, indicators and tasks that hold all the words, the best first, with what to mark."""
    hits = store.search(q, kind or KINDS, limit=window.limit, offset=window.offset)
    results = found(store, hits.found, q)
    return schemas.Page(total=hits.total, limit=window.limit, offset=window.offset, results=results)
