"""One small store for all API tests, and a client of the application over it."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from graph.open import open_store
from tests.support.plans import plan
from zeren.settings import Settings

HOSTILE = "<img src=x onerror=alert(1)>局"


@pytest.fixture(scope="session")
def loaded(tmp_path_factory):
    """A store with two plans; one unit's name is markup, one task's title a formula."""
    opened = open_store(f"ladybug://{tmp_path_factory.mktemp('api')}/store")
    odd = plan(
        "沙政发〔2031〕2号", "沙溪州方案", "沙溪州", parts=[], indicators=[], breakdowns=[],
        tasks=[{"part": "附件1", "path": ["一"], "title": "=HYPERLINK(1)", "lead": [HOSTILE], "support": ["州财政局"]}],
    )  # fmt: skip
    reports = opened.load([plan(), odd])
    assert all(report.status == "loaded" for report in reports)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def settings():
    return Settings(_env_file=None, hosts="testserver", frame_ancestors="'self' https://portal.example")


@pytest.fixture(scope="session")
def asked(loaded, settings):
    """One application for all that only ask it: the first question to each costs a third of a second."""
    with TestClient(create_app(loaded, settings), raise_server_exceptions=False) as opened:
        yield opened


@pytest.fixture
def client(asked):
    yield asked
    asked.cookies.clear()


@pytest.fixture
def store_of(tmp_path):
    """Makes a store of one plan with these tasks and nothing else."""
    made = []

    def make(*tasks):
        store = open_store(f"ladybug://{tmp_path}/store{len(made)}")
        made.append(store)
        report = store.load([plan(parts=[], indicators=[], breakdowns=[], tasks=list(tasks))])[0]
        assert report.status == "loaded", report.error
        return store

    yield make
    for store in made:
        store.close()
