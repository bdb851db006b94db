"""From a reading to an answer: one function an intent; None when it has nothing to say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from graph.asking.answer import EVERY_ROLE, ROLE_WORDS, Answer, Asking, listed, unique
from graph.asking.papers import covering
from graph.asking.reading import papers_about
from graph.asking.themes import Match, matches
from graph.asking.things import Body
from graph.model import Value

Intent = Callable[[Asking], Answer | None]
_ABOUT = 0.85
"""How near to the best match another must come to be of the same theme."""


def _answer(a: Asking, intent: str, text: str, query: str, values: dict[str, Value], **fields: Any) -> Answer:
    rows = fields.pop("rows")
    return Answer(a.reading.question.text, intent, text, query=query, values=values, rows=rows, fields=fields)


def _ids(bodies: Sequence[Body]) -> list[Value]:
    return [body.id for body in bodies]


def _bodies(a: Asking) -> tuple[Body, ...]:
    """The units that the question is about, in the first place that names some."""
    return next((found for _, found in a.reading.bodies if found), ())


def _called(a: Asking, bodies: Sequence[Body]) -> str:
    """A unit's name with its region before it, where the name doesn't tell."""
    return listed(map(a.known.things.full_name, bodies), most=4)


def _roles(a: Asking) -> list[Value]:
    """The roles that the question asks about; all where it names none."""
    named: list[Value] = [role for role in EVERY_ROLE if a.reading.has(role)]
    if "lead" in named and "responsible" in named:
        named.remove("responsible")
    return named or list(EVERY_ROLE)


def _plans(a: Asking) -> list[Value]:
    return list(a.reading.papers)


def themed(a: Asking) -> list[Match]:
    """The tasks that the question's theme describes, the best first."""
    texts = a.known.tasks
    return matches(a.reading.pieces, texts, a.reading.allowed(a.known, texts))


def unit_tasks(a: Asking) -> Answer | None:
    """What does a unit lead, support …: of all its tasks, or of those on a theme."""
    bodies = _bodies(a)
    if not bodies:
        return None
    tasks: list[Value] = []
    if a.reading.pieces:
        found = themed(a)
        tasks = [a.known.tasks.ids[m.number] for m in found if m.rank >= 0.6 * found[0].rank]
        if not tasks:
            return None
    values = _unit_values(a, bodies, tasks)
    rows = a.run("tasks_of_units", values)
    if not rows.rows and values["roles"] == ["responsible"]:
        values["roles"] = ["lead", "responsible"]  # 负责 is said of leading, too
        rows = a.run("tasks_of_units", values)
    tasks_found = unique(rows.rows, "task")
    what = "、".join(ROLE_WORDS[str(role)] for role in values["roles"]) if len(_roles(a)) < 3 else "参与"  # type: ignore[union-attr]
    text = f"{_called(a, bodies)}{what}的任务共 {len(tasks_found)} 项"
    return _answer(
        a, "unit_tasks", text, "tasks_of_units", values, rows=rows, tasks=[a.task(row) for row in tasks_found]
    )


def _unit_values(a: Asking, bodies: Sequence[Body], tasks: list[Value]) -> dict[str, Value]:
    years: list[Value] = list(a.reading.years)
    return {"unit": _ids(bodies), "roles": _roles(a), "plan": _plans(a), "year": years, "task": tasks}


def count(a: Asking) -> Answer | None:
    """How many tasks: of a unit, or of plans."""
    if _bodies(a):
        found = unit_tasks(a)
        if found is None:
            return None
        tasks = found.fields["tasks"]
        return _answer(
            a, "count", found.text, found.query, dict(found.values), rows=found.rows,
            count=len(tasks), tasks=tasks,
        )  # fmt: skip
    values: dict[str, Value] = {"plan": list(_about(a)), "roles": _roles(a), "task": []}
    if not values["plan"]:
        return None
    rows = a.run("tasks_of_plans", values, limit=1 << 30)
    names = listed((a.known.things.papers[str(p)].title for p in values["plan"]), most=2)  # type: ignore[union-attr]
    tasks = [a.task(row) for row in rows.rows]
    return _answer(
        a, "count", f"{names}有责任单位的任务共 {rows.total} 项", "tasks_of_plans", values, rows=rows,
        count=rows.total, tasks=tasks,
    )  # fmt: skip


