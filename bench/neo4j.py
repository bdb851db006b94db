"""Neo4j: loading against a raw UNWIND of the same rows, a unit's tasks, the export for neo4j-admin.

    python -m bench.neo4j [--tasks 20000] [--large 300000] [--store FOLDER] [--export 1000000]

Starts a server of its own as the tests do (Java and Maven needed). The large graph comes by
`zeren export --format neo4j-admin` and the server's importer. 0 leaves a part out. `--export` writes
the files for neo4j-admin alone, of a graph of so many tasks without counterparts (left out by default).
"""

from __future__ import annotations

import argparse
import os
import subprocess
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any, cast

import neo4j

from bench.generator import generate
from bench.load import SIZES, page_milliseconds
from bench.machine import describe
from graph.build import document_rows
from graph.embedded import EmbeddedStore
from graph.export import write_neo4j_admin
from graph.generations import Entry
from graph.merge import merge
from graph.neo4j_write import typed
from graph.open import open_store
from graph.rows import EdgeRow, Rows
from graph.schema import EDGES, NODES
from graph.selection import Whole
from graph.store import Store
from tests.neo4j.server import LONG_LIVED, PASSWORD, Neo4jServer

_PAIRS = ("SIMILAR_TO", "Task", "Task")
_BATCH = 5_000
_BATCHES = 20
"""Batches a transaction, as in a load: some 100,000 rows."""


def _statements(rows: Rows) -> list[tuple[str, list[dict[str, object]]]]:
    """The least that writes these rows: one CREATE a node, MATCH of both ends and CREATE an edge."""
    found = []
    for node in NODES:
        plain = [typed(node.properties, row) for row in rows.nodes.get(node.label, {}).values()]
        found.append((f"UNWIND $rows AS row CREATE (n:{node.label}) SET n = row", plain))
    for edge in EDGES:
        for source, target in edge.ends:
            plain = [
                {"a": row.source, "b": row.target, "e": typed(edge.properties, row.properties)}
                for row in rows.edges.get((edge.name, source, target), [])
            ]
            statement = (
                f"UNWIND $rows AS row MATCH (a:{source} {{id: row.a}}) USING INDEX SEEK a:{source}(id) "
                f"MATCH (b:{target} {{id: row.b}}) USING INDEX SEEK b:{target}(id) "
                f"CREATE (a)-[e:{edge.name}]->(b) SET e = row.e"
            )
            found.append((statement, plain))
    return found


def _raw_seconds(server: Neo4jServer, rows: Rows) -> float:
    """UNWIND alone, of parameters made before, under the same constraints and indexes."""
    statements = [
        (statement, plain[begin : begin + _BATCH])
        for statement, plain in _statements(rows)
        for begin in range(0, len(plain), _BATCH)
    ]
    with (
        neo4j.GraphDatabase.driver(server.url, auth=("neo4j", PASSWORD)) as driver,
        driver.session() as session,
    ):
        start = time.perf_counter()
        for begin in range(0, len(statements), _BATCHES):
            with session.begin_transaction() as transaction:
                for statement, plain in statements[begin : begin + _BATCHES]:
                    transaction.run(statement, {"rows": plain}).consume()
        return time.perf_counter() - start


def _load_seconds(server: Neo4jServer, tasks: int, seed: int = 1) -> float:
    extractions = list(generate(tasks, seed))
    store = open_store(server.url, neo4j_password=PASSWORD)
    start = time.perf_counter()
    reports = store.load(extractions)
    seconds = time.perf_counter() - start
    assert all(report.status != "failed" for report in reports)
    store.close()
    return seconds


def _pairs(server: Neo4jServer) -> list[EdgeRow]:
    """The counterparts that a load found: rows that it wrote, though no document holds them."""
    store = open_store(server.url, neo4j_password=PASSWORD)
    found = store.read(
        "MATCH (a:Task)-[e:SIMILAR_TO]->(b:Task) RETURN a.id AS a, b.id AS b, properties(e) AS e"
    )
    store.close()
    return [EdgeRow(str(row["a"]), str(row["b"]), cast("dict[str, Any]", row["e"])) for row in found]


def loading(home: Path, tasks: int) -> None:
    """Raw and through the driver in turn, twice each: the first of each warms the server up."""
    server = Neo4jServer(home, java=LONG_LIVED)
    server.start()
    rows = merge(document_rows(each) for each in generate(tasks))
    _load_seconds(server, 1_000)
    server.clear()
    load, raw = [], []
    for _ in range(2):
        load.append(_load_seconds(server, tasks))
        rows.edges[_PAIRS] = _pairs(server)
        server.clear()
        raw.append(_raw_seconds(server, rows))
        server.clear()
    _load_seconds(server, tasks)
    one = _load_seconds(server, 200, seed=99)
    server.stop(kill=True)
    edges = sum(rows.count_edges().values())
    print(
        f"{tasks:,} tasks, {edges:,} edges: load {min(load):.1f} s, raw UNWIND {min(raw):.1f} s, "
        f"ratio {min(load) / min(raw):.2f} (each the better of two)"
    )
    print(f"two of its documents replaced: {one:.1f} s")


