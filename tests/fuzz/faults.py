"""Faults that fuzzing found, as files; and whether an input that ended a process is one."""

from __future__ import annotations

import hashlib
from pathlib import Path

from tests.fuzz.seeds import document_of
from zeren.errors import LoadError, TooLarge
from zeren.worker import Worker

_WHY = ".why"
_ENDS = ("crash-", "oom-", "timeout-")
"""How libFuzzer names the input that ended its process."""


def keep(folder: Path, name: str, document: bytes, why: str) -> None:
    """Leave a document in the folder, with what is wrong beside it."""
    path = folder / f"{hashlib.sha256(document).hexdigest()[:12]}{Path(name).suffix}"
    path.write_bytes(document)
    path.with_name(path.name + _WHY).write_text(why, "utf-8", "backslashreplace")


def told(folder: Path) -> tuple[str, ...]:
    """Each fault in the folder: the file and what is wrong with it."""
    whys = sorted(folder.glob(f"*{_WHY}"))
    return tuple(f"{why.with_suffix('')}\n{why.read_text('utf-8')}" for why in whys)


def sort_out(folder: Path, printed: str) -> int:
    """Make faults of the inputs that ended a process, but for those that the worker process stops.

    How many such inputs there were.
    """
    ends = sorted(path for path in folder.iterdir() if path.name.startswith(_ENDS))
    for path in ends:
        name, document = document_of(path.read_bytes())
        if path.name.startswith("timeout-") or not _is_stopped(name, document):
            keep(folder, name, document, f"{path.name}\n{printed[-3000:]}")
        path.unlink()
    return len(ends)


def _is_stopped(name: str, document: bytes) -> bool:
    """Does the worker process refuse it for the memory it takes? That is what its limits are for."""
    with Worker() as worker:
        try:
            worker.read_bytes(name, document)
        except TooLarge:
            return True
        except LoadError:
            return False
    return False
