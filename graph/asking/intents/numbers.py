"""Questions about indicators: a unit's numbers, a target's value."""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from graph.asking.answer import ROLE_WORDS, Answer, Asking, counted, unique
from graph.asking.grams import pairs_of
from graph.asking.intents.helpers import (
    answer,
    bodies_asked,
    called,
    ids,
    plans_named,
    roles_asked,
    themed,
)
from graph.asking.text import folded
from graph.asking.themes import Match, matches, nearest
from graph.cyphers import internal
from graph.model import Row, Value

_YEAR = re.compile(r"(20\d\d)年")
_BEFORE = 400
"""Characters before a number in which the year that it is for stands."""
_AS_GOOD = 0.96
"""How near to the best an indicator must come to be asked for, too."""
_WHOLE, _APART = 0.9, 4
"""The share of a theme below which it may be of several measures, and the letters by which one is known."""
_CLEARLY = 0.6
"""The rank of a task that a theme describes by its title."""
_SHARE = re.compile("占|比重|比例|比率|以上|超过")
_OF_ANOTHER = re.compile("占.{2,}(?:比重|比例|比)|(?:以上|超过.{1,8})的")
"""A share of something, or a count of those with so much of it, is not what it comes to."""
_JOINED = re.compile(r"(?P<left>.{2,}?)[和与及或、](?P<right>.{3,})")
"""A theme of two things that share the noun at its end."""
_WORD = 3
"""Characters of a first thing that has nothing before it which the second shares."""


def is_of_year(a: Asking, row: Row) -> bool:
    """Is an indicator's number for a year asked about: one printed before it, else its plan's?"""
    paper = a.known.things.papers.get(str(row["plan"]))
    if paper is None:
        return False
    text = a.store.extraction(paper.document).text
    start = int(str(row["start"] or 0))
    line = text[max(0, start - _BEFORE) : start + len(str(row["raw"]))].rpartition("\n")[2]
    printed = _YEAR.findall(line)
    year = int(printed[-1]) if printed else paper.year
    return year in a.reading.years


def unit_indicators(a: Asking) -> Answer | None:
    """The numbers that a unit is to reach: those of tasks that it leads, or answers for."""
    bodies = bodies_asked(a)
    if not bodies:
        return None
    # those of tasks that it leads are its own; of those that it answers for beside others where it leads none
    for role in ("lead", "responsible"):
        values: dict[str, Value] = {
            "unit": ids(bodies), "roles": [role], "plan": plans_named(a), "year": list(a.reading.years)
        }  # fmt: skip
        rows = a.run("indicators_of_units", values)
        if rows.rows or roles_asked(a) == ["lead"]:
            break
    found = unique(rows.rows, "indicator")
    number = a.different(rows, values, "indicator")
    text = f"{called(a, bodies)}{ROLE_WORDS[role]}的指标{counted(number, len(found), '个')}"
    return answer(
        a, "unit_indicators", text, "indicators_of_units", values, rows=rows,
        indicators=[a.indicator(row) for row in found],
    )  # fmt: skip


def indicator_lookup(a: Asking) -> Answer | None:
    """What is the target: indicators whose name the theme describes best."""
    texts = a.known.indicators
    allowed = a.reading.allowed(a.known, texts, dated=False)
    found = matches(a.reading.pieces, texts, allowed)
    if found and found[0].share < _WHOLE and (each := _of_each(a, allowed)):
        return _chosen(a, each)
    if not _SHARE.search("".join(a.reading.pieces)):
        found = [m for m in found if not _OF_ANOTHER.search(texts.names[m.number])]
    chosen = _best_in_regions(a, found)
    if not chosen:
        return None
    return _chosen(a, [texts.ids[m.number] for m in _with_twins(a, chosen)])


def _of_each(a: Asking, allowed: NDArray[np.bool_] | None) -> list[str]:
    """The best for each of several measures that no indicator has together (城市低保、农村低保); [] where
    one of them has none, or is too short to be told apart."""
    texts = a.known.indicators
    pieces = a.reading.pieces
    found = [matches([piece], texts, allowed, most=1) if len(piece) >= _APART else [] for piece in pieces]
    return [texts.ids[ms[0].number] for ms in found if ms] if len(found) > 1 and all(found) else []


def _best_in_regions(a: Asking, found: list[Match]) -> list[Match]:
    """The best of all, and where several regions are named the best of each."""
    every = [a.known.papers[int(a.known.indicators.codes[m.number])].region for m in found]
    apart = every if len(a.reading.regions) > 1 else [""] * len(found)
    best: dict[str, float] = {}
    for match, region in zip(found, apart, strict=True):
        best.setdefault(region, match.rank)
    return [m for m, region in zip(found, apart, strict=True) if m.rank >= _AS_GOOD * best[region]]


def _with_twins(a: Asking, chosen: list[Match]) -> list[Match]:
    """Also what the theme names beside them: 谷子收割率 of 谷子播种和收割率."""
    texts = a.known.indicators
    joined = [parts for piece in a.reading.pieces if (parts := _JOINED.fullmatch(piece))]
    if not joined:
        return chosen
    others = nearest(a.reading.pieces, texts, a.reading.allowed(a.known, texts, dated=False), most=50)
    twins = [m for m in others if any(_is_twin(folded(texts.names[m.number]), parts) for parts in joined)]
    return [*chosen, *(m for m in twins if m.number not in {c.number for c in chosen})]


def _is_twin(name: str, parts: re.Match[str]) -> bool:
    """Is it the second of two that a theme names by one noun, with what the first begins with?"""
    begins = parts["left"][:2] if len(parts["left"]) > _WORD else ""
    return (
        name.startswith(begins)
        and name.endswith(parts["right"][-2:])
        and parts["right"][:2] in name
        and set(name) <= set(parts[0])
    )


def indicators_of_task(a: Asking) -> Answer | None:
    """The numbers of the task that the theme describes, where no indicator's own name does: those in the
    measure asked for (几小时), else those whose names share most with the theme."""
    found = themed(a)[:1]
    if not found or found[0].rank < _CLEARLY:
        return None
    rows = a.store.read(internal("indicators_of_one_task"), {"id": a.known.tasks.ids[found[0].number]})
    asked = a.reading.first("amount")
    said = a.reading.question.text[asked.start : asked.stop] if asked else ""
    measured = [row for row in rows if row["unit"] and folded(str(row["unit"])) in said]
    shared = [(_shared(a, str(row["name"])), row) for row in rows]
    most = max((size for size, _ in shared), default=0)
    named = [row for size, row in shared if most and size == most]
    ids = dict.fromkeys(str(row["id"]) for row in measured or named)
    return _chosen(a, list(ids)) if ids else None


def _shared(a: Asking, name: str) -> int:
    return len({*pairs_of(a.reading.pieces)} & {*pairs_of([folded(name)])})


def _chosen(a: Asking, ids: list[str]) -> Answer:
    """The answer that these indicators give, those of the years asked about."""
    values: dict[str, Value] = {"indicator": list(ids)}
    rows = a.run("indicators_chosen", values)
    if a.reading.years:
        right = [str(row["indicator"]) for row in rows.rows if is_of_year(a, row)]
        values = {"indicator": list(dict.fromkeys(right))}
        rows = a.run("indicators_chosen", values)
    text = ";".join(dict.fromkeys(f"{row['region']}:{row['raw']}" for row in rows.rows))
    return answer(
        a, "indicator_lookup", text, "indicators_chosen", values, rows=rows,
        indicators=[a.indicator(row) for row in rows.rows],
    )  # fmt: skip
