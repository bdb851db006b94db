"""Reading ahead what questions are answered by, so that nobody waits for it."""

from __future__ import annotations

import logging
import threading

from graph.asking.known import read_ahead
from graph.collector import set_aside
from graph.store import Store
from zeren.errors import ZerenError

_LOG = logging.getLogger("zeren.warming")
_LAST_SECONDS = 10


class Warming:
    """Reads the names and words of a store's generation in the background: at the start, after each load."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._wanted = threading.Event()
        self._ended = False
        self._thread = threading.Thread(target=self._run, name="warming", daemon=True)

    def start(self) -> None:
        """Begin with what is there now."""
        self._wanted.set()
        self._thread.start()

    def again(self) -> None:
        """The graph has changed."""
        self._wanted.set()

    def close(self) -> None:
        """Read nothing more; waits a little for what is being read, so that the store can be closed."""
        self._ended = True
        self._wanted.set()
        if self._thread.is_alive():
            self._thread.join(_LAST_SECONDS)

    def _run(self) -> None:
        while True:
            self._wanted.wait()
            self._wanted.clear()
            if self._ended:
                return
            try:
                read_ahead(self._store)
                set_aside()
            except ZerenError as error:  # the question itself will say so
                _LOG.warning("问答用的名称没有读成:%s", error)
