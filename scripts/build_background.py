"""Build graph/counterparts/data/background.npz: in how many paragraphs of plans an n-gram stands.

    python scripts/build_background.py FOLDER... [--out FILE]

Reads every document in the folders that zeren can read. The table holds hashed n-grams and counts,
no text. A new table gives other scores: adapt the calibration in graph/counterparts/pool.py to it
with bench/similar.py, and run `zeren rebuild` on stores.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from graph.counterparts.background import build
from loaders.readers import read_file
from zeren.documents import find_documents

TARGET = Path(__file__).resolve().parents[1] / "graph" / "counterparts" / "data" / "background.npz"
_SHORTEST = 10
"""Shorter lines are headings and page numbers."""


def paragraphs(folders: list[Path]) -> Iterator[str]:
    """The lines of all documents in the folders."""
    for file in find_documents(folders).files:
        yield from (line for line in read_file(file).text.split("\n") if len(line) >= _SHORTEST)


def main() -> None:
    """Read, count, write."""
    options = argparse.ArgumentParser()
    options.add_argument("folders", nargs="+", type=Path)
    options.add_argument("--out", type=Path, default=TARGET)
    given = options.parse_args()
    lines = list(paragraphs(given.folders))
    given.out.parent.mkdir(parents=True, exist_ok=True)
    given.out.write_bytes(build(lines))
    print(f"{len(lines)} paragraphs, {given.out.stat().st_size} bytes in {given.out}")


if __name__ == "__main__":
    main()
