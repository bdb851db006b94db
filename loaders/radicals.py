"""Radicals that a PDF's text holds where its page shows an ordinary character.

A font may draw 民 and the radical ⺠ with one glyph, and what writes the PDF names it by the radical.
"""

from __future__ import annotations

import unicodedata

_KANGXI = range(0x2F00, 0x2FD6)
_SIMPLIFIED = {"⼾": "户", "⾭": "青", "⿈": "黄"}
"""Kangxi radicals that Unicode gives the traditional form, which no font of the mainland draws."""
_SUPPLEMENT = zip(
    "⺒⺓⺝⺟⺠⺩⺬⻁⻄⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳",
    "巳幺月母民王示虎西见角贝车長长门青韦页风飞食首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟",
    strict=True,
)
"""Those of the supplement that are whole characters (Unicode's EquivalentUnifiedIdeograph)."""

RADICALS: dict[int, str] = {
    **{code: unicodedata.normalize("NFKC", chr(code)) for code in _KANGXI},
    **{ord(radical): character for radical, character in (*_SIMPLIFIED.items(), *_SUPPLEMENT)},
}
"""The ordinary character of each, one for one."""
