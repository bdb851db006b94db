"""The process that `tests.fuzz.guided` starts: libFuzzer, led by which lines of the readers an input reaches.

    python -m tests.fuzz.guided_process FOLDER [libFuzzer's options]

A fault is written into the folder, once for each place in the code, and the search goes on.
"""

from __future__ import annotations

import resource
import sys
import time
import traceback
from pathlib import Path

import atheris
import psutil

from tests.fuzz.mutate import mutated

# what is imported before is not counted: all that leads to a reader belongs here
with atheris.instrument_imports(include=["loaders"]):
    from tests.fuzz.faults import keep
    from tests.fuzz.reading import check_reading
    from tests.fuzz.seeds import document_of

SLOWEST = 5.0
"""Seconds of the processor for one input, of at most 64 kB and with every branch counted."""
MEMORY = 768 << 20
"""Bytes above what the process holds when it begins, somewhat more than documents get from the worker."""


class TooSlow(Exception):
    """An input that took too long."""


class Search:
    """Tries inputs and keeps one for each fault."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._known: set[str] = set()

    def one(self, data: bytes) -> None:
        """Try one input."""
        name, document = document_of(data)
        began = time.process_time()
        try:
            check_reading(name, document)
            if (took := time.process_time() - began) > SLOWEST:
                raise TooSlow(f"{took:.1f} s")
        except MemoryError:
            pass  # as in the worker process, which refuses the document then
        except Exception as error:
            self._keep(name, document, error)

    def _keep(self, name: str, document: bytes, error: Exception) -> None:
        frame = traceback.extract_tb(error.__traceback__)[-1]
        fault = f"{type(error).__name__} {frame.filename}:{frame.lineno}"
        if fault not in self._known:
            self._known.add(fault)
            keep(self.folder, name, document, "".join(traceback.format_exception(error, limit=-6)))


def _mutator(data: bytes, largest: int, seed: int) -> bytes:
    return mutated(data, largest, seed, atheris.Mutate)


def main() -> None:
    """Search until libFuzzer's options say that it is enough."""
    search = Search(Path(sys.argv[1]))
    most = psutil.Process().memory_info().vms + MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    atheris.Setup([sys.argv[0], *sys.argv[2:]], search.one, custom_mutator=_mutator)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
