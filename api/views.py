"""Pictures for the embed pages: what is chosen, read from the store, laid out and kept a while."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Any, Literal

from api.standing import of_one_generation
from graph.catalogue.resolve import existing, resolve
from graph.comparison import counterpart_subgraph, function_subgraph
from graph.cooperation import cooperation_subgraph
from graph.model import Subgraph
from graph.store import Store
from graph.subgraph import (
    ANSWERING,
    DEFAULT_KINDS,
    KINDS,
    indicator_subgraph,
    plan_parts,
    plan_subgraph,
    read_internal,
    unit_subgraph,
)
from loaders.extraction import ROLES
from viz.assets import asset
from viz.page import render_file
from viz.palette import Theme
from viz.view import View, make_view
from zeren import __version__
from zeren.errors import BadParameter

Kind = Literal["plan", "unit", "cooperation", "compare", "indicators"]
"""The pictures that there are."""
SUBJECTS: dict[str, str] = {
    "plan": "plan", "unit": "unit", "cooperation": "plan", "compare": "function", "indicators": "plan",
}  # fmt: skip
"""What the id of a picture is an id of."""
_KEPT = 64


@dataclass(frozen=True, slots=True)
class Choice:
    """Which roles and kinds are drawn, and how many nodes at most."""

    roles: tuple[str, ...] = ROLES
    kinds: tuple[str, ...] = DEFAULT_KINDS
    limit: int = 300

    @classmethod
    def of(cls, roles: Iterable[str] | None, kinds: Iterable[str] | None, limit: int) -> Choice:
        """From query values, repeated or with commas; nothing means the default. Raises BadParameter."""
        return cls(_known(roles, ROLES, ROLES, "roles"), _known(kinds, KINDS, DEFAULT_KINDS, "kinds"), limit)

    def query(self) -> dict[str, str]:
        """The parameters of a URL that asks for the same again."""
        found = {"roles": ",".join(self.roles), "kinds": ",".join(self.kinds), "limit": str(self.limit)}
        usual = {"roles": ",".join(ROLES), "kinds": ",".join(DEFAULT_KINDS), "limit": "300"}
        return {name: value for name, value in found.items() if value != usual[name]}


def graph_json(graph: Subgraph) -> dict[str, Any]:
    """A subgraph as `/api/graph` answers it: nodes with their properties, edges, shown and total."""
    return {
        "nodes": [{**n.properties, "id": n.id, "kind": n.kind, "label": n.label} for n in graph.nodes],
        "edges": [
            {"source": e.source, "target": e.target, "type": e.type, "role": e.role} for e in graph.edges
        ],
        "shown": {"nodes": len(graph.nodes), "edges": len(graph.edges)},
        "total": {"nodes": graph.total_nodes, "edges": graph.total_edges},
    }


class Pictures:
    """Laid-out views by generation and choice: a layout takes up to a second, and stays the same."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, View] = OrderedDict()
        self._lock = Lock()

    def tag(self, store: Store, *parts: object) -> str:
        """An ETag for a page made by this release from this generation of the store and these parameters."""
        release = (__version__, asset("view.js").version)
        text = "\n".join(map(str, (*release, store.generation(), *parts)))
        return f'W/"{hashlib.sha256(text.encode()).hexdigest()[:24]}"'

    def view(self, store: Store, kind: Kind, id: str, choice: Choice) -> View:
        """The view of a plan or a unit; raises NotFound, or Moved for an id that was merged."""
        with store.standing():  # what is kept is of the generation that its key tells
            key = self.tag(store, kind, id, choice)
            with self._lock:
                if key in self._kept:
                    self._kept.move_to_end(key)
                    return self._kept[key]
            graph, title, root = _chosen(store, kind, id, choice)
        made = make_view(graph, title, root, kind, choice.limit)
        with self._lock:
            self._kept[key] = made
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return made


def offline_file(
    store: Store, kind: Kind, id: str, choice: Choice | None = None, theme: Theme = "auto"
) -> str:
    """One self-contained HTML file, as `zeren view` writes it; raises NotFound or Moved."""
    graph, title, root = _chosen(store, kind, id, choice or Choice())
    return render_file(graph, title, root=root, kind=kind, theme=theme)


@of_one_generation
def _chosen(store: Store, kind: Kind, id: str, choice: Choice) -> tuple[Subgraph, str, str]:
    """What is drawn, its title and the id in the middle."""
    if kind == "compare":
        return _compared(store, id, choice)
    existing(store, SUBJECTS[kind], id)
    if kind == "cooperation":
        graph = cooperation_subgraph(store, id, choice.roles, choice.limit)
        return graph, f"{plan_parts(store, id)[0]['title']} · 单位合作", ""
    if kind == "indicators":
        # 配合 does not answer for a number, unless it is asked for by itself
        roles = choice.roles if choice.roles != ROLES else ANSWERING
        graph = indicator_subgraph(store, id, roles, choice.limit)
    elif kind == "plan":
        graph = plan_subgraph(store, id, choice.roles, choice.kinds, choice.limit)
    else:
        depth = 2 if "unit" in choice.kinds else 1
        graph = unit_subgraph(store, id, choice.roles, depth, choice.limit)
    title = next(node.label for node in graph.nodes if node.id == id)
    return graph, title + (" · 指标" if kind == "indicators" else ""), id


def subject(store: Store, kind: Kind, text: str) -> str:
    """The id of what a picture is asked of by id, name, alias or number; of a comparison a task, too.

    Raises NotFound, and BadParameter for what is ambiguous.
    """
    if kind == "compare" and read_internal(store, "graph_task", task=text):
        return text
    return resolve(store, SUBJECTS[kind], text)


def _compared(store: Store, id: str, choice: Choice) -> tuple[Subgraph, str, str]:
    """One function across regions, or one action (by the id of a task) with its counterparts."""
    # 配合 is left out, unless it is asked for by itself: the question is who leads where
    roles = choice.roles if choice.roles != ROLES else ANSWERING
    if read_internal(store, "graph_task", task=id):
        graph = counterpart_subgraph(store, id, roles, choice.limit)
        words = "各地的同一件事"
    else:
        existing(store, "function", id)
        graph = function_subgraph(store, id, roles, choice.limit)
        words = "各地对照"
    title = next(node.label for node in graph.nodes if node.id == id)
    return graph, f"{title} · {words}", id


def _known(
    values: Iterable[str] | None, known: Sequence[str], usual: tuple[str, ...], name: str
) -> tuple[str, ...]:
    found = {part.strip() for value in values or () for part in value.split(",")} - {""}
    if strange := sorted(found.difference(known)):
        raise BadParameter(f"参数 {name} 不认识“{strange[0][:40]}”，可用：{'、'.join(known)}")
    return tuple(each for each in known if each in found) or usual
