"""A kind of hostile document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

HEAD = "青岚市园林局文件\n青园发〔2031〕3号\n青岚市公园建设工作方案\n一、重点任务\n(一)选址。完成选址3处。(市园林局牵头,市财政局配合)\n"
TAIL = "\n(二)养护。延长养护期。(市林业局牵头)\n"
"""The last item: what stands behind the hostile part must not be lost without a word."""


@dataclass(frozen=True, slots=True)
class Kind:
    """`build(scale)` makes the file's bytes, at 1.0 as large as an attacker would, in CI a part of that.

    `outcome` at full size: "read" (with the tail in its text), "refused" (the pattern `says` in the sentence)
    or "either". `never` are words that must not come out of it. CI builds that `part` of the size.
    """

    name: str
    file: str
    build: Callable[[float], bytes]
    outcome: str = "either"
    says: str = ""
    never: str = ""
    part: float = 0.02


def times(text: str, count: int, scale: float) -> str:
    """A text so many times, scaled, once at least."""
    return text * max(int(count * scale), 1)
