"""`export --format neo4j-admin`, imported by the server's own tool, against a graph loaded by the driver."""

from __future__ import annotations

import os
import subprocess

import pytest

from graph.catalogue import Catalogue, run
from graph.dump import dump
from graph.export import write_neo4j_admin
from graph.open import open_store
from graph.selection import Whole, of_plan
from tests.neo4j.server import PASSWORD, Neo4jServer
from tests.support.plans import plan
from tests.support.traps import ODD_NAMES, traps

pytestmark = [pytest.mark.neo4j, pytest.mark.xdist_group("neo4j")]

LATER = plan("青政发〔2031〕90号", "青岚市后来的方案", parts=[], indicators=[], breakdowns=[])
ODD_LIST = plan(
    "沙政发〔2031〕8号", "沙溪州“列表”方案", "沙溪州",
    tasks=[{"part": "", "path": ["一;1", "二,2", '"三"'], "title": "路径;里,有\"分隔符", "lead": ["州;财,政\"局"]}],
)  # fmt: skip


def admin_import(home: Neo4jServer, folder):
    """Run the script that came with the files, on a `neo4j-admin` made of the Maven jars; what it prints."""
    shim = home.home / "bin"
    shim.mkdir(exist_ok=True)
    home.write_admin(shim / "neo4j-admin")
    environment = {**home.environment(), "PATH": f"{shim}:{os.environ['PATH']}"}
    done = subprocess.run(
        [folder / "import.sh"], env=environment, capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def embedded(tmp_path_factory):
    opened = open_store(f"ladybug://{tmp_path_factory.mktemp('import')}/store")
    opened.load([*traps(), ODD_LIST])
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def imported(embedded, tmp_path_factory):
    """A store on a server that holds what was imported."""
    folder = tmp_path_factory.mktemp("files") / "admin"
    write_neo4j_admin(Whole(embedded), folder, embedded)
    server = Neo4jServer(tmp_path_factory.mktemp("imported"))
    admin_import(server, folder)
    server.start()
    opened = open_store(server.url, neo4j_password=PASSWORD, read_only=True)
    yield opened
    opened.close()
    server.stop(kill=True)


@pytest.fixture(scope="module")
def loaded(running):
    """A store that the driver loaded."""
    running.clear()
    opened = open_store(running.url, neo4j_password=PASSWORD)
    opened.load([*traps(), ODD_LIST])
    yield opened
    opened.close()


COUNTS = (
    "MATCH (n) RETURN count(*) AS n",
    "MATCH ()-[e]->() RETURN count(*) AS n",
    "MATCH (n) UNWIND labels(n) AS label RETURN label, count(*) AS n ORDER BY label",
    "MATCH ()-[e]->() RETURN type(e) AS type, count(*) AS n ORDER BY type",
)
QUERIES = [
    ("tasks_of_unit", {"unit": None}), ("cooperators_of_unit", {"unit": None}),
    ("load_of_units", {}), ("plans", {}), ("units_of_task", {"task": None}),
    ("outline_of_plan", {"plan": "青政发〔2031〕7号"}), ("unled_tasks", {"plan": "青政发〔2031〕1号"}),
    ("task_forces_of_plan", {"plan": "青政发〔2031〕1号"}), ("citations_of_plan", {"plan": "青政发〔2031〕1号"}),
    ("indicators_of_unit", {"unit": None}), ("indicators_by_name", {"name": "并列"}),
    ("due_tasks", {"before": "2031-12-31"}),
]  # fmt: skip
SOME = {
    "task": "MATCH (t:Task {title: '两种角色'}) RETURN t.id AS id",
    "unit": "MATCH (u:Unit {name: '市园林局'})-[:IN_REGION]->(:Region {name: '青岚市'}) RETURN u.id AS id",
}


@pytest.mark.parametrize("statement", COUNTS)
def test_counts_are_those_of_the_driver(imported, loaded, statement):
    assert imported.read(statement) == loaded.read(statement)


def test_every_node_and_edge_is_that_of_the_driver(imported, loaded):
    assert list(dump(imported)) == list(dump(loaded))


def test_a_path_with_every_separator_in_it(imported):
    rows = imported.read(
        "MATCH (t:Task {title: $title}) RETURN t.path AS path", {"title": '路径;里,有"分隔符'}
    )
    assert rows == [{"path": ["一;1", "二,2", '"三"']}]
    names = {row["name"] for row in imported.read("MATCH (u:Unit) RETURN u.name AS name")}
    assert {"市$plan局", '市"引号"局', "市反斜\\杠局", "市换\n行局"} <= names & set(ODD_NAMES)


@pytest.mark.parametrize(("name", "given"), QUERIES, ids=lambda each: each if isinstance(each, str) else "")
def test_queries_give_the_rows_of_the_driver(imported, loaded, name, given):
    query = Catalogue().get(name)
    known = {kind: loaded.read(statement)[0]["id"] for kind, statement in SOME.items()}
    given = {key: known[key] if value is None else value for key, value in given.items()}
    expected = run(loaded, query, given)
    assert run(imported, query, given) == expected
    assert expected.total > 0


def test_constraints_and_indexes_are_made_on_first_contact(imported):
    states = {row["name"]: row["state"] for row in imported.read("SHOW INDEXES YIELD name, state")}
    assert {states[name] for name in ("unit_name", "task_id", "meta_id", "kept_id")} == {"ONLINE"}
    assert "sought" in states


def test_documents_and_extractions_came_too(imported, loaded):
    assert [(r.id, r.report) for r in imported.documents()] == [(r.id, r.report) for r in loaded.documents()]
    for record in loaded.documents():
        assert imported.extraction(record.id) == loaded.extraction(record.id)


def test_it_goes_on_as_a_store_of_ours(imported, loaded):
    assert [report.status for report in imported.load([traps()[0]])] == ["unchanged"]
    gone = next(record.plan for record in imported.documents() if record.title == "青岚市两千项任务")
    for store in (imported, loaded):
        assert store.load([LATER])[0].status == "loaded"
        store.remove(gone)
    assert list(dump(imported)) == list(dump(loaded))
    imported.rebuild()
    assert list(dump(imported)) == list(dump(loaded))


def test_a_part_is_a_graph_to_look_at(embedded, tmp_path_factory):
    folder = tmp_path_factory.mktemp("part") / "admin"
    root = embedded.documents()[0].plan
    nodes, edges = write_neo4j_admin(of_plan(embedded, root), folder)
    assert "一部分" in (folder / "README.md").read_text("utf-8")
    said = admin_import(Neo4jServer(tmp_path_factory.mktemp("part-home")), folder)
    assert f"{nodes} nodes" in said
    assert f"{edges} relationships" in said
