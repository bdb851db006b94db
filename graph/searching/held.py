"""Search without an index: a store that an earlier release wrote."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from graph.cyphers import internal
from graph.model import Row, Value
from graph.searching.hits import KINDS, LONGEST, Hit, Hits


class Readable(Protocol):
    """What a store reads with."""

    def read(self, cypher: str, parameters: dict[str, Value]) -> list[Row]:
        """Rows of a statement."""


def held(store: Readable, text: str, kinds: Iterable[str], limit: int, offset: int) -> Hits:
    """What holds the text letter by letter; kinds in their order, shorter names first."""
    wanted = set(kinds)
    rows = store.read(internal("search"), {"q": text.strip()[:LONGEST]})
    rows = [row for row in rows if row["kind"] in wanted]
    rows.sort(key=lambda r: (KINDS.index(str(r["kind"])), len(str(r["name"])), str(r["id"])))
    found = [Hit(str(row["kind"]), str(row["id"]), 0.0) for row in rows[offset : offset + limit]]
    return Hits(len(rows), tuple(found))
