"""The cyclic collector, out of the way of loads."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collector() -> Iterator[None]:
    """Building millions of small rows makes the cyclic collector walk them all again and again."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def set_aside() -> None:
    """What stays for long (names and words of a generation) is walked now and not again.

    A full collection over half a million of them holds every request up for a tenth of a second.
    What was set aside before and is in use no more is given back first.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
