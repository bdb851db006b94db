"""More than can be drawn comes in groups, with counts."""

from __future__ import annotations

from collections import Counter

import pytest

from graph.model import Edge, Node, Subgraph
from graph.open import open_store
from graph.subgraph import plan_subgraph, unit_subgraph
from graph.summary import summary_of_plan
from tests.support.plans import plan


def two_circles(tasks=30):
    """A plan whose first five units share half of the tasks, the other five the other half."""
    units = [Node(f"u{i}", "Unit", f"第{i}局") for i in range(10)]
    nodes = [Node("p", "Plan", "方案"), Node("p:1", "Plan", "附件1"), *units]
    edges = [Edge("p", "p:1", "HAS_PART")]
    for i in range(tasks):
        side = 5 * (i % 2)
        nodes.append(Node(f"t{i}", "Task", f"第{i}项"))
        edges.append(Edge("p:1", f"t{i}", "HAS_TASK"))
        edges.append(Edge(f"t{i}", f"u{side + i % 5}", "ASSIGNED", "lead"))
        edges.append(Edge(f"t{i}", f"u{side + (i + 1) % 5}", "ASSIGNED", "support"))
    return Subgraph(tuple(nodes), tuple(edges), len(nodes), len(edges))


def test_units_that_share_tasks_are_one_group():
    whole = two_circles()
    found = summary_of_plan(whole, "p")
    groups = [node for node in found.nodes if node.kind == "Group"]
    assert [(g.properties["units"], g.properties["tasks"]) for g in groups] == [(5, 15), (5, 15)]
    assert found.summary
    assert (found.total_nodes, found.total_edges) == (whole.total_nodes, whole.total_edges)


def test_an_annex_is_joined_to_the_groups_with_its_tasks():
    edges = [e for e in summary_of_plan(two_circles(), "p").edges if e.type == "HAS_TASK"]
    assert Counter(e.source for e in edges) == {"p:1": 2}
    assert sum(e.properties["tasks"] for e in edges) == 30


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    """A plan with more tasks than can ever be drawn, one unit in all of them."""
    tasks = [
        {
            "part": "",
            "path": [str(i + 1)],
            "title": f"第{i}项",
            "lead": ["市财政局"],
            "support": [f"市第{i % 40}局"],
        }
        for i in range(2_100)
    ]
    opened = open_store(f"ladybug://{tmp_path_factory.mktemp('large')}/store")
    report = opened.load([plan(parts=[], indicators=[], breakdowns=[], tasks=tasks)])[0]
    assert report.status == "loaded", report.error
    yield opened
    opened.close()


def test_a_plan_with_thousands_of_nodes_is_summarised_and_a_unit_s_tasks_counted_by_plan(large):
    id = large.read("MATCH (p:Plan) WHERE p.part = '' AND p.title <> '云岭省公园条例' RETURN p.id AS id")[0][
        "id"
    ]
    found = plan_subgraph(large, id)
    assert found.summary
    assert found.total_nodes > 2_100
    assert sum(n.properties["tasks"] for n in found.nodes if n.kind == "Group") == 2_100
    unit = large.read("MATCH (u:Unit) WHERE u.name = '市财政局' RETURN u.id AS id")[0]["id"]
    found = unit_subgraph(large, unit)
    assert [(e.role, e.properties["tasks"]) for e in found.edges] == [("lead", 2_100)]
    assert [node.label for node in found.nodes if node.kind == "Plan"] == ["青岚市稳增长工作方案 · 2100 项"]
