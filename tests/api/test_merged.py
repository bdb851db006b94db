"""A unit merged by corrections.toml: its old address leads to the one that it became."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from graph.corrections import Corrections, UnitCorrection
from graph.open import open_store
from tests.support.plans import plan
from zeren.settings import Settings

SAME = Corrections(unit=(UnitCorrection(same=("市园林局", "市财政局"), region="青岚市"),), digest="1")


def ids(store):
    return {row["name"]: row["id"] for row in store.read("MATCH (u:Unit) RETURN u.name AS name, u.id AS id")}


@pytest.fixture
def merged(tmp_path):
    """A client of the store after the correction, the merged unit's old id, the id that it became."""
    before = open_store(f"ladybug://{tmp_path}/store")
    before.load([plan()])
    old = ids(before)["市财政局"]
    before.close()
    store = open_store(f"ladybug://{tmp_path}/store", corrections=SAME)
    store.rebuild()
    assert "市财政局" not in ids(store)
    settings = Settings(_env_file=None, hosts="testserver")
    with TestClient(create_app(store, settings), follow_redirects=False) as client:
        yield client, old, ids(store)["市园林局"]
    store.close()


@pytest.mark.parametrize("path", ["/api/units/{}", "/api/units/{}/tasks", "/units/{}"])
def test_the_former_id_leads_to_the_unit(merged, path):
    client, old, new = merged
    reply = client.get(path.format(old))
    assert reply.status_code == 308
    assert unquote(reply.headers["location"]) == path.format(new)
    assert client.get(reply.headers["location"]).status_code == 200


def test_the_filter_is_kept(merged):
    client, old, new = merged
    reply = client.get(f"/api/units/{old}/tasks?role=lead")
    assert unquote(reply.headers["location"]) == f"/api/units/{new}/tasks?role=lead"
