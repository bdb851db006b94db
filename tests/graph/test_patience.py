"""A file that another program has open, as Windows lets nobody replace it."""

from __future__ import annotations

import os

import pytest

from graph import patience
from graph.open import open_store
from tests.support.plans import plan
from zeren.errors import StoreError


@pytest.fixture
def held(monkeypatch):
    """Lets `os.replace` refuse so many times, as Windows does while a file is open elsewhere."""
    left = {"times": 0}
    replace = os.replace

    def refusing(source, target):
        if left["times"]:
            left["times"] -= 1
            raise PermissionError(13, "Access is denied", str(target))
        replace(source, target)

    monkeypatch.setattr(os, "replace", refusing)
    monkeypatch.setattr(patience, "WAITS", (0, 0, 0))
    return left


def test_a_generation_takes_its_place_once_the_file_is_free(tmp_path, held):
    store = open_store(f"ladybug://{tmp_path}/store")
    held["times"] = 3
    assert store.load([plan()])[0].status == "loaded"
    assert (held["times"], store.read("MATCH (t:Task) RETURN count(*) AS n")) == (0, [{"n": 3}])
    store.close()


def test_a_file_that_stays_held_is_told_and_the_graph_is_as_it_was(tmp_path, held):
    store = open_store(f"ladybug://{tmp_path}/store")
    store.load([plan()])
    held["times"] = 1_000
    with pytest.raises(StoreError, match="没有权限"):
        store.load([plan("青政发〔2031〕2号", "方案")])
    held["times"] = 0
    assert store.read("MATCH (t:Task) RETURN count(*) AS n") == [{"n": 3}]
    assert store.load([plan("青政发〔2031〕2号", "方案")])[0].status == "loaded"
    store.close()


def test_a_refusal_that_lasts_is_final_elsewhere():
    tries = []

    def act():
        tries.append(1)
        raise PermissionError

    with pytest.raises(PermissionError):
        patience.patiently(act)
    assert len(tries) == 1 + len(patience.WAITS)
