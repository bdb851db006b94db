"""Loading, replacing and removing on Neo4j: what the embedded engine gives, line by line."""

from __future__ import annotations

import itertools

import pytest

from graph.dump import dump
from graph.open import open_store
from tests.neo4j.server import PASSWORD
from tests.support.plans import plan
from zeren.errors import LoadRunning, NotFound, QueryError, QueryTimeout

pytestmark = [pytest.mark.neo4j, pytest.mark.xdist_group("neo4j")]

CITY = plan()
PROVINCE = plan("云政发〔2031〕9号", "云岭省公园条例", "云岭省")
OTHER = plan("沙政发〔2031〕2号", "沙溪州方案", "沙溪州")
SAME_CITY = plan(
    "青政发〔2031〕2号", "青岚市绿化方案",
    citations=[{"title": "青岚市稳增长工作方案", "doc_number": "青政发〔2031〕1号"},
               {"title": "没有载入的办法", "doc_number": None}],
    tasks=[{"part": "", "path": ["一"], "title": "植树", "lead": ["青岚市园林局"], "support": ["市财政局"]}],
)  # fmt: skip


def embedded(tmp_path, *loads):
    """The embedded engine's graph of these documents."""
    opened = open_store(f"ladybug://{tmp_path}/embedded-{len(list(tmp_path.iterdir()))}")
    for each in loads:
        opened.load([each])
    lines = list(dump(opened))
    opened.close()
    return lines


def test_a_document_loads_and_a_query_answers(store):
    report = store.load([CITY])[0]
    assert (report.status, report.tasks, report.units, report.indicators) == ("loaded", 3, 3, 2)
    assert store.read("MATCH (t:Task) RETURN count(*) AS n") == [{"n": 3}]


def test_any_order_gives_the_graph_of_the_embedded_engine(server, tmp_path):
    expected = embedded(tmp_path, CITY, PROVINCE, OTHER, SAME_CITY)
    for order in list(itertools.permutations([CITY, PROVINCE, OTHER, SAME_CITY]))[::5]:
        server.clear()
        opened = open_store(server.url, neo4j_password=PASSWORD)
        for each in order:
            opened.load([each])
        assert list(dump(opened)) == expected
        opened.close()


def test_all_at_once_gives_the_same_graph(store, tmp_path):
    store.load([SAME_CITY, OTHER, CITY, PROVINCE])
    assert list(dump(store)) == embedded(tmp_path, CITY, PROVINCE, OTHER, SAME_CITY)


def test_a_replaced_plan_gives_the_graph_of_its_new_version(store, tmp_path):
    store.load([CITY, SAME_CITY, PROVINCE])
    changed = plan(
        tasks=[
            {"part": "附件1", "path": ["二"], "title": "新建公园", "lead": ["市林业局"]},
            {"part": "附件1", "path": ["二", "(三)"], "title": "养护", "responsible": ["市园林局"]},
        ],
        citations=[],
    )
    report = store.load([changed])[0]
    assert report.status == "replaced"
    assert "附件1 二.(三)" in report.change.added
    assert list(dump(store)) == embedded(tmp_path, changed, SAME_CITY, PROVINCE)


def test_removing_gives_exactly_the_graph_without(store, tmp_path):
    reports = store.load([CITY, PROVINCE, OTHER, SAME_CITY])
    opened = open_store(f"ladybug://{tmp_path}/other")
    opened.load([CITY, PROVINCE, OTHER, SAME_CITY])
    for report in reports[:3]:
        removal, expected = store.remove(report.plan), opened.remove(report.plan)
        assert (dict(removal.nodes), dict(removal.edges)) == (dict(expected.nodes), dict(expected.edges))
        assert list(dump(store)) == list(dump(opened))
    opened.close()
    with pytest.raises(NotFound):
        store.remove("nothing")


def test_loading_twice_changes_nothing(store):
    store.load([CITY])
    before = store.generation()
    assert [report.status for report in store.load([CITY])] == ["unchanged"]
    assert store.generation() == before


def test_each_load_is_a_new_generation(store):
    seen = {store.generation()}
    for each in (CITY, OTHER):
        store.load([each])
        seen.add(store.generation())
    assert len(seen) == 3


def test_another_title_under_the_same_number_is_refused_unless_told(store):
    store.load([CITY])
    other = plan(title="青岚市完全不同的方案")
    assert "--replace" in store.load([other])[0].error
    assert store.load([other], replace=True)[0].status == "replaced"


def test_an_annex_of_its_own_joins_its_plan(store, tmp_path):
    root = store.load([CITY])[0].plan
    annex = plan(
        "", "青岚市道路方案", parts=[], indicators=[], breakdowns=[],
        tasks=[{"part": "", "path": ["一"], "title": "修路", "lead": ["市交通运输局"]}],
    )  # fmt: skip
    assert store.load([annex], annex_of=root)[0].plan == root
    assert store.load([annex], annex_of="nothing")[0].status == "failed"
    opened = open_store(f"ladybug://{tmp_path}/other")
    opened.load([CITY])
    opened.load([annex], annex_of=root)
    assert list(dump(store)) == list(dump(opened))
    opened.close()


def test_rebuilding_gives_the_same_graph_and_removes_what_is_not_ours(store, server):
    store.load([CITY, SAME_CITY])
    before = list(dump(store))
    server.query("MATCH (t:Task) DETACH DELETE t")
    server.query("CREATE (:Task {id: 'stray'})")
    assert [report.status for report in store.rebuild()] == ["loaded", "loaded"]
    assert list(dump(store)) == before


def test_extraction_and_catalog_are_kept(server, store):
    report = store.load([CITY])[0]
    again = open_store(server.url, neo4j_password=PASSWORD, read_only=True)
    assert again.extraction(report.document) == CITY
    assert [record.file_name for record in again.documents()] == [CITY.doc]
    assert again.documents()[0].report == report
    with pytest.raises(NotFound):
        again.extraction("nothing")
    again.close()


def test_two_programs_write_one_graph(server, store, tmp_path):
    other = open_store(server.url, neo4j_password=PASSWORD)
    store.load([CITY])
    other.load([SAME_CITY])
    store.load([PROVINCE])
    other.remove(other.documents()[0].plan)
    left = [
        each for each in (CITY, PROVINCE, SAME_CITY) if each.doc in {r.file_name for r in store.documents()}
    ]
    assert len(left) == 2
    assert list(dump(store)) == embedded(tmp_path, *left)
    other.close()


def test_a_second_load_in_one_program_is_told(store):
    with store._writing(), pytest.raises(LoadRunning):
        store.load([CITY])


def test_reading_cannot_write(store):
    with pytest.raises(QueryError):
        store.read("CREATE (n:Task {id: 'x'}) RETURN n.id AS id")


def test_several_statements_are_refused(store):
    with pytest.raises(QueryError):
        store.read("MATCH (n) RETURN n.id AS id; MATCH (m) RETURN m.id AS id")


def test_a_slow_query_is_stopped(store):
    with pytest.raises(QueryTimeout, match="超时"):
        store.read(
            "UNWIND range(1, 100000000) AS x UNWIND range(1, 1000) AS y RETURN sum(x * y) AS s",
            timeout_ms=300,
        )


def test_what_cannot_be_sent_is_told(store):
    with pytest.raises(QueryError):
        store.read("RETURN $x AS x", {"x": "\ud800"})
    with pytest.raises(QueryError):
        store.read("RETURN $x AS x", {"x": 1 << 80})
