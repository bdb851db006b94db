"""Units with their roles, and what those of one clause make of each other's."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import NamedTuple

from loaders.clauses.split import split_outside
from loaders.extraction import Role


class Named(NamedTuple):
    """A unit with its role; `start`, `stop` enclose its name in the text that was read."""

    unit: str
    role: Role
    start: int
    stop: int


def beside_leads(named: Sequence[Named], *, led: bool = False) -> list[Named]:
    """Beside a lead, or where one is known to be (`led`), everybody else supports; a lead that a list of
    those responsible names again is no helper of its own."""
    leads = {n.unit for n in named if n.role == "lead"}
    if not leads and not led:
        return list(named)
    others = (n for n in named if n.role != "responsible" or n.unit not in leads)
    return [n._replace(role="support") if n.role == "responsible" else n for n in others]


def in_first_place(text: str, named: Sequence[Named]) -> int:
    """How many units stand in the first place: 各镇、街道 are one entry of a list, and two units."""
    shares = (n.unit.startswith("各") and text[n.start] != "各" for n in named[1:])
    return 1 + len([*itertools.takewhile(bool, shares)])


def before_mark(text: str, named: list[Named], mark: str, *, else_none: bool = False) -> list[Named]:
    """Where nobody is said to lead, the units before the clause's first mark; without one all of them, or
    with `else_none` none."""
    if any(n.role != "responsible" for n in named):
        return named
    _, stop = next(split_outside(text, mark), (0, len(text)))
    if else_none and all(n.start < stop for n in named):
        return named
    return [n._replace(role="lead") if n.start < stop else n for n in named]


def settle(named: list[Named], first: int, *, first_leads: bool) -> list[Named]:
    """Beside a lead everybody supports; where the document says so, the `first` of the list lead.

    The first-listed may be nobody (各有关部门,各市人民政府): then the others support all the same.
    """
    ranked = first_leads and bool(named) and not any(n.role == "lead" for n in named)
    if ranked:
        named = [*(n._replace(role="lead") for n in named[:first]), *named[first:]]
    named = beside_leads(named, led=ranked)
    return list({(n.unit, n.role): n for n in reversed(named)}.values())[::-1]
