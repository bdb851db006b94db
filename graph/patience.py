"""Windows refuses to replace, or to open, a file that another program is just reading or replacing."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from typing import TypeVar

Result = TypeVar("Result")

WAITS: tuple[float, ...] = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0) if os.name == "nt" else ()
"""Seconds between the tries. Elsewhere a file may be replaced while it is open, and a refusal is final."""


def patiently(act: Callable[[], Result]) -> Result:
    """What `act` gives; while it raises PermissionError it is tried again, for two seconds in all.

    A reader has the small file `current` open for a fraction of a millisecond, a virus scanner or an
    indexer holds a new file for longer.
    """
    for wait in WAITS:
        try:
            return act()
        except PermissionError:
            time.sleep(wait)
    return act()
