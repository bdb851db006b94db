"""Giving hostile documents to the worker process, and what must hold for each."""

from __future__ import annotations

import os
import re
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

from tests.hostile.kind import Kind
from tests.hostile.packages import KINDS as PACKAGES
from tests.hostile.pdfs import KINDS as PDFS
from tests.hostile.texts import KINDS as TEXTS
from zeren.errors import LoadError
from zeren.worker import Worker

KINDS: tuple[Kind, ...] = (*TEXTS, *PACKAGES, *PDFS)
MOST_SECONDS = 20.0
MOST_MB = 600
_OURS = ("程序内部出错", "意外退出", "启动不了")
"""Sentences that tell of a fault of the program: no document may bring one about."""
_TAIL = "延长养护期"


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of one: the text or the sentence, seconds, and MB above the idle process."""

    text: str | None
    sentence: str
    findings: int
    seconds: float
    megabytes: float


class Peak(threading.Thread):
    """Watches the memory of this process's children."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.highest = 0
        self._done = threading.Event()

    def run(self) -> None:
        """Look ten times a second."""
        while not self._done.wait(0.05):
            total = 0
            for child in psutil.Process(os.getpid()).children():
                try:
                    total += child.memory_info().rss
                except psutil.Error:
                    continue
            self.highest = max(self.highest, total)

    def end(self) -> int:
        """The highest that was seen, in bytes."""
        self._done.set()
        self.join()
        return self.highest


def attempt(worker: Worker, path: Path, idle: int) -> Tried:
    """Read one document."""
    peak, began = Peak(), time.monotonic()
    peak.start()
    text, sentence, findings = None, "", 0
    try:
        found = worker.read(path)
        text, findings = found.text or "", len(found.findings)
    except LoadError as error:
        sentence = str(error)
    return Tried(text, sentence, findings, time.monotonic() - began, (peak.end() - idle) / (1 << 20))


def faults(kind: Kind, tried: Tried, *, full: bool) -> list[str]:
    """What does not hold; small documents may be read that large ones would not."""
    wrong = [f"a fault of ours: {tried.sentence}" for each in _OURS if each in tried.sentence]
    if tried.text is None and not any("一" <= char <= "鿿" for char in tried.sentence):
        wrong.append(f"no sentence: {tried.sentence!r}")
    if kind.never and kind.never in (tried.text or "") + tried.sentence:
        wrong.append(f"{kind.never} came out")
    if full or kind.outcome == "read":
        outcome = "refused" if tried.text is None else "read"
        if kind.outcome not in ("either", outcome):
            wrong.append(f"{outcome} instead of {kind.outcome}: {tried.sentence}")
    if full and tried.text is None and not re.search(kind.says, tried.sentence):
        wrong.append(f"not said: {kind.says} in {tried.sentence}")
    if tried.text is not None and kind.outcome == "read" and _TAIL not in tried.text:
        wrong.append("the tail is lost")
    if full and tried.seconds > MOST_SECONDS:
        wrong.append(f"took {tried.seconds:.1f} s")
    if tried.megabytes > MOST_MB:
        wrong.append(f"took {tried.megabytes:.0f} MB")
    return wrong
