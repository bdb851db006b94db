"""An Extraction becomes rows of nodes and edges: a pure function of that document alone.

What depends on other documents (citations, the names under which a unit is shown) is settled in
`graph.merge`, so that the order of loading cannot matter.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.corrections import NONE, Corrections, stale_pairs
from graph.identity import ids
from graph.identity.canonical import Canonical
from graph.identity.quantities import base_quantity
from graph.identity.units import Place, region_of
from graph.rows import Rows
from graph.settled import settle
from loaders.extraction import Assignment, Citation, Extraction, Indicator, Part, Task

_STRENGTH = {"lead": 0, "responsible": 1, "support": 2}


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation still to be resolved; `plan` is the citing root plan."""

    plan: str
    region: str
    citation: Citation


@dataclass(slots=True)
class DocumentRows:
    """Rows of one document. `plan` is its (root) plan's id, `document` its own."""

    document: str
    plan: str
    title: str
    rows: Rows = field(default_factory=Rows)
    cited: list[Cited] = field(default_factory=list)


def document_rows(
    extraction: Extraction, *, annex_of: str | None = None, corrections: Corrections = NONE
) -> DocumentRows:
    """All rows that one document gives, ids included.

    `annex_of` is the root plan's id for an annex that came as a file of its own: its main text
    becomes an annex (附件 and its number where the title has one, else its title).
    """
    return _Builder(extraction, annex_of, corrections).build()


