"""Generations of the embedded store: numbered folders, and the small file `current`.

A generation is built under a .tmp name, closed, synced and renamed; then `current` is replaced.
A crash at any moment leaves the old generation or the new one, and left-overs that the next
writer removes.
"""

from __future__ import annotations

import dataclasses
import errno
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from graph.kept import sync_folder, write_whole
from graph.patience import patiently
from graph.schema import SCHEMA_VERSION
from graph.store import Change, DocumentRecord, LoadReport
from zeren.errors import LoadRunning, StoreError, StoreUnavailable

GRAPH_FILE = "graph.lbug"
_KEEP = 2
_REASONS = {
    errno.ENOSPC: "磁盘空间不够",
    errno.EDQUOT: "磁盘配额用完,空间不够",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘是只读的",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A loaded document in the manifest: its record, the key of its kept Extraction, its root plan."""

    record: DocumentRecord
    kept: str
    annex_of: str | None = None


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation holds, and what wrote it."""

    engine: str
    documents: tuple[Entry, ...] = ()
    schema: int = SCHEMA_VERSION
    number: int = 0
    stamp: str = field(default="", compare=False)


class Generations:
    """The folder of a store."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the writer's lock; raises LoadRunning when somebody else does."""
        try:
            self.root.mkdir(parents=True, exist_ok=True)
            lock = FileLock(self.root / "writer.lock", timeout=0)
            with lock:
                self._tidy()
                yield
        except Timeout as error:
            raise LoadRunning("另一个载入正在进行,请等它结束后再试") from error
        except OSError as error:
            reason = _REASONS.get(error.errno or 0, error.strerror)
            message = f"图谱库写不进去({reason}),请检查它所在文件夹的权限和磁盘空间"
            raise StoreError(message, str(self.root)) from error

    def current(self) -> tuple[int, str] | None:
        """Number and stamp of the current generation; None for a store without one."""
        try:
            text = patiently(lambda: (self.root / "current").read_text("ascii"))
            number, _, stamp = text.strip().partition(" ")
            return int(number), stamp
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            message = "图谱库读不了,请检查它所在文件夹的权限,或用 zeren load 重新载入"
            raise StoreUnavailable(message, str(self.root)) from error

    def folder(self, number: int) -> Path:
        """The folder of a generation."""
        return self.root / f"{number:06d}"

    def manifest(self, number: int) -> Manifest:
        """The manifest of a generation; raises StoreUnavailable when it can't be read."""
        try:
            data = json.loads((self.folder(number) / "manifest.json").read_text("utf-8"))
            if data["schema"] > SCHEMA_VERSION:  # it may hold what this program would lose
                raise StoreUnavailable("图谱库由更新版本的 zeren 写成,请升级 zeren 后再用")
            documents = tuple(entry_of(each) for each in data["documents"])
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise StoreUnavailable("图谱库的清单损坏,请用 zeren load 重新载入文件") from error
        return Manifest(data["engine"], documents, data["schema"], number, data.get("stamp", ""))

    @contextmanager
    def building(self, manifest: Manifest) -> Iterator[Path]:
        """A folder to build the next generation in; it becomes current when the block ends well."""
        now = self.current()
        number = (now[0] if now else 0) + 1
        temporary = self.root / f"{number:06d}.tmp"
        shutil.rmtree(temporary, ignore_errors=True)
        temporary.mkdir(parents=True)
        try:
            yield temporary
        except BaseException:
            shutil.rmtree(temporary, ignore_errors=True)
            raise
        data = json.dumps(_plain(manifest), ensure_ascii=False, indent=1)
        write_whole(temporary / "manifest.json", data.encode())
        for path in sorted(temporary.rglob("*")):
            sync_folder(path) if path.is_dir() else _sync(path)
        sync_folder(temporary)
        shutil.rmtree(self.folder(number), ignore_errors=True)
        patiently(lambda: os.replace(temporary, self.folder(number)))
        sync_folder(self.root)
        write_whole(self.root / "current", f"{number} {manifest.stamp}\n".encode("ascii"))

    def _tidy(self) -> None:
        """Remove left-overs and all but the last generations; under the lock only."""
        now = self.current()
        number = now[0] if now else 0
        for path in self.root.iterdir():
            stem, _, ending = path.name.partition(".")
            if not stem.isdecimal() or not path.is_dir():
                continue
            if ending == "tmp" or int(stem) > number or int(stem) <= number - _KEEP:
                shutil.rmtree(path, ignore_errors=True)

    def referred(self) -> set[str]:
        """The keys of kept Extractions that the generations on disk refer to."""
        keys: set[str] = set()
        for path in self.root.iterdir():
            if path.name.isdecimal() and path.is_dir():
                keys.update(entry.kept for entry in self.manifest(int(path.name)).documents)
        return keys


def _sync(file: Path) -> None:
    with file.open("r+b") as handle:  # Windows syncs only what is open for writing
        os.fsync(handle.fileno())


def _plain(manifest: Manifest) -> dict[str, Any]:
    data = dataclasses.asdict(manifest)
    return {**data, "documents": [dataclasses.asdict(entry) for entry in manifest.documents]}


def entry_of(data: dict[str, Any]) -> Entry:
    record = dict(data["record"])
    report = dict(record["report"])
    change = report.get("change")
    report["change"] = Change(**{k: tuple(v) for k, v in change.items()}) if change else None
    return Entry(DocumentRecord(**{**record, "report": LoadReport(**report)}), data["kept"], data["annex_of"])
