"""Reading documents in a process of their own, so that a bad one ends that process and nothing else.

One process reads document after document; it is started on first use, replaced when it dies, is
killed or has grown, and ends with its parent. What comes back is data (packed JSON), never code.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import IO, Any

import psutil

from loaders.extraction import Extraction, unpack
from zeren import errors
from zeren.errors import LoadError, TooLarge
from zeren.frames import FrameTooLarge, read_frame, write_frame

_BOOT = "import json,sys;sys.path[:]=json.loads(sys.argv[1]);from zeren.worker_process import main;main()"
_POLL_SECONDS = 0.05
_START_SECONDS = 60
_MB = 1 << 20
_GROWN = 150 * _MB
_ABORTS = (-6, -5, -4)
"""SIGABRT, SIGTRAP, SIGILL: how C libraries end a process that gets no more memory."""
_PLAIN = frozenset([".txt", ".md"])
_TURNS = 500
"""After so many documents a process is replaced: small leaks of C libraries add up."""


@dataclass(frozen=True, slots=True)
class WorkerLimits:
    """What one document may cost: wall-clock seconds, memory above the idle process, size of its facts.

    `seconds_a_mb`: more seconds for each MB of a plain text on disk. It is read in a time that grows with its
    length alone, while of any other format a small file may hold much.
    """

    seconds: float = 18.0
    memory_mb: int = 512
    output_mb: int = 64
    seconds_a_mb: float = 0.0

    def seconds_for(self, path: Path) -> float:
        """Wall-clock seconds that a file may take."""
        if not self.seconds_a_mb or path.suffix.lower() not in _PLAIN:
            return self.seconds
        try:
            return self.seconds + self.seconds_a_mb * path.stat().st_size / _MB
        except OSError:  # reading it will say so
            return self.seconds


class _Gone(Exception):
    """A process ended before it had taken a document, which hence has no part in that."""


class Worker:
    """Reads documents, one at a time; safe to share between threads, which then wait for each other."""

    def __init__(self, limits: WorkerLimits | None = None) -> None:
        self.limits = limits or WorkerLimits()
        self._lock = threading.Lock()
        self._process: _Process | None = None

    def __enter__(self) -> Worker:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def start(self) -> None:
        """Start the process without waiting for it, so that it gets ready while others things are done."""
        with self._lock:
            self._ready()

    def read(self, path: Path) -> Extraction:
        """Read a file as `loaders.extract.extract_file` does, within the limits.

        Raises LoadError, TooLarge (of time, memory and output, too) or WrongType, which name the file.
        """
        job = {"path": os.fsencode(path).hex(), "seconds": self.limits.seconds_for(path)}
        return self._ask(job, None, path.name)

    def read_bytes(self, name: str, data: bytes) -> Extraction:
        """Read a document from memory; `name` is the file's name with its ending. Errors as `read`."""
        return self._ask({"name": name, "seconds": self.limits.seconds}, data, name)

    def close(self) -> None:
        """End the process, if there is one."""
        with self._lock:
            if self._process:
                self._process.end()
                self._process = None

    def _ask(self, job: dict[str, Any], data: bytes | None, name: str) -> Extraction:
        shown = name.encode("utf-8", "replace").decode("utf-8")
        with self._lock:
            try:
                reply = self._reply(job, data, shown)
            except _Gone:
                reply = self._reply(job, data, shown, last=True)
        if reply[:1] == b"E":
            return unpack(reply[1:])
        raise _error(json.loads(reply[1:]), shown)

    def _reply(self, job: dict[str, Any], data: bytes | None, name: str, *, last: bool = False) -> bytes:
        process = self._ready()
        try:
            return process.ask(job, data, name, last=last)
        finally:
            if process.spent():
                process.end()
                self._process = None

    def _ready(self) -> _Process:
        # the system may have ended it while it waited, for want of memory: that is no fault of this document
        if self._process and not self._process.runs():
            self._process.end()
            self._process = None
        if self._process is None:
            self._process = _Process(self.limits)
        return self._process


