"""Opening a store by its URL."""

from __future__ import annotations

from pathlib import Path

from graph.embedded import EmbeddedStore
from graph.store import Store
from zeren.errors import StoreError

_EMBEDDED = "ladybug://"


def open_store(url: str, *, read_only: bool = False, buffer_mb: int = 512) -> Store:
    """The store of a URL: `ladybug://a/b` is relative, `ladybug:///a/b` absolute.

    An embedded store that does not exist yet is made, unless `read_only`. Raises StoreError for
    another scheme and StoreUnavailable where there is nothing to read.
    """
    if not url.startswith(_EMBEDDED) or len(url) == len(_EMBEDDED):
        raise StoreError(f"不认识的图谱库地址“{url.split('@')[-1][:80]}”,应写成 ladybug://文件夹")
    return EmbeddedStore(Path(url.removeprefix(_EMBEDDED)), url, read_only=read_only, buffer_mb=buffer_mb)
