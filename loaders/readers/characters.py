"""Characters that a reader doesn't see or can't know: kept in the text, told in a finding."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from loaders.extraction import Finding, Severity
from loaders.passage import INVISIBLE

_KINDS: tuple[tuple[str, Severity, str], ...] = (
    ("\ufffd", "warning", "处字符在解码时已丢失(显示为 \ufffd),请核对原文或换用正确编码重存"),
    ("\ue000-\uf8ff\U000f0000-\U0010fffd", "info", "个私用区字符,常是字体里自造的符号,请对照原文核对"),
    (INVISIBLE, "info", "个零宽、双向控制或空字符,已原样保留,识别时忽略"),
    ("\x01-\x08\x0b\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff", "info", "个控制字符,已原样保留"),
)
"""Regex class, severity and what to say after the count; the classes do not overlap."""

_ODD = re.compile("|".join(f"([{characters}])" for characters, _, _ in _KINDS))


def odd_characters(text: str) -> list[Finding]:
    """One finding a kind of odd character that occurs, with the place of the first; [] for clean text."""
    counts: Counter[int] = Counter()
    first: dict[int, int] = {}
    for match in _ODD.finditer(text):
        kind = (match.lastindex or 1) - 1
        counts[kind] += 1
        first.setdefault(kind, match.start())
    return [
        Finding("odd_characters", _KINDS[kind][1], f"有 {counts[kind]} {_KINDS[kind][2]}", at, at + 1)
        for kind, at in sorted(first.items(), key=lambda item: item[1])
    ]


_SAMPLE = 20_000
_MOST_ODD = 0.2


def is_readable(text: str) -> bool:
    """Whether this is text at all: most of its beginning is neither lost nor unknown to Unicode."""
    sample = text[:_SAMPLE]
    odd = sum(map(_is_unknown, sample))
    words = sum(character.isascii() or "\u4e00" <= character <= "\u9fff" for character in sample)
    # bytes at random, read as UTF-16, are a third Chinese and a sixth unknown; as GB18030, 0.3 unknown
    return odd <= _MOST_ODD * len(sample) and not (odd > 0.1 * len(sample) and words < 0.5 * len(sample))


def _is_unknown(character: str) -> bool:
    if character in "\n\t\f\r":
        return False
    return character == "\ufffd" or unicodedata.category(character) in ("Cc", "Cn", "Co")