class _Process:
    """One running process."""

    def __init__(self, limits: WorkerLimits) -> None:
        self._limits = limits
        self._turns = 0
        self._idle = 0
        self._over = False
        # a stranger's tokens are not for a process that may be taken over by what it reads
        environment = {k: v for k, v in os.environ.items() if not k.upper().startswith("ZEREN_")}
        arguments = (json.dumps(sys.path), str(limits.memory_mb))
        self._popen = subprocess.Popen(
            [sys.executable, "-P", "-c", _BOOT, *arguments],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment,
            start_new_session=True, creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )  # fmt: skip

    def ask(self, job: dict[str, Any], data: bytes | None, name: str, *, last: bool) -> bytes:
        """The reply to one job; raises LoadError or TooLarge when none comes.

        Raises _Gone instead where the process ended before it took the job, unless this try is the `last`.
        """
        if not self._turns:
            self._wait_until_ready()
        self._turns += 1
        limits = replace(self._limits, seconds=job["seconds"])
        watch, taken = _Watch(self._popen, self._idle, limits), False
        try:
            write_frame(self._stdin, json.dumps(job).encode())
            if data is not None:
                write_frame(self._stdin, data)
            taken = bool(read_frame(self._stdout, _MB))
            reply = read_frame(self._stdout, self._limits.output_mb * _MB)
        except FrameTooLarge as error:
            self._over = True
            raise TooLarge("读出的内容太多,请拆分后再试", name) from error
        except (EOFError, OSError) as error:
            self._over = True
            if not (taken or last or watch.over()):
                raise _Gone from error
            raise watch.verdict(name) from error
        finally:
            watch.end()
        self._over = self._over or reply[:1] == b"X"
        return reply

    def runs(self) -> bool:
        """Is it there?"""
        return self._popen.poll() is None

    def spent(self) -> bool:
        """Is it dead or due to be replaced?"""
        if self._over or self._turns >= _TURNS or not self.runs():
            return True
        return _memory(self._popen.pid) > self._idle + _GROWN

    def end(self) -> None:
        """End it and wait until it is gone."""
        self._popen.kill()
        for pipe in (self._popen.stdin, self._popen.stdout):
            if pipe:
                with contextlib.suppress(OSError):  # what could not be written any more
                    pipe.close()
        self._popen.wait()

    def _wait_until_ready(self) -> None:
        timer = threading.Timer(_START_SECONDS, self._popen.kill)
        timer.start()
        try:
            read_frame(self._stdout, _MB)
        except (EOFError, OSError) as error:
            self._over = True
            raise LoadError("读取文件的子进程启动不了,请检查内存和程序安装是否完整") from error
        finally:
            timer.cancel()
        self._idle = _memory(self._popen.pid)

    @property
    def _stdin(self) -> IO[bytes]:
        assert self._popen.stdin
        return self._popen.stdin

    @property
    def _stdout(self) -> IO[bytes]:
        assert self._popen.stdout
        return self._popen.stdout


class _Watch:
    """Kills a process that takes too long or too much memory, until told to end."""

    def __init__(self, process: subprocess.Popen[bytes], idle: int, limits: WorkerLimits) -> None:
        self._process = process
        self._idle = idle
        self._limits = limits
        self._over = ""
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def end(self) -> None:
        """The reply is there, or won't come."""
        self._done.set()
        self._thread.join()

    def over(self) -> bool:
        """Did it kill the process?"""
        self.end()
        return bool(self._over)

    def verdict(self, name: str) -> LoadError:
        """Why the process died."""
        self.end()
        if self._over == "time":
            return TooLarge(f"读了 {self._limits.seconds:.0f} 秒仍未读完,请拆分或另存后再试", name)
        if self._over == "memory":
            return _too_much_memory(self._limits.memory_mb, name)
        if self._process.wait() in _ABORTS:
            return TooLarge(f"读取时内存不够(上限 {self._limits.memory_mb} MB),请拆分或另存后再试", name)
        return LoadError("读取时进程意外退出,文件可能已损坏,请用 Word 或 WPS 另存后再试", name)

    def _run(self) -> None:
        # by the clock: on a busy machine a wait takes longer than it was asked to
        until = time.monotonic() + self._limits.seconds
        while not self._done.wait(min(_POLL_SECONDS, max(until - time.monotonic(), 0))):
            if time.monotonic() >= until:
                self._over = "time"
            elif _memory(self._process.pid) > self._idle + self._limits.memory_mb * _MB:
                self._over = "memory"
            if self._over:
                self._process.kill()
                return


def _memory(pid: int) -> int:
    try:
        return int(psutil.Process(pid).memory_info().rss)
    except psutil.Error:
        return 0


def _too_much_memory(limit: int, name: str) -> TooLarge:
    return TooLarge(f"读取时占用的内存超过 {limit} MB 的上限,请拆分或另存后再试", name)


_KINDS = {kind.__name__: kind for kind in (LoadError, TooLarge, errors.WrongType)}


def _error(told: dict[str, str], name: str) -> LoadError:
    """The error that the process told of."""
    kind = _KINDS.get(told.get("kind", ""), LoadError)
    error = kind(
        told["message"], told.get("document") or name, told.get("place", ""), told.get("excerpt", "")
    )
    if told.get("trace"):
        error.add_note(told["trace"])
    return error
