"""Every statement of queries/ and every answer of the API is the same on both engines."""

from __future__ import annotations

import itertools
import random
import re
from pathlib import Path

import pytest

from graph.catalogue import Catalogue, run
from graph.catalogue.head import names_in
from graph.cyphers import internal
from graph.dump import dump
from graph.open import open_store
from tests.neo4j.server import PASSWORD
from tests.support.pair import DATA, Pair
from tests.support.requests import answer, client_of, hits, requests
from tests.support.traps import ODD_NAMES

pytestmark = [pytest.mark.neo4j, pytest.mark.xdist_group("neo4j")]

ROOT = Path(__file__).parents[3]
INTERNAL = sorted(path.stem for path in (ROOT / "queries" / "internal").glob("*.cypher"))
NAMED = Catalogue().names()
COMBINATIONS = 12
EVERYTHING = 1 << 40


@pytest.fixture(scope="module", params=sorted(DATA))
def pair(request, running, tmp_path_factory):
    extractions = DATA[request.param]()
    running.clear()
    embedded = open_store(f"ladybug://{tmp_path_factory.mktemp('pair')}/store")
    neo4j = open_store(running.url, neo4j_password=PASSWORD)
    embedded.load(extractions)
    neo4j.load(extractions)
    yield Pair(request.param, embedded, neo4j)
    embedded.close()
    neo4j.close()


@pytest.fixture(scope="module")
def clients(pair):
    return client_of(pair.embedded), client_of(pair.neo4j)


def test_both_hold_the_same_graph(pair):
    assert list(dump(pair.neo4j)) == list(dump(pair.embedded))


def _shown(cypher, rows):
    """Rows as they are to be equal: collected lists have no order, nor has a statement without ORDER BY."""
    plain = [
        {
            k: sorted(v, key=str) if isinstance(v, list) and k not in {"path", "aliases"} else v
            for k, v in row.items()
        }
        for row in rows
    ]
    return plain if "ORDER BY" in cypher else sorted(plain, key=lambda row: repr(sorted(row.items())))


def _is_list(cypher, name):
    return re.search(rf"(?:IN|UNWIND) \${name}\b|size\(\${name}\)", cypher) is not None


def _scalars(pair):
    names = ["市园林局", "公园", "'", '"', "\\", "没有这样的名字", *ODD_NAMES[-9:-6]]
    anything = [
        *pair.some("Unit", 3),
        *pair.some("Plan", 3),
        *pair.some("Task", 3),
        *pair.some("Indicator", 3),
    ]
    return {
        "plan": pair.some("Plan"), "unit": [*pair.busiest(), *pair.some("Unit")], "task": pair.some("Task"),
        "function": [*pair.telling("function"), "nothing"],
        "role": ["lead", "support", "responsible"], "q": ["", "公园", "😀", "'", "𠮷", "%"],
        "id": [*pair.busiest(), *anything, "nothing"], "text": [*names, *anything], "most": [5, 20],
        "limit": [EVERYTHING, 3], "offset": [0, 1],
    }  # fmt: skip


def _lists(pair):
    regions = [
        row["name"] for row in pair.embedded.read("MATCH (r:Region) RETURN r.name AS name ORDER BY name")
    ]
    return {
        "plan": [[], pair.some("Plan")], "unit": [pair.busiest(), pair.some("Unit"), []],
        "roles": [["lead", "support", "responsible"], ["lead"], []], "year": [[], [2031], [2031, 2023]],
        "region": [[], pair.some("Region"), regions[:2]], "kind": [[], ["bureau", "collective"]],
        "function": [[], pair.some("Function")], "plans": [pair.ids["Plan"], []], "tasks": [pair.ids["Task"], []],
        "ids": [list(itertools.chain(*pair.ids.values())), [*pair.some("Task"), "nothing"], []],
    }  # fmt: skip


def _values(pair, cypher):
    """Combinations of values for the statement's parameters: all, or a seeded choice of them."""
    names = sorted(names_in(cypher))
    scalars, lists = _scalars(pair), _lists(pair)
    choices = [lists[name] if _is_list(cypher, name) else scalars[name] for name in names]
    combinations = list(itertools.product(*choices))
    if len(combinations) > COMBINATIONS:
        combinations = [combinations[0], *random.Random(1).sample(combinations, COMBINATIONS)]
    return [dict(zip(names, each, strict=True)) for each in combinations]


@pytest.mark.parametrize("name", INTERNAL)
def test_statements_behind_the_api(pair, name):
    cypher = internal(name)
    for values in _values(pair, cypher):
        expected = _shown(cypher, pair.embedded.read(cypher, values))
        assert _shown(cypher, pair.neo4j.read(cypher, values)) == expected, values


