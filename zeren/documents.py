"""Which files a command means, and reading them one after the other."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from loaders.extraction import Extraction
from loaders.readers.kinds import SUFFIXES
from zeren.errors import LoadError
from zeren.worker import Worker, WorkerLimits

EXTRACTION_SUFFIX = ".json"


@dataclass(frozen=True, slots=True)
class Found:
    """The files that paths name, sorted within a folder, and how many of other types were skipped."""

    files: tuple[Path, ...]
    skipped: int = 0


def find_documents(paths: Iterable[Path], *, extractions: bool = False) -> Found:
    """Walk folders for documents (and Extraction JSON); files that are named outright are all kept.

    Hidden files, links to folders and things that are no regular file are passed over.
    """
    known = {*SUFFIXES, *([EXTRACTION_SUFFIX] if extractions else [])}
    files: dict[Path, None] = {}
    skipped = 0
    for path in paths:
        if not path.is_dir():
            files[path] = None
            continue
        for file in _walk(path):
            if file.suffix.lower() in known:
                files[file] = None
            else:
                skipped += 1
    return Found(tuple(files), skipped)


def _walk(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(root, name)
            if not name.startswith((".", "~$")) and file.is_file():
                yield file


@dataclass(frozen=True, slots=True)
class Read:
    """A file and what came of it: an Extraction or the error that says why not."""

    path: Path
    extraction: Extraction | None = None
    error: LoadError | None = None


def read_documents(files: Sequence[Path], step: Callable[[Path], None] = lambda _: None) -> Iterator[Read]:
    """Read each file in order; a bad one is handed out with its error and the others go on.

    They are read in a process of its own, which a bad one may end. `step` is called before each
    file is read.
    """
    with Worker(_LIMITS) as worker:
        for path in files:
            step(path)
            try:
                yield Read(path, worker.read(path))
            except LoadError as error:
                yield Read(path, error=error)


_LIMITS = WorkerLimits(output_mb=256, seconds_a_mb=6.0)
"""Who gives in a text of 20 MB at the command line waits for it, a minute or two on a slow machine."""


def output_names(files: Sequence[Path]) -> dict[Path, str]:
    """`<stem>.json` for each file; those that share a stem keep their endings (a.docx.json).

    Files of the same name from several folders get -2, -3 … in the order given.
    """
    stems: dict[str, int] = {}
    for file in files:
        stems[file.stem] = stems.get(file.stem, 0) + 1
    taken: dict[str, int] = {}
    names = {}
    for file in files:
        base = file.stem if stems[file.stem] == 1 else file.name
        count = taken[base] = taken.get(base, 0) + 1
        names[file] = f"{base}.json" if count == 1 else f"{base}-{count}.json"
    return names
