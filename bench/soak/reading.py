"""What users read: a row for each address with its weight, filled in with ids of the store."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import quote

ADDRESSES: tuple[tuple[int, str], ...] = (
    # pages
    (4, "/"), (6, "/plans"), (8, "/plans/{plan}"), (6, "/units?q={word}"), (8, "/units/{unit}"),
    (8, "/tasks/{task}"), (3, "/indicators?q={word}"), (2, "/documents"),
    (2, "/queries/tasks_of_unit?unit={unit}"), (2, "/compare"), (2, "/compare/function/{function}"),
    (3, "/compare/task/{task}"),
    # search and questions
    (8, "/search?q={word}"), (6, "/api/search?q={word}"), (4, "/ask?q={question}"),
    (4, "/api/ask?q={question}"), (4, "/api/complete?q={word}"),
    # views
    (4, "/embed/plan/{plan}"), (4, "/embed/unit/{unit}"), (2, "/embed/unit/{unit}/svg"),
    (3, "/api/graph?unit={unit}"),
    # exports
    (1, "/api/plans/{plan}/outline.xlsx"), (1, "/api/units.csv"), (1, "/api/ledger.xlsx?unit={unit}"),
    (1, "/api/units/{unit}/dossier.docx"), (1, "/api/graph.graphml?plan={plan}"),
    (1, "/api/queries/load_of_units.csv"),
    # lists
    (6, "/api/plans"), (4, "/api/plans/{plan}"), (6, "/api/units?q={word}"), (8, "/api/units/{unit}/tasks"),
    (6, "/api/tasks?q={word}"), (4, "/api/tasks?unit={unit}"), (4, "/api/tasks/{task}"),
    (3, "/api/indicators?plan={plan}"), (3, "/api/tasks/{task}/similar"),
    (2, "/api/functions/{function}/compare"), (2, "/api/catalog"), (2, "/api/queries/unled_tasks"),
    (2, "/readyz"),
)  # fmt: skip
WORDS = ("财政", "教育", "公路", "园区", "社区", "水利", "市工信局", "提升", "平台", "没有的词")
QUESTIONS = (
    "市财政局牵头哪些任务?", "市教育局配合哪些任务?", "谁牵头农村公路?", "哪个单位任务最多?",
    "哪些任务没有牵头单位?", "市水利局和市住建局一起做哪些任务?",
)  # fmt: skip
Ids = Mapping[str, Sequence[str]]


def ids_of(get: Callable[[str], Any]) -> dict[str, list[str]]:
    """Ids of every kind that the server's lists begin with; `get` gives the JSON of an address.

    What is loaded later is not among them.
    """

    def listed(path: str) -> list[str]:
        found = get(path)
        return [str(each["id"]) for each in (found["results"] if isinstance(found, dict) else found)]

    return {
        "plan": listed("/api/plans?limit=100"),
        "unit": listed("/api/units?limit=200"),
        "task": listed("/api/tasks?limit=500"),
        "function": listed("/api/functions"),
    }


def filled(row: str, rng: random.Random, ids: Ids) -> str:
    """A row's address with ids, words and questions drawn for it."""
    drawn = {kind: quote(rng.choice(found), safe=":") for kind, found in ids.items()}
    words = {"word": quote(rng.choice(WORDS)), "question": quote(rng.choice(QUESTIONS))}
    return row.format(**drawn, **words)


def draw(rng: random.Random, ids: Ids) -> tuple[str, str]:
    """A row of ADDRESSES by its weight, and the address that it becomes."""
    row = rng.choices([row for _, row in ADDRESSES], [weight for weight, _ in ADDRESSES])[0]
    return row, filled(row, rng, ids)
