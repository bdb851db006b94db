"""Search on Neo4j: the full-text index finds what the embedded index finds."""

from __future__ import annotations

from contextlib import closing

import neo4j as neo4j_driver
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
    "青政发〔2031〕1号",
    "2031 12号",
    "发改委",
    "发展和改革委员会",
    "不低于40",
    "40%",
]
OTHER = plan(
    "青政发〔2031〕12号",
    "青岚市绿地方案",
    tasks=[
        {"part": "", "path": ["一"], "title": "立项", "lead": ["市发改委"]},
        {"part": "", "path": ["二"], "title": "批复", "lead": ["市发展和改革委员会"]},
    ],
    indicators=[
        {"part": "", "path": ["一"], "name": "绿地率", "value": 40, "unit": "%", "raw": "不低于40%的绿地率"}
    ],
    breakdowns=[],
)


def test_both_engines_find_the_same(running, tmp_path):
    running.clear()
    embedded = open_store(f"ladybug://{tmp_path}/store")
    neo4j = open_store(running.url, neo4j_password=PASSWORD)
    for store in (embedded, neo4j):
        store.load([plan(), OTHER])
    neo4j.read("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()")
    for words in WORDS:
        expected, found = (store.search(words, limit=100) for store in (embedded, neo4j))
        assert {hit.id for hit in found.found} == {hit.id for hit in expected.found}, words
        assert found.total == expected.total, words
    embedded.close()
    neo4j.close()


def test_the_index_of_an_earlier_release_is_replaced(running):
    running.clear()
    with closing(open_store(running.url, neo4j_password=PASSWORD)) as neo4j:
        neo4j.load([OTHER])
    with neo4j_driver.GraphDatabase.driver(running.url, auth=("neo4j", PASSWORD)) as driver:
        driver.execute_query("DROP INDEX sought")
        driver.execute_query("CREATE FULLTEXT INDEX words FOR (n:Unit|Plan) ON EACH [n.name]")
    with closing(open_store(running.url, neo4j_password=PASSWORD)) as neo4j:
        neo4j.read("CALL db.awaitIndex('sought', 60)")
        assert neo4j.search("2031 12号").total