def _about(a: Asking) -> list[str]:
    """The plans that a question without a unit is about; [] when it names none."""
    reading = a.reading
    if not (reading.papers or reading.regions or reading.years):
        return []
    return [p.id for p in papers_about(a.known, reading.regions, reading.papers, reading.years)]


def task_units(a: Asking) -> Answer | None:
    """Who does this task: every role of it."""
    found = themed(a)
    if not found:
        return None
    best = found[0]
    tasks: list[Value] = [a.known.tasks.ids[best.number]]
    values: dict[str, Value] = {"task": tasks}
    rows = a.run("units_of_tasks", values)
    units = a.by_role(rows.rows)
    said = ";".join(f"{ROLE_WORDS[role]}:{listed(names, 12)}" for role, names in units.items() if names)
    text = f"“{a.known.tasks.names[best.number][:60]}”{said}"
    return _answer(
        a, "task_units", text, "units_of_tasks", values, rows=rows, units=units,
        tasks=[a.task(row) for row in unique(rows.rows, "task")],
    )  # fmt: skip


def cross_city(a: Asking) -> Answer | None:
    """Who leads tasks on a theme in each region; where none of them has a lead, who is responsible."""
    found = themed(a)
    if not found:
        return None
    regions: dict[str, list[Match]] = {}
    for match in found:
        paper = a.known.papers[int(a.known.tasks.codes[match.number])]
        regions.setdefault(paper.region, []).append(match)
    chosen: list[Value] = [
        a.known.tasks.ids[m.number]
        for ms in regions.values()
        for m in ms
        if m.rank >= _ABOUT * ms[0].rank and ms[0].share >= 0.8 * found[0].share
    ]
    values: dict[str, Value] = {"task": chosen}
    rows = a.run("units_of_tasks", values)
    by_region: dict[str, dict[str, list[str]]] = {}
    for region in dict.fromkeys(str(row["region"]) for row in rows.rows):
        by_region[region] = a.by_role([row for row in rows.rows if row["region"] == region])
    leads = {r: roles["lead"] or roles["responsible"] for r, roles in by_region.items()}
    text = ";".join(f"{region}:{listed(names)}" for region, names in leads.items())
    return _answer(
        a, "cross_city", text, "units_of_tasks", values, rows=rows, by_region=leads,
        tasks=[a.task(row) for row in unique(rows.rows, "task")],
    )  # fmt: skip


def unit_indicators(a: Asking) -> Answer | None:
    """The numbers that a unit is to reach: those of tasks that it leads, or answers for."""
    bodies = _bodies(a)
    if not bodies:
        return None
    named = [role for role in _roles(a) if role != "support"]
    roles: list[Value] = ["lead"] if named == ["lead"] else ["lead", "responsible"]
    values: dict[str, Value] = {
        "unit": _ids(bodies), "roles": roles, "plan": _plans(a), "year": list(a.reading.years)
    }  # fmt: skip
    rows = a.run("indicators_of_units", values)
    found = unique(rows.rows, "indicator")
    text = f"{_called(a, bodies)}牵头或负责的指标共 {len(found)} 个"
    return _answer(
        a, "unit_indicators", text, "indicators_of_units", values, rows=rows,
        indicators=[a.indicator(row) for row in found],
    )  # fmt: skip


def indicator_lookup(a: Asking) -> Answer | None:
    """What is the target: indicators whose name the theme describes best."""
    texts = a.known.indicators
    found = matches(a.reading.pieces, texts, a.reading.allowed(a.known, texts))
    chosen = [m for m in found if m.rank >= 0.96 * found[0].rank]
    if not chosen:
        return None
    ids: list[Value] = [texts.ids[m.number] for m in chosen]
    values: dict[str, Value] = {"indicator": ids}
    rows = a.run("indicators_chosen", values)
    text = ";".join(dict.fromkeys(f"{row['region']}:{row['raw']}" for row in rows.rows))
    return _answer(
        a, "indicator_lookup", text, "indicators_chosen", values, rows=rows,
        indicators=[a.indicator(row) for row in rows.rows],
    )  # fmt: skip