class _Builder:
    def __init__(self, given: Extraction, annex_of: str | None, corrections: Corrections) -> None:
        settled = settle(given, corrections)
        self.corrections = corrections
        self.extraction = extraction = settled.extraction
        self.region = settled.region
        self.units = settled.units
        self.year = _year(extraction)
        self.root = annex_of or ids.plan_id(
            self.region.id, extraction.plan.doc_number, self.year, extraction.plan.title or extraction.doc
        )
        self.prefix = (extraction.plan.title or extraction.doc) if annex_of else ""
        document = ids.document_id(self.root, self.prefix)
        self.out = DocumentRows(document, self.root, extraction.plan.title)
        self.rows = self.out.rows
        self.parts = {part.part: n for n, part in enumerate(self._parts())}

    def build(self) -> DocumentRows:
        self._document()
        for part in self._parts():
            self._plan(part)
        tasks = self._tasks()
        self._indicators(tasks)
        self._breakdowns()
        self._findings()
        for citation in self.extraction.citations:
            self.out.cited.append(Cited(self.plan_of(""), self.region.id, citation))
        return self.out

    def _parts(self) -> list[Part]:
        """The main text first; parts that only tasks or indicators mention are added."""
        known = {part.part: part for part in self.extraction.parts}
        e = self.extraction
        named = [[each.part for each in facts] for facts in (e.tasks, e.indicators, e.breakdowns)]
        for part in ["", *(part for parts in named for part in parts)]:
            known.setdefault(part, Part(part))
        return [known[""], *(part for name, part in known.items() if name)]

    def plan_of(self, part: str) -> str:
        """The id of the plan or annex that a part is."""
        if not self.prefix:
            return ids.annex_id(self.root, part)
        return ids.annex_id(self.root, f"{self.prefix}:{part}" if part else self.prefix)

    def _document(self) -> None:
        e = self.extraction
        self.rows.node(
            "Document", self.out.document, file_name=e.doc, format=e.doc.rpartition(".")[2].lower(),
            sha256=e.sha256, source_url=e.source_url, title=e.plan.title, coverage=e.coverage,
            loaded_at="",
        )  # fmt: skip

    def _findings(self) -> None:
        """Those of the Extraction, then those that only the ids of plans and tasks can tell."""
        plans, tasks = self.rows.nodes["Plan"], self.rows.nodes.get("Task", {})
        stale = stale_pairs(plans, tasks, self.corrections.pair)
        for number, finding in enumerate((*self.extraction.findings, *stale), 1):
            id = ids.finding_id(self.out.document, number)
            self.rows.node(
                "Finding", id, code=finding.code, severity=finding.severity, message=finding.message,
                start=finding.start, stop=finding.stop,
            )  # fmt: skip
            self.rows.edge("HAS_FINDING", ("Document", self.out.document), ("Finding", id))

    def _plan(self, part: Part) -> None:
        fields, id = self.extraction.plan, self.plan_of(part.part)
        number = self.parts[part.part]
        self.rows.node(
            "Plan", id, title=part.title or (fields.title if not part.part else part.part),
            doc_number=fields.doc_number, issuer=fields.issuer, issued_on=fields.issued_on, year=self.year,
            part=self._part_name(part.part), root=self.root, former_ids=[], sort=f"{self.root}|{number:03d}",
        )  # fmt: skip
        self.rows.edge("CONTAINS", ("Document", self.out.document), ("Plan", id))
        if id != self.root:
            self.rows.edge("HAS_PART", ("Plan", self.root), ("Plan", id))
        self._regions(self.region)
        self.rows.edge("COVERS", ("Plan", id), ("Region", self.region.id))
        self._mechanism(part, id)

    def _part_name(self, part: str) -> str:
        return part if not self.prefix else f"{self.prefix}:{part}".rstrip(":")

    def _mechanism(self, part: Part, plan: str) -> None:
        if not (part.office or part.members or part.task_force):
            return
        id = ids.task_force_id(plan)
        name = part.task_force or f"{part.title or self.extraction.plan.title}工作专班"
        self.rows.node("TaskForce", id, name=name, leader=part.leader)
        self.rows.edge("RUN_BY", ("Plan", plan), ("TaskForce", id))
        if part.office:
            start, stop = part.office_span or (None, None)
            unit = self._unit(part.office)
            self.rows.edge(
                "OFFICE_IN", ("TaskForce", id), ("Unit", unit), raw=self._raw(start, stop, part.office),
                start=start, stop=stop,
            )  # fmt: skip
        spans = part.member_spans or ((None, None),) * len(part.members)
        for name, (start, stop) in zip(part.members, spans, strict=False):
            self.rows.edge(
                "MEMBER_OF", ("Unit", self._unit(name)), ("TaskForce", id),
                raw=self._raw(start, stop, name), start=start, stop=stop,
            )  # fmt: skip

    def _raw(self, start: int | None, stop: int | None, default: str) -> str:
        return self.extraction.text[start:stop] if start is not None and stop is not None else default

    def _unit(self, name: str) -> str:
        """The id of the unit of that name; the node is added with this spelling among its aliases."""
        canonical = self.units.of(name)
        id = canonical.unit.id
        if id not in self.rows.nodes.get("Unit", {}):
            self._new_unit(canonical)
        known = self.rows.nodes["Unit"][id]
        if name not in known["aliases"]:
            # the name that a correction gives is one more by which the unit is found
            known["aliases"] = list(dict.fromkeys((*known["aliases"], name, self.units.decided(name))))
            former = self.units.former_id(name, self.region)
            known["former_ids"] = list(dict.fromkeys((*known["former_ids"], *([former] if former else []))))
        return id

    def _new_unit(self, canonical: Canonical) -> None:
        found = canonical.unit
        self.rows.node("Unit", found.id, name=found.name, aliases=[], kind=found.kind, former_ids=[])
        self._regions(found.region)
        self.rows.edge("IN_REGION", ("Unit", found.id), ("Region", found.region.id))
        for function in canonical.functions:
            self.rows.node("Function", ids.function_id(function), name=function)
            self.rows.edge("PERFORMS", ("Unit", found.id), ("Function", ids.function_id(function)))

    def _regions(self, place: Place) -> None:
        """The region and all around it."""
        for region in place.chain:
            self.rows.node("Region", region.id, name=region.name, level=region.level)
        for lower, upper in zip(place.chain, place.chain[1:], strict=False):
            self.rows.edge("PART_OF", ("Region", lower.id), ("Region", upper.id))

    def _tasks(self) -> dict[tuple[str, tuple[str, ...]], tuple[str, list[tuple[str, str]]]]:
        """Tasks with edges; (part, path) → (task id, its units with roles)."""
        known: dict[tuple[str, tuple[str, ...]], tuple[str, list[tuple[str, str]]]] = {}
        for number, task in enumerate(self.extraction.tasks):
            if (task.part, task.path) in known:
                continue
            id = ids.task_id(self.plan_of(task.part), task.path)
            sort = f"{self.root}|{self.parts[task.part]:03d}|{number:06d}"
            self._task(task, id, sort)
            known[task.part, task.path] = (id, list(self._assigned(task, id, sort)))
        for (part, path), (id, _) in known.items():
            above = next(
                (known[part, path[:n]] for n in range(len(path) - 1, 0, -1) if (part, path[:n]) in known),
                None,
            )
            if above:
                self.rows.edge("HAS_SUBTASK", ("Task", above[0]), ("Task", id))
        return known

    def _task(self, task: Task, id: str, sort: str) -> None:
        self.rows.node(
            "Task", id, part=task.part, path=list(task.path), title=task.title, text=task.text,
            deadline=task.deadline, due_on=task.due_on, sort=sort, start=task.start, stop=task.stop,
        )  # fmt: skip
        self.rows.edge("HAS_TASK", ("Plan", self.plan_of(task.part)), ("Task", id))

    def _assigned(self, task: Task, id: str, sort: str) -> Iterable[tuple[str, str]]:
        """One edge a unit and role, in printed order; two spellings of one unit are one edge."""
        seen: set[tuple[str, str]] = set()
        for position, each in enumerate(task.assignments):
            unit = self._unit(each.unit)
            if (unit, each.role) in seen:
                continue
            seen.add((unit, each.role))
            self._assign(each, id, unit, position, sort)
            yield unit, each.role

    def _assign(self, each: Assignment, task: str, unit: str, position: int, sort: str) -> None:
        self.rows.edge(
            "ASSIGNED", ("Task", task), ("Unit", unit), role=each.role, position=position,
            sort=f"{sort}|{position:03d}", raw=each.raw or each.unit, start=each.start, stop=each.stop,
        )  # fmt: skip

    def _indicators(
        self, tasks: dict[tuple[str, tuple[str, ...]], tuple[str, list[tuple[str, str]]]]
    ) -> None:
        counts: dict[tuple[str, tuple[str, ...]], int] = {}
        for number, each in enumerate(self.extraction.indicators):
            place = (each.part, each.path)
            counts[place] = counts.get(place, 0) + 1
            id = ids.indicator_id(self.plan_of(each.part), each.path, counts[place])
            self._indicator(each, id, number)
            if place in tasks:
                task, units = tasks[place]
                self.rows.edge("TARGETS", ("Task", task), ("Indicator", id))
                for unit, role in _strongest(units):
                    self.rows.edge("ANSWERS_FOR", ("Unit", unit), ("Indicator", id), role=role)

    def _indicator(self, each: Indicator, id: str, number: int) -> None:
        amount, measure = base_quantity(each.value, each.unit)
        self.rows.node(
            "Indicator", id, part=each.part, path=list(each.path), name=each.name, op=each.op,
            value=each.value, value_max=each.value_max, unit=each.unit, amount=amount, measure=measure,
            raw=each.raw, sort=f"{self.root}|{self.parts[each.part]:03d}|{number:06d}",
            start=each.start, stop=each.stop,
        )  # fmt: skip
        self.rows.edge("SETS", ("Plan", self.plan_of(each.part)), ("Indicator", id))

    def _breakdowns(self) -> None:
        """Cells hang on the indicator of their row: the one with its total, else one made for it."""
        rows = self.rows.nodes.get("Indicator", {})
        for number, each in enumerate(self.extraction.breakdowns, 1):
            plan = self.plan_of(each.part)
            id = next(
                (i for i, row in rows.items() if row["part"] == each.part and row["name"] == each.name
                 and row["value"] == each.total and row["start"] == each.start), None,
            )  # fmt: skip
            if id is None:
                total = each.total if each.total is not None else sum(c.value for c in each.cells)
                made = Indicator(
                    each.part, (), each.name, total, unit=each.unit, start=each.start, stop=each.stop
                )
                id = ids.indicator_id(plan, ("b",), number)
                self._indicator(made, id, len(self.extraction.indicators) + number)
            for cell in each.cells:
                region = region_of(cell.region, within=self.region)
                self._regions(region)
                self.rows.edge(
                    "BREAKS_DOWN", ("Indicator", id), ("Region", region.id), value=cell.value,
                    raw=self._raw(cell.start, cell.stop, ""), start=cell.start, stop=cell.stop,
                )  # fmt: skip


def _strongest(units: list[tuple[str, str]]) -> list[tuple[str, str]]:
    best: dict[str, str] = {}
    for unit, role in units:
        if unit not in best or _STRENGTH[role] < _STRENGTH[best[unit]]:
            best[unit] = role
    return list(best.items())


def _year(extraction: Extraction) -> int | None:
    """The year of the date of issue, else the first year in the title."""
    issued = extraction.plan.issued_on
    if issued:
        return int(issued[:4])
    digits = "".join(c if c.isdecimal() and c.isascii() else " " for c in extraction.plan.title).split()
    return next((int(d) for d in digits if len(d) == 4 and d.startswith(("19", "20"))), None)
