"""One thing that a rule read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Note:
    """`what` was read (Chinese, for people), by which `rule` (file and row, or "" where it is code alone).

    `start`, `stop`: offsets into the text.
    """

    start: int
    stop: int
    what: str
    rule: str = ""
