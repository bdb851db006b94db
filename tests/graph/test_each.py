"""Named queries whose ids are looked up one by one: the same rows as the one statement gives."""

from __future__ import annotations

import dataclasses
import itertools

import pytest

from graph.catalogue import Catalogue
from graph.catalogue.each import MOST, different, fits, merged, run_each
from graph.catalogue.head import parse_query
from graph.catalogue.run import EVERYTHING, run_values
from graph.open import open_store
from tests.support.traps import traps
from zeren.errors import QueryError, QueryTimeout

EVERY_ROLE = ["lead", "support", "responsible"]
EACH = [query for query in Catalogue().all() if query.each]
NAMES = {query.name: query for query in EACH}
WINDOWS = [(0, EVERYTHING), (0, 3), (2, 5), (7, 1), (0, 1), (40, 20), (100_000, 10)]


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    opened = open_store(f"ladybug://{tmp_path_factory.mktemp('each')}/store")
    opened.load(traps())
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def ids(store):
    """Ids of each kind that rows are to be had for, the richest first."""
    first = {
        "unit": "MATCH (n:Unit)<-[:ASSIGNED]-() RETURN n.id AS id, count(*) AS n ORDER BY n DESC, id LIMIT 4",
        "task": "MATCH (n:Task)-[:ASSIGNED]->() RETURN n.id AS id, count(*) AS n ORDER BY n DESC, id LIMIT 4",
        "plan": "MATCH (n:Plan)-[:CITES]->() RETURN n.id AS id, count(*) AS n ORDER BY n DESC, id LIMIT 4",
        "indicator": "MATCH (n:Indicator) RETURN n.id AS id ORDER BY id LIMIT 4",
    }
    return {kind: [str(row["id"]) for row in store.read(cypher)] for kind, cypher in first.items()}


def values_of(query, ids, chosen):
    """Values for a query: `chosen` picks the ids of its lists."""
    found = {p.name: EVERY_ROLE if p.type == "role" else [] for p in query.parameters}
    for name in query.each:
        kind = next(p.type for p in query.parameters if p.name == name)
        found[name] = chosen(ids[kind])
    return found


def one_statement(store, query, values, offset, limit):
    """The rows as the statement with UNWIND gives them."""
    return run_values(store, dataclasses.replace(query, each=()), values, offset=offset, limit=limit)


CHOICES = {
    "one": lambda ids: ids[:1],
    "several": lambda ids: ids,
    "backwards": lambda ids: ids[::-1],
    "twice the same": lambda ids: [ids[0], ids[1], ids[0]],
    "one that is not there": lambda ids: ["nothing", ids[0]],
    "none of them there": lambda ids: ["nothing", "nobody"],
    "none": lambda ids: [],
}


@pytest.mark.parametrize("choice", CHOICES)
@pytest.mark.parametrize("name", NAMES)
def test_rows_order_and_total_are_those_of_the_one_statement(store, ids, name, choice):
    query = NAMES[name]
    values = values_of(query, ids, CHOICES[choice])
    assert fits(store, query, values)
    whole = one_statement(store, query, values, 0, EVERYTHING)
    assert len(whole.rows) == whole.total
    for offset, limit in WINDOWS:
        found = run_values(store, query, values, offset=offset, limit=limit)
        assert (found.rows, found.total) == (whole.rows[offset : offset + limit], whole.total), (
            offset,
            limit,
        )


@pytest.mark.parametrize("name", NAMES)
def test_windows_of_the_one_statement_are_cut_from_its_rows(store, ids, name):
    query = NAMES[name]
    values = values_of(query, ids, CHOICES["several"])
    whole = one_statement(store, query, values, 0, EVERYTHING)
    for offset, limit in WINDOWS:
        found = one_statement(store, query, values, offset, limit)
        assert (found.rows, found.total) == (whole.rows[offset : offset + limit], whole.total), (
            offset,
            limit,
        )


@pytest.mark.parametrize("name", NAMES)
def test_there_are_rows_to_compare(store, ids, name):
    assert run_values(store, NAMES[name], values_of(NAMES[name], ids, CHOICES["several"])).total > 3


