"""What a ledger says, plan by plan: tasks with their units, indicators, findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from api.labels import comparison
from api.records import read
from graph.catalogue.resolve import resolve
from graph.cyphers import internal
from graph.model import Row, Value
from graph.store import Store
from loaders.extraction import ROLES
from zeren.errors import BadParameter

ANSWERING = ("lead", "responsible")
"""The roles that answer for an indicator."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Which tasks are wanted: of any of these plans, units, regions, in any of these roles; none is all."""

    plans: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    roles: tuple[str, ...] = ROLES

    @classmethod
    def of(
        cls,
        store: Store,
        plan: Sequence[str] = (),
        unit: Sequence[str] = (),
        region: Sequence[str] = (),
        role: Sequence[str] = (),
    ) -> Scope:
        """Ids, names, aliases or numbers as ids. Raises NotFound, and BadParameter for what is ambiguous."""
        if strange := sorted(set(role).difference(ROLES)):
            raise BadParameter(f"没有“{strange[0][:40]}”这个角色,可用:{'、'.join(ROLES)}")
        return cls(
            tuple(resolve(store, "plan", each) for each in plan),
            tuple(resolve(store, "unit", each) for each in unit),
            tuple(resolve(store, "region", each) for each in region),
            tuple(each for each in ROLES if each in role) or ROLES,
        )

    def chosen(self, units: Sequence[Row]) -> bool:
        """Whether a task with these rows of units belongs in."""
        if not self.units and len(self.roles) == len(ROLES):
            return True
        return any(
            row["role"] in self.roles and (not self.units or row["unit"] in self.units) for row in units
        )


@dataclass(frozen=True, slots=True)
class Task:
    """A task; `units` are rows with unit, name and role in printed order, `indicators` words."""

    id: str
    title: str
    text: str
    path: tuple[str, ...]
    deadline: str
    source: str
    units: list[Row] = field(default_factory=list)
    indicators: list[str] = field(default_factory=list)

    def names(self, role: str) -> str:
        """The names of the units in a role, as offices list them."""
        return "、".join(str(row["name"]) for row in self.units if row["role"] == role)


@dataclass(frozen=True, slots=True)
class Part:
    """A plan or annex with what of it is wanted; `source` is title, number and annex in words."""

    id: str
    region: str
    source: str
    tasks: list[Task]
    indicators: list[Row]
    findings: list[Row]


def parts(store: Store, scope: Scope) -> Iterator[Part]:
    """Plans and annexes that have something of the scope, each with its tasks in document order.

    Indicators are rows of `ledger_indicators_of_plan` with `units` (names) and `task` (title); with units
    or roles in the scope only those that these answer for, and the findings of their own tasks.
    """
    wanted = None
    if scope.units:
        turns: list[dict[str, Value]] = [{"unit": u, "roles": list(scope.roles)} for u in scope.units]
        found = store.read_turns(internal("ledger_plans_of_unit"), turns)
        wanted = {row["id"] for row in found}
    told: set[str] = set()
    for row in read(store, "ledger_plans", plan=list(scope.plans), region=list(scope.regions)):
        if wanted is None or row["id"] in wanted:
            yield _part(store, scope, row, told)


def total(store: Store, scope: Scope) -> int:
    """How many tasks the scope holds, counted apart from `parts`."""
    filters: dict[str, Any] = {
        "plan": list(scope.plans),
        "region": list(scope.regions),
        "roles": list(scope.roles),
    }
    if scope.units:
        filters |= {"unit": list(scope.units), "q": "", "year": []}
        return int(str(read(store, "count_tasks_of_units", **filters)[0]["total"]))
    return int(str(read(store, "count_ledger", **filters)[0]["total"]))


