"""Kills at random moments of loading and of replacing, while a reader goes on querying.

`make faults` runs a hundred; the tests a few. ZEREN_FAULT_KILLS sets the number.
"""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
import threading
import time

import pytest

from graph.dump import dump
from graph.open import open_store
from tests.support.plans import plan

KILLS = int(os.environ.get("ZEREN_FAULT_KILLS", "6"))
LOADER = """
import sys
from graph.open import open_store
from tests.support.plans import plan
store = open_store("ladybug://" + sys.argv[1])
print("ready", flush=True)
store.load([plan(sys.argv[2], "方案", citations=[{"title": sys.argv[3], "doc_number": None}])])
"""


def kill(folder, number, cited, after):
    """Whether a loader was killed that many seconds after it began (None: let it end)."""
    arguments = [sys.executable, "-c", LOADER, str(folder), number, cited]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as loader:
        assert loader.stdout.readline() == "ready\n"
        try:
            assert loader.wait(after) == 0
        except subprocess.TimeoutExpired:
            loader.kill()
            return True
    return False


def reading(store, ended, seen):
    """Query until told to end; what was counted, or the error that must not be."""
    while not ended.is_set():
        try:
            rows = store.read("MATCH (p:Plan)-[:HAS_TASK]->(t:Task) RETURN count(*) AS n")
            seen.append(rows[0]["n"])
        except Exception as error:  # whatever it is, the test shows it
            seen.append(error)


def expected_dump(folder, documents):
    store = open_store(f"ladybug://{folder}")
    store.load([plan(n, "方案", citations=[{"title": c, "doc_number": None}]) for n, c in documents.items()])
    found = content(store)
    store.close()
    return found


def content(store):
    """The whole graph but for the time of loading."""
    lines = [dict(line) if isinstance(line, dict) else line for line in dump(store)]
    return [_timeless(line) for line in lines]


def _timeless(line):
    return re.sub(r"20\d\d-\d\d-\d\dT[\d:]+\+00:00", "", str(line))


@pytest.mark.slow
def test_kills_while_a_reader_queries_leave_the_old_graph_or_the_new_one(tmp_path):
    folder, rng, killed = tmp_path / "store", random.Random(11), 0
    held = {"青政发〔2031〕1号": "条例0"}
    store = open_store(f"ladybug://{folder}")
    began = time.perf_counter()
    kill(folder, "青政发〔2031〕1号", "条例0", None)
    whole = time.perf_counter() - began
    ended, seen = threading.Event(), []
    reader = threading.Thread(target=reading, args=(store, ended, seen))
    reader.start()
    try:
        attempts = 0
        while killed < KILLS:
            attempts += 1
            # odd ones load a document, even ones replace it
            number = f"青政发〔2031〕{2 + (attempts - 1) // 2 % 4}号"
            new = {**held, number: f"条例{attempts}"}
            killed += kill(folder, number, f"条例{attempts}", rng.uniform(0, whole))
            found = content(store)
            old_graph = expected_dump(tmp_path / f"old{attempts}", held)
            if found != old_graph:
                assert found == expected_dump(tmp_path / f"new{attempts}", new)
                held = new
    finally:
        ended.set()
        reader.join()
    assert [each for each in seen if not isinstance(each, int) or each % 3] == []
    print(f"{killed} kills in {attempts} loads, {len(seen)} reads, {len(held)} documents")
    store.load([plan("青政发〔2031〕99号", "方案")])
    assert [path for path in folder.iterdir() if path.name.endswith(".tmp")] == []
    store.close()