def test_pages_make_up_the_whole(store, ids):
    query = NAMES["tasks_of_units"]
    values = values_of(query, ids, CHOICES["several"])
    whole = run_values(store, query, values)
    pages = [
        run_values(store, query, values, offset=at, limit=311) for at in range(0, whole.total + 311, 311)
    ]
    assert list(itertools.chain.from_iterable(page.rows for page in pages)) == whole.rows
    assert {page.total for page in pages} == {whole.total} == {len(whole.rows)}


def test_a_task_that_two_of_the_units_share_is_counted_once(store, ids):
    query = NAMES["cooperators_in_plans"]
    values = values_of(query, ids, CHOICES["several"])
    each = [run_values(store, query, values | {"unit": [unit]}).rows for unit in values["unit"]]
    alone = sum(int(str(row["tasks"])) for rows in each for row in rows)
    together = run_values(store, query, values)
    assert sum(int(str(row["tasks"])) for row in together.rows) < alone
    assert together.rows == one_statement(store, query, values, 0, EVERYTHING).rows


def test_more_ids_than_are_worth_it_go_in_one_statement(store, ids):
    query = NAMES["tasks_of_units"]
    many = [*ids["unit"], *(f"nothing-{n}" for n in range(MOST))]
    values = values_of(query, ids, lambda _: many)
    assert not fits(store, query, values)
    rows, total = run_each(store, query, values, 0, 20, None)
    found = run_values(store, query, values, limit=20)
    shown = [{name: row[name] for name in found.rows[0]} for row in rows]
    assert (shown, total) == (found.rows, found.total)


def test_the_time_is_for_all_look_ups_together(store, ids):
    query = NAMES["tasks_of_units"]
    values = values_of(query, ids, lambda found: [*found, *(f"nothing-{n}" for n in range(5_000))])
    with pytest.raises(QueryTimeout):
        run_each(store, query, values, 0, 20, 50)


def test_merged_rows_stand_in_order_each_once():
    rows = [{"n": 2, "id": "b"}, {"n": None, "id": "c"}, {"n": 2, "id": "a"}, {"n": 10, "id": "d"}, {"n": 2, "id": "b"}]  # fmt: skip
    up, down = merged(rows, (("n", False), ("id", False))), merged(rows, (("n", True), ("id", False)))
    assert [row["id"] for row in up] == ["a", "b", "d", "c"]
    assert [row["id"] for row in down] == ["c", "d", "a", "b"]
    assert merged([{"path": ["一", "1"], "n": 1}, {"path": ["一", "1"], "n": 1}], (("n", False),)) == [{"path": ["一", "1"], "n": 1}]  # fmt: skip
    assert merged([], (("n", False),)) == []


@pytest.mark.parametrize("choice", CHOICES)
def test_different_values_of_a_column(store, ids, choice):
    query = NAMES["tasks_of_units"]
    values = values_of(query, ids, CHOICES[choice])
    rows = run_values(store, query, values).rows
    expected = len({row["task"] for row in rows})
    assert different(store, query, values, "task") == expected
    assert different(store, dataclasses.replace(query, each=()), values, "task") == expected


HEAD = """// title: 测试
// param unit: list of unit — 单位 — e.g. x
// columns: id text
// each: {each}
"""


@pytest.mark.parametrize(
    ("each", "cypher"),
    [
        ("plan", "UNWIND $unit AS one\nMATCH (u:Unit {id: one}) RETURN DISTINCT u.id AS id\nORDER BY id"),
        ("unit", "MATCH (u:Unit) WHERE u.id IN $unit RETURN DISTINCT u.id AS id\nORDER BY id"),
        ("unit", "UNWIND $unit AS one\nMATCH (u:Unit {id: one}) RETURN u.id AS id\nORDER BY id"),
        ("unit", "UNWIND $unit AS one\nMATCH (u:Unit {id: one}) RETURN DISTINCT u.id AS id"),
        ("unit", "UNWIND $unit AS one\nMATCH (u:Unit {id: one}) RETURN DISTINCT u.id AS id\nORDER BY u.id"),
    ],
)
def test_a_query_that_cannot_be_merged_is_refused(each, cypher):
    with pytest.raises(QueryError, match="each"):
        parse_query("mine", HEAD.format(each=each) + cypher, "mine.cypher")
