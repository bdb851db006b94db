"""Plain values of the graph: what stores hand out and views draw."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

Value = str | int | float | bool | None | Sequence["Value"] | Mapping[str, "Value"]
"""What a parameter or a cell of a row may be."""

Row = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Node:
    """A node: `kind` is its label (Plan, Task, Unit …), `label` the text that a view shows."""

    id: str
    kind: str
    label: str
    properties: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Edge:
    """A directed edge; `type` is the relationship's (ASSIGNED, HAS_TASK …), `role` of ASSIGNED only."""

    source: str
    target: str
    type: str
    role: str | None = None
    properties: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Subgraph:
    """Part of the graph; `total_nodes` and `total_edges` count what the selection holds in all.

    A `summary` stands for more than can be drawn: its nodes are groups, with counts.
    """

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    total_nodes: int = 0
    total_edges: int = 0
    summary: bool = False
