"""Times and memory by the minute, and whether they stay flat."""

from __future__ import annotations

import statistics
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

SETTLING = 5
"""Minutes in which the store still grows and caches fill."""
_SLOWER, _SLOWER_MS = 1.5, 50
_LARGER, _LARGER_MB = 1.1, 20


@dataclass(slots=True)
class Minute:
    """What happened in one minute; milliseconds, and MB at the minute's highest."""

    reads: list[float] = field(default_factory=list)
    loads: list[float] = field(default_factory=list)
    errors: int = 0
    server: float = 0
    worker: float = 0

    def row(self, number: int) -> str:
        """A row of the table."""
        half, most = percentiles(self.reads)
        load = statistics.median(self.loads) / 1000 if self.loads else 0
        cells = (
            number, len(self.reads), f"{half:.0f} ms", f"{most:.0f} ms", len(self.loads), f"{load:.1f} s",
            self.errors, f"{self.server:.0f} MB", f"{self.worker:.0f} MB",
        )  # fmt: skip
        return f"| {' | '.join(map(str, cells))} |"


HEAD = """| minute | reads | p50 | p99 | loads | median | errors | server | reading process |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |"""


class Figures:
    """Gathers what the users and the watcher see."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self.minutes: dict[int, Minute] = defaultdict(Minute)
        self.errors: list[str] = []
        self.slowest: dict[str, list[float]] = defaultdict(list)

    def now(self) -> int:
        """The minute that it is, from 1."""
        return int((time.monotonic() - self._began) / 60) + 1

    def answered(self, name: str, milliseconds: float, error: object, *, load: bool) -> None:
        """A request came back."""
        minute = self.minutes[self.now()]
        (minute.loads if load else minute.reads).append(milliseconds)
        if error:
            minute.errors += 1
            self.errors.append(f"minute {self.now()}: {name}: {error}")
        if not load:
            self.slowest[name].append(milliseconds)

    def weighed(self, server: float, worker: float) -> None:
        """The memory of the server and of the process that reads documents, in MB."""
        minute = self.minutes[self.now()]
        minute.server, minute.worker = max(minute.server, server), max(minute.worker, worker)

    def faults(self, minutes: int) -> list[str]:
        """What doesn't hold: errors, and times or memory that rise after the first minutes."""
        wrong = [f"{len(self.errors)} errors, the first: {self.errors[0]}"] if self.errors else []
        settled = [self.minutes[n] for n in range(SETTLING + 1, minutes + 1)]
        if len(settled) < 2:
            return [*wrong, f"too short to tell what is flat: {SETTLING} minutes are for settling"]
        half = len(settled) // 2
        before, after = settled[:half], settled[half:]
        slow = [statistics.median(percentiles(m.reads)[1] for m in each) for each in (before, after)]
        if slow[1] > slow[0] * _SLOWER + _SLOWER_MS:
            wrong.append(f"p99 rose from {slow[0]:.0f} to {slow[1]:.0f} ms")
        for what in ("server", "worker"):
            held = [max(getattr(m, what) for m in each) for each in (before, after)]
            if held[1] > held[0] * _LARGER + _LARGER_MB:
                wrong.append(f"memory of the {what} rose from {held[0]:.0f} to {held[1]:.0f} MB")
        return wrong

    def by_address(self, most: int = 12) -> str:
        """The slowest addresses, by p99."""
        found = sorted(((percentiles(times), len(times), name) for name, times in self.slowest.items()),
                       key=lambda each: -each[0][1])  # fmt: skip
        return "\n".join(
            f"{p99:7.0f} ms p99 {p50:6.0f} ms p50 {count:5} x {name}"
            for (p50, p99), count, name in found[:most]
        )


def percentiles(times: Sequence[float]) -> tuple[float, float]:
    """The median and the 99th percentile; 0 of nothing."""
    if not times:
        return 0.0, 0.0
    ordered = sorted(times)
    return ordered[len(ordered) // 2], ordered[min(int(len(ordered) * 0.99), len(ordered) - 1)]
