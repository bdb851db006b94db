from graph.model import Edge, Node, Subgraph
from viz.network import network_data
from viz.view import make_view


def test_nodes_and_edges_are_those_of_the_subgraph(plan_graph):
    data = network_data(make_view(plan_graph, "青岚市"))
    assert [node["id"] for node in data["nodes"]] == [node.id for node in plan_graph.nodes]
    assert len(data["edges"]) == len(plan_graph.edges)


def test_it_stands_still(plan_graph):
    assert network_data(make_view(plan_graph, "青岚市"))["options"]["physics"] == {"enabled": False}


def test_two_roles_between_the_same_ends_are_two_edges():
    nodes = (Node("t", "Task", "推动技术改造"), Node("u", "Unit", "市工信局"))
    edges = (Edge("t", "u", "ASSIGNED", "lead"), Edge("t", "u", "ASSIGNED", "support"))
    data = network_data(make_view(Subgraph(nodes, edges, 2, 2), "青岚市"))
    assert [edge["role"] for edge in data["edges"]] == ["lead", "support"]


def test_no_node_has_a_title_that_could_become_markup(plan_graph):
    assert all("title" not in node for node in network_data(make_view(plan_graph, "青岚市"))["nodes"])


def test_tasks_beside_a_unit_are_grouped_by_its_role(plan_graph):
    nodes = network_data(make_view(plan_graph, "市财政局", "qinglan:cz", "unit"))["nodes"]
    groups = {node["id"]: node["group"] for node in nodes}
    assert groups["qinglan:1:附件1:一.1"] == "Task-support"
    assert groups["qinglan:1:附件1:一.2"] == "Task-lead"
    assert groups["qinglan:1:附件1:一.3"] == "Task"
