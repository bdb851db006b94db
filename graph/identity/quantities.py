"""Values in their base unit, so that 4万户 and 39000户 compare."""

from __future__ import annotations

from loaders.lexicon import simplified_name

_SCALES = {"亿": 1e8, "万": 1e4, "千": 1e3, "百": 1e2}
_WHOLE = ("百分", "千瓦", "千克", "千米", "千伏", "千卡", "千赫", "百帕")
"""Units that begin with a character of a scale and are whole words."""


def base_quantity(value: float, unit: str) -> tuple[float, str]:
    """(amount, measure): 4, 万户 → 40000, 户; 12, 亿元 → 1.2e9, 元; 8, % → 8, %."""
    unit = simplified_name(unit)
    while unit[:1] in _SCALES and not unit.startswith(_WHOLE):
        value *= _SCALES[unit[0]]
        unit = unit[1:]
    return round(value, 6), unit
