"""Counterparts of a task, and a function across regions."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from api import schemas
from api.comparing import Comparison, Similar, compare_function, similar_tasks
from api.deps import StoreDep, WindowDep
from api.problems import responses
from graph.catalogue.resolve import existing, resolve
from zeren.errors import BadParameter, NotFound

router = APIRouter(prefix="/api", tags=["compare"])

Weak = Annotated[bool, Query(description="也要门槛以下的")]
Several = Annotated[list[str] | None, Query(description="地区,不填为全部")]


@router.get("/tasks/{id}/similar", responses=responses(NotFound))
def list_similar(store: StoreDep, window: WindowDep, id: str, weak: Weak = False) -> schemas.Page[Similar]:
    """Tasks of other regions, or of the region's other years, that are the same action; best first."""
    found = similar_tasks(store, existing(store, "task", id), weak=weak)
    shown = found[window.offset : window.offset + window.limit]
    return schemas.Page(total=len(found), limit=window.limit, offset=window.offset, results=shown)


@router.get("/functions/{id}/compare", responses=responses(NotFound, BadParameter))
def compare(store: StoreDep, window: WindowDep, id: str, region: Several = None) -> Comparison:
    """One function across regions: who performs it, what they lead, and which of it others have too."""
    regions = [resolve(store, "region", each) for each in region or []]
    return compare_function(store, existing(store, "function", id), regions, window.limit, window.offset)
