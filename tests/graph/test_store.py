"""Loading, replacing and removing on the embedded engine."""

from __future__ import annotations

import itertools
import threading

import pytest

from graph.dump import dump
from graph.open import open_store
from tests.support.plans import plan
from zeren.errors import LoadRunning, NotFound, QueryError, StoreError, StoreUnavailable

CITY = plan()
PROVINCE = plan("云政发〔2031〕9号", "云岭省公园条例", "云岭省")
OTHER = plan("沙政发〔2031〕2号", "沙溪州方案", "沙溪州")


def graph_of(tmp_path, name, *loads):
    opened = open_store(f"ladybug://{tmp_path}/{name}")
    for each in loads:
        opened.load(each)
    lines = list(dump(opened))
    opened.close()
    return lines


def test_what_is_loaded_is_there(store):
    report = store.load([CITY])[0]
    assert (report.status, report.tasks, report.units, report.indicators, report.findings) == (
        "loaded",
        3,
        3,
        2,
        1,
    )
    counted = {
        row["label"]: row["n"] for row in store.read("MATCH (x) RETURN label(x) AS label, count(*) AS n")
    }
    assert counted == {
        "Document": 1, "Finding": 1, "Function": 2, "Indicator": 3, "Plan": 3, "Region": 3, "Task": 3, "TaskForce": 1, "Unit": 3,
    }  # fmt: skip


def test_a_plan_without_a_title_is_called_after_its_file(store):
    store.load([plan("青政发〔2031〕5号", "")])
    assert store.read(
        "MATCH (p:Plan) WHERE p.doc_number = '青政发〔2031〕5号' AND p.id = p.root RETURN p.title AS title"
    ) == [{"title": "青政发〔2031〕5号.txt"}]


def test_any_order_gives_the_same_graph(tmp_path):
    graphs = [
        graph_of(tmp_path, str(number), *([each] for each in order))
        for number, order in enumerate(itertools.permutations([CITY, PROVINCE, OTHER]))
    ]
    assert all(each == graphs[0] for each in graphs)
    assert graph_of(tmp_path, "all", [OTHER, CITY, PROVINCE]) == graphs[0]


def test_loading_twice_changes_nothing(store):
    store.load([CITY])
    before = store.generation()
    assert [report.status for report in store.load([CITY])] == ["unchanged"]
    assert store.generation() == before


def test_a_changed_plan_replaces_itself_and_says_what_changed(store, tmp_path):
    changed = plan(
        tasks=[
            {"part": "附件1", "path": ["二"], "title": "新建公园", "lead": ["市园林局"]},
            {"part": "附件1", "path": ["二", "(一)"], "title": "选址", "text": "选址五处。",
             "lead": ["市林业局"], "support": ["市财政局", "各县区人民政府"]},
            {"part": "附件1", "path": ["二", "(三)"], "title": "养护", "responsible": ["市园林局"]},
        ]
    )  # fmt: skip
    store.load([CITY, OTHER])
    report = store.load([changed])[0]
    assert report.status == "replaced"
    assert report.change.added == ("附件1 二.(三)",)
    assert report.change.dropped == ("附件1 二.(二)",)
    assert report.change.reworded == ("附件1 二.(一)",)
    assert report.change.units_changed == ("附件1 二.(一)",)
    assert list(dump(store)) == graph_of(tmp_path, "fresh", [changed, OTHER])


def test_another_title_under_the_same_number_is_refused_unless_told(store):
    store.load([CITY])
    other = plan(title="青岚市完全不同的方案")
    report = store.load([other])[0]
    assert report.status == "failed"
    assert "--replace" in report.error
    assert store.load([other], replace=True)[0].status == "replaced"


def test_a_bad_document_fails_alone(store):
    reports = store.load([CITY, plan("x〔2031〕1号", "附件方案")], annex_of=None)
    assert [report.status for report in reports] == ["loaded", "loaded"]
    report = store.load([OTHER], annex_of="nothing")[0]
    assert (report.status, report.tasks) == ("failed", 0)


def test_removing_gives_exactly_the_graph_without(store, tmp_path):
    store.load([CITY, PROVINCE, OTHER])
    removal = store.remove(store.load([CITY])[0].plan)
    assert removal.nodes["Task"] == 3
    assert list(dump(store)) == graph_of(tmp_path, "without", [PROVINCE, OTHER])
    with pytest.raises(NotFound):
        store.remove("nothing")


