"""The time that several statements have together."""

from __future__ import annotations

import time

from zeren.errors import QueryTimeout


class Budget:
    """Counts down from now on."""

    def __init__(self, timeout_ms: int | None) -> None:
        """`timeout_ms` is the time in milliseconds for all statements; None or 0 for no end."""
        self._ends = time.monotonic() + timeout_ms / 1_000 if timeout_ms else None

    def milliseconds(self) -> int | None:
        """What the next statement has, at least 1; None for no end. Raises QueryTimeout at the end."""
        if self._ends is None:
            return None
        left = self._ends - time.monotonic()
        if left <= 0:
            raise QueryTimeout("查询超时,请缩小范围后再试")
        return max(1, int(1_000 * left))
