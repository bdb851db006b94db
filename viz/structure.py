"""Placing by structure: rings about a root, or communities in circles. Linear, without chance.

Distances are counted in slots as large as the largest box of a group, wider than high, so that
rings become ellipses that fit a screen and boxes do not overlap.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

import networkx as nx

from graph.model import Subgraph
from viz.labels import Box, degrees

Points = dict[str, tuple[float, float]]
_SPACING = 1.3
_TALL = 1.4
"""Labels are three times wider than high, screens not twice."""
_SEED = 1
_COMMUNITY_COLOURS = 8
_BANDS = (
    "", "Plan", "TaskForce", "Group", "Task-lead", "Task-responsible", "Task-support", "Task", "Indicator",
)  # fmt: skip
"""Groups from the middle outwards; whatever is not named comes after them."""


def by_structure(subgraph: Subgraph, boxes: Mapping[str, Box], root: str = "") -> Points:
    """Places by id: bands of rings about `root`, communities in circles when it is not there."""
    if root in boxes:
        return _rings(subgraph, boxes, root)
    return _circles(subgraph, boxes)


def groups(subgraph: Subgraph, root: str = "") -> dict[str, str]:
    """What a node is coloured by, by id: its kind; for a task beside a unit at the root that unit's
    role too; for a unit in a community the community's number, the first that comes being 0.
    """
    found = {node.id: node.kind for node in subgraph.nodes}
    communities: dict[str, int] = {}
    for node in subgraph.nodes:
        if name := node.properties.get("community"):
            number = communities.setdefault(str(name), len(communities))
            found[node.id] = f"Community-{number % _COMMUNITY_COLOURS}"
    if found.get(root) == "Unit":
        for edge in subgraph.edges:
            if edge.target == root and edge.role and found.get(edge.source) == "Task":
                found[edge.source] = f"Task-{edge.role}"
    return found


def _rings(subgraph: Subgraph, boxes: Mapping[str, Box], root: str) -> Points:
    """The root, then a band of rings for each group; within a band in the subgraph's order.

    Units stand at the mean angle of their tasks, which keeps edges short.
    """
    group = groups(subgraph, root)
    bands: dict[str, list[str]] = {}
    for node in subgraph.nodes:
        if node.id != root:
            bands.setdefault(group[node.id], []).append(node.id)
    order = {name: i for i, name in enumerate(_BANDS)}
    angles: dict[str, float] = {}
    points: Points = {root: (0.0, 0.0)}
    inner = 1.6
    slot = _slot(boxes.values())
    for name in sorted(bands, key=lambda n: (order.get(n, len(order)), n)):
        members = bands[name]
        if name not in ("Task", "Plan"):
            members = _by_neighbours(members, subgraph, angles)
        inner, placed = _band(members, inner)
        for key, (radius, angle) in placed.items():
            angles[key] = angle
            points[key] = (radius * math.sin(angle) * slot[0], -radius * math.cos(angle) * slot[1])
    return points


def _slot(boxes: Iterable[Box]) -> tuple[float, float]:
    """Width and height that nine boxes in ten keep to."""
    found = list(boxes)
    at = (len(found) - 1) * 9 // 10
    return float(sorted(b.width for b in found)[at]), sorted(b.height for b in found)[at] * _TALL


def _band(members: Sequence[str], inner: float) -> tuple[float, dict[str, tuple[float, float]]]:
    """Radius and angle for each, in as few rings from `inner` as hold them; and the next free radius."""
    rows = 1
    while sum(2 * math.pi * (inner + i * _SPACING) for i in range(rows)) < len(members) * _SPACING:
        rows += 1
    radii = [inner + i * _SPACING for i in range(rows)]
    filled: list[list[str]] = [[] for _ in radii]
    for i, key in enumerate(members):
        # the ring that lags most behind its share, so that each stays close to its place in the order
        row = max(range(rows), key=lambda r: (i + 1) * radii[r] / sum(radii) - len(filled[r]))
        filled[row].append(key)
    placed = {
        key: (radius, 2 * math.pi * (i + turn / rows) / len(ring))
        for turn, (radius, ring) in enumerate(zip(radii, filled, strict=True))
        for i, key in enumerate(ring)
    }
    return inner + rows * _SPACING + 0.4, placed


def _by_neighbours(members: Sequence[str], subgraph: Subgraph, angles: Mapping[str, float]) -> list[str]:
    """Sorted by the mean direction of the neighbours that have been placed; the others first, by id."""
    sums = {key: [0.0, 0.0] for key in members}
    for edge in subgraph.edges:
        for key, other in ((edge.source, edge.target), (edge.target, edge.source)):
            if key in sums and other in angles:
                sums[key][0] += math.sin(angles[other])
                sums[key][1] += math.cos(angles[other])
    return sorted(members, key=lambda key: (math.atan2(*sums[key]) % (2 * math.pi), key))


def _circles(subgraph: Subgraph, boxes: Mapping[str, Box]) -> Points:
    """Each community a spiral of its own, largest first, the communities on a spiral of theirs."""
    graph = nx.Graph()
    graph.add_nodes_from(sorted(boxes))
    graph.add_edges_from(sorted({(e.source, e.target) for e in subgraph.edges}))
    found = nx.community.louvain_communities(graph, seed=_SEED)
    degree = degrees(subgraph)
    width, height = _slot(boxes.values())
    points: Points = {}
    used = 0
    for members in sorted(found, key=lambda group: (-len(group), min(group))):
        spread = math.sqrt(used + len(members) / 2) * _SPACING if used else 0.0
        angle = used * 0.11 + len(points) * 0.013
        used += round(len(members) * 2.4)
        for i, key in enumerate(sorted(members, key=lambda key: (-degree[key], key))):
            radius, turn = _SPACING * 0.7 * math.sqrt(i), i * math.pi * (3 - math.sqrt(5))
            x = spread * math.cos(angle) + radius * math.cos(turn)
            y = spread * math.sin(angle) + radius * math.sin(turn)
            points[key] = (x * width, y * height)
    return points
