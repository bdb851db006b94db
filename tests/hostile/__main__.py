"""`make hostile`: every kind at full size; a line each, exit 1 when something does not hold."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import psutil

from tests.hostile.kind import HEAD, TAIL
from tests.hostile.trying import KINDS, attempt, faults
from zeren.worker import Worker


def main(wanted: list[str]) -> int:
    """Try the kinds whose file's name is given, else all."""
    failed = 0
    with tempfile.TemporaryDirectory() as folder, Worker() as worker:
        good = Path(folder, "good.txt")
        good.write_text(HEAD + TAIL, "utf-8")
        worker.read(good)
        idle = sum(child.memory_info().rss for child in psutil.Process().children())
        for kind in KINDS:
            if wanted and kind.file not in wanted:
                continue
            path = Path(folder, kind.file)
            path.write_bytes(kind.build(1.0))
            tried = attempt(worker, path, idle)
            wrong = faults(kind, tried, full=True)
            failed += bool(wrong)
            what = "read" if tried.text is not None else tried.sentence
            figures = f"{path.stat().st_size >> 10:>7} kB {tried.seconds:5.1f} s {tried.megabytes:5.0f} MB"
            print(
                f"{'WRONG' if wrong else 'ok':5} {figures}  {kind.name}: {what} {'; '.join(wrong)}",
                flush=True,
            )
            path.unlink()
            assert worker.read(good).tasks
    print(f"{failed} wrong" if failed else "all hold")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
