"""The shapes of an answered question and of completions."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict


class AskedQuery(BaseModel):
    """The named query that a question became; `total` counts its rows."""

    name: str
    parameters: dict[str, Any]
    total: int


class Meant(BaseModel):
    """Something that a word may mean."""

    id: str
    name: str


class AskedWord(BaseModel):
    """A stretch of the question (half-open, code points) and how it was understood."""

    start: int
    stop: int
    text: str
    kind: str
    meaning: str
    others: list[Meant]


class AskedNearest(BaseModel):
    """Something to ask about instead."""

    kind: str
    id: str
    name: str


class AskedInstead(BaseModel):
    """The question with one word understood otherwise."""

    label: str
    question: str


class AskAnswer(BaseModel):
    """An answer. Besides what stands here it carries the fields of its intent: tasks, units, indicators,
    by_region, units_top, count, office and members, docs or citations. `empty`: the graph doesn't know."""

    question: str
    intent: str
    text: str
    empty: bool = False
    query: AskedQuery | None = None
    words: list[AskedWord]
    nearest: list[AskedNearest]
    alternatives: list[AskedInstead]

    model_config = ConfigDict(extra="allow")


class Completion(BaseModel):
    """A name that completes a question, and the question with it."""

    kind: str
    id: str
    name: str
    question: str
