from xml.etree import ElementTree

import pytest

from graph.model import Node, Subgraph
from viz.svg import render_svg
from viz.view import make_view

NS = {"svg": "http://www.w3.org/2000/svg"}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_node_and_edge_is_drawn(plan_graph, theme):
    tree = ElementTree.fromstring(render_svg(make_view(plan_graph, "青岚市", "qinglan:1"), theme))
    titles = [found.text for found in tree.findall("svg:g/svg:title", NS)]
    assert titles == [node.label for node in plan_graph.nodes]
    assert len(tree.findall("svg:path", NS)) == len(plan_graph.edges) + 3


def test_a_hostile_name_is_text(plan_graph):
    assert "<img" not in render_svg(make_view(plan_graph, "<script>"))


def test_control_characters_do_not_break_it():
    graph = Subgraph((Node("a", "Unit", "市财\x07政局"),), (), 1, 0)
    assert ElementTree.fromstring(render_svg(make_view(graph, "青\x00岚市"))) is not None


def test_an_empty_view_is_a_title():
    assert "青岚市" in render_svg(make_view(Subgraph(), "青岚市"))
