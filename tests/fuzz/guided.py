"""Fuzzing of the readers that is led by coverage (atheris), in a process that a fault may end.

    python -m tests.fuzz.guided [--seconds N | --runs N] [--seed N]
    python -m tests.fuzz.guided FILE...        # try a fault that was found once more

Each fault is left as a file in a new folder, with what was wrong beside it. Exit 1 where there are any.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.fuzz.faults import sort_out, told
from tests.fuzz.reading import check_reading
from tests.fuzz.seeds import LARGEST, seeds

_HUNG_SECONDS = 60
_MOST_STARTS = 50
"""A process that ends itself is started again so many times at most."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many inputs were tried, each fault with its file, and what the last process printed."""

    tried: int
    faults: tuple[str, ...]
    printed: str


def search(*, seconds: float = 0, runs: int = 0, seed: int = 1) -> Outcome:
    """Fuzz for so many seconds, or so many inputs with the seeds."""
    out = Path(tempfile.mkdtemp(prefix="zeren-fuzz-"))
    until, tried, printed = time.monotonic() + seconds, 0, ""
    with tempfile.TemporaryDirectory() as corpus:
        for number, data in enumerate(seeds()):
            Path(corpus, f"{number:03d}").write_bytes(data)
        for start in range(_MOST_STARTS):
            left = max(int(until - time.monotonic()), 1)
            enough = f"-runs={runs}" if runs else f"-max_total_time={left}"
            done = _run(out, Path(corpus), enough, seed + start)
            printed = done.stderr
            tried += _executed(printed)
            if done.returncode and not sort_out(out, printed):
                raise RuntimeError(f"the search itself failed:\n{printed[-3000:]}")
            if done.returncode == 0 or runs or time.monotonic() >= until:
                break
    faults = told(out)
    if not faults:
        out.rmdir()
    return Outcome(tried, faults, printed)


def _run(out: Path, corpus: Path, enough: str, seed: int) -> subprocess.CompletedProcess[str]:
    options = (
        enough, f"-seed={seed}", f"-max_len={LARGEST}", f"-timeout={_HUNG_SECONDS}", "-rss_limit_mb=0",
        "-len_control=0", "-cross_over=0", "-detect_leaks=0", "-print_final_stats=1", f"-artifact_prefix={out}/",
    )  # fmt: skip
    command = [sys.executable, "-m", "tests.fuzz.guided_process", str(out), *options, str(corpus)]
    return subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)


def _executed(printed: str) -> int:
    counts = [line.split()[-1] for line in printed.splitlines() if "number_of_executed_units" in line]
    return int(counts[-1]) if counts else 0


def _retry(files: list[Path]) -> int:
    for file in files:
        check_reading(file.name, file.read_bytes())
        print(f"ok    {file}")
    return 0


def main() -> int:
    """Search and tell, or try files."""
    options = argparse.ArgumentParser()
    options.add_argument("files", nargs="*", type=Path)
    options.add_argument("--seconds", type=float, default=60)
    options.add_argument("--runs", type=int, default=0)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    if given.files:
        return _retry(given.files)
    outcome = search(seconds=given.seconds, runs=given.runs, seed=given.seed)
    for fault in outcome.faults:
        print(f"WRONG {fault}")
    print(f"{outcome.tried:,} inputs, {len(outcome.faults)} faults")
    return int(bool(outcome.faults))


if __name__ == "__main__":
    sys.exit(main())
