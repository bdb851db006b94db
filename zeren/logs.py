"""Logging to stderr: one line a record, so that no name from outside can forge a line."""

from __future__ import annotations

import logging
import sys

_FORMAT = "%(asctime)s %(levelname)s %(name)s %(message)s"
_ESCAPES = {code: f"\\x{code:02x}" for code in (*range(32), *range(127, 160))} | {ord("\n"): "\n"}


class _OneLine(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        """The record; line breaks of its message are escaped, those of a traceback stay."""
        record.msg, record.args = record.getMessage().translate(_ESCAPES).replace("\n", "\\n"), None
        return super().format(record)


def log_to_stderr(level: str) -> None:
    """Let everything from this level on go to stderr."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_OneLine(_FORMAT))
    logging.basicConfig(level=level, handlers=[handler], force=True)
