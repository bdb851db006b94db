"""The networkx graph, the cooperation of units and the chains between them."""

from __future__ import annotations

import itertools

import networkx as nx
import pytest

from graph.catalogue import Catalogue, run
from graph.open import open_store
from graph.selection import Whole, cooperation, measured, of_plan, shortest_chain, to_networkx
from tests.support.plans import plan
from zeren.errors import NotFound

CHAIN = plan(
    parts=[], indicators=[], breakdowns=[], citations=[],
    tasks=[
        {"part": "", "path": ["一"], "title": "甲乙", "lead": ["市财政局"], "support": ["市教育局"]},
        {"part": "", "path": ["二"], "title": "甲乙再", "lead": ["市教育局"], "support": ["市财政局"]},
        {"part": "", "path": ["三"], "title": "乙丙", "lead": ["市教育局"], "support": ["市水利局", "市商务局"]},
        {"part": "", "path": ["四"], "title": "丙丁", "responsible": ["市水利局", "市民政局"]},
        {"part": "", "path": ["五"], "title": "独自", "lead": ["市审计局"]},
    ],
)  # fmt: skip


@pytest.fixture(scope="module")
def graph(tmp_path_factory):
    opened = open_store(f"ladybug://{tmp_path_factory.mktemp('network')}/store")
    opened.load([CHAIN])
    yield to_networkx(Whole(opened))
    opened.close()


@pytest.fixture(scope="module")
def names(graph):
    return {data["label"]: id for id, data in graph.nodes(data=True) if data["kind"] == "Unit"}


def test_nodes_and_edges_carry_their_properties(graph, names):
    unit = graph.nodes[names["市财政局"]]
    assert (unit["kind"], unit["unit_kind"], unit["aliases"]) == ("Unit", "bureau", ["市财政局"])
    assert all(value is not None for _, data in graph.nodes(data=True) for value in data.values())
    task = next(id for id, data in graph.nodes(data=True) if data["label"] == "甲乙")
    (edge,) = graph.get_edge_data(task, names["市财政局"]).values()
    assert (edge["type"], edge["role"], edge["raw"]) == ("ASSIGNED", "lead", "市财政局")


def test_no_two_nodes_or_edges_share_a_name(tmp_path):
    opened = open_store(f"ladybug://{tmp_path}/store")
    opened.load([plan(), CHAIN])
    graph = to_networkx(Whole(opened))
    rows = [opened.read("MATCH (n) RETURN count(*) AS n")[0]["n"],
            opened.read("MATCH ()-[e]->() RETURN count(*) AS n")[0]["n"]]  # fmt: skip
    assert [len(graph), graph.number_of_edges()] == rows
    keys = [key for *_, key in graph.edges(keys=True)]
    assert len(keys) == len(set(keys))
    opened.close()


def test_units_are_joined_by_the_tasks_that_they_share(graph, names):
    joined = cooperation(graph)
    weights = {frozenset((a, b)): data["weight"] for a, b, data in joined.edges(data=True)}
    assert weights[frozenset((names["市财政局"], names["市教育局"]))] == 2
    assert weights[frozenset((names["市水利局"], names["市民政局"]))] == 1
    # those that support the same lead aren't joined to each other
    assert frozenset((names["市水利局"], names["市商务局"])) not in weights
    assert joined.nodes[names["市教育局"]]["tasks"] == 3
    assert joined.degree(names["市审计局"]) == 0


def test_measures(graph, names):
    found = measured(cooperation(graph))
    education = found.nodes[names["市教育局"]]
    assert (education["degree"], education["strength"]) == (3, 4)
    assert education["betweenness"] == max(data["betweenness"] for _, data in found.nodes(data=True))
    assert found.nodes[names["市审计局"]]["betweenness"] == 0
    together = {found.nodes[names[name]]["community"] for name in ("市财政局", "市教育局")}
    assert len(together) == 1
    assert found.nodes[names["市审计局"]]["community"] not in together
    assert nx.utils.graphs_equal(found, measured(cooperation(graph)))


def test_nothing_to_measure():
    assert len(measured(cooperation(nx.MultiDiGraph()))) == 0


def test_the_shortest_chain(graph, names):
    chain = shortest_chain(graph, names["市财政局"], names["市民政局"])
    assert [(graph.nodes[a]["label"], graph.nodes[b]["label"]) for a, _, b in chain] == [
        ("市财政局", "市教育局"), ("市教育局", "市水利局"), ("市水利局", "市民政局"),
    ]  # fmt: skip
    assert [graph.nodes[task]["label"] for _, task, _ in chain] == ["甲乙", "乙丙", "丙丁"]
    assert shortest_chain(graph, names["市财政局"], names["市财政局"]) == []


def test_no_chain_is_told(graph, names):
    with pytest.raises(NotFound):
        shortest_chain(graph, names["市财政局"], names["市审计局"])
    with pytest.raises(NotFound):
        shortest_chain(graph, names["市财政局"], "nothing")


def test_a_part_is_the_same_graph_as_all_when_there_is_one_plan(tmp_path):
    opened = open_store(f"ladybug://{tmp_path}/store")
    root = opened.load([CHAIN])[0].plan
    assert nx.utils.graphs_equal(to_networkx(of_plan(opened, root)), to_networkx(Whole(opened)))
    opened.close()


def test_the_named_query_finds_the_same_lengths(tmp_path):
    opened = open_store(f"ladybug://{tmp_path}/store")
    opened.load([CHAIN, plan("青政发〔2031〕2号")])
    graph = to_networkx(Whole(opened))
    units = sorted(id for id, data in graph.nodes(data=True) if data["kind"] == "Unit")
    query = Catalogue().get("cooperation_chain")
    lengths = set()
    for start, stop in itertools.permutations(units, 2):
        rows = run(opened, query, {"from": start, "to": stop}).rows
        try:
            length = len(shortest_chain(graph, start, stop))
        except NotFound:
            length = 0
        assert {row["steps"] for row in rows} == ({length} if 0 < length <= 3 else set())
        lengths.add(length)
    assert lengths == {0, 1, 2, 3, 4}
    opened.close()


def test_the_named_query_says_over_whom(tmp_path, names):
    opened = open_store(f"ladybug://{tmp_path}/store")
    opened.load([CHAIN])
    rows = run(opened, Catalogue().get("cooperation_chain"), {"from": "市财政局", "to": "市民政局"}).rows
    assert rows == [
        {"steps": 3, "via": names["市教育局"], "via_name": "市教育局", "second": names["市水利局"],
         "second_name": "市水利局", "tasks": 2},
    ]  # fmt: skip
    opened.close()
