"""What the functions of several intents need."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from graph.asking.answer import EVERY_ROLE, Answer, Asking, listed
from graph.asking.reading import papers_about
from graph.asking.themes import Match, matches
from graph.asking.things import Body
from graph.model import Value


def answer(a: Asking, intent: str, text: str, query: str, values: dict[str, Value], **fields: Any) -> Answer:
    rows = fields.pop("rows")
    return Answer(a.reading.question.text, intent, text, query=query, values=values, rows=rows, fields=fields)


def ids(bodies: Sequence[Body]) -> list[Value]:
    return [body.id for body in bodies]


def bodies_asked(a: Asking) -> tuple[Body, ...]:
    """The units that the question is about, each once."""
    return tuple(dict.fromkeys(body for _, found in a.reading.bodies for body in found))


def called(a: Asking, bodies: Sequence[Body]) -> str:
    """A unit's name with its region before it, where the name doesn't tell."""
    return listed(map(a.known.things.full_name, bodies), most=4)


def roles_asked(a: Asking) -> list[Value]:
    """The roles that the question asks about; all where it names none."""
    named: list[Value] = [role for role in EVERY_ROLE if a.reading.has(role)]
    if "lead" in named and "responsible" in named:
        named.remove("responsible")
    if "lead" in named and "support" in named and a.reading.has("role"):
        return list(EVERY_ROLE)  # 参与的,牵头配合都算
    return named or list(EVERY_ROLE)


def plans_named(a: Asking) -> list[Value]:
    return list(a.reading.papers)


def themed(a: Asking) -> list[Match]:
    """The tasks that the question's theme describes, the best first."""
    texts = a.known.tasks
    return matches(a.reading.pieces, texts, a.reading.allowed(a.known, texts))


def plans_asked(a: Asking) -> list[str]:
    """The plans that a question without a unit is about; [] when it names none."""
    reading = a.reading
    if not (reading.papers or reading.regions or reading.years):
        return []
    return [p.id for p in papers_about(a.known, reading.regions, reading.papers, reading.years)]