def reading(folder: Path, tasks: int, kept: Path | None = None) -> None:
    """A large graph: out of the embedded store, into the server by its importer, a page of a unit's tasks."""
    export(folder, tasks, kept)
    server = Neo4jServer(folder / "home", page_cache="1g", java=LONG_LIVED)
    start = time.perf_counter()
    _import(server, folder)
    seconds = time.perf_counter() - start
    server.start()
    start = time.perf_counter()
    store = open_store(server.url, neo4j_password=PASSWORD)
    first = time.perf_counter() - start
    server.query("CALL db.awaitIndexes(3600)")  # the full-text index is filled in the background
    filled = time.perf_counter() - start
    print(
        f"imported in {seconds:.0f} s, constraints and indexes in {first:.0f} s, "
        f"with the full-text index {filled:.0f} s"
    )
    pages(store)
    store.close()
    server.stop(kill=True)


def export(folder: Path, tasks: int, kept: Path | None = None) -> None:
    """Rows a second into the files for neo4j-admin; a store that is `kept` is taken as it is."""
    home = kept / str(tasks) if kept else folder / "store"
    store = open_store(f"ladybug://{home}", buffer_mb=2048)
    if not kept:
        store.load(generate(tasks))
    _export(store, tasks, folder)


class _Unpaired(EmbeddedStore):
    """Without counterparts: the search for them would take most of the time, and isn't what is measured."""

    def _similar(self, entries: Iterable[Entry], since: int | None) -> None:
        return None


def export_alone(folder: Path, tasks: int) -> None:
    """Rows a second into the files for neo4j-admin, of a graph without counterparts."""
    store = _Unpaired(folder / "store", f"ladybug://{folder}/store", buffer_mb=4096)
    start = time.perf_counter()
    store.load(generate(tasks))
    print(f"{tasks:,} tasks without counterparts loaded in {time.perf_counter() - start:.0f} s")
    _export(store, tasks, folder)


def _export(store: Store, tasks: int, folder: Path) -> None:
    start, processor = time.perf_counter(), time.process_time()
    nodes, edges = write_neo4j_admin(Whole(store), folder / "files", store)
    seconds, processor = time.perf_counter() - start, time.process_time() - processor
    store.close()
    speeds = [f"{(nodes + edges) / each:,.0f}" for each in (seconds, processor)]
    print(
        f"{tasks:,} tasks, {nodes:,} nodes, {edges:,} edges exported in {seconds:.1f} s: "
        f"{speeds[0]} rows a second, {speeds[1]} a second of processor time"
    )


def pages(store: Store) -> None:
    """The first page of the tasks of busy units, once the server has compiled what it runs often."""
    for _, most in SIZES:
        page_milliseconds(store, most)
    for label, most in SIZES:
        median, p99 = page_milliseconds(store, most)
        print(
            f"first page of a unit's tasks with the total, {label}: median {median:.1f} ms, p99 {p99:.1f} ms"
        )


def _import(server: Neo4jServer, folder: Path) -> None:
    tool = folder / "bin" / "neo4j-admin"
    tool.parent.mkdir()
    server.write_admin(tool)
    environment = {**server.environment(), "PATH": f"{tool.parent}:{os.environ['PATH']}"}
    subprocess.run([folder / "files" / "import.sh"], env=environment, check=True, capture_output=True)


def main() -> None:
    """Run and print."""
    options = argparse.ArgumentParser()
    options.add_argument("--tasks", type=int, default=20_000)
    options.add_argument("--large", type=int, default=300_000)
    options.add_argument(
        "--store", type=Path, help="a folder with a store of --large tasks, as bench.search keeps it"
    )
    options.add_argument("--export", type=int, default=0)
    given = options.parse_args()
    print(describe())
    with tempfile.TemporaryDirectory() as folder:
        if given.tasks:
            loading(Path(folder), given.tasks)
    with tempfile.TemporaryDirectory() as folder:
        if given.large:
            reading(Path(folder), given.large, given.store)
    with tempfile.TemporaryDirectory() as folder:
        if given.export:
            export_alone(Path(folder), given.export)


if __name__ == "__main__":
    main()
