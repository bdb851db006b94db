"""Questions about tasks: what a unit does, who does a task, here and in each place, how many."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from graph.asking.answer import ROLE_WORDS, Answer, Asking, counted, listed, unique
from graph.asking.intents.helpers import (
    answer,
    bodies_asked,
    called,
    ids,
    plans_asked,
    plans_named,
    roles_asked,
    themed,
)
from graph.asking.intents.numbers import indicator_lookup
from graph.asking.known import Texts
from graph.asking.papers import covering
from graph.asking.themes import Match, matches
from graph.asking.things import Body
from graph.catalogue import Rows
from graph.cyphers import internal
from graph.model import Value

_ABOUT = 0.85
"""How near to the best match another must come to be of the same theme."""
_SHARED = 0.75
"""The share of the theme, of what its best match has, that a region's must have, unless it is named."""


def unit_tasks(a: Asking) -> Answer | None:
    """What does a unit lead, support …: of all its tasks, or of those on a theme."""
    found = _unit_tasks(a)
    return found[0] if found else None


def _unit_tasks(a: Asking) -> tuple[Answer, int] | None:
    """The answer, and how many tasks there are in all."""
    bodies = bodies_asked(a)
    found = _rows_of_units(a, bodies) if bodies else None
    if found is None:
        return None
    rows, values = found
    tasks = [a.task(row) for row in unique(rows.rows, "task")]
    what = "、".join(ROLE_WORDS[str(role)] for role in values["roles"]) if len(roles_asked(a)) < 3 else "参与"  # type: ignore[union-attr]
    number = a.different(rows, values, "task")
    text = f"{called(a, bodies)}{what}的任务{counted(number, len(tasks), '项')}"
    return answer(a, "unit_tasks", text, "tasks_of_units", values, rows=rows, tasks=tasks), number


def _rows_of_units(a: Asking, bodies: Sequence[Body]) -> tuple[Rows, dict[str, Value]] | None:
    """The rows of units' tasks and the values that gave them; None where the theme fits nothing."""
    found = themed(a) if a.reading.pieces else []
    tasks: list[Value] = [a.known.tasks.ids[m.number] for m in found if m.rank >= 0.6 * found[0].rank]
    values = _unit_values(a, bodies, tasks)
    rows = a.run("tasks_of_units", values) if tasks or not a.reading.pieces else None
    if (rows is None or not rows.rows) and a.reading.pieces:
        titled: list[Value] = list(covering(a.reading.pieces, a.known, set(plans_asked(a)) or None))
        if not titled or a.reading.papers:
            return None
        values |= {"plan": titled, "task": []}  # the theme names a plan by some of its words
        rows = a.run("tasks_of_units", values)
    if rows is not None and not rows.rows and values["roles"] == ["responsible"]:
        values["roles"] = ["lead", "responsible"]  # 负责 is said of leading, too
        rows = a.run("tasks_of_units", values)
    return (rows, values) if rows is not None else None


def _unit_values(a: Asking, bodies: Sequence[Body], tasks: list[Value]) -> dict[str, Value]:
    years: list[Value] = list(a.reading.years)
    return {
        "unit": ids(bodies),
        "roles": roles_asked(a),
        "plan": plans_named(a),
        "year": years,
        "task": tasks,
        "deadline": list(a.reading.deadlines),
    }


def count(a: Asking) -> Answer | None:
    """How many tasks: of a unit, or of plans."""
    if bodies_asked(a):
        found = _unit_tasks(a)
        if found is None:
            return None
        tasks, number = found
        return answer(
            a, "count", tasks.text, tasks.query, dict(tasks.values), rows=tasks.rows,
            count=number, tasks=tasks.fields["tasks"],
        )  # fmt: skip
    values: dict[str, Value] = {"plan": list(plans_asked(a)), "roles": roles_asked(a), "task": []}
    if not values["plan"]:
        return None
    rows = a.run("tasks_of_plans", values, limit=1 << 30)
    names = listed((a.known.things.papers[str(p)].title for p in values["plan"]), most=2)  # type: ignore[union-attr]
    listed_tasks = [a.task(row) for row in rows.rows]
    return answer(
        a, "count", f"{names}有责任单位的任务共 {rows.total} 项", "tasks_of_plans", values, rows=rows,
        count=rows.total, tasks=listed_tasks,
    )  # fmt: skip


def task_units(a: Asking) -> Answer | None:
    """Who does this task: every role of it."""
    found = themed(a)
    if not found:
        return None
    return _units_of(a, [a.known.tasks.ids[found[0].number]])


def named_task(a: Asking) -> Answer | None:
    """Who does the task that bears the name of the plan asked about (…攻坚仗由谁牵头)."""
    said = [m.text for m in a.reading.mentions if m.kind == "paper"]
    texts = a.known.tasks
    everywhere = dataclasses.replace(a.reading, papers=())
    found = matches(said, texts, everywhere.allowed(a.known, texts), most=1)
    return _units_of(a, [texts.ids[found[0].number]]) if found else None


