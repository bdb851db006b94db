"""The lists that pages show and files hold: what they are narrowed to."""

from __future__ import annotations

from api import records
from graph.model import Row, Value
from graph.store import Store

_EVERYTHING = 1 << 40
ANSWERING = ("lead", "responsible")

Filters = dict[str, Value]


def plan_filters(q: str, region: str, year: str) -> Filters:
    """The parameters of `list_plans`; what is empty, or no year, narrows nothing."""
    return {"q": q.strip(), "region": _one(region), "year": _years(year)}


def unit_filters(q: str, region: str, function: str, kind: str) -> Filters:
    """The parameters of `list_units`."""
    return {"q": q.strip(), "region": _one(region), "function": _one(function), "kind": _one(kind)}


def indicator_filters(q: str, unit: str, plan: str, region: str, year: str) -> Filters:
    """The parameters of `list_indicators`; a unit's are those that it leads or is responsible for."""
    return {
        "q": q.strip(), "unit": _one(unit), "plan": _one(plan), "region": _one(region), "year": _years(year),
        "roles": list(ANSWERING),
    }  # fmt: skip


def regions_with_plans(store: Store) -> list[Row]:
    """Regions to choose from, by id."""
    return [row for row in records.read(store, "list_regions", limit=_EVERYTHING, offset=0) if row["plans"]]


def _one(text: str) -> list[str]:
    return [text.strip()] if text.strip() else []


def _years(text: str) -> list[int]:
    return [int(text)] if text.isascii() and text.isdecimal() and len(text) == 4 else []
