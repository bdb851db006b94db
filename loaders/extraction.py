"""The Extraction: what was read from one document, and its JSON (`zeren-extraction/1`).

The interchange format between reading and loading: written by `zeren extract`, read by
`zeren load`, kept by the store, and simple enough to be written by hand. All spans are half-open
offsets in Unicode code points into `Extraction.text`; `text[start:stop] == raw`. A file written by
hand may leave the spans, the text and everything else with a default out.
"""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal, get_args

from pydantic import TypeAdapter, ValidationError

from zeren.errors import LoadError

FORMAT = "zeren-extraction/1"

Role = Literal["lead", "support", "responsible"]
Op = Literal["=", ">=", "<=", "~"]
Severity = Literal["error", "warning", "info"]

ROLES: tuple[Role, ...] = get_args(Role)


@dataclass(frozen=True, slots=True)
class PlanFields:
    """Head of the document. `issuer`: several that sign together are parted by a blank; `issued_on` is an
    ISO date, `region` the place that the plan governs."""

    title: str = ""
    doc_number: str | None = None
    issuer: str | None = None
    issued_on: str | None = None
    region: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """The main text (`part == ""`) or an annex (`附件1`, `附件6-1`), and how it is run.

    `office` is the unit that the task force's office sits in, `members` its 成员单位 in printed
    order; the spans of both are in `office_span` and `member_spans` (same order as `members`).
    """

    part: str
    title: str = ""
    office: str | None = None
    members: tuple[str, ...] = ()
    task_force: str | None = None
    leader: str | None = None
    start: int | None = None
    stop: int | None = None
    office_span: tuple[int, int] | None = None
    member_spans: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Assignment:
    """One unit's role in one task: `unit` with a shared prefix or suffix restored, `raw` as printed."""

    unit: str
    role: Role
    raw: str = ""
    start: int | None = None
    stop: int | None = None


_PARAGRAPH = re.compile(r"p(\d+)")
_COUNTED = re.compile("[一二三四五六七八九十]{1,3}[是要]")


def paragraph_number(ordinal: str) -> int | None:
    """The number of a paragraph without an ordinal (2 of p2); None for an ordinal that is printed."""
    found = _PARAGRAPH.fullmatch(ordinal)
    return int(found[1]) if found else None


def is_numberless(path: Sequence[str]) -> bool:
    """Does a path end in p1, p2 …, as that of what names units without an ordinal does, or in the word that
    counts a paragraph (一是)?"""
    return bool(path) and (_PARAGRAPH.fullmatch(path[-1]) or _COUNTED.fullmatch(path[-1])) is not None


@dataclass(frozen=True, slots=True)
class Task:
    """A numbered item, heading or table row that names who is responsible.

    `path` holds the ordinals from the outermost heading to the item itself, normalised; `(part,
    path)` is unique within a document. `assignments` are in printed order.
    """

    part: str
    path: tuple[str, ...]
    title: str = ""
    text: str = ""
    assignments: tuple[Assignment, ...] = ()
    deadline: str | None = None
    due_on: str | None = None
    start: int | None = None
    stop: int | None = None

    def units(self, role: Role) -> list[str]:
        """Names of the units with that role, in printed order, each once."""
        return list(dict.fromkeys(a.unit for a in self.assignments if a.role == role))


@dataclass(frozen=True, slots=True)
class Indicator:
    """A quantified target. `value` (and `value_max` of a range) as printed, in `unit` (万户, %)."""

    part: str
    path: tuple[str, ...]
    name: str
    value: float
    op: Op = "="
    unit: str = ""
    raw: str = ""
    value_max: float | None = None
    start: int | None = None
    stop: int | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """A policy document named in the text (《…》), with its number when printed beside it."""

    title: str
    doc_number: str | None = None
    raw: str = ""
    start: int | None = None
    stop: int | None = None


@dataclass(frozen=True, slots=True)
class BreakdownCell:
    """One region's share of a breakdown row."""

    region: str
    value: float
    start: int | None = None
    stop: int | None = None


