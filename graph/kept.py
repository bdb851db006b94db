"""The Extractions that a store keeps, by the hash of their content."""

from __future__ import annotations

import gzip
import hashlib
import os
import zlib
from collections.abc import Collection
from pathlib import Path

from graph.patience import patiently
from loaders.extraction import Extraction, pack, unpack
from zeren.errors import StoreUnavailable

GZIP_OR_ZLIB = 47
"""zlib's window bits with 32 added: it looks at the head which of both it is."""


class Kept:
    """A folder of compressed Extractions; a file is written whole or not at all."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, extraction: Extraction) -> str:
        """Keep an Extraction; the key under which it is found again."""
        data = pack(extraction)
        key = hashlib.sha256(data).hexdigest()
        path = self._path(key)
        if not path.exists():
            self._folder.mkdir(parents=True, exist_ok=True)
            # mtime 0: the same Extraction gives the same file
            write_whole(path, gzip.compress(data, 1, mtime=0))
        return key

    def get(self, key: str) -> Extraction:
        """The Extraction of a key; raises StoreUnavailable when its file is gone or damaged."""
        return kept_extraction(self.raw(key), key)

    def raw(self, key: str) -> bytes:
        """The file of a key, for `kept_extraction`; raises StoreUnavailable when it is gone."""
        try:
            return self._path(key).read_bytes()
        except OSError as error:
            raise _damaged(key) from error

    def sweep(self, keys: Collection[str]) -> None:
        """Remove what no generation refers to any more."""
        for path in self._folder.glob("*.json.gz*"):
            if path.name.split(".", 1)[0] not in keys:
                path.unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}.json.gz"


def kept_extraction(data: bytes, key: str) -> Extraction:
    """An Extraction from its compressed form, gzip's or zlib's; StoreUnavailable when it is damaged."""
    try:
        return unpack(zlib.decompress(data, GZIP_OR_ZLIB))
    except zlib.error as error:
        raise _damaged(key) from error


def _damaged(key: str) -> StoreUnavailable:
    return StoreUnavailable(f"图谱库里保存的抽取结果损坏({key[:12]}),请重新载入原文件")


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that a crash leaves the old one or the new one."""
    temporary = path.with_name(path.name + ".tmp")
    with temporary.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    patiently(lambda: os.replace(temporary, path))
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make renames in a folder durable, where the system has a way to."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
