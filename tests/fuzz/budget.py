"""How long to fuzz: one seeded round where no time is given, as in CI; by `make fuzz` until the time is up."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

SEED = 7
SECONDS = float(os.environ.get("ZEREN_FUZZ_SECONDS", "0"))
"""For each of the three fuzzers."""


def seeds() -> Iterator[int]:
    """The seed of each round; the first one is always the same."""
    until, seed = time.monotonic() + SECONDS, SEED
    yield seed
    while time.monotonic() < until:
        seed += 1
        yield seed