@dataclass(frozen=True, slots=True)
class Breakdown:
    """One row of a table that spreads an indicator over regions; `total` as printed, or None."""

    part: str
    group: str
    name: str
    unit: str
    total: float | None = None
    cells: tuple[BreakdownCell, ...] = ()
    start: int | None = None
    stop: int | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a person should look at; codes are those of `docs/findings.md`."""

    code: str
    severity: Severity
    message: str
    start: int | None = None
    stop: int | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """All facts of one document. `doc` is the file's name, `pages` the offset of each page in `text`."""

    doc: str
    plan: PlanFields = field(default_factory=PlanFields)
    parts: tuple[Part, ...] = ()
    tasks: tuple[Task, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    citations: tuple[Citation, ...] = ()
    breakdowns: tuple[Breakdown, ...] = ()
    findings: tuple[Finding, ...] = ()
    coverage: float | None = None
    text: str = ""
    pages: tuple[int, ...] = ()
    sha256: str = ""
    source_url: str | None = None


_ADAPTER = TypeAdapter(Extraction)


@dataclass(frozen=True, slots=True)
class _ShownTask(Task):
    """A task with its units by role besides, for who reads the JSON."""

    lead: Sequence[str] = ()
    support: Sequence[str] = ()
    responsible: Sequence[str] = ()


@dataclass(frozen=True)
class _Format:
    format: str


@dataclass(frozen=True)
class _Shown(Extraction, _Format):
    """An Extraction as its JSON shows it, the format first."""

    tasks: tuple[_ShownTask, ...] = ()


@cache
def _shown() -> TypeAdapter[_Shown]:
    return TypeAdapter(_Shown)


def dumps(extraction: Extraction) -> bytes:
    """The Extraction as JSON: UTF-8 with its characters kept, one space of indent, a closing newline.

    Tasks carry `lead`, `support`, `responsible` besides.
    """
    tasks = [_ShownTask(*_values(task), *map(task.units, ROLES)) for task in extraction.tasks]
    shown = _Shown(FORMAT, *_values(dataclasses.replace(extraction, tasks=tuple(tasks))))
    return _shown().dump_json(shown, indent=1) + b"\n"


def _values(fact: Task | Extraction) -> list[Any]:
    return [getattr(fact, each.name) for each in dataclasses.fields(fact)]


def pack(extraction: Extraction) -> bytes:
    """The Extraction as compact JSON for keeping; `unpack` reads it back, several times faster."""
    return _ADAPTER.dump_json(extraction)


def unpack(data: bytes) -> Extraction:
    """Read what `pack` wrote; raises LoadError when it is something else."""
    try:
        return _ADAPTER.validate_json(data)
    except ValidationError as error:
        raise LoadError("保存的抽取结果内容不合规格,请重新载入原文件") from error


def from_json(data: Mapping[str, Any], document: str = "") -> Extraction:
    """Read plain JSON values, as `dumps` writes them or a person; unknown keys are ignored.

    Raises LoadError with the JSON path of the first value that does not fit.
    """
    if not isinstance(data, Mapping) or "doc" not in data:
        raise LoadError("不是抽取结果(缺少 doc 字段),请用 zeren extract 生成", document)
    try:
        found = _ADAPTER.validate_python({**data, "tasks": list(_with_assignments(data))})
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(step) for step in first["loc"])
        raise LoadError("抽取结果的内容不合规格", document, place, str(first["input"])[:40]) from error
    return found


def loads(text: str | bytes, document: str = "") -> Extraction:
    """Read JSON text; raises LoadError when it is not JSON or not an Extraction."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise LoadError("不是有效的 JSON 文件,请用 zeren extract 重新生成", document) from error
    return from_json(data, document)


def _with_assignments(data: Mapping[str, Any]) -> Iterable[Any]:
    """Tasks written by hand name units by role only: they become assignments without spans."""
    for task in data.get("tasks") or ():
        if not isinstance(task, Mapping) or task.get("assignments"):
            yield task
            continue
        by_role = [(role, unit) for role in ROLES for unit in task.get(role) or ()]
        yield {**task, "assignments": [{"unit": u, "role": r, "raw": u} for r, u in by_role]}
