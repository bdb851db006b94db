"""What tests of several folders share."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.neo4j.server import Neo4jServer

CHROMIUM = Path("/usr/bin/chromium")

# how long an example takes says more of the machine than of the code
hypothesis.settings.register_profile("untimed", hypothesis.settings(), deadline=None)
hypothesis.settings.load_profile("untimed")

# what a page shows is waited for, as long as a page itself is: how soon it comes says more of the machine
expect.set_options(timeout=30_000)


_LONGEST_ID = 80
"""Characters of a parameter in a test's name: some are half a megabyte, and workers send each name often."""


def pytest_make_parametrize_id(val: object) -> str | None:
    """The beginning of a long text; pytest's own name for anything else."""
    if not isinstance(val, str) or len(val) <= _LONGEST_ID:
        return None
    return f"{val[:_LONGEST_ID].encode('unicode_escape').decode()[:_LONGEST_ID]}..."


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium; a missing one fails in CI and skips elsewhere.

    Not for the whole session: while it runs, its event loop keeps this thread from running another.
    """
    if not CHROMIUM.exists():
        message = "Chromium is missing: apt-get install chromium"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4jServer]:
    """One Neo4j server a test session, whatever its database holds."""
    server = Neo4jServer(Path(tmp_path_factory.mktemp("neo4j")))
    server.start()
    yield server
    server.stop(kill=True)  # its home is thrown away


@pytest.fixture
def server(running: Neo4jServer) -> Neo4jServer:
    """The server with an empty database."""
    running.clear()
    return running
