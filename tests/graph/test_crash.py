"""A loader that is killed at any moment leaves a whole graph that still loads."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import time

import pytest

from bench.generator import generate
from graph.dump import dump
from graph.open import open_store
from tests.support.plans import plan

TASKS = 2_000
"""Enough for a load to have all its phases; the moments of the kills are spread over it, however long it lasts."""
KILLS = 20
LOADER = """
import sys
from graph.open import open_store
from tests.support.plans import plan
store = open_store("ladybug://" + sys.argv[1])
print("ready", flush=True)
number = int(sys.argv[2])
store.load([plan(f"青政发〔2031〕{number}号", f"方案{number}")])
print("done", flush=True)
"""


def counts(store):
    return store.read("MATCH (t:Task) RETURN count(*) AS n")[0]["n"]


def start(folder, number):
    arguments = [sys.executable, "-c", LOADER, str(folder), str(number)]
    process = subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "ready\n"
    return process


@pytest.mark.slow
def test_a_killed_loader_leaves_the_old_graph_or_the_new_one(tmp_path):
    folder = tmp_path / "store"
    first = open_store(f"ladybug://{folder}")
    first.load(generate(TASKS, seed=3))
    first.close()
    began = time.perf_counter()
    with start(folder, 0) as loader:
        loader.wait()
    whole = time.perf_counter() - began
    expected, rng = TASKS + 3, random.Random(7)
    for number in range(1, KILLS + 1):
        with start(folder, number) as loader:
            try:
                loader.wait(timeout=rng.uniform(0, whole))
            except subprocess.TimeoutExpired:
                loader.kill()
        store = open_store(f"ladybug://{folder}")
        found = counts(store)
        assert found in (expected, expected + 3)
        assert (
            store.read("MATCH (t:Task) WHERE NOT EXISTS { MATCH (:Plan)-[:HAS_TASK]->(t) } RETURN t.id AS id")
            == []
        )
        expected = found
        store.close()
    store = open_store(f"ladybug://{folder}")
    assert store.load([plan("青政发〔2031〕999号", "最后一个方案")])[0].status == "loaded"
    left = [path.name for path in folder.iterdir() if path.name.endswith(".tmp")]
    assert left == []
    rebuilt = tmp_path / "copy"
    store.close()
    shutil.copytree(folder, rebuilt)
    fresh, old = open_store(f"ladybug://{rebuilt}"), open_store(f"ladybug://{folder}")
    fresh.rebuild()
    assert list(dump(fresh)) == list(dump(old))
