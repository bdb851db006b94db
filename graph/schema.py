"""Nodes and edges with their properties: the one place that fixes their order.

COPY is positional: a column out of order would load names as ids without a word.
"""

from __future__ import annotations

from dataclasses import dataclass

TEXT, INT, FLOAT, TEXTS = "STRING", "INT64", "DOUBLE", "STRING[]"

SCHEMA_VERSION = 2
"""Raised when a store of the former schema can't be read any more; `zeren rebuild` moves it."""


@dataclass(frozen=True, slots=True)
class NodeType:
    """A label and its properties, `id` first."""

    label: str
    properties: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class EdgeType:
    """A relationship, the (from, to) pairs of labels that it joins, and its properties."""

    name: str
    ends: tuple[tuple[str, str], ...]
    properties: tuple[tuple[str, str], ...] = ()


_SPAN = (("start", INT), ("stop", INT))
_EVIDENCE = (("raw", TEXT), *_SPAN)


def _node(label: str, **properties: str) -> NodeType:
    return NodeType(label, (("id", TEXT), *properties.items()))


NODES: tuple[NodeType, ...] = (
    _node(
        "Document", file_name=TEXT, format=TEXT, sha256=TEXT, source_url=TEXT, title=TEXT,
        coverage=FLOAT, loaded_at=TEXT,
    ),
    _node(
        "Plan", title=TEXT, doc_number=TEXT, issuer=TEXT, issued_on=TEXT, year=INT, part=TEXT,
        root=TEXT, former_ids=TEXTS, sort=TEXT,
    ),
    _node(
        "Task", part=TEXT, path=TEXTS, title=TEXT, text=TEXT, deadline=TEXT, due_on=TEXT, sort=TEXT,
        start=INT, stop=INT,
    ),
    _node("Unit", name=TEXT, aliases=TEXTS, kind=TEXT, former_ids=TEXTS),
    _node(
        "Indicator", part=TEXT, path=TEXTS, name=TEXT, op=TEXT, value=FLOAT, value_max=FLOAT,
        unit=TEXT, amount=FLOAT, measure=TEXT, raw=TEXT, sort=TEXT, start=INT, stop=INT,
    ),
    _node("Finding", code=TEXT, severity=TEXT, message=TEXT, start=INT, stop=INT),
    _node("Region", name=TEXT, level=TEXT),
    _node("Function", name=TEXT),
    _node("TaskForce", name=TEXT, leader=TEXT),
)  # fmt: skip

EDGES: tuple[EdgeType, ...] = (
    EdgeType("CONTAINS", (("Document", "Plan"),)),
    EdgeType("HAS_PART", (("Plan", "Plan"),)),
    EdgeType("HAS_FINDING", (("Document", "Finding"),)),
    EdgeType("HAS_TASK", (("Plan", "Task"),)),
    EdgeType("HAS_SUBTASK", (("Task", "Task"),)),
    EdgeType(
        "ASSIGNED",
        (("Task", "Unit"),),
        (("role", TEXT), ("position", INT), ("sort", TEXT), *_EVIDENCE),
    ),
    EdgeType("SETS", (("Plan", "Indicator"),)),
    EdgeType("TARGETS", (("Task", "Indicator"),)),
    EdgeType("ANSWERS_FOR", (("Unit", "Indicator"),), (("role", TEXT),)),
    EdgeType("IN_REGION", (("Unit", "Region"),)),
    EdgeType("PART_OF", (("Region", "Region"),)),
    EdgeType("COVERS", (("Plan", "Region"),)),
    EdgeType("PERFORMS", (("Unit", "Function"),)),
    EdgeType("RUN_BY", (("Plan", "TaskForce"),)),
    EdgeType("OFFICE_IN", (("TaskForce", "Unit"),), _EVIDENCE),
    EdgeType("MEMBER_OF", (("Unit", "TaskForce"),), _EVIDENCE),
    EdgeType("CITES", (("Plan", "Plan"),), (("title", TEXT), ("doc_number", TEXT), *_EVIDENCE)),
    EdgeType("FOLLOWS", (("Plan", "Plan"),)),
    EdgeType(
        "SIMILAR_TO",
        (("Task", "Task"),),
        (("score", FLOAT), ("threshold", FLOAT), ("across", TEXT), ("near", INT)),
    ),
    EdgeType("BREAKS_DOWN", (("Indicator", "Region"),), (("value", FLOAT), *_EVIDENCE)),
)

NOT_EXPORTED = frozenset({("Document", "loaded_at")})
"""What differs between two loads of the same documents."""


def node_type(label: str) -> NodeType:
    """The type of a label."""
    return next(node for node in NODES if node.label == label)


def edge_type(name: str) -> EdgeType:
    """The type of a relationship."""
    return next(edge for edge in EDGES if edge.name == name)
