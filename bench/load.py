"""Loading against raw COPY of the same rows, and the first page of a unit's tasks, in one run.

python -m bench.load [--tasks 20000]
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from pathlib import Path

import ladybug

from bench.generator import generate
from bench.machine import describe
from graph.arrow import edge_table, node_table
from graph.build import document_rows
from graph.cyphers import internal
from graph.ladybug import write_graph
from graph.merge import merge
from graph.open import open_store
from graph.rows import Rows
from graph.schema import EDGES, NODES
from graph.store import Store
from loaders.extraction import ROLES, Extraction


def _copy_seconds(rows: Rows, folder: Path) -> float:
    """COPY alone, of Arrow tables made before."""
    empty = folder / "raw.lbug"
    write_graph(empty, Rows(), 512)
    nodes = [(n.label, node_table(n, rows.nodes[n.label])) for n in NODES if rows.nodes.get(n.label)]
    edges = [
        (e.name, edge_table(e, rows.edges[e.name, *ends])) for e in EDGES for ends in e.ends
        if rows.edges.get((e.name, *ends))
    ]  # fmt: skip
    database = ladybug.Database(str(empty), buffer_pool_size=4096 << 20, max_db_size=1 << 38)
    connection = ladybug.Connection(database)
    start = time.perf_counter()
    for name, rows_of in [*nodes, *edges]:
        connection.execute(f"COPY {name} FROM $rows", {"rows": rows_of})
    seconds = time.perf_counter() - start
    connection.close()
    database.close()
    return seconds


BUSY = 2_000
"""Tasks of a unit that is busy, but no collective that stands in nearly every task."""


SIZES: tuple[tuple[str, int | None], ...] = (
    ("units at random", None),
    ("the busiest of at most 2,000 tasks", BUSY),
    ("the busiest", 1 << 40),
)


def page_milliseconds(store: Store, most: int | None = 1 << 40) -> tuple[float, float]:
    """Median and 99th percentile of the first page, with the total, of the 50 busiest units with at most
    so many tasks; of 500 units at random where `most` is None."""
    every = "MATCH (u:Unit)<-[:ASSIGNED]-() WITH u.id AS unit, count(*) AS n"
    busiest = f"{every} WHERE n <= $most RETURN unit, n ORDER BY n DESC, unit LIMIT 50"
    if most is None:
        units = [row["unit"] for row in store.read(f"{every} RETURN unit ORDER BY unit")]
        ids = random.Random(1).sample(units, min(500, len(units)))
    else:
        ids = [row["unit"] for row in store.read(busiest, {"most": most})]
    times = []
    for _ in range(1000 // len(ids)):
        for id in ids:
            start = time.perf_counter()
            values = {"id": id, "roles": list(ROLES)}
            store.read(internal("page_of_unit"), {**values, "offset": 0, "limit": 20})
            store.read(internal("count_page_of_unit"), values)
            times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times), sorted(times)[int(len(times) * 0.99)]


def main() -> None:
    """Run and print."""
    options = argparse.ArgumentParser()
    options.add_argument("--tasks", type=int, default=20_000)
    tasks = options.parse_args().tasks
    print(describe())
    extractions: list[Extraction] = list(generate(tasks))
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        store = open_store(f"ladybug://{folder}/store")
        store.load(extractions)
        load = time.perf_counter() - start
        rows = merge(document_rows(each) for each in extractions)
        edges = sum(rows.count_edges().values())
        copy = _copy_seconds(rows, Path(folder))
        start = time.perf_counter()
        store.load(generate(100, seed=99))
        one = time.perf_counter() - start
        pages = [(label, *page_milliseconds(store, most)) for label, most in SIZES]
        store.close()
    print(
        f"{tasks:,} tasks, {edges:,} edges: load {load:.1f} s, raw COPY {copy:.1f} s, ratio {load / copy:.1f}"
    )
    print(f"one document of 100 tasks more: {one:.1f} s")
    for label, median, p99 in pages:
        print(
            f"first page of a unit's tasks with the total, {label}: median {median:.1f} ms, p99 {p99:.1f} ms"
        )


if __name__ == "__main__":
    main()
