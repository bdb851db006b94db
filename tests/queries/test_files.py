"""Every query file: its head, its parameters, its rows on a real store."""

from __future__ import annotations

import pytest

from graph.catalogue import Catalogue, run
from graph.catalogue.head import parse_query
from graph.open import open_store
from tests.support.plans import plan
from zeren.errors import BadParameter, NotFound, QueryError

CATALOGUE = Catalogue()
CONTRACT = [
    "tasks_of_unit", "units_of_task", "outline_of_plan", "indicators_of_unit", "cooperators_of_unit", "load_of_units",
    "unled_tasks", "task_forces_of_plan", "citations_of_plan", "breakdown_of_indicator", "plans",
]  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    opened = open_store(f"ladybug://{tmp_path_factory.mktemp('queries')}/store")
    only = [{"part": "", "path": ["一"], "title": "公园", "lead": ["市财政局"]}]
    cited = plan(
        "云政发〔2031〕9号", "云岭省公园条例", "云岭省", parts=[], tasks=only, indicators=[], breakdowns=[]
    )
    opened.load([plan(), cited])
    yield opened
    opened.close()


def example(store, parameter):
    """A value of the data for a parameter that must be given."""
    first = {
        "unit": "MATCH (u:Unit {name: '市园林局'}) RETURN u.id AS id ORDER BY id",
        "plan": "MATCH (p:Plan {doc_number: '青政发〔2031〕1号', part: ''}) RETURN p.id AS id",
        "task": "MATCH (t:Task {title: '选址'}) RETURN t.id AS id ORDER BY id",
        "indicator": "MATCH (i:Indicator)-[:BREAKS_DOWN]->(:Region) RETURN i.id AS id ORDER BY id",
        "function": "MATCH (f:Function) RETURN f.id AS id ORDER BY id",
        "region": "MATCH (r:Region) RETURN r.id AS id ORDER BY id",
    }
    return store.read(first[parameter.type])[0]["id"] if parameter.type in first else parameter.example


def test_the_names_of_the_contract_are_there():
    assert set(CONTRACT) <= set(CATALOGUE.names())


@pytest.mark.parametrize("query", CATALOGUE.all(), ids=lambda q: q.name)
def test_rows_have_the_declared_columns_and_windows_are_consistent(store, query):
    given = {p.name: example(store, p) for p in query.parameters if p.default is None}
    whole = run(store, query, given)
    assert whole.total == len(whole.rows)
    assert all(list(row) == [column.name for column in query.columns] for row in whole.rows)
    pages = [run(store, query, given, offset=n, limit=1) for n in range(whole.total)]
    assert [page.rows[0] for page in pages] == whole.rows
    assert all(page.total == whole.total for page in pages)


@pytest.mark.parametrize("name", [n for n in CONTRACT if n != "plans"])
def test_the_contracts_queries_find_something(store, name):
    query = CATALOGUE.get(name)
    given = {p.name: example(store, p) for p in query.parameters if p.default is None}
    assert run(store, query, given).total > 0


def test_rows_are_right(store):
    def rows(name, **given):
        return run(store, CATALOGUE.get(name), given).rows

    assert [(row["title"], row["role"]) for row in rows("tasks_of_unit", unit="市园林局", roles="lead")][
        :1
    ] == [("新建公园", "lead")]
    assert (
        rows(
            "breakdown_of_indicator",
            indicator=example(store, CATALOGUE.get("breakdown_of_indicator").parameters[0]),
        )[0]["value"]
        == 2
    )
    force = rows("task_forces_of_plan", plan="青政发〔2031〕1号")[0]
    assert (force["office"], force["members"]) == ("市园林局", ["市园林局", "市财政局"])
    assert [row["title"] for row in rows("unled_tasks", plan="青政发〔2031〕1号")] == ["绿化"]


def test_what_does_not_fit_is_told_with_what_exists(store):
    query = CATALOGUE.get("tasks_of_unit")
    with pytest.raises(BadParameter, match="unit、roles"):
        run(store, query, {"boss": "1"})
    with pytest.raises(BadParameter, match="缺少参数 unit"):
        run(store, query, {})
    with pytest.raises(BadParameter, match="lead"):
        run(store, query, {"unit": "市园林局", "roles": "boss"})
    with pytest.raises(BadParameter) as several:
        run(store, query, {"unit": "市财政局"})
    assert len(several.value.candidates) == 2
    with pytest.raises(NotFound, match="tasks_of_unit"):
        CATALOGUE.get("nothing")


HEAD = "// title: x\n// param unit: unit — 单位 — e.g. 局\n// columns: task text\n"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("MATCH (n) RETURN n", "title"),
        (HEAD + "RETURN $unit AS task, $other AS b", "other"),
        (HEAD + "RETURN 1 AS task", "unit"),
        (HEAD.replace("unit: unit", "unit: thing") + "RETURN $unit AS task", ":2"),
        (HEAD.replace("task text", "task") + "RETURN $unit AS task", ":3"),
        (HEAD + "RETURN $unit AS task LIMIT $limit", "offset"),
    ],
)
def test_a_file_with_a_fault_is_refused_with_its_line(text, says):
    with pytest.raises(QueryError, match=says):
        parse_query("x", text, "x.cypher")


def test_a_folder_of_ones_own_is_read(tmp_path):
    (tmp_path / "mine.cypher").write_text(
        HEAD + "MATCH (t:Task)-[:ASSIGNED]->(:Unit {id: $unit}) RETURN t.id AS task ORDER BY task", "utf-8"
    )
    assert "mine" in Catalogue(tmp_path).names()
    (tmp_path / "plans.cypher").write_text(HEAD + "RETURN $unit AS task", "utf-8")
    with pytest.raises(QueryError, match="同名"):
        Catalogue(tmp_path)
