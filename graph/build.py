"""An Extraction becomes rows of nodes and edges: a pure function of that document alone.

What depends on other documents (citations, the names under which a unit is shown) is settled in
`graph.merge`, so that the order of loading cannot matter.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.bodies import Bodies
from graph.corrections import NONE, Corrections, stale_pairs
from graph.frame import Frame
from graph.identity import ids
from graph.rows import Rows
from graph.settled import settle
from graph.targets import KnownTasks, Targets
from loaders.extraction import Assignment, Citation, Extraction, Part, Task


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
        extraction, region = settled.extraction, settled.region
        self.title = title = extraction.plan.title or extraction.doc  # without a title, as users know it
        self.year = _year(extraction)
        root = annex_of or ids.plan_id(region.id, extraction.plan.doc_number, self.year, title)
        prefix = title if annex_of else ""
        self.corrections = corrections
        self.out = DocumentRows(ids.document_id(root, prefix), root, title)
        self.rows = self.out.rows
        self.frame = Frame(extraction, region, root, prefix, self.rows)
        self.bodies = Bodies(self.rows, settled.units, region)

    def build(self) -> DocumentRows:
        self._document()
        for part in self.frame.parts():
            self._plan(part)
        targets = Targets(self.frame, self.bodies)
        targets.indicators(self._tasks())
        targets.breakdowns()
        self._findings()
        for citation in self.frame.extraction.citations:
            self.out.cited.append(Cited(self.frame.plan_of(""), self.frame.region.id, citation))
        return self.out

    def _document(self) -> None:
        e = self.frame.extraction
        self.rows.node(
            "Document", self.out.document, file_name=e.doc, format=e.doc.rpartition(".")[2].lower(),
            sha256=e.sha256, source_url=e.source_url, title=self.title, coverage=e.coverage,
            loaded_at="",
        )  # fmt: skip

    def _findings(self) -> None:
        """Those of the Extraction, then those that only the ids of plans and tasks can tell."""
        plans, tasks = self.rows.nodes["Plan"], self.rows.nodes.get("Task", {})
        stale = stale_pairs(plans, tasks, self.corrections.pair)
        for number, finding in enumerate((*self.frame.extraction.findings, *stale), 1):
            id = ids.finding_id(self.out.document, number)
            self.rows.node(
                "Finding", id, code=finding.code, severity=finding.severity, message=finding.message,
                start=finding.start, stop=finding.stop,
            )  # fmt: skip
            self.rows.edge("HAS_FINDING", ("Document", self.out.document), ("Finding", id))

    def _plan(self, part: Part) -> None:
        fields, id = self.frame.extraction.plan, self.frame.plan_of(part.part)
        self.rows.node(
            "Plan", id, title=part.title or (part.part if part.part else self.title),
            doc_number=fields.doc_number, issuer=fields.issuer, issued_on=fields.issued_on, year=self.year,
            part=self.frame.part_name(part.part), root=self.frame.root, former_ids=[],
            sort=self.frame.sort(part.part),
        )  # fmt: skip
        self.rows.edge("CONTAINS", ("Document", self.out.document), ("Plan", id))
        if id != self.frame.root:
            self.rows.edge("HAS_PART", ("Plan", self.frame.root), ("Plan", id))
        self.bodies.regions(self.frame.region)
        self.rows.edge("COVERS", ("Plan", id), ("Region", self.frame.region.id))
        self._mechanism(part, id)

    def _mechanism(self, part: Part, plan: str) -> None:
        if not (part.office or part.members or part.task_force):
            return
        id = ids.task_force_id(plan)
        name = part.task_force or f"{part.title or self.title}工作专班"
        self.rows.node("TaskForce", id, name=name, leader=part.leader)
        self.rows.edge("RUN_BY", ("Plan", plan), ("TaskForce", id))
        if part.office:
            start, stop = part.office_span or (None, None)
            unit = self.bodies.unit(part.office)
            self.rows.edge(
                "OFFICE_IN", ("TaskForce", id), ("Unit", unit), raw=self.frame.raw(start, stop, part.office),
                start=start, stop=stop,
            )  # fmt: skip
        spans = part.member_spans or ((None, None),) * len(part.members)
        for name, (start, stop) in zip(part.members, spans, strict=False):
            self.rows.edge(
                "MEMBER_OF", ("Unit", self.bodies.unit(name)), ("TaskForce", id),
                raw=self.frame.raw(start, stop, name), start=start, stop=stop,
            )  # fmt: skip

    def _tasks(self) -> KnownTasks:
        """Tasks with edges."""
        known: KnownTasks = {}
        for number, task in enumerate(self.frame.extraction.tasks):
            if (task.part, task.path) in known:
                continue
            id = ids.task_id(self.frame.plan_of(task.part), task.path)
            sort = self.frame.sort(task.part, number)
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
        self.rows.edge("HAS_TASK", ("Plan", self.frame.plan_of(task.part)), ("Task", id))

    def _assigned(self, task: Task, id: str, sort: str) -> Iterable[tuple[str, str]]:
        """One edge a unit and role, in printed order; two spellings of one unit are one edge."""
        seen: set[tuple[str, str]] = set()
        for position, each in enumerate(task.assignments):
            unit = self.bodies.unit(each.unit)
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


def _year(extraction: Extraction) -> int | None:
    """The year of the date of issue, else the first year in the title."""
    issued = extraction.plan.issued_on
    if issued:
        return int(issued[:4])
    digits = "".join(c if c.isdecimal() and c.isascii() else " " for c in extraction.plan.title).split()
    return next((int(d) for d in digits if len(d) == 4 and d.startswith(("19", "20"))), None)