def test_a_cited_plan_is_a_stub_until_it_is_loaded(store):
    store.load([CITY])
    cited = "MATCH (p:Plan {doc_number: '青政发〔2031〕1号'})-[:CITES]->(q:Plan) RETURN q.id AS id"
    stub = store.read(cited)[0]["id"]
    assert stub.startswith("cited:")
    root = store.load([PROVINCE])[0].plan
    assert store.read(cited)[0]["id"] == root
    assert store.read("MATCH (p:Plan {id: $id}) RETURN p.id AS id", {"id": stub}) == []


def test_rebuilding_gives_the_same_graph(store):
    store.load([CITY, OTHER])
    before = list(dump(store))
    store.rebuild()
    assert list(dump(store)) == before


def test_an_annex_of_its_own_joins_its_plan(store):
    root = store.load([CITY])[0].plan
    annex = plan(
        "",
        "青岚市道路方案",
        parts=[],
        indicators=[],
        breakdowns=[],
        tasks=[{"part": "", "path": ["一"], "title": "修路", "lead": ["市交通运输局"]}],
    )
    assert store.load([annex], annex_of=root)[0].plan == root
    rows = store.read(
        "MATCH (p:Plan {id: $id})-[:HAS_PART]->(a:Plan) RETURN a.title AS title ORDER BY title", {"id": root}
    )
    assert [row["title"] for row in rows] == ["公园方案", "青岚市道路方案"]


def test_extraction_and_catalog_are_kept(store):
    report = store.load([CITY])[0]
    assert store.extraction(report.document) == CITY
    assert [record.file_name for record in store.documents()] == [CITY.doc]


def test_readers_go_on_while_a_load_runs(store):
    store.load([CITY])
    stop, seen, failed = threading.Event(), set(), []

    def read() -> None:
        while not stop.is_set():
            try:
                seen.add(store.read("MATCH (t:Task) RETURN count(*) AS n")[0]["n"])
            except Exception as error:
                failed.append(error)

    threads = [threading.Thread(target=read) for _ in range(3)]
    for thread in threads:
        thread.start()
    for number in range(5):
        store.load([plan(f"青政发〔2031〕{number + 50}号", f"方案{number}")])
    stop.set()
    for thread in threads:
        thread.join()
    assert not failed
    assert seen <= {3, 6, 9, 12, 15, 18}


def test_a_second_writer_is_told(store, tmp_path):
    other = open_store(f"ladybug://{tmp_path}/store")
    with store._generations.writing(), pytest.raises(LoadRunning):
        other.load([CITY])
    other.close()


def test_several_statements_are_refused(store):
    with pytest.raises(QueryError):
        store.read("MATCH (n) RETURN n; CHECKPOINT")


def test_a_store_that_is_not_there_is_told(tmp_path):
    with pytest.raises(StoreUnavailable, match="zeren load"):
        open_store(f"ladybug://{tmp_path}/none", read_only=True)
    with pytest.raises(StoreError, match="ladybug://"):
        open_store("mysql://x")


def test_a_store_of_another_engine_asks_for_a_rebuild(store, tmp_path):
    store.load([CITY])
    number, _ = store._generations.current()
    path = store._generations.folder(number) / "manifest.json"
    path.write_text(
        path.read_text("utf-8").replace('"engine": "ladybug', '"engine": "ladybug 0.1, not'), "utf-8"
    )
    fresh = open_store(f"ladybug://{tmp_path}/store")
    with pytest.raises(StoreUnavailable, match="rebuild"):
        fresh.read("MATCH (n) RETURN n")
    fresh.rebuild()
    assert fresh.read("MATCH (t:Task) RETURN count(*) AS n") == [{"n": 3}]
    fresh.close()


@pytest.fixture(scope="module")
def city(tmp_path_factory):
    """A store with one plan, to be read."""
    opened = open_store(f"ladybug://{tmp_path_factory.mktemp('city')}/store")
    opened.load([CITY])
    yield opened
    opened.close()


@pytest.mark.parametrize("offset", [1, 2, 50_000, 65_536, 10_000_000, 1 << 70])
def test_a_window_behind_the_last_row_is_empty(city, offset):
    statement = "MATCH (t:Task) RETURN t.id AS id ORDER BY id SKIP $offset LIMIT $limit"
    rows = [row["id"] for row in city.read(statement, {"offset": 0, "limit": 50})]
    assert [row["id"] for row in city.read(statement, {"offset": offset, "limit": 50})] == rows[offset:]
