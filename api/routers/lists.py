"""Regions, functions, the catalog of documents, and search."""

from __future__ import annotations

import dataclasses
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel

from api import records, schemas
from api.deps import StoreDep, WindowDep
from api.problems import responses

router = APIRouter(prefix="/api", tags=["lists"])


class Region(schemas.Named):
    """A region with the number of plans that govern it."""

    plans: int


class Function(schemas.Named):
    """A function with the number of units that perform it."""

    units: int


class Hit(BaseModel):
    """Something found: kind is unit, plan, indicator or task."""

    kind: str
    id: str
    name: str
    text: str


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


@router.get("/search", responses=responses())
def search(
    store: StoreDep, window: WindowDep, q: Annotated[str, Query(min_length=1, max_length=100)]
) -> schemas.Page[Hit]:
    """Units, plans, indicators and tasks that hold the words; shorter names first within a kind."""
    order = {"unit": 0, "plan": 1, "indicator": 2, "task": 3}
    rows = records.read(store, "search", q=q)
    rows.sort(key=lambda r: (order[str(r["kind"])], len(str(r["name"])), str(r["id"])))
    found = [Hit.model_validate(row) for row in rows[window.offset : window.offset + window.limit]]
    return schemas.Page(total=len(rows), limit=window.limit, offset=window.offset, results=found)
