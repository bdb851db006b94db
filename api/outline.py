"""A plan as a page shows it: its tasks in order with their units, narrowed to a unit or a role."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from api.records import read
from api.standing import of_one_generation
from graph.model import Row
from graph.store import Store
from graph.subgraph import plan_parts
from loaders.extraction import ROLES


@dataclass(frozen=True, slots=True)
class Line:
    """A task or a heading of the outline; `depth` from 0, `roles` the units by role in printed order."""

    id: str
    numeral: str
    title: str
    depth: int
    deadline: str
    roles: dict[str, list[Row]]
    part: Row


@dataclass(slots=True)
class Outline:
    """The lines of a plan and its annexes; `tasks` counts those that name somebody, `units` all its units."""

    lines: list[Line] = field(default_factory=list)
    tasks: int = 0
    units: list[tuple[str, str, int]] = field(default_factory=list)
    findings: list[Row] = field(default_factory=list)
    documents: list[Row] = field(default_factory=list)


@of_one_generation
def outline(store: Store, plan: str, unit: str = "", role: str = "") -> Outline:
    """The outline of a plan, or of one annex by its id; headings over what is chosen stay.

    `units` are (id, name, number of tasks), the busiest first, whatever is chosen. Findings are those of
    the plan's documents, by place. Raises NotFound.
    """
    found = Outline()
    busy: Counter[tuple[str, str]] = Counter()
    for part in plan_parts(store, plan):
        rows = read(store, "graph_roles_of_plan", plan=part["id"], roles=list(ROLES))
        busy.update(_pairs(rows))
        _add(found, store, part, rows, unit, role)
        _tell(found, store, part)
    found.units = [
        (id, name, n) for (id, name), n in sorted(busy.items(), key=lambda each: (-each[1], each[0]))
    ]
    found.findings.sort(key=lambda r: (str(r["document"]), r["start"] is None, r["start"] or 0, str(r["id"])))
    return found


def _pairs(rows: Iterable[Row]) -> list[tuple[str, str]]:
    """A unit with two roles in a task counts once."""
    once = {(str(r["unit"]), str(r["name"]), str(r["task"])) for r in rows}
    return [(unit, name) for unit, name, _ in once]


def _add(found: Outline, store: Store, part: Row, rows: list[Row], unit: str, role: str) -> None:
    by_task: dict[Any, list[Row]] = {}
    for row in rows:
        by_task.setdefault(row["task"], []).append(row)
    listed = read(store, "graph_tasks_of_plan", plan=part["id"])
    chosen = [t for t in listed if _fits(by_task.get(t["id"], []), unit, role)]
    above = {_path(t)[:n] for t in chosen for n in range(1, len(_path(t)))}
    kept = {t["id"] for t in chosen}
    found.tasks += sum(1 for t in chosen if t["id"] in by_task)
    for task in listed:
        if task["id"] in kept or _path(task) in above:
            units = by_task.get(task["id"], []) if task["id"] in kept else []
            found.lines.append(_line(task, units, part))


def _fits(units: list[Row], unit: str, role: str) -> bool:
    if not unit and not role:
        return True
    return any((not unit or r["unit"] == unit) and (not role or r["role"] == role) for r in units)


def _line(task: Row, units: list[Row], part: Row) -> Line:
    path = _path(task)
    roles = {
        role: [row for row in units if row["role"] == role] for role in ("lead", "responsible", "support")
    }
    title = str(task["title"] or task["text"] or "")
    return Line(
        str(task["id"]), path[-1] if path else "", title, max(len(path) - 1, 0), str(task["deadline"] or ""),
        {role: rows for role, rows in roles.items() if rows}, part,
    )  # fmt: skip


def _tell(found: Outline, store: Store, part: Row) -> None:
    """Documents and findings of a part, each once."""
    known = {row["id"] for row in found.findings}
    told = read(store, "findings_of_plan", plan=part["id"])
    found.findings += [row for row in told if row["id"] not in known]
    documents = {row["document"] for row in found.documents}
    for row in read(store, "document_of_one_plan", id=part["id"]):
        if row["document"] not in documents:
            documents.add(row["document"])
            found.documents.append(row)


def _path(task: Row) -> tuple[str, ...]:
    path: Any = task["path"]
    return tuple(path)
