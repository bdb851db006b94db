"""The quantity that a folded cell of a table holds."""

from __future__ import annotations

import re

from loaders.extraction import Op
from loaders.indicators.lexicon import sign_after, sign_before, unit_pattern
from loaders.indicators.numerals import find_numerals
from loaders.indicators.quantities import Quantity

_BRACKETS = re.compile(r"[\[\]〔〕【】()]")
_CELL = re.compile(
    r"(?P<before>[^0-9]{0,6}?) ?(?P<low>[0-9][0-9,.]*)"
    r"(?: ?[-—~至] ?(?P<high>[0-9][0-9,.]*))? ?(?P<unit>.{0,12})"
)
_AFTER = re.compile("(?P<unit>.*?)(?P<sign>[(]?(?:含[)])?(?:左右|上下|及?以上|之?以内|及?以下))?")


def of_cell(text: str, unit: str) -> Quantity | None:
    """The quantity that a folded cell of a table holds, in `unit` where it prints none of its own.

    None when it holds more than a number with comparing words (明显增长, —).
    """
    cell = _CELL.fullmatch(_BRACKETS.sub("", text).strip())
    if not cell:
        return None
    rest = _AFTER.fullmatch(cell["unit"].strip())
    own = rest["unit"].strip() if rest else ""
    if not rest or (own and not unit_pattern().fullmatch(own.lstrip("百千万亿"))):
        return None
    numbers = [next(iter(find_numerals(n)), None) for n in (cell["low"], cell["high"]) if n]
    low, high = numbers[0], numbers[-1] if len(numbers) > 1 else None
    before = sign_before(cell["before"]) if cell["before"].strip() else ("", 0)
    if not low or not before:
        return None
    after = sign_after(rest["sign"], 0, time=True) if rest["sign"] else None
    op: Op = after[0] if after else (before[0] or "=")
    top = high.value if high and high.value > low.value else None
    return Quantity(0, 0, len(text), len(text), low.value, top, own or unit, "bare", op, bounded=True)
