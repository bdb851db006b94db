"""Across regions: one function with its units everywhere, one action with those who carry it."""

from __future__ import annotations

import pytest

from graph.comparison import counterpart_subgraph, function_subgraph
from graph.open import open_store
from tests.support.plans import plan
from zeren.errors import NotFound


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    opened = open_store(f"ladybug://{tmp_path_factory.mktemp('compare')}/store")
    tasks = [
        {"part": "附件1", "path": ["一"], "title": "管护公园", "lead": ["州园林局"], "support": ["州财政局"]}
    ]
    other = plan(
        "沙政发〔2031〕2号", "沙溪州方案", "沙溪州", parts=[], indicators=[], breakdowns=[], tasks=tasks
    )
    assert {report.status for report in opened.load([plan(), other])} == {"loaded"}
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def function(store):
    rows = store.read("MATCH (u:Unit)-[:PERFORMS]->(f:Function) WHERE u.name = '市园林局' RETURN f.id AS id")
    return rows[0]["id"]


def test_a_function_is_joined_to_its_units_in_each_region(store, function):
    graph = function_subgraph(store, function, ("lead",))
    assert graph.nodes[0].kind == "Function"
    units = {n.label: n.properties["community"] for n in graph.nodes if n.kind == "Unit"}
    assert units == {"沙溪州 州园林局": "沙溪州", "青岚市 市园林局": "青岚市"}
    assert {n.label for n in graph.nodes if n.kind == "Task"} == {"新建公园", "选址", "管护公园"}
    assert (len(graph.nodes), len(graph.edges)) == (graph.total_nodes, graph.total_edges)


def test_the_totals_of_a_function_stay_when_less_is_drawn(store, function):
    whole = function_subgraph(store, function)
    some = function_subgraph(store, function, limit=4)
    assert (len(some.nodes), some.total_nodes) == (4, whole.total_nodes)


def test_a_task_stands_with_its_units_and_region(store):
    id = store.read("MATCH (t:Task) WHERE t.title = '管护公园' RETURN t.id AS id")[0]["id"]
    graph = counterpart_subgraph(store, id, ("lead", "support"))
    assert graph.nodes[0].properties["community"] == "沙溪州"
    assert {n.label for n in graph.nodes[1:]} >= {"沙溪州 州园林局", "沙溪州 州财政局"}


@pytest.mark.parametrize("look", [function_subgraph, counterpart_subgraph])
def test_what_is_not_there_is_not_found(store, look):
    with pytest.raises(NotFound):
        look(store, "nothing")
