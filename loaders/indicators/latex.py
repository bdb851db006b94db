"""Measure words that a copy from PDF left as formulas: `35\\text{ug}/\\text{m}^3$` is 35 ug/m³."""

from __future__ import annotations

import re

_FORMULA = re.compile(r"(?:[ ~]|\\[,;]|\\(?:text|mathrm|rm)|[{}/·^]|\\%|\\mu|[a-zA-Zμµ%0-9]){1,40}\$")
_NOISE = re.compile(r"\\(?:text|mathrm|rm|[,;])|[{} ~$]")
_POWERS = {"^2": "²", "^3": "³", "\\%": "%", "\\mu": "μ"}


def formula_unit(text: str, at: int) -> tuple[str, int] | None:
    """The measure word of a formula that goes on at `at`, and where the formula ends; else None."""
    match = _FORMULA.match(text, at, at + 41)
    if not match:
        return None
    word = _NOISE.sub("", match[0])
    for printed, meant in _POWERS.items():
        word = word.replace(printed, meant)
    return word, match.end()
