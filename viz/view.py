"""A view: a subgraph with its title, its middle and what the page says about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from graph.model import Subgraph
from graph.narrowing import MOST, narrow
from viz.labels import Box, boxes
from viz.layout import Places, layout

ViewKind = Literal["plan", "unit", "task", "cooperation", "compare", "indicators", "graph"]


@dataclass(frozen=True, slots=True)
class View:
    """What is drawn: `subgraph` holds at most `graph.narrowing.MOST` nodes; places and boxes are by id."""

    subgraph: Subgraph
    title: str
    root: str
    kind: ViewKind
    boxes: dict[str, Box]
    places: Places


def make_view(
    subgraph: Subgraph, title: str, root: str = "", kind: ViewKind = "graph", limit: int = MOST
) -> View:
    """Narrow a subgraph to `limit` nodes (2,000 at most) and lay it out; the same input, the same view.

    `root` is the id of the node in the middle; one that is not there counts as none.
    """
    shown = narrow(subgraph, limit, root)
    root = root if any(node.id == root for node in shown.nodes) else ""
    sized = boxes(shown, root)
    return View(shown, title, root, kind, sized, layout(shown, sized, root))
