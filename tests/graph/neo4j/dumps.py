"""What the embedded engine makes of some documents, to compare with."""

from __future__ import annotations

from graph.dump import dump
from graph.open import open_store


def embedded_dump(tmp_path, *documents):
    """The lines of the embedded engine's graph of these documents."""
    opened = open_store(f"ladybug://{tmp_path}/embedded-{len(list(tmp_path.iterdir()))}")
    opened.load(documents)
    lines = list(dump(opened))
    opened.close()
    return lines
