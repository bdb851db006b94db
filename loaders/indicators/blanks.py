"""Blanks beside digits (150 个以上, 到 2027 年), which belong to the printing and not to the text."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BLANK = re.compile(
    r"(?<=[0-9%‰A-Za-z]) {1,2}(?=[\u4e00-\u9fff%‰])"
    r"|(?<=[0-9]) {1,2}(?=[A-Za-z])"
    r"|(?<=[\u4e00-\u9fff,;、()]) {1,2}(?=[0-9])"
)
_NUMBERED = re.compile(r"[0-9]{1,2}(?= )")
"""A number that opens a paragraph may be its ordinal: 1 推进公园建设."""


@dataclass(frozen=True, slots=True)
class Closed:
    """A text without blanks beside digits; `origin[i]` is the place of its character i before."""

    text: str
    origin: range | list[int]

    def span(self, start: int, stop: int) -> tuple[int, int]:
        """The span before, of `text[start:stop]`."""
        return self.origin[start], self.origin[stop - 1] + 1 if stop > start else self.origin[start]


def closed(text: str) -> Closed:
    """`text` with a digit and the word beside it put together."""
    if " " not in text:
        return Closed(text, range(len(text)))
    opened = _NUMBERED.match(text)
    kept: list[int] = []
    last = 0
    for blank in _BLANK.finditer(text, opened.end() + 1 if opened else 0):
        kept.extend(range(last, blank.start()))
        last = blank.end()
    if not last:
        return Closed(text, range(len(text)))
    kept.extend(range(last, len(text)))
    return Closed("".join(text[i] for i in kept), kept)
