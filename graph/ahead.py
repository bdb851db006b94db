"""Rows of the next documents, made while the caller waits for its server."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager

from graph.build import DocumentRows
from loaders.extraction import Extraction

Build = Callable[[Extraction], DocumentRows]
_AHEAD = 100
"""Documents that wait at most: about what one transaction takes."""


@contextmanager
def built_ahead(extractions: Sequence[Extraction], build: Build) -> Iterator[Build]:
    """`build`, for documents that are asked for in this order; one asked for again is built again.

    What `build` raises for a document is raised when that document is asked for.
    """
    with ThreadPoolExecutor(1, "build") as pool:
        ahead = _Ahead(extractions, build, pool)
        try:
            yield ahead
        finally:
            ahead.stop()


class _Ahead:
    def __init__(self, extractions: Sequence[Extraction], build: Build, pool: ThreadPoolExecutor) -> None:
        self._build = build
        self._pool = pool
        self._rest = iter(extractions)
        self._begun: dict[int, Future[DocumentRows]] = {}
        self._fill()

    def __call__(self, extraction: Extraction) -> DocumentRows:
        begun = self._begun.pop(id(extraction), None)
        self._fill()
        return begun.result() if begun else self._build(extraction)

    def _fill(self) -> None:
        while len(self._begun) < _AHEAD and (following := next(self._rest, None)) is not None:
            self._begun[id(following)] = self._pool.submit(self._build, following)

    def stop(self) -> None:
        for future in self._begun.values():
            future.cancel()
