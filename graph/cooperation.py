"""Who works with whom: units joined by the tasks that they share, in communities."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

import networkx as nx

from graph.communities import Ties, communities, ties
from graph.model import Edge, Node, Row, Subgraph
from graph.store import Store
from graph.subgraph import DEFAULT_LIMIT, plan_parts, read_internal
from loaders.extraction import ROLES

_STRONGEST = 6
"""So many of its strongest ties are drawn for each unit; a tie is drawn when it is among either end's."""

_MOST_COMMUNITIES = 7
_OTHERS = "其他单位"


def cooperation_subgraph(
    store: Store, plan: str, roles: Collection[str] = ROLES, limit: int = DEFAULT_LIMIT
) -> Subgraph:
    """The units of a plan and its annexes, joined where they share tasks; an edge's `tasks` says how many.

    A unit that leads is joined to those that support it; where nobody leads, all are joined to each
    other. Units come with the number of their `tasks` and their `community`, busiest first, `limit`
    at most; the totals count all units and ties. Raises NotFound.
    """
    rows = [
        row
        for part in plan_parts(store, plan)
        for row in read_internal(store, "graph_roles_of_plan", plan=part["id"], roles=list(roles))
    ]
    units = {str(row["unit"]): row for row in rows}
    load = Counter({key: len(tasks) for key, tasks in _tasks_by_unit(rows).items()})
    found = ties(rows)
    shown = sorted(units, key=lambda key: (-load[key], key))[: max(limit, 1)]
    drawn = _strongest(found, set(shown))
    community = _communities(shown, drawn, units, load)
    nodes = tuple(
        Node(key, "Unit", str(units[key]["name"]), {"tasks": load[key], "community": community[key]})
        for key in shown
    )
    edges = tuple(Edge(a, b, "COOPERATES", None, {"tasks": count}) for (a, b), count in drawn)
    return Subgraph(nodes, edges, len(units), len(found))


def _tasks_by_unit(rows: Iterable[Row]) -> Mapping[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        found[str(row["unit"])].add(str(row["task"]))
    return found


def _strongest(ties: Ties, shown: Collection[str]) -> list[tuple[tuple[str, str], int]]:
    """The ties between shown units that are among the strongest of either end, strongest first."""
    taken: Counter[str] = Counter()
    found = []
    for (a, b), count in sorted(ties.items(), key=lambda tie: (-tie[1], tie[0])):
        if a in shown and b in shown and min(taken[a], taken[b]) < _STRONGEST:
            taken.update((a, b))
            found.append(((a, b), count))
    return found


def _communities(
    shown: Sequence[str],
    drawn: Iterable[tuple[tuple[str, str], int]],
    units: Mapping[str, Row],
    load: Mapping[str, int],
) -> dict[str, str]:
    """What a unit's community is called, by unit: after its busiest unit; small ones share a name."""
    graph = nx.Graph()
    graph.add_nodes_from(sorted(shown))
    graph.add_weighted_edges_from((a, b, count) for (a, b), count in drawn)
    found = dict.fromkeys(shown, _OTHERS)
    for members in communities(graph)[:_MOST_COMMUNITIES]:
        if len(members) > 2:
            busiest = min(members, key=lambda key: (-load[key], key))
            found.update(dict.fromkeys(members, f"{units[busiest]['name']}一组"))
    return found
