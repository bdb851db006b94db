"""The sample from end to end: documents → store → API → JSON, held against a golden file.

Rewrite it only on purpose (ZEREN_GOLDEN=write) and read the difference row by row.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from graph.open import open_store
from loaders.extract import extract_file
from zeren.settings import Settings

ROOT = Path(__file__).parents[2]
PLANS = sorted((ROOT / "examples" / "plans").iterdir())
GOLDEN = Path(__file__).parent / "golden.json"


@pytest.fixture(scope="module")
def extractions():
    return [extract_file(path) for path in PLANS]


@pytest.fixture(scope="module")
def client(extractions, tmp_path_factory):
    store = open_store(f"ladybug://{tmp_path_factory.mktemp('golden')}/store")
    store.load(extractions)
    with TestClient(create_app(store, Settings(_env_file=None, hosts="testserver"))) as opened:
        yield opened
    store.close()


def seen(client):
    """What a user gets: plans with counts, every task with its units, the indicators."""

    def all_of(path):
        return client.get(path, params={"limit": 1000}).json()["results"]

    return {
        "plans": [
            {"title": p["title"], "doc_number": p["doc_number"], "issuer": p["issuer"], "issued_on": p["issued_on"],
             "region": p["region"]["name"], "counts": p["counts"], "parts": [part["title"] for part in p["parts"]]}
            for p in all_of("/api/plans")
        ],
        "tasks": [
            [t["plan"]["region"], t["part"], "".join(t["path"]), t["title"], t["deadline"],
             *(" ".join(u["name"] for u in t["units"][role]) for role in ("lead", "support", "responsible"))]
            for t in all_of("/api/tasks")
        ],
        "indicators": [[i["name"], i["op"], i["value"], i["value_max"], i["unit"]] for i in all_of("/api/indicators")],
    }  # fmt: skip


def test_the_sample_gives_the_golden_answers(client):
    found = seen(client)
    if os.environ.get("ZEREN_GOLDEN") == "write":
        rows = {key: [json.dumps(row, ensure_ascii=False) for row in value] for key, value in found.items()}
        parts = [f'"{key}": [\n' + ",\n".join(value) + "\n]" for key, value in rows.items()]
        GOLDEN.write_text("{\n" + ",\n".join(parts) + "\n}\n", "utf-8")
    assert found == json.loads(GOLDEN.read_text("utf-8"))


def test_every_span_cuts_the_raw_text(extractions):
    for each in extractions:
        facts = [a for task in each.tasks for a in task.assignments]
        for fact in [*facts, *each.indicators, *each.citations]:
            assert each.text[fact.start : fact.stop] == fact.raw
        for task in each.tasks:
            assert each.text[task.start : task.stop].strip()


def test_paths_are_unique_within_a_part(extractions):
    for each in extractions:
        places = [(task.part, task.path) for task in each.tasks]
        assert len(places) == len(set(places))


def test_nearly_all_of_each_document_is_covered(extractions):
    assert all(each.coverage >= 0.95 for each in extractions)


SCORER = ROOT.parent / "shared" / "gold" / "score.py"
LEAST = {
    "plan": 0.95,
    "roles": 0.97,
    "lead": 0.98,
    "tasks": 0.97,
    "indicators": 0.88,
    "mechanism": 0.95,
    "citations": 0.95,
}


def score(gold, extractions, folder):
    from loaders.extraction import dumps

    for each in extractions:
        (folder / f"{Path(each.doc).stem}.json").write_bytes(dumps(each))
    figures = folder / "figures"
    subprocess.run([sys.executable, SCORER, gold, folder, "--json", figures], check=True, capture_output=True)
    return {kind: row["mean_f1"] for kind, row in json.loads(figures.read_text("utf-8")).items()}


@pytest.mark.skipif(not SCORER.exists(), reason="the scorer is not beside this checkout")
def test_the_sample_is_read_as_a_careful_reader_reads_it(extractions, tmp_path):
    found = score(ROOT / "examples" / "expected", extractions, tmp_path)
    assert {kind: found[kind] for kind, least in LEAST.items() if found[kind] < least} == {}


CORPUS = ROOT.parent / "shared" / "corpus"
CORPUS_LEAST = {
    "plan": 1.0,
    "roles": 0.98,
    "lead": 0.97,
    "tasks": 0.98,
    "indicators": 0.97,
    "mechanism": 0.98,
    "citations": 0.95,
}


@pytest.mark.skipif(not CORPUS.exists(), reason="the real documents are not beside this checkout")
def test_the_real_documents_are_read(tmp_path):
    found = [extract_file(path) for path in sorted(CORPUS.iterdir())]
    test_every_span_cuts_the_raw_text(found)
    test_paths_are_unique_within_a_part(found)
    figures = score(CORPUS.parent / "gold", found, tmp_path)
    assert {kind: figures[kind] for kind, least in CORPUS_LEAST.items() if figures[kind] < least} == {}
