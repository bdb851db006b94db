"""A `zeren serve` of its own process over a store in a folder."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil
import requests

from bench.generator import generate
from graph.open import open_store

_MB = 1 << 20
_START_SECONDS = 60


class Server:
    """A running server: its address, and what it weighs."""

    def __init__(self, process: subprocess.Popen[bytes], address: str, log: Path) -> None:
        self.address = address
        self.log = log
        self._process = process

    def get(self, path: str) -> Any:
        """The JSON that an address answers with."""
        return requests.get(f"{self.address}{path}", timeout=_START_SECONDS).json()

    def is_running(self) -> bool:
        """Did it survive so far?"""
        return self._process.poll() is None

    def weight(self) -> tuple[float, float]:
        """Resident memory of the server and of the processes that it started, in MB."""
        own = psutil.Process(self._process.pid)
        return own.memory_info().rss / _MB, sum(_resident(child) for child in own.children()) / _MB

    def tracebacks(self) -> int:
        """How many the log holds."""
        return self.log.read_text("utf-8", "replace").count("Traceback")


@contextmanager
def serving(folder: Path, tasks: int, token: str) -> Iterator[Server]:
    """The server over a new store of generated plans; ended afterwards."""
    store = open_store(f"ladybug://{folder}/store")
    store.load(generate(tasks))
    store.close()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "zeren",
        "serve",
        "--store",
        f"ladybug://{folder}/store",
        "--port",
        str(port),
    ]
    log = folder / "log.txt"
    with log.open("wb") as stream:
        process = subprocess.Popen(
            command, stderr=stream, stdout=stream, cwd=folder, env={**_environment(), "ZEREN_TOKEN": token}
        )
        try:
            address = f"http://127.0.0.1:{port}"
            _wait(process, address)
            yield Server(process, address, log)
        finally:
            process.terminate()
            process.wait()


def _environment() -> dict[str, str]:
    root = str(Path(__file__).parents[2])
    kept = {name: value for name, value in os.environ.items() if not name.upper().startswith("ZEREN_")}
    return {**kept, "PYTHONPATH": root}


def _wait(process: subprocess.Popen[bytes], address: str) -> None:
    until = time.monotonic() + _START_SECONDS
    while process.poll() is None and time.monotonic() < until:
        try:
            if requests.get(f"{address}/readyz", timeout=5).ok:
                return
        except requests.ConnectionError:
            time.sleep(0.1)
    raise RuntimeError("the server doesn't start")


def _resident(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.Error:
        return 0
