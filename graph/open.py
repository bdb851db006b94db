"""Opening a store by its URL."""

from __future__ import annotations

from pathlib import Path

from graph.corrections import NONE, Corrections
from graph.embedded import EmbeddedStore
from graph.store import Store
from zeren.errors import StoreError

_EMBEDDED = "ladybug://"
_NEO4J = ("neo4j://", "neo4j+s://", "neo4j+ssc://", "bolt://", "bolt+s://", "bolt+ssc://")


def open_store(
    url: str,
    *,
    read_only: bool = False,
    buffer_mb: int = 512,
    neo4j_username: str | None = None,
    neo4j_password: str | None = None,
    neo4j_database: str | None = None,
    neo4j_shared: bool = False,
    corrections: Corrections = NONE,
) -> Store:
    """The store of a URL: `ladybug://a/b` is relative, `ladybug:///a/b` absolute; `neo4j://host:7687`.

    A store that does not exist yet is made, unless `read_only`. Raises StoreError for another
    scheme and StoreUnavailable where there is nothing to read or nobody answers.
    """
    if url.startswith(_NEO4J):
        # the driver takes a fifth of a second to import, which the embedded store need not pay
        from graph.neo4j_store import Neo4jStore

        return Neo4jStore(
            url, username=neo4j_username, password=neo4j_password, database=neo4j_database,
            shared=neo4j_shared, read_only=read_only, corrections=corrections,
        )  # fmt: skip
    if not url.startswith(_EMBEDDED) or len(url) == len(_EMBEDDED):
        raise StoreError(
            f"不认识的图谱库地址“{url.split('@')[-1][:80]}”,应写成 ladybug://文件夹 或 neo4j://主机:7687"
        )
    return EmbeddedStore(
        Path(url.removeprefix(_EMBEDDED)), url, read_only=read_only, buffer_mb=buffer_mb,
        corrections=corrections,
    )  # fmt: skip
