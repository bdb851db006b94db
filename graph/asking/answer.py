"""What an answer is, and the pieces that all intents are made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph.asking.known import Known
from graph.asking.reading import Reading
from graph.asking.text import folded
from graph.catalogue import Catalogue, Rows
from graph.catalogue.each import different
from graph.catalogue.run import run_values
from graph.model import Row, Value
from graph.store import Store
from loaders.extraction import ROLES

EVERY_ROLE: tuple[str, ...] = tuple(ROLES)
ROLE_WORDS = {"lead": "牵头", "support": "配合", "responsible": "负责"}
EXAMPLES = (
    "市工信局牵头哪些任务?", "老旧小区改造谁牵头,哪些单位配合?", "城镇新增就业目标是多少?",
    "各地老旧小区改造归谁牵头?", "和市财政局一起承担任务最多的单位", "市教育局有哪些指标?",
)  # fmt: skip
"""Questions to begin with."""
MOST_ROWS = 2_000
"""Rows of an answer; the query that it became gives them all."""


@dataclass(frozen=True, slots=True)
class Word:
    """A stretch of the question (half-open, in the question as given) and how it was understood.

    `others` are (id, name) of what it could have meant besides.
    """

    start: int
    stop: int
    text: str
    kind: str
    meaning: str
    others: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Nearest:
    """Something to ask instead: a kind, its id and name."""

    kind: str
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a question.

    `query` and `values` are the named query that it became, "" for none; `rows` what that gave.
    `fields` are those of the intent (`gold/questions`); an `empty` answer has none, says why in
    `text`, and offers the `nearest` things.
    """

    question: str
    intent: str
    text: str
    empty: bool = False
    query: str = ""
    values: Mapping[str, Value] = field(default_factory=dict)
    rows: Rows | None = None
    fields: Mapping[str, Any] = field(default_factory=dict)
    words: tuple[Word, ...] = ()
    nearest: tuple[Nearest, ...] = ()


@dataclass(frozen=True, slots=True)
class Asking:
    """A question that is being answered: what it says, and where the answer is to be had."""

    store: Store
    catalogue: Catalogue
    known: Known
    reading: Reading
    timeout_ms: int | None = None

    def run(self, name: str, values: Mapping[str, Value], *, limit: int = MOST_ROWS) -> Rows:
        """The rows of a named query for values that are right."""
        query = self.catalogue.get(name)
        return run_values(self.store, query, values, limit=limit, timeout_ms=self.timeout_ms)

    def different(self, rows: Rows, values: Mapping[str, Value], column: str) -> int:
        """How many different things a column names, also in rows beyond those read."""
        if rows.total == len(rows.rows):
            return len({row[column] for row in rows.rows})
        return different(self.store, rows.query, values, column, self.timeout_ms)

    def task(self, row: Row) -> dict[str, Any]:
        """A task's place as the scorer and the API say it."""
        return {
            "doc": self.document(row), "part": row["part"], "path": row["path"], "id": row["task"],
            "title": row["title"],
        }  # fmt: skip

    def indicator(self, row: Row) -> dict[str, Any]:
        """An indicator with its place."""
        names = ("part", "path", "name", "op", "value", "value_max", "unit", "raw")
        return {"doc": self.document(row), "id": row["indicator"], **{name: row[name] for name in names}}

    def by_role(self, rows: Sequence[Row]) -> dict[str, list[str]]:
        """The units of some rows by role, as printed there, each once, in the rows' order."""
        found: dict[str, dict[str, str]] = {role: {} for role in EVERY_ROLE}
        for row in rows:
            found[str(row["role"])].setdefault(str(row["unit"]), self.printed(row))
        return {role: list(names.values()) for role, names in found.items()}

    def printed(self, row: Row) -> str:
        """A unit's name as the row's document prints it, with what the clause shares with others."""
        body = self.known.things.bodies.get(str(row["unit"]))
        raw = folded(str(row["raw"] or ""))
        names = [n for n in (*body.aliases, body.name) if folded(n).endswith(raw)] if body and raw else []
        return min(names, key=len, default=str(row["name"]))

    def document(self, row: Row) -> str:
        """The file that a row's plan was read from."""
        paper = self.known.things.papers.get(str(row["plan"]))
        return paper.file_name if paper else ""


def unique(rows: Iterable[Row], key: str) -> list[Row]:
    """Rows with another value of `key` than those before."""
    found: dict[Any, Row] = {}
    for row in rows:
        found.setdefault(row[key], row)
    return list(found.values())


def counted(number: int, shown: int, measure: str) -> str:
    """A number as a sentence says it, and how many of them are shown where not all are."""
    return f"共 {number} {measure}" + (f"(列出前 {shown} {measure})" if shown < number else "")


def listed(names: Iterable[object], most: int = 8) -> str:
    """Names as a sentence lists them, a count for those left out."""
    every = list(dict.fromkeys(map(str, names)))
    more = f"等 {len(every)} 个" if len(every) > most else ""
    return "、".join(every[:most]) + more
