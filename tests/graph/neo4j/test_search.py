"""Search on Neo4j: the full-text index finds what the embedded index finds."""

from __future__ import annotations

import pytest

from graph.open import open_store
from tests.neo4j.server import PASSWORD
from tests.support.plans import plan

pytestmark = [pytest.mark.neo4j, pytest.mark.xdist_group("neo4j")]
WORDS = [
    "公园",
    "园林局",
    "公园 建设",
    "园",
    "没有这样的词",
    "",
    "' OR 1",
    "*:*",
    "AND (",
    "😀",
]


def test_both_engines_find_the_same(running, tmp_path):
    running.clear()
    embedded = open_store(f"ladybug://{tmp_path}/store")
    neo4j = open_store(running.url, neo4j_password=PASSWORD)
    for store in (embedded, neo4j):
        store.load([plan()])
    neo4j.read("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()")
    for words in WORDS:
        expected, found = (store.search(words, limit=100) for store in (embedded, neo4j))
        assert {hit.id for hit in found.found} == {hit.id for hit in expected.found}, words
        assert found.total == expected.total, words
    embedded.close()
    neo4j.close()
