"""A new graph on the one server of a test session."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph.open import open_store
from graph.store import Store
from tests.neo4j.server import PASSWORD, Neo4jServer


@pytest.fixture
def store(server: Neo4jServer) -> Iterator[Store]:
    """A new graph on the server."""
    opened = open_store(server.url, neo4j_password=PASSWORD)
    yield opened
    opened.close()
