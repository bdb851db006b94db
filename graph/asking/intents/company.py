"""Questions about units beside one another: who works with whom, who carries most."""

from __future__ import annotations

from graph.asking.answer import EVERY_ROLE, MOST_ROWS, Answer, Asking, counted, unique
from graph.asking.intents.helpers import (
    answer,
    bodies_asked,
    called,
    ids,
    plans_named,
    roles_asked,
)
from graph.catalogue import Rows
from graph.model import Row, Value


def both(a: Asking) -> Answer | None:
    """The tasks that two units share."""
    sides = [found for _, found in a.reading.bodies if found][:2]
    if len(sides) < 2:
        return None
    split = a.reading.has("lead") and a.reading.has("support")
    roles: list[Value] = ["lead"] if split else roles_asked(a)
    others: list[Value] = ["support"] if split else roles_asked(a)
    values: dict[str, Value] = {"unit": ids(sides[0]), "other": ids(sides[1]), "roles": roles}
    values |= {"other_roles": others, "plan": plans_named(a)}
    rows = a.run("tasks_of_both", values)
    found = unique(rows.rows, "task")
    number = a.different(rows, values, "task")
    text = f"{called(a, sides[0])}与{called(a, sides[1])}共同承担的任务{counted(number, len(found), '项')}"
    return answer(
        a, "unit_tasks", text, "tasks_of_both", values, rows=rows, tasks=[a.task(row) for row in found]
    )


def rank(a: Asking) -> Answer | None:
    """Which units carry most; with a unit named, where it stands among them."""
    if any(paper.part for paper in a.reading.named) or a.reading.has_kind("part"):
        return None  # loads are those of regions
    regions = list(a.reading.regions) or list(dict.fromkeys(p.region for p in a.reading.named))
    values: dict[str, Value] = {"region": list(regions)}
    loads = _loads(a, regions)
    rows = Rows(a.catalogue.get("load_of_units"), loads[:MOST_ROWS], len(loads))
    role = next((each for each in EVERY_ROLE if a.reading.has(each)), "tasks")
    ordered = sorted(loads, key=lambda row: -int(str(row[role])))
    top = [{"name": row["name"], "count": row[role], "id": row["unit"]} for row in ordered[:3]]
    text = "最多的:" + "、".join(f"{each['name']}({each['count']} 项)" for each in top)
    for body in bodies_asked(a)[:1]:
        place = next((n for n, row in enumerate(ordered, 1) if row["unit"] == body.id), 0)
        text = f"{called(a, [body])}排第 {place} 位;{text}" if place else text
    return answer(a, "unit_rank", text, "load_of_units", values, rows=rows, units_top=top) if top else None


def _loads(a: Asking, regions: list[str]) -> list[Row]:
    """The rows of `load_of_units` for these regions, all for none."""
    bodies = a.known.things.bodies
    return [row for row in a.known.loads if not regions or bodies[str(row["unit"])].region in regions]


def co_units(a: Asking) -> Answer | None:
    """Who works with a unit most."""
    bodies = next((found for _, found in a.reading.bodies if found), ())
    if not bodies:
        return None
    leads, supports = a.reading.has("lead"), a.reading.has("support")
    roles: list[Value] = ["lead"] if leads or supports else list(EVERY_ROLE)
    others: list[Value] = ["support"] if supports else ["lead"] if leads else list(EVERY_ROLE)
    values: dict[str, Value] = {"unit": ids(bodies), "roles": roles, "other_roles": others}
    values["plan"] = plans_named(a)
    rows = a.run("cooperators_in_plans", values)
    top = [{"name": row["name"], "count": row["tasks"], "id": row["unit"]} for row in rows.rows[:3]]
    said = "、".join(f"{each['name']}({each['count']} 项)" for each in top)
    text = f"与{called(a, bodies)}共同承担任务最多的:{said}" if top else ""
    return answer(
        a, "co_units", text, "cooperators_in_plans", values, rows=rows, units_top=top
    ) if top else None  # fmt: skip
