"""Counterparts on Neo4j: brought up to date load by load, the same as the embedded engine's."""

from __future__ import annotations

import pytest

from graph import neo4j as driver
from graph import neo4j_load, neo4j_similar
from graph.corrections import Corrections, PairCorrection
from graph.dump import dump
from graph.neo4j_write import write_difference
from graph.open import open_store
from graph.stale import absent_pairs
from tests.graph.neo4j.dumps import embedded_dump
from tests.graph.test_similar import DRAGON, LATER, ONE, OTHER, PARK, SAME_PARK
from tests.neo4j.server import PASSWORD
from tests.support.campaigns import PARKS, campaign
from zeren.errors import StoreUnavailable

pytestmark = [pytest.mark.neo4j, pytest.mark.xdist_group("neo4j")]

_ROOT = PARK.rpartition(":")[0]
STALE = Corrections(
    pair=(
        PairCorrection(a=PARK, b=f"{_ROOT}:九.(九)", match=True),  # a task that its plan doesn't have
        PairCorrection(a=PARK, b="x-云川市:云政发〔2039〕1号:一", match=True),  # a plan that isn't there
        PairCorrection(a=f"{PARK}:1", b=PARK, match=False),  # a path with a colon
        PairCorrection(a=PARK, b=DRAGON, match=True),
    ),
    pair_lines=(1, 6, 11, 16),
    digest="2",
)

BY_HAND = Corrections(
    pair=(PairCorrection(a=PARK, b=DRAGON, match=True), PairCorrection(a=SAME_PARK, b=PARK, match=False)),
    digest="1",
)

CHANGED = campaign("云川市", 2031, PARKS)


class Ended(BaseException):
    """The program ends here."""


@pytest.fixture
def small_steps(monkeypatch):
    """A document a transaction, then an edge a transaction."""
    monkeypatch.setattr(neo4j_load, "ROWS_A_TRANSACTION", 1)
    monkeypatch.setattr(neo4j_similar, "EDGES_A_TRANSACTION", 1)


def test_load_by_load_the_pairs_are_those_of_the_embedded_engine(server, tmp_path):
    for document in (OTHER, LATER, ONE):  # a program each, which knows nothing of the one before
        store = open_store(server.url, neo4j_password=PASSWORD, corrections=BY_HAND)
        store.load([document])
        store.close()
    store = open_store(server.url, neo4j_password=PASSWORD)
    store.remove("x-青岚市:青政办发〔2032〕3号")
    store.load([LATER])  # without corrections: what they took away is back
    embedded = open_store(f"ladybug://{tmp_path}/store")
    embedded.load([ONE, OTHER, LATER])
    expected = list(dump(embedded))
    assert list(dump(store)) == expected
    assert any(line.startswith('["SIMILAR_TO"') for line in expected)
    assert store.remove("x-云川市:云政办发〔2031〕3号") == embedded.remove("x-云川市:云政办发〔2031〕3号")
    embedded.close()
    store.close()


def test_what_an_import_did_not_bring_is_worked_out_at_the_next_load(server, tmp_path):
    store = open_store(server.url, neo4j_password=PASSWORD)
    store.load([ONE, OTHER])
    store.close()
    server.query("MATCH (k:Kept) REMOVE k.tasks, k.rows, k.shared")
    server.query("MATCH (m:Meta) REMOVE m.similar")
    store = open_store(server.url, neo4j_password=PASSWORD)
    store.load([LATER])
    embedded = open_store(f"ladybug://{tmp_path}/store")
    embedded.load([ONE, OTHER, LATER])
    assert list(dump(store)) == list(dump(embedded))
    embedded.close()
    store.close()


def test_pairs_of_tasks_that_are_gone_are_told_as_on_the_embedded_engine(server, tmp_path):
    store = open_store(server.url, neo4j_password=PASSWORD, corrections=STALE)
    embedded = open_store(f"ladybug://{tmp_path}/store", corrections=STALE)
    for each in (store, embedded):
        each.load([ONE, OTHER])
    assert list(dump(store)) == list(dump(embedded))
    stale = [line for line in dump(store) if "correction_stale" in line]
    assert len(stale) == 1
    assert "九.(九)" in stale[0]
    told = [finding.message for finding in absent_pairs(store)]
    assert told == [finding.message for finding in absent_pairs(embedded)]
    assert [line for line in (1, 6, 11, 16) if any(f"第 {line} 行" in each for each in told)] == [1, 6, 11]
    embedded.close()
    store.close()


@pytest.mark.usefixtures("small_steps")
def test_many_small_steps_give_the_same_pairs(store, tmp_path):
    store.load([ONE, OTHER, LATER])
    expected = embedded_dump(tmp_path, ONE, OTHER, LATER)
    assert sum(line.startswith('["SIMILAR_TO"') for line in expected) > 1
    assert list(dump(store)) == expected
    store.rebuild()
    assert list(dump(store)) == expected
    assert [report.status for report in store.load([CHANGED, LATER])] == ["replaced", "unchanged"]
    assert list(dump(store)) == embedded_dump(tmp_path, ONE, CHANGED, LATER)
    store.remove("x-青岚市:青政办发〔2032〕3号")
    assert list(dump(store)) == embedded_dump(tmp_path, ONE, CHANGED)


@pytest.mark.usefixtures("small_steps")
@pytest.mark.parametrize("then", [LATER, CHANGED, ONE])
@pytest.mark.parametrize("edges", [0, 1, 2])
def test_a_load_that_ends_early_leaves_pairs_to_the_next_one(
    server, store, tmp_path, monkeypatch, then, edges
):
    """Ended after two documents, or when some edges are in; then a new document, a changed one, or nothing."""
    left = iter(range(edges))

    def write(run, change):
        if next(left, None) is None:
            raise Ended
        write_difference(run, change)

    monkeypatch.setattr(neo4j_similar, "write_difference", write)
    with pytest.raises(Ended):
        store.load([ONE, OTHER, LATER] if edges else [ONE, OTHER])
    there = [each for each in (ONE, OTHER, LATER) if each.doc in {r.file_name for r in store.documents()}]
    monkeypatch.undo()
    assert server.query("MATCH (m:Meta) RETURN m.unpaired AS unpaired") == [{"unpaired": True}]
    again = open_store(server.url, neo4j_password=PASSWORD)
    again.load([then])
    now = {each.doc: each for each in (*there, then)}
    assert list(dump(again)) == embedded_dump(tmp_path, *now.values())
    again.close()


@pytest.mark.usefixtures("small_steps")
def test_a_server_that_goes_away_when_only_pairs_are_left(server, store, tmp_path, monkeypatch):
    writes = iter([False, True])

    def write(run, change):
        write_difference(run, change)
        if next(writes, False):
            server.stop(kill=True)

    monkeypatch.setattr(neo4j_similar, "write_difference", write)
    monkeypatch.setattr(driver, "_WRITE_RETRY_S", 0.5)
    with pytest.raises(StoreUnavailable, match="对应任务还没有找全"):
        store.load([ONE, OTHER])
    server.start()
    assert [report.status for report in store.load([ONE, OTHER])] == ["unchanged", "unchanged"]
    assert list(dump(store)) == embedded_dump(tmp_path, ONE, OTHER)
