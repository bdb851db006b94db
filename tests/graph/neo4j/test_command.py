"""What `zeren load` says about a server that it cannot load into: one line, and exit 1."""

from __future__ import annotations

import socket

import pytest

from graph.open import open_store
from tests.graph.neo4j.command import load
from tests.graph.neo4j.old import ANSWERS, old_server
from tests.neo4j.server import PASSWORD
from tests.support.plans import plan
from zeren.errors import StoreError


@pytest.mark.neo4j
@pytest.mark.xdist_group("neo4j")
def test_the_command_says_it_in_one_line_and_ends_with_1(server, tmp_path):
    server.query("CREATE (:Film)")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        status, said = load(tmp_path, plan(), f"bolt://127.0.0.1:{taken.getsockname()[1]}")
    assert (status, "ZEREN_STORE" in said) == (1, True)
    status, said = load(tmp_path, plan(), server.url, "wrong-password")
    assert (status, "ZEREN_NEO4J_PASSWORD" in said) == (1, True)
    status, said = load(tmp_path, plan(), server.url)
    assert (status, "ZEREN_NEO4J_SHARED" in said) == (1, True)
    assert load(tmp_path, plan(), server.url, ZEREN_NEO4J_SHARED="true") == (0, "")


@pytest.mark.parametrize("release", ANSWERS)
def test_a_release_that_is_not_supported(release, tmp_path):
    """No real old server: a port of ours that sends, byte for byte, what real ones sent to the driver.

    The driver itself meets them; two real ones would cost `make test` 200 MB and most of a minute.
    """
    with old_server(release) as port:
        status, said = load(tmp_path, plan(), f"bolt://127.0.0.1:{port}")
    assert (status, "需要 Neo4j 5.26 或更新的版本" in said) == (1, True), said
    assert "升级服务器" in said


@pytest.mark.parametrize("release", ["3.4", "4.4.43"])
def test_a_release_that_is_not_supported_met_by_routing(release):
    """They have no protocol in common with the driver, which is told before it asks for a route."""
    with old_server(release) as port, pytest.raises(StoreError, match=r"需要 Neo4j 5\.26 或更新的版本"):
        open_store(f"neo4j://127.0.0.1:{port}", neo4j_password=PASSWORD)
