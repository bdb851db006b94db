"""Running a named query: values in, rows of the declared columns out, with the exact total."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.catalogue.each import fits, run_each
from graph.catalogue.head import Column, Query
from graph.catalogue.values import Given, read_values
from graph.model import Row, Value
from graph.store import Store

EVERYTHING = 1 << 40
"""A limit that no result reaches: exports are whole."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of a query's window in its order; `total` counts them all."""

    query: Query
    rows: list[Row]
    total: int


def run_values(
    store: Store,
    query: Query,
    values: Mapping[str, Value],
    *,
    offset: int = 0,
    limit: int = EVERYTHING,
    timeout_ms: int | None = None,
) -> Rows:
    """As `run`, with values that are known to be right (ids of the graph)."""
    if not query.windowed:
        rows = _rows(query, store.read(query.cypher, values, timeout_ms=timeout_ms))
        return Rows(query, rows[offset : offset + limit], len(rows))
    if fits(store, query, values):
        found, total = run_each(store, query, values, offset, limit, timeout_ms)
        return Rows(query, _rows(query, found), total)
    window = {**values, "offset": offset, "limit": limit}
    rows = _rows(query, store.read(query.cypher, window, timeout_ms=timeout_ms))
    if offset == 0 and len(rows) < limit:
        return Rows(query, rows, len(rows))
    if query.count:
        counted = store.read(query.count, values, timeout_ms=timeout_ms)
        return Rows(query, rows, int(str(counted[0]["total"])))
    whole = {**values, "offset": 0, "limit": EVERYTHING}
    return Rows(query, rows, len(store.read(query.cypher, whole, timeout_ms=timeout_ms)))


def run(
    store: Store,
    query: Query,
    given: Given,
    *,
    offset: int = 0,
    limit: int = EVERYTHING,
    timeout_ms: int | None = None,
) -> Rows:
    """Run a query; lists inside rows are sorted, since engines don't keep their order.

    Raises BadParameter, NotFound, QueryTimeout, QueryError or StoreUnavailable.
    """
    values = read_values(store, query, given)
    return run_values(store, query, values, offset=offset, limit=limit, timeout_ms=timeout_ms)


def _rows(query: Query, rows: list[Row]) -> list[Row]:
    """The declared columns only, in their order; what a statement sorts by besides is dropped."""
    columns = [(column.name, _collected(column)) for column in query.columns]
    return [{name: _sorted(row[name]) if listed else row[name] for name, listed in columns} for row in rows]


def _collected(column: Column) -> bool:
    """A path is a list with an order of its own."""
    return column.is_list and column.name != "path"


def _sorted(value: Value) -> Value:
    return sorted(value, key=str) if isinstance(value, list) else value
