"""Subgraphs about a place that does not exist."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.model import Edge, Node, Subgraph

TEXT = "市工信局要推动技术改造,新增智能车间 20 个以上。(市工信局牵头,市财政局配合)"


@pytest.fixture
def plan_graph() -> Subgraph:
    """A plan with an annex, three tasks and three units, one of them with a hostile name."""
    source = {"document": "qinglan.txt", "start": 120, "stop": 162}
    nodes = (
        Node("qinglan:1", "Plan", "青岚市打好五场硬仗实施方案", {"issued_on": "2031-02-01"}),
        Node("qinglan:1:附件1", "Plan", "附件1 青岚市稳增长工作方案", {"part": "附件1"}),
        Node("qinglan:1:附件1:一.1", "Task", "推动技术改造",
             {"text": TEXT, "deadline": "2031年12月", "path": ["一", "1"], "source": source}),
        Node("qinglan:1:附件1:一.2", "Task", "扩大有效投资", {"text": "抓项目。", "source": source}),
        Node("qinglan:1:附件1:一.3", "Task", "稳住外贸", {"text": "稳订单。"}),
        Node("qinglan:gx", "Unit", "市工信局", {"aliases": ["市工业和信息化局"], "unit_kind": "bureau"}),
        Node("qinglan:cz", "Unit", "市财政局", {"unit_kind": "bureau"}),
        Node("qinglan:x", "Unit", "<img src=x onerror=alert(1)>", {"unit_kind": "other"}),
    )  # fmt: skip
    edges = (
        Edge("qinglan:1", "qinglan:1:附件1", "HAS_PART"),
        *(Edge("qinglan:1:附件1", f"qinglan:1:附件1:一.{i}", "HAS_TASK") for i in (1, 2, 3)),
        Edge("qinglan:1:附件1:一.1", "qinglan:gx", "ASSIGNED", "lead"),
        Edge("qinglan:1:附件1:一.1", "qinglan:cz", "ASSIGNED", "support"),
        Edge("qinglan:1:附件1:一.2", "qinglan:cz", "ASSIGNED", "lead"),
        Edge("qinglan:1:附件1:一.2", "qinglan:x", "ASSIGNED", "support"),
        Edge("qinglan:1:附件1:一.3", "qinglan:x", "ASSIGNED", "responsible"),
    )
    return Subgraph(nodes, edges, len(nodes), len(edges))


@pytest.fixture(scope="session")
def large_graph() -> Callable[[int, int], Subgraph]:
    """Makes a plan with so many tasks and units, each task with a lead and two supporters."""
    return _large_graph


def _large_graph(tasks: int, units: int) -> Subgraph:
    nodes = [Node("p", "Plan", "云岭省任务清单")]
    edges = []
    for i in range(units):
        nodes.append(Node(f"u{i:04}", "Unit", f"第{i}局"))
    for i in range(tasks):
        text = f"第{i}项任务的原文,由牵头单位会同配合单位在年底前完成,每季度报送一次进展。" * 3
        nodes.append(
            Node(f"t{i:05}", "Task", f"推动第{i}项重点任务落地见效", {"text": text, "path": ["一", str(i)]})
        )
        edges.append(Edge("p", f"t{i:05}", "HAS_TASK"))
        for k, role in enumerate(("lead", "support", "support")):
            edges.append(Edge(f"t{i:05}", f"u{(i * 7 + k * 11 + i * i) % units:04}", "ASSIGNED", role))
    unique = {(e.source, e.target, e.type, e.role): e for e in edges}
    return Subgraph(tuple(nodes), tuple(unique.values()), len(nodes), len(unique))
