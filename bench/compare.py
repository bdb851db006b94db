"""Comparing regions: the matrix of regions and functions, one action with its counterparts.

    python -m bench.compare [--tasks 20000] [--store FOLDER]

The actions are 200 tasks at random, each once.
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Mapping

from bench.served import options, served
from graph.catalogue import Catalogue, run
from graph.store import Store

_ACTIONS = 200
_MATRICES = 7


def _milliseconds(store: Store, name: str, given: Mapping[str, str]) -> float:
    query = Catalogue().get(name)
    start = time.perf_counter()
    run(store, query, given)
    return (time.perf_counter() - start) * 1000


def _print(what: str, times: list[float]) -> None:
    p95 = sorted(times)[int(len(times) * 0.95) - 1]
    print(f"{what}: median {statistics.median(times):.1f} ms, p95 {p95:.1f} ms")


def main() -> None:
    """Run and print."""
    given = options(__doc__ or "", 20_000)
    with served(given.tasks, given.store) as store:
        tasks = [str(row["id"]) for row in store.read("MATCH (t:Task) RETURN t.id AS id ORDER BY id")]
        _print(
            "regions and functions",
            [_milliseconds(store, "function_region_matrix", {}) for _ in range(_MATRICES)],
        )
        chosen = random.Random(1).sample(tasks, min(_ACTIONS, len(tasks)))
        _print(
            "one action across regions",
            [_milliseconds(store, "counterparts_of_task", {"task": task}) for task in chosen],
        )


if __name__ == "__main__":
    main()
