"""What the tools answer: plain data, never more of it than an assistant can take."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.asking.ask import ask as asked
from graph.asking.shape import as_json
from graph.catalogue import Catalogue, run
from graph.catalogue.head import Query
from graph.cyphers import internal
from graph.schema import EDGES, NODES
from graph.store import Store
from zeren.errors import BadParameter

_KINDS = {"unit": 0, "plan": 1, "indicator": 2, "task": 3}
_MOST_OFFSET = 1 << 31
_LONGEST_WORDS = 100
_TOLD = ("question", "intent", "text", "empty", "query", "nearest")

Answer = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that one call gives or takes: rows, bytes of JSON, milliseconds of one statement."""

    rows: int = 100
    bytes: int = 60_000
    timeout_ms: int = 10_000


def describe(catalogue: Catalogue) -> Answer:
    """The graph's nodes and edges, and every named query with its parameters and columns."""
    return {
        "nodes": {node.label: [name for name, _ in node.properties] for node in NODES},
        "edges": [f"({a})-[:{edge.name}]->({b})" for edge in EDGES for a, b in edge.ends],
        "queries": [_described(query) for query in catalogue.all()],
    }


def _described(query: Query) -> Answer:
    return {
        "name": query.name,
        "title": query.title,
        "parameters": [
            {
                "name": each.name, "type": each.type, "list": each.is_list, "needed": each.default is None,
                "default": each.default, "text": each.text, "example": each.example,
            }
            for each in query.parameters
        ],
        "columns": [each.name for each in query.columns],
    }  # fmt: skip


def query(
    store: Store, catalogue: Catalogue, limits: Limits, name: str, given: Mapping[str, Any],
    limit: int, offset: int,
) -> Answer:  # fmt: skip
    """A window of a named query's rows. Raises NotFound, BadParameter, QueryTimeout."""
    found = run(
        store, catalogue.get(name), {key: _written(value) for key, value in given.items()},
        offset=_within(offset, 0, _MOST_OFFSET, "offset"), limit=_within(limit, 1, limits.rows, "limit"),
        timeout_ms=limits.timeout_ms,
    )  # fmt: skip
    return _fitted(found.rows, found.total, limits)


def search(store: Store, limits: Limits, words: str, limit: int) -> Answer:
    """Units, plans, indicators and tasks that hold the words; shorter names first within a kind."""
    if not words.strip() or len(words) > _LONGEST_WORDS:
        raise BadParameter(f"要找的字为 1 到 {_LONGEST_WORDS} 个")
    rows = store.read(internal("search"), {"q": words}, timeout_ms=limits.timeout_ms)
    rows.sort(key=lambda r: (_KINDS[str(r["kind"])], len(str(r["name"])), str(r["id"])))
    return _fitted(rows[: _within(limit, 1, limits.rows, "limit")], len(rows), limits)


def ask(store: Store, catalogue: Catalogue, limits: Limits, question: str) -> Answer:
    """The answer to a question in words, the query that it became, and the first of its rows.

    Long lists of the answer itself are left to the rows.
    """
    found = asked(store, catalogue, question, timeout_ms=limits.timeout_ms)
    told = {key: value for key, value in as_json(found).items() if key in _TOLD}
    rows = found.rows.rows[: limits.rows] if found.rows else []
    return {**told, **_fitted(rows, found.rows.total if found.rows else 0, limits)}


def _written(value: Any) -> str | list[str]:
    """A value as people write it; assistants send numbers and lists as such."""
    if isinstance(value, list):
        return [str(each) for each in value]
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def _within(value: int, least: int, most: int, name: str) -> int:
    if not least <= value <= most:
        raise BadParameter(f"{name} 应在 {least} 到 {most} 之间")
    return value


def _fitted(rows: Sequence[Mapping[str, Any]], total: int, limits: Limits) -> Answer:
    """Rows from the first on, as many as fit; `cut` says that fewer came than were asked for."""
    kept: list[Mapping[str, Any]] = []
    size = 0
    for row in rows:
        size += len(json.dumps(row, ensure_ascii=False, default=str).encode("utf-8", "replace"))
        if size > limits.bytes:
            break
        kept.append(row)
    answer: Answer = {"total": total, "returned": len(kept), "rows": kept, "cut": len(kept) < len(rows)}
    if answer["cut"]:
        answer["advice"] = "结果太大,只给出开头的行;请用 limit、offset 分批取,或换更窄的查询"
    return answer
