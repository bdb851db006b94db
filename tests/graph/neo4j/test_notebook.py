"""py2neo's objects on the real server, as a notebook uses them."""

from __future__ import annotations

import re
from pathlib import Path

import networkx as nx
import pytest

from graph.notebook import Indicator, Plan, Repository, Task, Unit
from graph.open import open_store
from graph.selection import Whole, of_plan, of_unit, to_networkx
from tests.neo4j.server import PASSWORD
from tests.support.traps import traps
from zeren.errors import StoreError

pytestmark = [pytest.mark.neo4j, pytest.mark.xdist_group("neo4j")]


@pytest.fixture(scope="module")
def loaded(running):
    running.clear()
    opened = open_store(running.url, neo4j_password=PASSWORD)
    opened.load(traps())
    yield opened
    opened.close()


@pytest.fixture
def graph(running, loaded):
    opened = Repository(running.url, auth=("neo4j", PASSWORD))
    yield opened
    opened.close()


def test_a_unit_and_what_it_leads(graph, loaded):
    unit = graph.match(Unit).where("_.id STARTS WITH 'x-青岚市'", name="市园林局").first()
    assert repr(unit) == "<Unit 市园林局>"
    led = loaded.read(
        "MATCH (t:Task)-[a:ASSIGNED {role: 'lead'}]->(:Unit {id: $id}) RETURN t.id AS id ORDER BY a.sort, id",
        {"id": unit.id},
    )
    assert len(led) >= 2_000
    assert [task.id for task in unit.tasks_as("lead")] == [row["id"] for row in led]


def test_a_task_of_which_one_unit_has_every_role(graph):
    task = graph.match(Task).where(title="两种角色").first()
    for role in ("lead", "support", "responsible"):
        assert [unit.name for unit in task.units_as(role)] == ["市财政局"]
    assert task.units_as("none") == []
    assert [plan.doc_number for plan in task.plans] == ["青政发〔2031〕7号"]


def test_a_plan_its_annexes_and_what_it_cites(graph):
    plan = graph.match(Plan).where(doc_number="云政发〔2031〕1号", part="").first()
    assert [each.doc_number for each in plan.cites] == ["云政发〔2031〕2号"]
    assert [each.doc_number for each in plan.cited_by] == ["云政发〔2031〕3号"]
    annex = next(iter(plan.parts))
    assert annex.root == plan.id
    assert {task.part for task in annex.tasks} == {annex.part}


def test_an_indicator_and_who_answers_for_it(graph):
    unit, indicator = next(
        (unit, indicator)
        for unit in graph.match(Unit)
        for role in ("lead", "responsible")
        for indicator in unit.indicators_as(role)
    )
    assert isinstance(indicator, Indicator)
    assert unit in list(indicator.units)
    assert indicator.name
    assert [type(plan) for plan in indicator.plans] == [Plan]


def test_networkx_gets_the_graph_that_the_store_gives(graph, loaded):
    assert nx.utils.graphs_equal(graph.to_networkx(), to_networkx(Whole(loaded)))
    plan = graph.match(Plan).where(doc_number="青政发〔2031〕1号", part="").first()
    assert nx.utils.graphs_equal(graph.to_networkx(plan), to_networkx(of_plan(loaded, plan.id)))
    unit = graph.match(Unit).where(name="州教育局").first()
    found = Repository.wrap(graph.graph).to_networkx(unit)
    assert nx.utils.graphs_equal(found, to_networkx(of_unit(loaded, unit.id)))


def test_objects_are_for_reading(graph):
    unit = graph.match(Unit).first()
    with pytest.raises(StoreError, match="zeren load"):
        graph.save(unit)
    with pytest.raises(StoreError, match="zeren load"):
        graph.delete(unit)


def test_the_page_about_notebooks(running, loaded):
    """Every block about py2neo, run in turn as in one notebook."""
    text = (Path(__file__).parents[3] / "docs" / "notebook.md").read_text("utf-8")
    blocks = re.findall(r"```python py2neo\n(.*?)```", text, re.S)
    assert len([line for line in blocks[0].splitlines() if line]) == 3
    code = "".join(blocks).replace("bolt://localhost:7687", running.url).replace('"password"', repr(PASSWORD))
    names = {}
    exec(compile(code, "notebook.md", "exec"), names)
    assert names["plan"].id in names["network"]
    names["graph"].close()
