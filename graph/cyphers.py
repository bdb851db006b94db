"""Statements of our own that are no named queries: `queries/internal/*.cypher`, read once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def internal(name: str) -> str:
    """The statement of `queries/internal/<name>.cypher` without its comment lines."""
    text = (files("queries") / "internal" / f"{name}.cypher").read_text("utf-8")
    return "\n".join(line for line in text.splitlines() if not line.startswith("//"))
