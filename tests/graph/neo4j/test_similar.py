"""Counterparts on Neo4j: brought up to date load by load, the same as the embedded engine's."""

from __future__ import annotations

import pytest

from graph.corrections import Corrections, PairCorrection
from graph.dump import dump
from graph.open import open_store
from graph.stale import absent_pairs
from tests.graph.test_similar import DRAGON, LATER, ONE, OTHER, PARK, SAME_PARK
from tests.neo4j.server import PASSWORD

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
