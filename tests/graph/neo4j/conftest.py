"""One server a test session, its database emptied before each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.open import open_store
from graph.store import Store
from tests.neo4j.server import PASSWORD, Neo4jServer


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4jServer]:
    """The server, whatever its database holds."""
    server = Neo4jServer(Path(tmp_path_factory.mktemp("neo4j")))
    server.start()
    yield server
    server.stop(kill=True)  # its home is thrown away


@pytest.fixture
def server(running: Neo4jServer) -> Neo4jServer:
    """The server with an empty database."""
    running.clear()
    return running


@pytest.fixture
def store(server: Neo4jServer) -> Iterator[Store]:
    """A new graph on the server."""
    opened = open_store(server.url, neo4j_password=PASSWORD)
    yield opened
    opened.close()
