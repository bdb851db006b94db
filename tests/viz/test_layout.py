import dataclasses
from itertools import combinations

import pytest

from graph.model import Node, Subgraph
from viz.labels import boxes
from viz.layout import layout


def overlapping(graph, root=""):
    sized, places = boxes(graph, root), layout(graph, boxes(graph, root), root)
    return [
        (a, b)
        for a, b in combinations(places, 2)
        if abs(places[a][0] - places[b][0]) < (sized[a].width + sized[b].width) / 2
        and abs(places[a][1] - places[b][1]) < (sized[a].height + sized[b].height) / 2
    ]


def test_the_order_of_nodes_and_edges_does_not_matter(plan_graph):
    turned = dataclasses.replace(plan_graph, nodes=plan_graph.nodes[::-1], edges=plan_graph.edges[::-1])
    assert layout(plan_graph, boxes(plan_graph), "qinglan:1") == layout(turned, boxes(turned), "qinglan:1")


@pytest.mark.parametrize("root", ["qinglan:1", "qinglan:gx", ""])
def test_labels_do_not_overlap(plan_graph, root):
    assert overlapping(plan_graph, root) == []


def test_labels_of_a_full_picture_do_not_overlap(large_graph):
    assert overlapping(large_graph(220, 60), "p") == []


def test_the_root_stands_at_the_origin(plan_graph):
    assert layout(plan_graph, boxes(plan_graph, "qinglan:gx"), "qinglan:gx")["qinglan:gx"] == (0, 0)


def test_two_thousand_nodes_all_have_places_of_their_own(large_graph):
    graph = large_graph(1700, 250)
    places = layout(graph, boxes(graph, "p"), "p")
    assert len(set(places.values())) == len(graph.nodes)


def test_without_a_root_communities_have_places_of_their_own(large_graph):
    graph = large_graph(400, 40)
    places = layout(graph, boxes(graph))
    assert len(set(places.values())) == len(graph.nodes)


def test_one_node_stands_at_the_origin():
    graph = Subgraph((Node("a", "Unit", "市财政局"),), (), 1, 0)
    assert layout(graph, boxes(graph)) == {"a": (0, 0)}


def test_no_nodes_have_no_places():
    assert layout(Subgraph(), {}) == {}
