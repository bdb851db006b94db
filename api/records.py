"""Rows of the store put together into the records that the API answers with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from api import schemas
from api.standing import of_one_generation
from graph.cyphers import internal
from graph.model import Row, Value
from graph.store import Store
from zeren.errors import NotFound

_MANY = 300


def read(store: Store, statement: str, **parameters: Value) -> list[Row]:
    """Rows of one of `queries/internal`."""
    return store.read(internal(statement), parameters)


def read_each(store: Store, statement: str, ids: Iterable[str]) -> list[Row]:
    """Rows of a statement of `queries/internal` for each id in turn; all of one generation."""
    return store.read_each(internal(statement), ids)


def page(
    store: Store, statement: str, count: str, limit: int, offset: int, filters: Mapping[str, Value]
) -> tuple[list[Row], int]:
    """A window of rows and the exact total, counted only when the window does not show it."""
    rows = read(store, statement, **filters, limit=limit, offset=offset)
    if offset == 0 and len(rows) < limit:
        return rows, len(rows)
    return rows, int(str(read(store, count, **filters)[0]["total"]))


def _by(rows: Iterable[Row], key: str) -> dict[Any, list[Row]]:
    found: dict[Any, list[Row]] = {}
    for row in rows:
        found.setdefault(row[key], []).append(row)
    return found


@of_one_generation
def tasks(store: Store, ids: Sequence[str]) -> list[schemas.Task]:
    """The tasks of these ids, in their order."""
    unique = list(dict.fromkeys(ids))
    rows = {str(row["id"]): row for row in read_each(store, "one_task", unique)}
    units = _by(read_each(store, "units_of_one_task", unique), "task")
    targets = _by(read_each(store, "indicators_of_one_task", unique), "task")
    places = _places(store, rows.values())
    found = {id: _task(row, units.get(id, []), targets.get(id, []), places) for id, row in rows.items()}
    return [found[id] for id in ids if id in found]


def _task(row: Row, unit_rows: list[Row], targets: list[Row], places: Mapping[Any, Row]) -> schemas.Task:
    plan, source, units = _plan_ref(row, places), _source(row, places), _units(unit_rows)
    answering = {unit.id: unit for unit in (*units.lead, *units.responsible)}
    named = [answering[id] for id in sorted(answering)]
    return schemas.Task(
        **_only(row, "id", "title", "text", "part", "path", "deadline", "due_on"),
        plan=plan,
        units=units,
        indicators=[
            schemas.Indicator(
                **_only(each, *_INDICATOR), plan=plan, task=str(row["id"]), units=named,
                source=schemas.Source(document=source.document, **_only(each, "start", "stop")),
            )
            for each in sorted(targets, key=lambda row: (row["sort"], row["id"]))
        ],
        source=source,
    )  # fmt: skip


_INDICATOR = ("id", "name", "op", "value", "value_max", "unit", "amount", "measure", "raw")


@of_one_generation
def indicators(store: Store, ids: Sequence[str]) -> list[schemas.Indicator]:
    """The indicators of these ids, in their order."""
    unique = list(dict.fromkeys(ids))
    rows = {row["id"]: row for row in read_each(store, "one_indicator", unique)}
    units = _by(read_each(store, "units_of_one_indicator", unique), "indicator")
    of_task = {row["indicator"]: row["task"] for row in read_each(store, "task_of_one_indicator", unique)}
    places = _places(store, rows.values())
    return [
        schemas.Indicator(
            **_only(rows[id], *_INDICATOR),
            plan=_plan_ref(rows[id], places),
            task=of_task.get(id),
            units=[schemas.Named(id=row["id"], name=row["name"]) for row in units.get(id, [])],
            source=_source(rows[id], places),
        )
        for id in ids
        if id in rows
    ]


def _only(row: Row, *keys: str) -> dict[str, Any]:
    return {key: row[key] for key in keys}


def _places(store: Store, rows: Iterable[Row]) -> dict[Any, Row]:
    """Document and region by plan."""
    plans = list(dict.fromkeys(str(row["plan"]) for row in rows))
    return {row["plan"]: row for row in read_each(store, "document_of_one_plan", plans)}


def _plan_ref(row: Row, places: Mapping[Any, Row]) -> schemas.PlanRef:
    region: Any = places.get(row["plan"], {}).get("region")
    data: dict[str, Any] = {"id": row["plan"], "title": row["plan_title"], "year": row["year"]}
    return schemas.PlanRef(**data, region=region)


def _source(row: Row, places: Mapping[Any, Row]) -> schemas.Source:
    document: Any = places.get(row["plan"], {}).get("document")
    return schemas.Source(document=document, **_only(row, "start", "stop"))


def _units(rows: Iterable[Row]) -> schemas.Units:
    found: dict[str, list[schemas.Named]] = {"lead": [], "support": [], "responsible": []}
    for row in sorted(rows, key=lambda row: (row["position"], row["role"], row["id"])):
        found[str(row["role"])].append(schemas.Named(**_only(row, "id", "name")))
    return schemas.Units(**found)


@of_one_generation
def units(store: Store, rows: Sequence[Row]) -> list[schemas.Unit]:
    """Units of rows with id, name, aliases, kind, region, region_name; in their order.

    Many are read by passing over all units once: two look-ups for each of a thousand took 2 s beside a load.
    """
    ids = [str(row["id"]) for row in rows]
    if len(ids) < _MANY:
        counts = _by(read_each(store, "roles_of_one_unit", ids), "unit")
        functions = _by(read_each(store, "functions_of_one_unit", ids), "unit")
    else:
        counts = _by(read(store, "roles_of_all_units"), "unit")
        functions = _by(read(store, "functions_of_all_units"), "unit")
    return [
        schemas.Unit(
            **_only(row, "id", "name", "aliases", "kind"),
            region=_region(row),
            functions=[schemas.Named(**_only(f, "id", "name")) for f in functions.get(row["id"], [])],
            counts=schemas.RoleCounts(**{str(c["role"]): c["total"] for c in counts.get(row["id"], [])}),
        )
        for row in rows
    ]


def _region(row: Row) -> schemas.Named | None:
    return schemas.Named(id=str(row["region"]), name=str(row["region_name"])) if row["region"] else None


@of_one_generation
def plans(store: Store, rows: Sequence[Row]) -> list[schemas.Plan]:
    """Plans of rows as `list_plans` gives them; in their order."""
    return [_plan(store, row) for row in rows]


def _plan(store: Store, row: Row) -> schemas.Plan:
    id = str(row["id"])
    counted = read(store, "count_tasks_of_plan", id=id)[0]
    total = read(store, "count_indicators_of_plan", id=id)[0]["total"]
    return schemas.Plan(
        **_only(row, "id", "title", "doc_number", "issuer", "issued_on", "year"),
        region=_region(row),
        parts=[
            schemas.PlanPart(**_only(p, "id", "part", "title")) for p in read(store, "parts_of_plan", id=id)
        ],
        counts=schemas.PlanCounts(**_only(counted, "tasks", "units"), indicators=int(str(total))),
    )


def one(rows: Sequence[Row], what: str, id: str) -> Row:
    """The first row; raises NotFound."""
    if not rows:
        raise NotFound(f"没有编号为“{id[:80]}”的{what}")
    return rows[0]
