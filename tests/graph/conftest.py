"""A store for one test."""

from __future__ import annotations

import pytest

from graph.open import open_store


@pytest.fixture
def store(tmp_path):
    opened = open_store(f"ladybug://{tmp_path}/store")
    yield opened
    opened.close()
