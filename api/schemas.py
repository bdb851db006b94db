"""The shapes of the answers, with examples for OpenAPI."""

from __future__ import annotations

from typing import Any, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict

T = TypeVar("T")
Role = Literal["lead", "support", "responsible"]


class Page(BaseModel, Generic[T]):
    """A window of a list: `total` counts all of it exactly."""

    total: int
    limit: int
    offset: int
    results: list[T]


class Problem(BaseModel):
    """An error (RFC 9457): `code` is English and stable, `detail` Chinese and for people."""

    type: str = "about:blank"
    title: str
    status: int
    code: str
    detail: str


class Named(BaseModel):
    """Something with an id and a name."""

    id: str
    name: str

    model_config = ConfigDict(json_schema_extra={"example": {"id": "x-青岚市:市工信局", "name": "市工信局"}})


class PlanRef(BaseModel):
    """The plan or annex that something stands in."""

    id: str
    title: str
    region: str | None = None
    year: int | None = None


class Source(BaseModel):
    """The document and the place in its text, in code points, half-open."""

    document: str | None = None
    start: int | None = None
    stop: int | None = None


class Units(BaseModel):
    """Units by role, in printed order."""

    lead: list[Named] = []
    support: list[Named] = []
    responsible: list[Named] = []


class Indicator(BaseModel):
    """A quantified target; `amount` and `measure` are in the base unit, so that 万 and 亿 compare."""

    id: str
    name: str
    op: str
    value: float
    value_max: float | None = None
    unit: str
    amount: float
    measure: str
    raw: str
    plan: PlanRef
    task: str | None = None
    units: list[Named] = []
    source: Source


class Task(BaseModel):
    """A task with its units, indicators and source."""

    id: str
    title: str
    text: str
    part: str
    path: list[str]
    deadline: str | None = None
    due_on: str | None = None
    plan: PlanRef
    units: Units
    indicators: list[Indicator]
    source: Source


class RoleCounts(BaseModel):
    """Number of tasks by role."""

    lead: int = 0
    support: int = 0
    responsible: int = 0


class Unit(BaseModel):
    """A unit with all the spellings that were printed."""

    id: str
    name: str
    aliases: list[str]
    kind: str
    region: Named | None = None
    functions: list[Named]
    counts: RoleCounts


class PlanCounts(BaseModel):
    """What a plan holds, annexes included; tasks are those that name somebody."""

    tasks: int
    units: int
    indicators: int


class PlanPart(BaseModel):
    """An annex."""

    id: str
    part: str
    title: str


class Plan(BaseModel):
    """A root plan with its annexes."""

    id: str
    title: str
    doc_number: str | None = None
    issuer: str | None = None
    issued_on: str | None = None
    year: int | None = None
    region: Named | None = None
    parts: list[PlanPart]
    counts: PlanCounts


class Parameter(BaseModel):
    """A parameter of a named query."""

    name: str
    type: str
    list: bool
    default: str | None
    text: str
    example: str


class Column(BaseModel):
    """A column of a named query's rows."""

    name: str
    type: str
    list: bool


class Query(BaseModel):
    """A named query: its title, parameters and columns."""

    name: str
    title: str
    parameters: list[Parameter]
    columns: list[Column]


class Answer(Page[dict[str, Any]]):
    """The rows of a named query, with what they are."""

    query: Query


class CatalogEntry(BaseModel):
    """A loaded document with the report of its load."""

    id: str
    file_name: str
    format: str
    sha256: str
    plan: str
    title: str
    coverage: float | None
    loaded_at: str
    source_url: str | None
    report: dict[str, Any]


class Counts(BaseModel):
    """How many shown, how many in all."""

    nodes: int
    edges: int


class Graph(BaseModel):
    """Part of the graph; nodes carry their properties besides id, kind and label."""

    nodes: list[dict[str, Any]]
    edges: list[dict[str, Any]]
    shown: Counts
    total: Counts
