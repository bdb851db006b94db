"""A `zeren load` that is watched from outside and killed in a phase of its work."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import psutil

PHASES = ("reading", "taking in", "writing", "syncing", "pointing", "clearing")
"""After start-up: the document is read in a process of its own; identity and merging; the graph file is
written; it is synced; its folder has its name; `current` names it and what is old is cleared away."""
_STEP_S = 0.002


@dataclass
class Watched:
    """A load of one document; `began` holds when each phase was first seen, in seconds of the clock."""

    folder: Path
    document: Path
    began: dict[str, float] = field(default_factory=dict)
    killed_at: float | None = None
    """Seconds after reading began; None for a load that ended by itself."""
    ended: float = 0.0

    def run(self, aim: str | None = None, delay: float = 0.0) -> str:
        """Load, and kill that many seconds after the phase `aim` began; the last phase that was reached."""
        self._before = current(self.folder)
        command = [sys.executable, "-m", "zeren", "load", str(self.document)]
        environment = {k: v for k, v in os.environ.items() if not k.startswith("ZEREN_")}
        with subprocess.Popen(
            [*command, "--store", f"ladybug://{self.folder}"], env=environment,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
        ) as loader:  # fmt: skip
            try:
                self._follow(loader, aim, delay)
            finally:
                loader.kill()
            said = loader.stderr.read()
        if loader.returncode != -signal.SIGKILL:
            self.killed_at = None
            assert (loader.returncode, said) == (0, ""), said
        return self._phase(None)

    def _follow(self, loader: subprocess.Popen[str], aim: str | None, delay: float) -> None:
        while True:
            phase, now = self._phase(loader.pid), time.perf_counter()
            self.began.setdefault(phase, now)
            self.ended = now
            if self.killed_at is None and aim in self.began and now - self.began[aim] >= delay:
                loader.kill()
                self.killed_at = now - self.began.get("reading", now)
            try:
                loader.wait(_STEP_S)
                return
            except subprocess.TimeoutExpired:
                pass

    def _phase(self, pid: int | None) -> str:
        """What the folder shows; before it shows anything, whether the reading process lives (`pid`)."""
        number = self._before + 1
        if current(self.folder) >= number:
            return "clearing"
        if (self.folder / f"{number:06d}").exists():
            return "pointing"
        building = self.folder / f"{number:06d}.tmp"
        if (building / "manifest.json").exists():
            return "syncing"
        if building.exists():
            return "writing"
        reads = pid is not None and _reads(pid)
        if pid is None:  # it is over: what was seen last
            return next((p for p in ("taking in", "reading") if p in self.began), "starting")
        if "reading" in self.began and not reads:
            return "taking in"
        return "reading" if reads else "starting"

    def lasted(self) -> dict[str, float]:
        """Seconds that each phase took, of those that were seen."""
        seen = [(phase, self.began[phase]) for phase in PHASES if phase in self.began]
        ends = [*(at for _, at in seen[1:]), self.ended]
        return {phase: end - at for (phase, at), end in zip(seen, ends, strict=True)}


def current(folder: Path) -> int:
    """The number of a store's generation."""
    return int((folder / "current").read_text("ascii").split()[0])


def _reads(pid: int) -> bool:
    return bool(readers(pid))


def readers(pid: int) -> list[psutil.Process]:
    """The processes in which a program reads documents."""
    try:
        return [each for each in psutil.Process(pid).children() if _is_reader(each)]
    except psutil.NoSuchProcess:
        return []


def _is_reader(process: psutil.Process) -> bool:
    try:
        return "zeren.worker_process" in "".join(process.cmdline())
    except psutil.Error:
        return False
