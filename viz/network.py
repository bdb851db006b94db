"""The data of a vis-network picture, made with pyvis: nodes, edges and options, and no HTML."""

from __future__ import annotations

import json
import math
from typing import Any

from pyvis.network import Network

from graph.model import Edge
from viz.palette import palette
from viz.structure import groups
from viz.view import View

FONTS = (
    "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', "
    "'Source Han Sans SC', 'WenQuanYi Micro Hei', sans-serif"
)
_ARROWS = {"lead": "to"}
"""Heads on every edge would be more ink than the edges; the kinds of their ends say the direction."""
_OPTIONS = {
    # it stands still when it opens: the places come from the server
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": True,
        "hideEdgesOnDrag": False,
        "tooltipDelay": 150,
        "multiselect": False,
        "keyboard": {"enabled": True, "bindToWindow": False, "autoFocus": False},
    },
    "nodes": {
        "shape": "box",
        "margin": 7,
        "borderWidth": 1.2,
        "borderWidthSelected": 3,
        "chosen": True,
        "font": {"face": FONTS},
        "scaling": {"label": {"enabled": False, "drawThreshold": 6}},
        "shapeProperties": {"borderRadius": 5},
    },
    "edges": {
        "smooth": False,
        "arrows": {"to": {"scaleFactor": 0.4}},
        "selectionWidth": 1.6,
        "hoverWidth": 0.6,
    },
}


def network_data(view: View) -> dict[str, Any]:
    """`nodes`, `edges` and `options` as vis-network takes them.

    A node has id, label (with line breaks), group, x, y and its font's size; an edge has id, from,
    to, type, role, width and dashes. Colours are left to the page, which knows the theme. Titles
    are left out: the page shows plain text only.
    """
    net = Network(directed=True)
    # pyvis looks every id up in a list; a dict answers the same questions at once
    net.node_ids = _Ids()
    group = groups(view.subgraph, view.root)
    for node in view.subgraph.nodes:
        box, (x, y) = view.boxes[node.id], view.places[node.id]
        net.add_node(
            node.id, label="\n".join(box.lines), shape="box", group=group[node.id], x=x, y=y,
            font={"size": box.size}, shapeProperties={"borderRadius": _radius(node.kind, box.height)},
        )  # fmt: skip
    for i, edge in enumerate(view.subgraph.edges):
        style = palette()["role"].get(edge.role, {"width": tie_width(edge)})
        net.add_edge(
            edge.source, edge.target, id=f"e{i}", type=edge.type, role=edge.role or "",
            tasks=edge.properties.get("tasks"),
            width=style["width"], dashes=style.get("dashes", False), arrows=_ARROWS.get(edge.role or "", ""),
        )  # fmt: skip
    net.options = _OPTIONS
    nodes, edges, _, _, _, options = net.get_network_data()
    return {"nodes": nodes, "edges": edges, "options": json.loads(options)}


def tie_width(edge: Edge) -> float:
    """The width of an edge without a role: by the number of tasks that it stands for, if any."""
    tasks = edge.properties.get("tasks")
    return round(1 + math.log2(tasks), 1) if isinstance(tasks, int) and tasks > 0 else 1.0


class _Ids(dict[str, None]):
    """Enough of a list for pyvis: `append`, `in`, iteration in order."""

    def append(self, key: str) -> None:
        self[key] = None


def _radius(kind: str, height: int) -> int:
    """Units are pills, everything else is a card."""
    return height // 2 if kind == "Unit" else 5
