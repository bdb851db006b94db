"""A query on a list of ids as one look-up for each id, its rows merged as the one statement gives them.

The embedded engine scans a whole table for a hop after UNWIND; a look-up by id takes a fraction of that.
The look-up is the query itself without its UNWIND lines, with `$one` where the variable `one` stood.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from math import prod
from typing import Any

from graph.budget import Budget
from graph.catalogue.head import ORDER, UNWIND, Query
from graph.model import Row, Value
from graph.store import Store

MOST = 200
"""Ids up to which they are looked up one by one; a scan is soon faster for more."""
_COUNTED = re.compile(r"count\(DISTINCT ([a-z]+\.[a-z_]+)\) AS ([a-z_]+)")


@dataclass(frozen=True, slots=True)
class LookUp:
    """What a query is for one id of each of its lists.

    `names` are (parameter, variable), `keys` (column, is it descending). `counted` is the column that counts
    distinct things, "" for none; `counting` gives these things as rows, to be counted over several ids.
    """

    names: tuple[tuple[str, str], ...]
    cypher: str
    unordered: str
    count: str
    counted: str
    counting: str
    keys: tuple[tuple[str, bool], ...]


@cache
def look_up(query: Query) -> LookUp:
    """The look-up of a query that has `each`."""
    names = tuple(UNWIND.findall(query.cypher))
    cypher, count = _of_one(query.cypher, names), _of_one(query.count, names)
    unordered = ORDER.sub("", cypher)
    order, counted = ORDER.search(cypher), _COUNTED.search(cypher)
    keys = (
        tuple((key.removesuffix(" DESC"), key.endswith(" DESC")) for key in order[1].split(", "))
        if order
        else ()
    )
    counting = _COUNTED.sub(r"\1 AS \2", unordered).replace("RETURN ", "RETURN DISTINCT ")
    return LookUp(names, cypher, unordered, count, counted[2] if counted else "", counting, keys)


def fits(store: Store, query: Query, values: Mapping[str, Value]) -> bool:
    """Is the query faster one by one, on this store and for these values?"""
    return bool(query.each) and store.scans_lists and prod(len(_ids(values[n])) for n in query.each) <= MOST


def run_each(
    store: Store, query: Query, values: Mapping[str, Value], offset: int, limit: int, timeout_ms: int | None
) -> tuple[list[Row], int]:
    """The rows of a window with all that the statement sorts by, and the exact total."""
    look, left = look_up(query), Budget(timeout_ms)
    turns = list(_turns(look, values))
    several = len(turns) > 1
    if look.counted and several:
        found = _counted(store.read_turns(look.counting, turns, timeout_ms=left.milliseconds()), look.counted)
        return merged(found, look.keys)[offset : offset + limit], len(found)
    # each id's first rows hold the first of all; a window that they don't fill holds every row
    window: dict[str, Value] = {"offset": 0, "limit": offset + limit}
    first = store.read_turns(look.cypher, [turn | window for turn in turns], timeout_ms=left.milliseconds())
    rows = merged(first, look.keys) if several else first
    if len(first) < offset + limit:
        return rows[offset:], len(rows)
    if look.count and not several:
        total = _number(store.read_turns(look.count, turns, timeout_ms=left.milliseconds()))
    else:
        total = len(_distinct(store.read_turns(look.unordered, turns, timeout_ms=left.milliseconds())))
    return rows[offset : offset + limit], total


def different(
    store: Store, query: Query, values: Mapping[str, Value], column: str, timeout_ms: int | None = None
) -> int:
    """How many different values a column has over all rows of a query that has `each`."""
    if not fits(store, query, values):
        given = {name: value for name, value in values.items() if query.parameter(name)}
        return _number(store.read(_only(query.cypher, column, count=True), given, timeout_ms=timeout_ms))
    look = look_up(query)
    turns = list(_turns(look, values))
    one = len(turns) == 1
    rows = store.read_turns(_only(look.cypher, column, count=one), turns, timeout_ms=timeout_ms)
    return _number(rows) if one else len({row[column] for row in rows})


def _number(rows: Sequence[Row]) -> int:
    return int(str(rows[0]["total"]))


def merged(rows: Iterable[Row], keys: Sequence[tuple[str, bool]]) -> list[Row]:
    """Each different row once, in the order of `keys` as ORDER BY has it: null above all else."""
    found = _distinct(rows)
    for name, descending in reversed(keys):
        found.sort(key=partial(_rank, name), reverse=descending)
    return found


def _rank(name: str, row: Row) -> tuple[bool, Any]:
    return row[name] is None, row[name]


def _of_one(cypher: str, names: Sequence[tuple[str, str]]) -> str:
    cypher = UNWIND.sub("", cypher)
    for _, variable in names:
        cypher = re.sub(rf"(?<![$.\w]){variable}\b", f"${variable}", cypher)
    return cypher


def _only(cypher: str, column: str, *, count: bool) -> str:
    """A statement that gives or counts the different values of one of its columns, in any order."""
    body, _, returned = cypher.rpartition("RETURN ")
    source = re.search(rf"([a-z]+\.[a-z_]+) AS {column}\b", returned)
    if source is None:
        raise KeyError(column)
    return body + (
        f"RETURN count(DISTINCT {source[1]}) AS total"
        if count
        else f"RETURN DISTINCT {source[1]} AS {column}"
    )


def _ids(value: Value) -> list[Value]:
    return list(dict.fromkeys(value)) if isinstance(value, list) else []


def _turns(look: LookUp, values: Mapping[str, Value]) -> Iterable[dict[str, Value]]:
    """The values for each combination of ids, each id once."""
    others = {name: value for name, value in values.items() if name not in dict(look.names)}
    for each in itertools.product(*(_ids(values[name]) for name, _ in look.names)):
        yield others | {variable: id for (_, variable), id in zip(look.names, each, strict=True)}


def _distinct(rows: Iterable[Row]) -> list[Row]:
    return list({tuple(map(_hashable, row.values())): row for row in rows}.values())


def _hashable(value: Value) -> object:
    return tuple(map(_hashable, value)) if isinstance(value, list) else value


def _counted(rows: Iterable[Row], column: str) -> list[Row]:
    """Rows that are equal but for `column` as one, with the number of its different values there."""
    things: dict[tuple[object, ...], set[Value]] = {}
    shown: dict[tuple[object, ...], Row] = {}
    for row in rows:
        key = tuple(_hashable(value) for name, value in row.items() if name != column)
        things.setdefault(key, set()).add(row[column])
        shown.setdefault(key, row)
    return [row | {column: len(things[key])} for key, row in shown.items()]
