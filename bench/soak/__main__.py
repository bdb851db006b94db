"""Fifty users who read and one who loads, against a server of its own process.

    python -m bench.soak [--minutes 20] [--users 50] [--tasks 5000]

A row a minute; exit 1 on any error, or where times or memory rise after the first minutes.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import Any

import gevent
from locust.env import Environment

from bench.machine import describe
from bench.soak.figures import HEAD, Figures
from bench.soak.reading import ids_of
from bench.soak.server import Server, serving
from bench.soak.users import LOADING, Loader, Reader

_TOKEN = "soak"
_USERS_A_SECOND = 5
_EVERY_SECONDS = 2


def soak(server: Server, minutes: int, users: int) -> Figures:
    """Read and load for so many minutes; prints a row after each."""
    Reader.ids, Loader.token = ids_of(server.get), _TOKEN
    environment = Environment(user_classes=[Reader, Loader], host=server.address)
    figures = Figures()

    def answered(name: str, response_time: float, exception: object = None, **_: Any) -> None:
        figures.answered(name, response_time, exception, load=name == LOADING)

    environment.events.request.add_listener(answered)
    runner = environment.create_local_runner()
    runner.start(users + 1, spawn_rate=_USERS_A_SECOND)
    shown = 0
    while figures.now() <= minutes and server.is_running():
        figures.weighed(*server.weight())
        gevent.sleep(_EVERY_SECONDS)
        while shown < figures.now() - 1:
            shown += 1
            print(figures.minutes[shown].row(shown), flush=True)
    runner.quit()
    return figures


def main() -> int:
    """Run, print and judge."""
    options = argparse.ArgumentParser()
    options.add_argument("--minutes", type=int, default=20)
    options.add_argument("--users", type=int, default=50)
    options.add_argument("--tasks", type=int, default=5_000)
    given = options.parse_args()
    print(
        f"{describe()}\n{given.users} users, {given.tasks:,} tasks and thirty documents more\n\n{HEAD}",
        flush=True,
    )
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder), given.tasks, _TOKEN) as server:
        figures = soak(server, given.minutes, given.users)
        wrong = figures.faults(given.minutes)
        wrong += [] if server.is_running() else ["the server ended"]
        wrong += [f"{count} tracebacks in the log"] if (count := server.tracebacks()) else []
    print(f"\n{figures.by_address()}\n")
    print("\n".join(figures.errors[:20]))
    print("\n".join(f"WRONG {each}" for each in wrong) or "all hold")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
