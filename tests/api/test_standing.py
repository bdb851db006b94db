"""An answer of several statements is of one generation, though another is loaded between two of them."""

from __future__ import annotations

import threading

import pytest

from api import records
from api.comparing import compare_function
from api.outline import outline
from graph.open import open_store
from tests.support.campaigns import PARKS, SAME, campaign


class Busy:
    """A store that another city's plan is loaded into after the first statement."""

    def __init__(self, store):
        self._store = store
        self._left = [campaign("云川市", 2031, SAME), campaign("沙溪市", 2031, PARKS)]

    def __getattr__(self, name):
        return getattr(self._store, name)

    def read(self, *args, **more):
        found = self._store.read(*args, **more)
        if self._left:
            thread = threading.Thread(target=self._store.load, args=([self._left.pop()],))
            thread.start()
            thread.join()
        return found


@pytest.fixture
def busy(tmp_path):
    store = open_store(f"ladybug://{tmp_path}/store")
    store.load([campaign("青岚市", 2031, PARKS)])
    yield Busy(store)
    store.close()


def test_a_function_is_compared_within_one_generation(busy):
    functions = busy.read_each("MATCH (f:Function)<-[:PERFORMS]-() RETURN f.id AS id ORDER BY id", ["any"])
    found = compare_function(busy, str(functions[0]["id"]), [], 50, 0)
    assert [each.name for each in found.regions] == ["青岚市"]
    assert len(busy.documents()) > 1


def test_a_plan_counts_what_stood_in_one_generation(busy):
    rows = busy.read_each(
        "MATCH (p:Plan)-[:COVERS]->(r:Region) RETURN p.id AS id, p.title AS title, p.doc_number AS doc_number, p.issuer "
        "AS issuer, p.issued_on AS issued_on, p.year AS year, r.id AS region, r.name AS region_name", ["any"],
    )  # fmt: skip
    assert [plan.counts.tasks for plan in records.plans(busy, rows)] == [2]
    assert len(outline(busy, str(rows[0]["id"])).lines) == 2
