"""The shapes of what loading and removing over HTTP answers."""

from __future__ import annotations

from pydantic import BaseModel


class Change(BaseModel):
    """What differs from the plan that is replaced: places of tasks, as 附件1 二.(一).3."""

    added: list[str]
    dropped: list[str]
    reworded: list[str]
    units_changed: list[str]


class Replaced(BaseModel):
    """The loaded document that stands under the same identity."""

    id: str
    title: str
    file_name: str
    loaded_at: str


class Finding(BaseModel):
    """Something a person should look at; start and stop are code points in the document's text."""

    code: str
    severity: str
    message: str
    start: int | None = None
    stop: int | None = None


class LoadReport(BaseModel):
    """What came of a document: `status` is loaded, replaced or unchanged, or would be while not `loaded`."""

    document: str
    file_name: str
    status: str
    loaded: bool
    plan: str
    tasks: int
    units: int
    indicators: int
    findings: int
    coverage: float | None
    change: Change | None
    replaces: Replaced | None
    details: list[Finding]


class Removal(BaseModel):
    """What was taken away: documents by file name, nodes by label and edges by type."""

    plan: str
    documents: list[str]
    nodes: dict[str, int]
    edges: dict[str, int]


class Removed(BaseModel):
    """A document that goes."""

    id: str
    file_name: str


class Removing(BaseModel):
    """What would be taken away: `whole`: the plan with all its documents; else an annex alone."""

    plan: str
    title: str
    whole: bool
    documents: list[Removed]
    tasks: int
    indicators: int
