"""Selections as JSON, CSV and Parquet."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO, Any

import pyarrow.csv
import pyarrow.parquet

from graph.export.columns import joined, without_formulas
from graph.export.whole import whole_file, whole_folder
from graph.schema import EDGES, NODES
from graph.selection.contents import Contents
from graph.selection.network import edge_records, node_records

Counts = tuple[int, int]
"""How many nodes and edges were written."""


def write_json(contents: Contents, path: Path) -> Counts:
    """`{"nodes": [{"id", "kind", "label", …}], "edges": [{"source", "target", "type", …}]}`, one a line."""
    with whole_file(path) as temporary, temporary.open("w", encoding="utf-8", newline="\n") as file:
        file.write('{"nodes": [')
        nodes = _lines(file, node_records(contents))
        file.write('\n], "edges": [')
        edges = _lines(file, edge_records(contents))
        file.write("\n]}\n")
    return nodes, edges


def _lines(file: IO[str], records: Iterable[dict[str, Any]]) -> int:
    count = 0
    for count, record in enumerate(records, 1):
        file.write(("\n" if count == 1 else ",\n") + json.dumps(record, ensure_ascii=False))
    return count


def write_csv(contents: Contents, path: Path) -> Counts:
    """A folder with `nodes/<label>.csv` and `edges/<type>.csv` for a spreadsheet: UTF-8 with BOM, lists
    joined by 、, texts that look like formulas behind an apostrophe.
    """

    def write(table: Any, file: Path) -> None:
        with file.open("wb") as out:
            out.write("\ufeff".encode())
            pyarrow.csv.write_csv(without_formulas(joined(table, "、")), out)

    return _folder(contents, path, ".csv", write)


def write_parquet(contents: Contents, path: Path) -> Counts:
    """A folder with `nodes/<label>.parquet` and `edges/<type>.parquet`; lists stay lists."""
    return _folder(contents, path, ".parquet", pyarrow.parquet.write_table)


def _folder(contents: Contents, path: Path, ending: str, write: Callable[[Any, Path], None]) -> Counts:
    counts = {"nodes": 0, "edges": 0}
    with whole_folder(path) as folder:
        for kind, name, table in tables(contents):
            (folder / kind).mkdir(exist_ok=True)
            write(table, folder / kind / f"{name}{ending}")
            counts[kind] += table.num_rows
    return counts["nodes"], counts["edges"]


def tables(contents: Contents) -> Iterator[tuple[str, str, Any]]:
    """("nodes" or "edges", label or type, table) in the schema's order; empty ones too."""
    for node in NODES:
        yield "nodes", node.label, contents.nodes(node)
    for edge in EDGES:
        yield "edges", edge.name, contents.edges(edge)
