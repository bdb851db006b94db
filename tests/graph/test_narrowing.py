import pytest

from graph.model import Edge, Node, Subgraph
from graph.narrowing import MOST, narrow


def graph_of(tasks, units):
    nodes = [Node("p", "Plan", "云岭省任务清单")]
    nodes += [Node(f"u{i}", "Unit", f"第{i}局") for i in range(units)]
    nodes += [Node(f"t{i}", "Task", f"第{i}项") for i in range(tasks)]
    edges = [Edge("p", f"t{i}", "HAS_TASK") for i in range(tasks)]
    edges += [Edge(f"t{i}", f"u{i % units if i % 3 else 0}", "ASSIGNED", "lead") for i in range(tasks)]
    return Subgraph(tuple(nodes), tuple(edges), len(nodes), len(edges))


def test_what_fits_stays_whole():
    graph = graph_of(10, 3)
    assert narrow(graph, 300, "p") == graph


@pytest.mark.parametrize("limit", [1, 2, 20, 100])
def test_never_more_than_the_limit(limit):
    assert len(narrow(graph_of(200, 40), limit, "p").nodes) == limit


def test_never_more_than_two_thousand():
    assert len(narrow(graph_of(2500, 40), 10_000, "p").nodes) == MOST


def test_totals_stay():
    graph = graph_of(200, 40)
    found = narrow(graph, 20, "p")
    assert (found.total_nodes, found.total_edges) == (len(graph.nodes), len(graph.edges))


def test_the_root_and_the_busiest_unit_are_kept():
    kept = {node.id for node in narrow(graph_of(200, 40), 10, "p").nodes}
    assert {"p", "u0"} <= kept


def test_edges_have_both_ends():
    found = narrow(graph_of(200, 40), 50, "p")
    kept = {node.id for node in found.nodes}
    assert all(edge.source in kept and edge.target in kept for edge in found.edges)


def test_edges_to_nodes_that_are_not_there_are_dropped():
    graph = Subgraph((Node("a", "Unit", "市财政局"),), (Edge("b", "a", "ASSIGNED", "lead"),), 1, 1)
    assert narrow(graph, 300).edges == ()