def test_look_ups_for_several_ids_at_once(pair):
    """The embedded engine looks one up after the other, Neo4j all in one statement."""
    for name in INTERNAL:
        cypher = internal(name)
        if names_in(cypher) == {"id"}:
            ids = [*_scalars(pair)["id"], "nothing"]
            one_by_one = [row for id in ids for row in _shown(cypher, pair.embedded.read(cypher, {"id": id}))]
            for store in (pair.embedded, pair.neo4j):
                found = [row for id in ids for row in _shown(cypher, store.read_each(cypher, [id]))]
                assert found == one_by_one, name
                assert len(store.read_each(cypher, ids)) == len(found), name
    assert pair.neo4j.read_each(internal("one_task"), []) == []


def test_look_ups_with_several_parameters(pair):
    cypher = internal("ledger_plans_of_unit")
    turns = [{"unit": unit, "roles": ["lead", "support"]} for unit in [*pair.busiest(), "nothing"]]
    expected = pair.embedded.read_turns(cypher, turns)
    assert pair.neo4j.read_turns(cypher, turns) == expected != []
    for store in (pair.embedded, pair.neo4j):
        assert store.read_turns(cypher, []) == []


def _given(pair, parameter):
    """Values as a person writes them; the first is the example of the query's head where it fits."""
    kinds = {"plan": "Plan", "unit": "Unit", "task": "Task", "region": "Region", "function": "Function",
             "indicator": "Indicator"}  # fmt: skip
    if parameter.type in kinds:
        found = pair.some(kinds[parameter.type])
        found = [*pair.telling(parameter.type), *found]
        left_out = [] if parameter.default is None else [None]
        return [*found, found[:2], *left_out] if parameter.is_list else found
    if parameter.type == "role":
        return ["lead", ["support", "responsible"], None]
    if parameter.type == "bool":
        return ["是", None]
    if parameter.type == "date":
        return [parameter.example, "2031-06-30", "1999-01-01"]
    if parameter.type in {"int", "float"}:
        return [parameter.example, None] if parameter.default is not None else [parameter.example]
    left_out = [] if parameter.default is None else [None]
    return [parameter.example, "并列", "'", "😀", *left_out]


@pytest.mark.parametrize("name", NAMED)
def test_named_queries(pair, name):
    query = Catalogue().get(name)
    choices = [_given(pair, parameter) for parameter in query.parameters]
    combinations = list(itertools.product(*choices))
    if len(combinations) > COMBINATIONS:
        plain = tuple(None if None in values else values[0] for values in choices)
        combinations = [combinations[0], plain, *random.Random(1).sample(combinations, COMBINATIONS)]
    rows = 0
    for each in combinations:
        given = {p.name: v for p, v in zip(query.parameters, each, strict=True) if v is not None}
        for window in ({}, {"offset": 1, "limit": 3}):
            expected, found = (
                run(pair.embedded, query, given, **window),
                run(pair.neo4j, query, given, **window),
            )
            assert found.rows == expected.rows, given
            assert found.total == expected.total, given
            rows += found.total
    assert rows or pair.name != "traps"


def test_a_statement_with_an_order_has_no_ties(pair):
    """Not on one engine only by luck: the last sort key tells rows apart."""
    query = Catalogue().get("cooperators_of_unit")
    rows = run(pair.neo4j, query, {"unit": pair.busiest()[0]}).rows
    keys = [(-row["tasks"], row["unit"]) for row in rows]
    assert keys == sorted(set(keys))


def test_answers_of_the_api(pair, clients):
    """Every list, record and picture that the API has, with each filter by itself."""
    asked = list(requests(clients[0], pair))
    assert len(asked) > 50
    for url, parameters in asked:
        expected, found = (answer(client, url, parameters) for client in clients)
        assert expected.status < 500, (url, parameters)
        if url == "/api/search":  # the engines rank by measures of their own
            found, expected = hits(found), hits(expected)
        assert found == expected, (url, parameters)


@pytest.mark.parametrize("pair", ["traps"], indirect=True)
def test_the_traps_are_in(pair):
    most = "MATCH (t:Task)-[:ASSIGNED]->(u:Unit {id: $u}) RETURN count(DISTINCT t.id) AS n"
    assert pair.neo4j.read(most, {"u": pair.busiest()[0]})[0]["n"] >= 2_000
    circle = "MATCH (a:Plan)-[:CITES]->(b:Plan)-[:CITES]->(c:Plan)-[:CITES]->(a) RETURN count(*) AS n"
    assert pair.neo4j.read(circle) == [{"n": 3}]
    roles = "MATCH (t:Task {title: '两种角色'})-[a:ASSIGNED]->(u:Unit) RETURN count(*) AS edges, count(DISTINCT u.id) AS units"
    assert pair.neo4j.read(roles) == [{"edges": 3, "units": 1}]
