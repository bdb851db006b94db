"""An answer as JSON: the fields of its intent, the query that it became, how each word was understood."""

from __future__ import annotations

import dataclasses
from typing import Any
from urllib.parse import urlencode

from graph.asking.answer import Answer


def as_json(answer: Answer) -> dict[str, Any]:
    """Plain data; `empty` is there only when nothing was found."""
    found: dict[str, Any] = {"question": answer.question, "intent": answer.intent, "text": answer.text}
    if answer.empty:
        found["empty"] = True
    found |= answer.fields
    if answer.query:
        found["query"] = {
            "name": answer.query,
            "parameters": dict(answer.values),
            "total": answer.rows.total if answer.rows else 0,
        }
    found["words"] = [
        {**dataclasses.asdict(word), "others": [{"id": id, "name": name} for id, name in word.others]}
        for word in answer.words
    ]
    found["nearest"] = [dataclasses.asdict(each) for each in answer.nearest]
    return found


def query_string(answer: Answer) -> str:
    """The parameters of the answer's query as a URL has them; lists are repeated."""
    pairs: list[tuple[str, str]] = []
    for name, value in answer.values.items():
        pairs += [(name, str(each)) for each in value] if isinstance(value, list) else [(name, str(value))]
    return urlencode(pairs)