def _part(store: Store, scope: Scope, row: Row, told: set[str]) -> Part:
    plan, source = str(row["id"]), place_of(row)
    units = _by(read(store, "graph_roles_of_plan", plan=plan, roles=list(ROLES)), "task")
    listed = read(store, "graph_tasks_of_plan", plan=plan)
    above = {_path(t)[:n] for t in listed for n in range(1, len(_path(t)))}
    chosen = [
        t
        for t in listed
        if (t["id"] in units or _path(t) not in above) and scope.chosen(units.get(t["id"], []))
    ]
    indicators = _indicators(store, plan, listed)
    aims = _by(indicators, "task_id")
    tasks = [_task(t, source, units.get(t["id"], []), aims.get(t["id"], [])) for t in chosen]
    if scope.units or len(scope.roles) < len(ROLES):
        kept = {t.id for t in tasks if _answering(t, scope)}
        indicators = [each for each in indicators if each["task_id"] in kept]
    return Part(
        plan, str(row["region"]), source, tasks, indicators, _findings(store, scope, plan, chosen, told)
    )


def _answering(task: Task, scope: Scope) -> bool:
    return any(
        row["role"] in scope.roles
        and row["role"] in ANSWERING
        and (not scope.units or row["unit"] in scope.units)
        for row in task.units
    )


def place_of(plan: Row) -> str:
    """《标题》(文号),附件1, as a source is cited; of an annex its own title."""
    number = f"({plan['doc_number']})" if plan["doc_number"] else ""
    part = f" {plan['part']}" if plan["part"] and plan["part"] != plan["title"] else ""
    return f"《{plan['title']}》{number}{part}"


def _task(row: Row, source: str, units: list[Row], aims: list[Row]) -> Task:
    path = _path(row)
    return Task(
        str(row["id"]), str(row["title"] or ""), str(row["text"] or ""), path, str(row["deadline"] or ""),
        f"{source} {''.join(path)}".rstrip(), units, [target_words(each) for each in aims],
    )  # fmt: skip


def target_words(row: Row) -> str:
    """An indicator in a few words: as printed, else name, comparison, value and unit of measure."""
    value, top, measure = row["value"], row["value_max"], row["unit"] or ""
    if row["raw"]:
        return str(row["raw"])
    high = f"—{top:g}" if isinstance(top, float) else ""
    return f"{row['name']}{comparison(str(row['op']))}{value:g}{high}{measure}"


def _indicators(store: Store, plan: str, tasks: list[Row]) -> list[Row]:
    rows = read(store, "ledger_indicators_of_plan", plan=plan)
    if not rows:
        return []
    aims = {row["indicator"]: row["task"] for row in read(store, "graph_targets_of_plan", plan=plan)}
    answers = _by(read(store, "graph_answers_of_plan", plan=plan, roles=list(ANSWERING)), "indicator")
    titles = {row["id"]: row["title"] for row in tasks}
    return [
        {
            **row,
            "task_id": aims.get(row["id"]),
            "task": titles.get(aims.get(row["id"]), ""),
            "units": "、".join(str(each["name"]) for each in answers.get(row["id"], [])),
        }
        for row in rows
    ]


def _findings(store: Store, scope: Scope, plan: str, tasks: list[Row], told: set[str]) -> list[Row]:
    """Findings not told yet, by place; a unit's ledger has those inside its own tasks."""
    found = [row for row in read(store, "findings_of_plan", plan=plan) if row["id"] not in told]
    if scope.units:
        spans = [(t["start"], t["stop"]) for t in tasks if t["start"] is not None]
        found = [row for row in found if any(_inside(row["start"], span) for span in spans)]
    told.update(str(row["id"]) for row in found)
    return sorted(found, key=lambda row: (row["start"] is None, row["start"] or 0, str(row["id"])))


def _inside(place: Any, span: tuple[Any, Any]) -> bool:
    return place is not None and span[0] <= place < span[1]


def _path(row: Row) -> tuple[str, ...]:
    path: Any = row["path"]
    return tuple(path)


def _by(rows: Iterable[Row], key: str) -> Mapping[Any, list[Row]]:
    found: dict[Any, list[Row]] = {}
    for row in rows:
        found.setdefault(row[key], []).append(row)
    return found
