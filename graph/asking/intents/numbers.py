"""Questions about indicators: a unit's numbers, a target's value."""

from __future__ import annotations

import re

from graph.asking.answer import Answer, Asking, counted, unique
from graph.asking.intents.helpers import (
    answer,
    bodies_asked,
    called,
    ids,
    plans_named,
    roles_asked,
)
from graph.asking.themes import matches
from graph.model import Row, Value

_YEAR = re.compile(r"(20\d\d)年")
_BEFORE = 400
"""Characters before a number in which the year that it is for stands."""
_ABOUT = 0.85
"""How near to the best match another must come to be of the same theme."""


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
    named = [role for role in roles_asked(a) if role != "support"]
    roles: list[Value] = ["lead"] if named == ["lead"] else ["lead", "responsible"]
    values: dict[str, Value] = {
        "unit": ids(bodies), "roles": roles, "plan": plans_named(a), "year": list(a.reading.years)
    }  # fmt: skip
    rows = a.run("indicators_of_units", values)
    found = unique(rows.rows, "indicator")
    number = a.different(rows, values, "indicator")
    text = f"{called(a, bodies)}牵头或负责的指标{counted(number, len(found), '个')}"
    return answer(
        a, "unit_indicators", text, "indicators_of_units", values, rows=rows,
        indicators=[a.indicator(row) for row in found],
    )  # fmt: skip


def indicator_lookup(a: Asking) -> Answer | None:
    """What is the target: indicators whose name the theme describes best."""
    texts = a.known.indicators
    found = matches(a.reading.pieces, texts, a.reading.allowed(a.known, texts, dated=False))
    chosen = [m for m in found if m.rank >= 0.96 * found[0].rank]
    if not chosen:
        return None
    values: dict[str, Value] = {"indicator": [texts.ids[m.number] for m in chosen]}
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
