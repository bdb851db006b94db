"""A server whose disk a load fills: what the user is told, and what the graph is after it."""

from __future__ import annotations

import pytest

from graph.dump import dump
from graph.open import open_store
from tests.graph.neo4j.command import load
from tests.graph.neo4j.dumps import embedded_dump
from tests.neo4j.server import PASSWORD, Neo4jServer, missing
from tests.support.disk import mount_disk, resize_disk, unmount_disk
from tests.support.plans import plan
from zeren.errors import StoreUnavailable

pytestmark = pytest.mark.neo4j

CITY = plan()
LONG = plan(
    "沙政发〔2031〕4号", "沙溪州长方案", "沙溪州", parts=[], indicators=[], breakdowns=[],
    tasks=[
        {"part": "", "path": [f"{number}"], "title": f"事项{number}", "text": "修" * 20_000, "lead": ["州水利局"]}
        for number in range(1, 61)
    ],
)  # fmt: skip
"""More than 2 MB in the server's store."""


@pytest.fixture
def small(tmp_path):
    """A server of its own on a disk of 5 MB, half of it free."""
    disk = tmp_path / "disk"
    if why := mount_disk(disk, "5m"):
        missing(why)
    server = Neo4jServer(disk / "home")
    server.start()
    yield server
    server.stop(kill=True)
    unmount_disk(disk)


@pytest.fixture
def store(small):
    """A graph of one plan on that server."""
    opened = open_store(small.url, neo4j_password=PASSWORD)
    assert opened.load([CITY])[0].status == "loaded"
    yield opened
    opened.close()


def test_a_disk_that_a_load_fills(small, store, tmp_path):
    before, whole = list(dump(store)), embedded_dump(tmp_path, CITY, LONG)
    status, said = load(tmp_path, LONG, small.url)
    assert (status, "磁盘" in said, "重启 Neo4j" in said) == (1, True, True), said
    with pytest.raises(StoreUnavailable, match="磁盘"):
        store.load([plan("沙政发〔2031〕5号", "沙溪州短方案", "沙溪州")])
    small.stop(kill=True)
    resize_disk(small.home.parent, "100m")
    small.start()
    assert list(dump(store)) in (before, whole)
    assert store.load([LONG])[0].status in ("loaded", "unchanged")
    assert list(dump(store)) == whole
