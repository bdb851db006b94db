"""Where each node stands. The same subgraph gives the same places.

Up to FORCE_LIMIT nodes, in any order of input, are laid out by networkx' force layout from a fixed
seed, starting from the structure, and pushed apart until no two labels overlap; more nodes are placed
by structure alone: rings about the root, or communities in circles where there is none.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Mapping, Sequence

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from graph.model import Edge, Subgraph
from viz.labels import Box
from viz.structure import by_structure

FORCE_LIMIT = 300
SEED = 20230217
_ITERATIONS = 120
_WEIGHT = {"lead": 3.0, "responsible": 1.5, "support": 0.5}
_OTHER_WEIGHT = 0.7
_GAP = 10
_PUSHES = 400
_TOUCH = 0.5
_PATIENCE = 25
_GROWTH = 1.03
"""What is still crowded after so many pushes gets more room: nodes in the middle cannot move out."""
_CROWDING = 0.65
_ASPECT = 1.7
"""Width to height of the picture: screens and frames in portals are wider than high."""

Places = dict[str, tuple[int, int]]
Floats = NDArray[np.float64]


def layout(subgraph: Subgraph, boxes: Mapping[str, Box], root: str = "") -> Places:
    """The centre of each node in whole pixels, by id, the root (or the middle of all) at the origin.

    No two boxes overlap up to FORCE_LIMIT nodes. An empty subgraph has no places.
    """
    ids = sorted(node.id for node in subgraph.nodes)
    if not ids:
        return {}
    if len(ids) > FORCE_LIMIT:
        structural = by_structure(subgraph, boxes, root)
        return {key: (round(x), round(y)) for key, (x, y) in structural.items()}
    by_id = dataclasses.replace(subgraph, nodes=tuple(sorted(subgraph.nodes, key=lambda n: n.id)))
    structural = by_structure(by_id, boxes, root)
    points = _force(subgraph, ids, structural)
    spread = _spread(points, [boxes[key] for key in ids])
    centre = spread[ids.index(root)] if root in boxes else spread.mean(axis=0)
    return {key: (round(x), round(y)) for key, (x, y) in zip(ids, (spread - centre).tolist(), strict=True)}


def _force(subgraph: Subgraph, ids: Sequence[str], start: Mapping[str, tuple[float, float]]) -> Floats:
    """networkx' force layout, scaled to about the room that the structural layout takes."""
    graph = nx.Graph()
    graph.add_nodes_from(ids)
    for edge in sorted(subgraph.edges, key=lambda e: (e.source, e.target, e.type, e.role or "")):
        known = graph.get_edge_data(edge.source, edge.target, {"weight": 0.0})["weight"]
        graph.add_edge(edge.source, edge.target, weight=max(_pull(edge), known))
    _tie_together(graph)
    reach = max(max(abs(x), abs(y)) for x, y in start.values()) or 1.0
    first = {key: (x / reach, y / reach) for key, (x, y) in start.items()}
    found = nx.spring_layout(graph, k=1.6 / math.sqrt(len(ids)), pos=first, iterations=_ITERATIONS, seed=SEED)
    return np.array([found[key] for key in ids], dtype=np.float64)


def _pull(edge: Edge) -> float:
    """How strongly an edge holds its ends together: by its role, or by how many tasks it stands for."""
    tasks = edge.properties.get("tasks")
    if isinstance(tasks, int) and tasks > 0:
        return 0.3 * (1 + math.log2(tasks))
    return _WEIGHT.get(edge.role or "", _OTHER_WEIGHT)


def _tie_together(graph: nx.Graph) -> None:
    """Tie what is apart to the busiest node, or the forces would drive it out of sight."""
    parts = sorted(nx.connected_components(graph), key=lambda part: (-len(part), min(part)))
    hub = max(parts[0], key=lambda key: (graph.degree(key), key))
    graph.add_edges_from(((hub, min(part)) for part in parts[1:]), weight=_OTHER_WEIGHT)


def _spread(points: Floats, boxes: Sequence[Box]) -> Floats:
    """Scale to the room that the boxes need, then push overlapping ones apart."""
    widths = np.array([box.width + _GAP for box in boxes], dtype=np.float64)
    heights = np.array([box.height + _GAP for box in boxes], dtype=np.float64)
    room = math.sqrt(float((widths * heights).sum()) * 1.6)
    extent = np.maximum(np.ptp(points, axis=0), 1e-6)
    shape = np.array([math.sqrt(_ASPECT), 1 / math.sqrt(_ASPECT)])
    placed: Floats = _drawn_in((points - points.mean(axis=0)) / extent * 2) / 2 * room * shape
    pair_widths = (widths[:, None] + widths[None, :]) / 2
    pair_heights = (heights[:, None] + heights[None, :]) / 2
    for turn in range(1, _PUSHES):
        if not _push(placed, pair_widths, pair_heights):
            break
        if turn % _PATIENCE == 0:
            placed *= _GROWTH
    return placed


def _drawn_in(points: Floats) -> Floats:
    """Far-off nodes drawn towards the middle, near ones spread: the force layout crowds the middle."""
    radius = np.hypot(points[:, 0], points[:, 1])[:, None]
    drawn: Floats = points * np.maximum(radius, 1e-6) ** (_CROWDING - 1)
    return drawn


def _push(placed: Floats, widths: Floats, heights: Floats) -> bool:
    """Move every overlapping pair apart along one axis; False when none is left."""
    x, y = placed[:, 0], placed[:, 1]
    over_x = widths - np.abs(x[:, None] - x[None, :])
    over_y = heights - np.abs(y[:, None] - y[None, :])
    one, other = np.nonzero(np.triu((over_x > _TOUCH) & (over_y > _TOUCH), 1))
    if not len(one):
        return False
    # by the least move alone, flat boxes would pile up into columns
    along_x = over_x[one, other] * over_x[one, other] * heights[one, other] <= (
        over_y[one, other] * over_y[one, other] * widths[one, other]
    )
    for axis, over, pairs in ((0, over_x, along_x), (1, over_y, ~along_x)):
        first, second = one[pairs], other[pairs]
        # two nodes in one place part by their order
        side = np.where(placed[first, axis] >= placed[second, axis], 0.5, -0.5)
        move = over[first, second] * side
        np.add.at(placed[:, axis], first, move)
        np.add.at(placed[:, axis], second, -move)
    return True
