"""What `make soak` asks for and how it judges; the soak itself runs outside CI."""

from __future__ import annotations

import random

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from bench.generator import generate
from bench.soak.documents import PLACES, document
from bench.soak.figures import Figures
from bench.soak.reading import ADDRESSES, filled, ids_of
from graph.open import open_store
from loaders.extract import extract_bytes
from tests.support.requests import SETTINGS


def test_every_address_answers(tmp_path):
    store = open_store(f"ladybug://{tmp_path}/store")
    store.load(generate(200))
    app, rng = create_app(store, SETTINGS), random.Random(1)
    with TestClient(app) as client:
        ids = ids_of(lambda path: client.get(path).json())
        answers = {row: client.get(filled(row, rng, ids)).status_code for _, row in ADDRESSES}
    store.close()
    assert {row: status for row, status in answers.items() if status != 200} == {}


def test_documents_are_plans_that_later_editions_replace():
    first, other, again = (extract_bytes(*document(n)) for n in (0, 1, len(PLACES)))
    assert len(first.tasks) > 20
    assert len({each.plan.region for each in (first, other)}) == 2
    assert first.plan == again.plan
    assert first.tasks != again.tasks


def _minutes(times, memory, error=None):
    figures = Figures()
    for number, (time, megabytes) in enumerate(zip(times, memory, strict=True), 1):
        figures.minutes[number].reads = [time] * 100
        figures.minutes[number].server = megabytes
    if error:
        figures.answered("/plans", 5.0, error, load=False)
    return figures.faults(len(times))


@pytest.mark.parametrize(
    ("times", "memory", "error", "told"),
    [
        ([900, 500, 100, 100, 100, 100, 110, 100], [100, 300, 500, 600, 600, 600, 610, 600], None, []),
        ([100] * 5 + [100, 100, 300, 300], [100] * 9, None, ["p99 rose from 100 to 300 ms"]),
        ([100] * 9, [100] * 5 + [200, 250, 300, 350], None, ["memory of the server rose from 250 to 350 MB"]),
        ([100] * 7, [100] * 7, "429", ["1 errors, the first: minute 1: /plans: 429"]),
        ([100] * 6, [100] * 6, None, ["too short to tell what is flat: 5 minutes are for settling"]),
    ],
)
def test_errors_and_what_rises_are_told(times, memory, error, told):
    assert _minutes(times, memory, error) == told
