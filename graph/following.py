"""Which generation is read: the current one, or for a while the one that a thread began with."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from graph.generations import GRAPH_FILE, Generations, Manifest
from graph.ladybug import ENGINE, Reader
from graph.schema import SCHEMA_VERSION
from zeren.errors import StoreUnavailable

Now = tuple[int, str]
"""A generation's number and stamp."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A generation that is open for reading."""

    now: Now
    reader: Reader
    manifest: Manifest


class Following:
    """Opens the current generation, and lets go of the one before once nobody reads it any more."""

    def __init__(self, generations: Generations, url: str, buffer_mb: int) -> None:
        self._generations = generations
        self._url = url
        self._buffer_mb = buffer_mb
        self._lock = threading.Lock()
        self._opened: Opened | None = None
        self._thread = threading.local()

    def current(self) -> Now:
        """The generation that a read which begins now would see. Raises StoreUnavailable without one."""
        now = self._generations.current()
        if now is None:
            raise StoreUnavailable("图谱库不见了,请重新载入文件", self._url)
        return now

    def held(self) -> Opened | None:
        """The generation that this thread stands on, if it does."""
        return getattr(self._thread, "held", None)

    @contextmanager
    def standing(self) -> Iterator[None]:
        """What this thread reads inside the block is all of one generation, whatever is loaded meanwhile."""
        if self.held():
            yield
            return
        with self._using() as opened:
            self._thread.held = opened
            try:
                yield
            finally:
                self._thread.held = None

    @contextmanager
    def reader(self) -> Iterator[Reader]:
        """The graph file to read from; it stays open until the block ends."""
        held = self.held()
        if held:
            yield held.reader
            return
        with self._using() as opened:
            yield opened.reader

    def close(self) -> None:
        """Let go of the graph file."""
        with self._lock:
            if self._opened:
                self._opened.reader.retire()
                self._opened = None

    @contextmanager
    def _using(self) -> Iterator[Opened]:
        with self._lock:
            before, opened = self._opened, self._current()
            holding = opened.reader.using()
            holding.__enter__()
        try:
            if before and before is not opened:
                before.reader.retire()  # closing a file takes a while: not under the lock
            yield opened
        finally:
            holding.__exit__(None, None, None)

    def _current(self) -> Opened:
        """The current generation, opened when it is new; who calls lets go of the one before."""
        now = self.current()
        if self._opened is None or self._opened.now != now:
            manifest = self._generations.manifest(now[0])
            if (manifest.engine, manifest.schema) != (ENGINE, SCHEMA_VERSION):
                message = f"图谱库由 {manifest.engine} 写成,本程序用 {ENGINE},请先运行 zeren rebuild"
                raise StoreUnavailable(message)
            fresh = Reader(self._generations.folder(now[0]) / GRAPH_FILE, self._buffer_mb)
            self._opened = Opened(now, fresh, manifest)
        return self._opened
