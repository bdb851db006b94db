"""The access log and the figures."""

from __future__ import annotations

import logging

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.observing import address


@pytest.fixture
def client(loaded, settings):
    """Of an application of its own, whose figures begin at nothing."""
    with TestClient(create_app(loaded, settings), raise_server_exceptions=False) as opened:
        yield opened


def test_figures_are_counted_by_route(client):
    client.get("/api/plans")
    client.get("/api/plans/nothing")
    text = client.get("/metrics").text
    assert 'zeren_requests_total{method="GET",route="/api/plans",status="200"} 1.0' in text
    assert 'zeren_requests_total{method="GET",route="/api/plans/{id}",status="404"} 1.0' in text
    assert 'zeren_request_seconds_count{route="/api/plans"} 1.0' in text


def test_addresses_without_number_make_one_figure(client):
    for number in range(5):
        client.get(f"/nothing/{number}")
        client.request(f"X{number}", "/api/plans")
    text = client.get("/metrics").text
    assert 'method="GET",route="other",status="404"} 5.0' in text
    assert "X1" not in text
    assert "nothing" not in text


def test_keys_are_cut_from_the_log(client, caplog):
    with caplog.at_level(logging.INFO, "zeren.access"):
        client.get("/embed/plan/x?limit=3&key=geheim")
        client.get("/login?key=geheim")
        client.get("/api/plans?token=geheim&q=%0Aforged", headers={"Authorization": "Bearer geheim"})
    assert "geheim" not in caplog.text
    assert "GET /embed/plan/x?limit=3&key=*** 404" in caplog.text
    assert "q=%0Aforged" in caplog.text


def test_a_path_is_logged_as_it_was_sent():
    scope = {"raw_path": b"/a%0Ab\xff", "path": "/a\nb", "query_string": b"monkey=1"}
    assert address(scope) == "/a%0Ab\\xff?monkey=1"
