"""The process that `zeren.worker` starts: reads one document after the other until its input ends."""

from __future__ import annotations

import faulthandler
import json
import os
import sys
import traceback
from pathlib import Path
from typing import IO, Any

from loaders.extract import extract_bytes, extract_file
from loaders.extraction import Extraction, pack
from zeren.errors import LoadError, TooLarge
from zeren.frames import read_frame, write_frame

_MOST = 1 << 32
_GRACE_SECONDS = 5
_MB = 1 << 20
_STACK = 16 * _MB
"""Address space of the thread that ends a process without a parent."""


def main() -> None:
    """Serve jobs, each with its seconds; arguments: the parent's sys.path, memory in MB."""
    memory = int(sys.argv[2])
    jobs, replies = _streams()
    _confine(memory * _MB)
    write_frame(replies, b"ready")
    while True:
        try:
            job = json.loads(read_frame(jobs, _MOST))
            data = None if "path" in job else read_frame(jobs, _MOST)
            write_frame(replies, b"taken")
        except EOFError:
            return
        # the parent keeps the time; this one is for a process whose parent is gone
        faulthandler.dump_traceback_later(job["seconds"] + _GRACE_SECONDS, exit=True)
        reply = _answer(job, data, memory)
        write_frame(replies, reply)
        faulthandler.cancel_dump_traceback_later()
        if reply.startswith(b"X"):
            return


def _streams() -> tuple[IO[bytes], IO[bytes]]:
    """Where jobs come from and replies go; what libraries print must not get between the replies."""
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return sys.stdin.buffer, replies


def _confine(memory: int) -> None:
    """Hard limits, where the system has them: memory above what is used now, no files written, no dumps."""
    try:
        import resource
    except ImportError:  # Windows: the parent watches the memory
        return
    limits = [(resource.RLIMIT_CORE, 0), (resource.RLIMIT_FSIZE, 0)]
    if used := _address_space():
        limits.append((resource.RLIMIT_AS, used + _STACK + memory))
    for kind, limit in limits:
        _, hard = resource.getrlimit(kind)
        if hard == resource.RLIM_INFINITY or hard >= limit:
            resource.setrlimit(kind, (limit, limit))


def _address_space() -> int:
    """Bytes of address space in use; 0 where the system doesn't tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


def _answer(job: dict[str, Any], data: bytes | None, memory: int) -> bytes:
    """E and the packed Extraction, F and an error, or X and an error that this process ends with."""
    try:
        return b"E" + pack(_read(job, data))
    except LoadError as error:
        return b"F" + _told(error)
    except MemoryError:
        return b"X" + _told(TooLarge(f"读取时占用的内存超过 {memory} MB 的上限,请拆分或另存后再试"))
    except RecursionError:
        return b"X" + _told(LoadError("内容嵌套得太深,请另存为 docx 或 txt 后再试"))
    except Exception:
        message = "读取时程序内部出错,请另存为 docx 或 txt 再试,并把文件告知维护人员"
        return b"X" + _told(LoadError(message), traceback.format_exc(limit=-8))


def _read(job: dict[str, Any], data: bytes | None) -> Extraction:
    if data is None:
        return extract_file(Path(os.fsdecode(bytes.fromhex(job["path"]))))
    return extract_bytes(job["name"], data)


def _told(error: LoadError, trace: str = "") -> bytes:
    told = {
        "kind": type(error).__name__,
        "message": error.message,
        "document": error.document,
        "place": error.place,
        "excerpt": error.excerpt,
        "trace": trace,
    }
    return json.dumps(told).encode()