def task_or_indicator(a: Asking) -> Answer | None:
    """For words alone, which ask nothing: what they describe better."""
    texts = a.known.indicators
    numbers = matches(a.reading.pieces, texts, a.reading.allowed(a.known, texts), most=1)
    tasks = themed(a)[:1]
    if numbers and (not tasks or numbers[0].rank > tasks[0].rank):
        return indicator_lookup(a)
    return task_units(a)


def co_units(a: Asking) -> Answer | None:
    """Who works with a unit most."""
    bodies = _bodies(a)
    if not bodies:
        return None
    leads, supports = a.reading.has("lead"), a.reading.has("support")
    roles: list[Value] = ["lead"] if leads or supports else list(EVERY_ROLE)
    others: list[Value] = ["support"] if supports else ["lead"] if leads else list(EVERY_ROLE)
    values: dict[str, Value] = {"unit": _ids(bodies), "roles": roles, "other_roles": others}
    values["plan"] = _plans(a)
    rows = a.run("cooperators_in_plans", values)
    top = [{"name": row["name"], "count": row["tasks"], "id": row["unit"]} for row in rows.rows[:3]]
    said = "、".join(f"{each['name']}({each['count']} 项)" for each in top)
    text = f"与{_called(a, bodies)}共同承担任务最多的:{said}" if top else ""
    return _answer(
        a, "co_units", text, "cooperators_in_plans", values, rows=rows, units_top=top
    ) if top else None  # fmt: skip


def mechanism(a: Asking) -> Answer | None:
    """Where a task force's office sits, and who its members are."""
    things = a.known.things
    plans = _about(a)
    if a.reading.pieces and not a.reading.papers:
        named = covering(a.reading.pieces, a.known, set(plans) if plans else None)
        plans = named or plans
    if not plans:
        return None
    values: dict[str, Value] = {"plan": list(plans)}
    rows = a.run("task_forces_of_parts", values)
    with_own = [row for row in rows.rows if row["plan"] in a.reading.papers] or rows.rows
    if not with_own:
        return None
    offices = [str(row["office"]) for row in with_own if row["office"]]
    members = list(dict.fromkeys(str(m) for row in with_own for m in row["members"]))  # type: ignore[union-attr]
    said = ";".join(
        f"{things.papers[str(row['plan'])].title}:办公室设在{row['office'] or '(未写明)'},"
        f"成员单位 {len(row['members'])} 个"  # type: ignore[arg-type]
        for row in with_own
    )
    return _answer(
        a, "mechanism", said, "task_forces_of_parts", values, rows=rows,
        office=offices[0] if offices else None, members=members,
    )  # fmt: skip


def citations(a: Asking) -> Answer | None:
    """Which files cite a policy, or what a plan cites."""
    cue = a.reading.first("cited_by") or a.reading.first("cites")
    paper = next((m for m in a.reading.mentions if m.kind == "paper"), None)
    if cue and paper and paper.ids and (cue.signal == "cited_by" or paper.start >= cue.start):
        return _citing(a, list(paper.ids))
    roots = [p.root for p in a.reading.named] or [p for p in _about(a) if not a.known.things.papers[p].part]
    return _cited(a, list(dict.fromkeys(roots)))


def _citing(a: Asking, ids: list[str]) -> Answer:
    values: dict[str, Value] = {"plan": list(ids)}
    rows = a.run("plans_citing", values)
    docs = list(dict.fromkeys(a.document(row) for row in rows.rows))
    titles = listed(row["title"] for row in rows.rows)
    text = f"引用它的文件共 {len(docs)} 份:{titles}" if docs else "图谱里没有文件引用它"
    return _answer(a, "citations", text, "plans_citing", values, rows=rows, docs=docs)


def _cited(a: Asking, roots: list[str]) -> Answer | None:
    if not roots:
        return None
    values: dict[str, Value] = {"plan": list(roots)}
    rows = a.run("citations_of_plans", values)
    found = [{"title": row["title"], "doc_number": row["doc_number"]} for row in rows.rows]
    text = f"引用的文件共 {len(found)} 份:{listed((row['title'] for row in rows.rows), 5)}"
    return _answer(a, "citations", text, "citations_of_plans", values, rows=rows, citations=found)
