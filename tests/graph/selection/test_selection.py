"""Selections of a plan, a unit, a region and a query's rows, and all of it, as tables."""

from __future__ import annotations

import pytest

from graph.catalogue import Catalogue, run
from graph.dump import dump
from graph.open import open_store
from graph.schema import EDGES, NODES
from graph.selection import Whole, of_plan, of_query, of_region, of_unit
from tests.support.plans import plan
from zeren.errors import NotFound

OTHER = plan(
    "沙政发〔2031〕2号", "沙溪州方案", "沙溪州", citations=[], breakdowns=[], parts=[],
    tasks=[{"part": "", "path": ["一"], "title": "修路", "lead": ["州交通运输局"], "support": ["州财政局"]}],
)  # fmt: skip
SECOND = plan(
    "青政发〔2031〕2号", "青岚市绿化方案", parts=[], indicators=[], breakdowns=[],
    citations=[{"title": "青岚市稳增长工作方案", "doc_number": "青政发〔2031〕1号"}],
    tasks=[{"part": "", "path": ["一"], "title": "植树", "lead": ["市园林局"], "support": ["市园林局", "市水利局"]}],
)  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    opened = open_store(f"ladybug://{tmp_path_factory.mktemp('selection')}/store")
    opened.load([plan(), SECOND, OTHER])
    yield opened
    opened.close()


def id_of(store, label, name):
    key = "title" if label in {"Plan", "Task"} else "name"
    return store.read(f"MATCH (n:{label} {{{key}: $name}}) RETURN n.id AS id ORDER BY id", {"name": name})[0][
        "id"
    ]


def texts(contents, label, column):
    node = next(node for node in NODES if node.label == label)
    return contents.nodes(node).column(column).to_pylist()


def count(contents):
    nodes = {node.label: contents.nodes(node).num_rows for node in NODES}
    return nodes, {edge.name: contents.edges(edge).num_rows for edge in EDGES}


def lines(contents):
    """Every row, to compare with those of another selection."""
    tables = [(n.label, contents.nodes(n)) for n in NODES] + [(e.name, contents.edges(e)) for e in EDGES]
    return [(name, tuple(map(str, row.items()))) for name, table in tables for row in table.to_pylist()]


def test_all_of_a_store_has_what_a_dump_has(store):
    nodes, edges = count(Whole(store))
    assert sum(nodes.values()) + sum(edges.values()) == len(list(dump(store)))


def test_tables_have_the_schemas_types_also_when_empty(store):
    table = Whole(store).edges(next(edge for edge in EDGES if edge.name == "FOLLOWS"))
    assert (table.num_rows, table.schema.names) == (0, ["source", "target"])
    empty = of_query(store, [])
    for node in NODES:
        assert empty.nodes(node).schema == Whole(store).nodes(node).schema
    for edge in EDGES:
        assert empty.edges(edge).schema == Whole(store).edges(edge).schema


def test_a_plan_comes_with_all_that_it_says_and_nothing_of_others(store):
    chosen = of_plan(store, id_of(store, "Plan", "青岚市稳增长工作方案"))
    assert texts(chosen, "Task", "title") == ["新建公园", "选址", "绿化"]
    assert "州交通运输局" not in texts(chosen, "Unit", "name")
    assert "云岭省公园条例" in texts(chosen, "Plan", "title")
    _, edges = count(chosen)
    assert edges["HAS_SUBTASK"] == 2
    assert edges["ASSIGNED"] == 6
    assert edges["HAS_FINDING"] == 1
    assert edges["MEMBER_OF"] == 2
    assert edges["BREAKS_DOWN"] == 2
    assert edges["CITES"] == 1


def test_the_plans_of_a_store_together_are_all_of_it(store):
    rows = store.read("MATCH (r:Region {level: 'province'}) RETURN r.id AS id")
    chosen = [line for row in rows for line in lines(of_region(store, row["id"]))]
    regions = store.read("MATCH (:Plan)-[:COVERS]->(r:Region) RETURN DISTINCT r.id AS id")
    chosen += [line for row in regions for line in lines(of_region(store, row["id"]))]
    assert set(chosen) == set(lines(Whole(store)))


def test_a_unit_comes_with_its_tasks_and_their_plans(store):
    unit = id_of(store, "Unit", "市园林局")
    chosen = of_unit(store, unit)
    assert sorted(texts(chosen, "Task", "title")) == sorted(["新建公园", "选址", "绿化", "植树"])
    assert "市水利局" in texts(chosen, "Unit", "name")
    assert "州财政局" not in texts(chosen, "Unit", "name")
    nodes, edges = count(chosen)
    # two roles in one task are two edges, each once
    assert edges["ASSIGNED"] == 9
    assert edges["IN_REGION"] == nodes["Unit"]


def test_a_selection_is_a_part_of_the_whole(store):
    whole = set(lines(Whole(store)))
    for chosen in (
        of_unit(store, id_of(store, "Unit", "市园林局")),
        of_plan(store, id_of(store, "Plan", "青岚市绿化方案")),
    ):
        found = lines(chosen)
        assert set(found) < whole
        assert len(found) == len(set(found))


def test_the_rows_of_a_query_with_the_edges_between_them(store):
    unit = id_of(store, "Unit", "市园林局")
    rows = run(store, Catalogue().get("tasks_of_unit"), {"unit": unit, "roles": "lead"}).rows
    chosen = of_query(store, rows, {"Unit": unit})
    nodes, edges = count(chosen)
    assert (nodes["Task"], nodes["Unit"], nodes["Plan"]) == (3, 1, 2)
    assert (edges["HAS_TASK"], edges["HAS_SUBTASK"]) == (3, 1)
    assert edges["ASSIGNED"] == 4


def test_what_is_not_there_is_told(store):
    for choose in (of_plan, of_unit, of_region):
        with pytest.raises(NotFound):
            choose(store, "nothing")