def _units_of(a: Asking, tasks: list[str]) -> Answer:
    values: dict[str, Value] = {"task": list(tasks)}
    rows = a.run("units_of_tasks", values)
    units = a.by_role(rows.rows)
    said = ";".join(f"{ROLE_WORDS[role]}:{listed(names, 12)}" for role, names in units.items() if names)
    due = listed(row["deadline"] for row in rows.rows if row["deadline"])
    title = str(rows.rows[0]["title"])[:60] if rows.rows else ""
    text = f"“{title}”{said}" + (f";完成时限:{due}" if due else "")
    return answer(
        a, "task_units", text, "units_of_tasks", values, rows=rows, units=units,
        tasks=[a.task(row) for row in unique(rows.rows, "task")],
    )  # fmt: skip


def units_by_indicator(a: Asking) -> Answer | None:
    """Who does the task that sets a number that the theme describes."""
    texts = a.known.indicators
    found = matches(a.reading.pieces, texts, a.reading.allowed(a.known, texts), most=1)
    for match in found:
        rows = a.store.read(internal("task_of_one_indicator"), {"id": texts.ids[match.number]})
        if rows:
            return _units_of(a, [str(rows[0]["task"])])
    return None


def cross_city(a: Asking) -> Answer | None:
    """Who leads tasks on a theme in each region; where none of them has a lead, who is responsible."""
    found = themed(a)
    if not found:
        return None
    regions = {
        region: ms
        for region, ms in _by_region(a, found, a.known.tasks).items()
        if region in a.reading.regions or ms[0].share >= _SHARED * found[0].share
    }
    chosen: list[Value] = [
        a.known.tasks.ids[m.number] for ms in regions.values() for m in ms if m.rank >= _ABOUT * ms[0].rank
    ]
    values: dict[str, Value] = {"task": [*chosen, *_by_their_numbers(a, set(regions))]}
    rows = a.run("units_of_tasks", values)
    by_region: dict[str, dict[str, list[str]]] = {}
    for region in dict.fromkeys(str(row["region"]) for row in rows.rows):
        by_region[region] = a.by_role([row for row in rows.rows if row["region"] == region])
    leads = {r: roles["lead"] or roles["responsible"] for r, roles in by_region.items()}
    text = ";".join(f"{region}:{listed(names)}" for region, names in leads.items())
    return answer(
        a, "cross_city", text, "units_of_tasks", values, rows=rows, by_region=leads,
        tasks=[a.task(row) for row in unique(rows.rows, "task")],
    )  # fmt: skip


def _by_region(a: Asking, found: Sequence[Match], texts: Texts) -> dict[str, list[Match]]:
    regions: dict[str, list[Match]] = {}
    for match in found:
        region = a.known.papers[int(texts.codes[match.number])].region
        regions.setdefault(region, []).append(match)
    return regions


def _by_their_numbers(a: Asking, without: set[str]) -> list[Value]:
    """The tasks that set a number on the theme in other regions: there its words stand in no title."""
    texts = a.known.indicators
    found = matches(a.reading.pieces, texts, a.reading.allowed(a.known, texts), most=50)
    best = [
        texts.ids[m.number]
        for region, ms in _by_region(a, found, texts).items()
        for m in ms
        if region not in without and m.rank >= _ABOUT * ms[0].rank
    ]
    rows = a.store.read_each(internal("task_of_one_indicator"), best)
    return list(dict.fromkeys(row["task"] for row in rows))


def plan_tasks(a: Asking) -> Answer | None:
    """The tasks of plans, where a question names no unit and no theme."""
    plans = plans_asked(a)
    if not plans or a.reading.pieces:
        return None
    values: dict[str, Value] = {"plan": list(plans), "roles": roles_asked(a), "task": []}
    rows = a.run("tasks_of_plans", values)
    tasks = [a.task(row) for row in rows.rows]
    names = listed((a.known.things.papers[p].title for p in plans), most=2)
    return answer(
        a, "plan_tasks", f"{names}有责任单位的任务共 {rows.total} 项", "tasks_of_plans", values, rows=rows,
        tasks=tasks,
    )  # fmt: skip


def unled_tasks(a: Asking) -> Answer | None:
    """The tasks that no unit leads, of the plans asked about or of all."""
    plans = plans_asked(a)
    if not plans and (a.reading.papers or a.reading.regions or a.reading.years):
        return None
    values: dict[str, Value] = {"plan": list(plans)}
    rows = a.run("unled_tasks", values)
    names = listed((a.known.things.papers[p].title for p in plans), most=2)
    return answer(
        a, "unled_tasks", f"{names}没有牵头单位的任务共 {rows.total} 项", "unled_tasks", values, rows=rows,
        tasks=[a.task(row) for row in rows.rows],
    )  # fmt: skip


def task_or_indicator(a: Asking) -> Answer | None:
    """For words alone, which ask nothing: what they describe better."""
    texts = a.known.indicators
    numbers = matches(a.reading.pieces, texts, a.reading.allowed(a.known, texts), most=1)
    tasks = themed(a)[:1]
    if numbers and (not tasks or numbers[0].rank > tasks[0].rank):
        return indicator_lookup(a)
    return task_units(a)
