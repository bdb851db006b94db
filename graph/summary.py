"""More than can be drawn, in groups: communities of units with the number of their tasks."""

from __future__ import annotations

import dataclasses
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import networkx as nx

from graph.communities import communities, ties
from graph.model import Edge, Node, Row, Subgraph, Value

_MOST_GROUPS = 24
_REST = "rest"
_MEMBERS = 12
"""So many of a group's busiest units are named."""
_PARTS = 3
"""An annex is joined to so many groups that have most of its tasks."""
_ROLES = {"lead": 0, "responsible": 1, "support": 2}


def summary_of_plan(whole: Subgraph, plan: str) -> Subgraph:
    """A plan and its annexes with groups of units that share tasks, in place of `whole`.

    A group has the number of its `units` and of the `tasks` that they lead (or carry, where nobody
    leads), its busiest `members` and the id of the first of these as `unit`. Edges between groups and
    from annexes to groups say how many `tasks` they stand for. The totals stay those of `whole`.
    """
    rows: list[Row] = [
        {"task": e.source, "unit": e.target, "role": e.role} for e in whole.edges if e.type == "ASSIGNED"
    ]
    load = Counter(str(row["unit"]) for row in rows)
    group_of = _groups(rows, load)
    home = _homes(rows, group_of)
    plans = tuple(node for node in whole.nodes if node.kind == "Plan")
    nodes = (*plans, *_nodes(whole, group_of, home, load))
    edges = (
        *(edge for edge in whole.edges if edge.type == "HAS_PART"),
        *_between(rows, group_of),
        *_from_plans(whole, home, plan),
    )
    return Subgraph(nodes, tuple(edges), whole.total_nodes, whole.total_edges, summary=True)


def counted_by_plan(found: Subgraph, counted: Sequence[Edge]) -> Subgraph:
    """A unit's plans with the number of its tasks in each, busiest first, joined to it by `counted`."""
    load: Counter[str] = Counter()
    for edge in counted:
        load[edge.source] += int(str(edge.properties["tasks"]))
    plans = sorted((n for n in found.nodes if n.kind == "Plan"), key=lambda n: (-load[n.id], n.id))
    named = [
        dataclasses.replace(node, label=f"{node.label} · {load[node.id]} 项", properties={
            **node.properties, "tasks": load[node.id],
        })
        for node in plans
    ]  # fmt: skip
    others = tuple(node for node in found.nodes if node.kind != "Plan")
    return dataclasses.replace(found, nodes=(*others, *named), edges=tuple(counted), summary=True)


def _groups(rows: Iterable[Row], load: Mapping[str, int]) -> dict[str, str]:
    """The group of each unit, called after its busiest one; what is left over is one group."""
    graph = nx.Graph()
    graph.add_nodes_from(sorted(load))
    graph.add_weighted_edges_from((a, b, count) for (a, b), count in sorted(ties(rows).items()))
    found: dict[str, str] = {}
    for i, members in enumerate(communities(graph)):
        first = min(members, key=lambda key: (-load[key], key))
        name = f"group:{first}" if i < _MOST_GROUPS and len(members) > 1 else f"group:{_REST}"
        found.update(dict.fromkeys(members, name))
    return found


def _homes(rows: Iterable[Row], group_of: Mapping[str, str]) -> dict[str, str]:
    """The group of each task: that of its first unit with the strongest role."""
    strongest: dict[str, tuple[int, str]] = {}
    for row in rows:
        task, rank = str(row["task"]), _ROLES[str(row["role"])]
        if task not in strongest or rank < strongest[task][0]:
            strongest[task] = (rank, group_of[str(row["unit"])])
    return {task: group for task, (_, group) in strongest.items()}


def _nodes(
    whole: Subgraph, group_of: Mapping[str, str], home: Mapping[str, str], load: Mapping[str, int]
) -> list[Node]:
    members: defaultdict[str, list[Node]] = defaultdict(list)
    for node in whole.nodes:
        if node.id in group_of:
            members[group_of[node.id]].append(node)
    tasks = Counter(home.values())
    found = []
    for key, units in sorted(members.items(), key=lambda each: (-tasks[each[0]], each[0])):
        units.sort(key=lambda node: (-load[node.id], node.id))
        called = "其他单位" if key == f"group:{_REST}" else f"{units[0].label}等"
        named: dict[str, Value] = {
            "units": len(units), "tasks": tasks[key], "unit": units[0].id,
            "members": [node.label for node in units[:_MEMBERS]],
        }  # fmt: skip
        found.append(Node(key, "Group", f"{called} {len(units)} 个单位 · {tasks[key]} 项任务", named))
    return found


def _between(rows: Iterable[Row], group_of: Mapping[str, str]) -> list[Edge]:
    """Groups joined by the tasks that units of both have."""
    by_task: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        by_task[str(row["task"])].add(group_of[str(row["unit"])])
    shared = Counter((a, b) for groups in by_task.values() for a in groups for b in groups if a < b)
    return [Edge(a, b, "COOPERATES", None, {"tasks": count}) for (a, b), count in sorted(shared.items())]


def _from_plans(whole: Subgraph, home: Mapping[str, str], plan: str) -> list[Edge]:
    """Each annex (and the plan itself) joined to the groups that have most of its tasks."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for edge in whole.edges:
        if edge.type == "HAS_TASK" and edge.target in home:
            counts[edge.source][home[edge.target]] += 1
    return [
        Edge(part, group, "HAS_TASK", None, {"tasks": count})
        for part, groups in sorted(counts.items(), key=lambda each: (each[0] != plan, each[0]))
        for group, count in sorted(groups.items(), key=lambda each: (-each[1], each[0]))[:_PARTS]
    ]
