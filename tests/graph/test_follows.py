"""The same plan of an earlier year."""

from __future__ import annotations

from tests.support.campaigns import PARKS, campaign

EDGES = "MATCH (a:Plan)-[:FOLLOWS]->(b:Plan) RETURN a.year AS later, b.year AS earlier ORDER BY later"


def test_a_plan_follows_the_last_one_of_its_place_and_title(store):
    years = [campaign("青岚市", year, PARKS) for year in (2033, 2030, 2031)]
    store.load([*years, campaign("云川市", 2030, PARKS)])
    assert store.read(EDGES) == [{"later": 2031, "earlier": 2030}, {"later": 2033, "earlier": 2031}]
    store.remove("x-青岚市:青政办发〔2031〕3号")
    assert store.read(EDGES) == [{"later": 2033, "earlier": 2030}]
