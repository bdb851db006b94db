"""Counterparts of one task: every edge from the threshold on is a row."""

from __future__ import annotations

import pytest

from bench.generator import generate
from graph.catalogue import Catalogue
from graph.catalogue.run import run_values
from graph.cyphers import internal
from graph.open import open_store

EDGES = "MATCH (a:Task)-[s:SIMILAR_TO]->(b:Task) RETURN a.id AS a, b.id AS b, s.score AS score, s.threshold AS threshold"


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """So many tasks that Ladybug loses rows where an edge is filtered in the middle of a pattern."""
    opened = open_store(f"ladybug://{tmp_path_factory.mktemp('counterparts')}/store")
    opened.load(generate(700, seed=3))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def counterparts(store):
    """{task: its counterparts} as the edges have them; tasks whose pairs are all too weak are there, too."""
    found = {}
    for row in store.read(EDGES):
        for one, other in ((row["a"], row["b"]), (row["b"], row["a"])):
            found.setdefault(one, set()).update({other} if row["score"] >= row["threshold"] else ())
    assert len({len(each) for each in found.values()}) > 2
    return found


def test_the_list_has_them_all(store, counterparts):
    query = Catalogue().get("counterparts_of_task")
    found = {
        task: {row["task"] for row in run_values(store, query, {"task": task, "weak": False}).rows}
        for task in counterparts
    }
    assert found == counterparts


def test_the_picture_has_them_all(store, counterparts):
    cypher = internal("graph_counterparts_of_task")
    found = {task: {row["id"] for row in store.read(cypher, {"task": task})} for task in counterparts}
    assert found == counterparts
