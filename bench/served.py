"""A store of generated tasks, opened as `zeren serve` does."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.generator import generate
from bench.machine import describe
from graph.open import open_store
from graph.store import Store


def options(doc: str, tasks: int) -> argparse.Namespace:
    """`--tasks` (this many unless given) and `--store`, a folder to keep the store in between runs."""
    found = argparse.ArgumentParser(description=doc)
    found.add_argument("--tasks", type=int, default=tasks)
    found.add_argument("--store", type=Path)
    return found.parse_args()


@contextmanager
def served(tasks: int, kept: Path | None = None) -> Iterator[Store]:
    """A store with this many tasks, for reading; one that is `kept` already is taken as it is."""
    print(describe())
    with tempfile.TemporaryDirectory() as folder:
        url = f"ladybug://{kept or folder}/{tasks}"
        if not (kept and (kept / str(tasks)).exists()):
            loader = open_store(url)
            loader.load(generate(tasks))
            loader.close()
            del loader  # with what it remembers of the documents
        store = open_store(url, read_only=True)
        yield store
        store.close()
