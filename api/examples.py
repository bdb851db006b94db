"""Questions to begin with that this very graph can answer."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from api.records import read
from graph.model import Row
from graph.store import Store
from graph.subgraph import plan_parts

_PLANS = 2
_LONGEST, _MOST = 16, 4


def questions_about(store: Store, plans: Iterable[str]) -> list[str]:
    """What a unit leads and who leads a task, for the first task of some plans that has a lead."""
    found: list[str] = []
    for plan in islice(plans, _PLANS):
        row = _first(store, plan)
        if row is None:
            continue
        unit = read(store, "unit", id=row["unit"])[0]
        task = read(store, "graph_task", task=row["task"])[0]
        region = str(unit["region_name"])
        # 青岚市 + 市工信局 is said 青岚市工信局
        called = region + str(unit["name"]).removeprefix(region[-1:])
        found.append(f"{called}牵头哪些任务?")
        if task["title"] and len(str(task["title"])) <= _LONGEST:
            found.append(f"{task['title']}谁牵头,哪些单位配合?")
        found.append(f"{called}有哪些指标?")
    return list(dict.fromkeys(found))[:_MOST]


def _first(store: Store, plan: str) -> Row | None:
    for part in plan_parts(store, plan):
        rows = read(store, "graph_roles_of_plan", plan=part["id"], roles=["lead"])
        for row in rows:
            # a name with brackets or marks in it is no good example
            if str(row["name"]).isalpha():
                return row
    return None
