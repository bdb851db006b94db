"""A stretch of the document as the rules see it, with a way back to the text as read.

The rules read folded text: full-width forms as ASCII, line breaks of a copied page and Markdown
marks gone, zero-width characters gone. Every fact must point at the text as read, so a Passage
keeps a map from each folded character to its origin.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from loaders.radicals import RADICALS

_FOLD: dict[int, str] = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {
    0x3000: " ", 0x00A0: " ", 0x2002: " ", 0x2003: " ", 0x2009: " ", 0x202F: " ",
    ord("〈"): "(", ord("〉"): ")", ord("﹙"): "(", ord("﹚"): ")", ord("〔"): "〔", ord("〕"): "〕",
    ord("﹝"): "〔", ord("﹞"): "〕",
    ord("﹪"): "%", ord("﹣"): "-", ord("–"): "-", ord("―"): "—", ord("﹑"): "、", ord("､"): "、",
    ord("｡"): "。", ord("︰"): ":", ord("∶"): ":", ord("﹕"): ":", ord("•"): "·", ord("‧"): "·",
    ord("・"): "·", ord("﹒"): ".", ord("﹐"): ",", ord("﹔"): ";",
} | RADICALS  # fmt: skip
"""Length-preserving: one character in, one out, so that offsets survive. Not 《〈》, ①, ㎡, …"""

INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202a-\u202e\u2066-\u2069\x00"
"""Zero-width and bidi characters (a regex class); they hide inside names and numbers."""

_WIDE_DIGIT = re.compile("[０-９]")
_HALF_DIGITS = {ord("０") + n: str(n) for n in range(10)}


def with_half_digits(text: str) -> str:
    """The text with full-width digits as ASCII ones, each at its place; itself where it has none."""
    return text.translate(_HALF_DIGITS) if _WIDE_DIGIT.search(text) else text


BALLOON = r"(?:删除|插入|批注|设置(?:了)?格式|带格式的?|移动)(?:的内容)? ?\[[^\[\]\n]{1,16}\] ?[:\uff1a]"
"""How a balloon begins that Word prints beside a text whose changes were tracked."""
PAGE_MARK = (
    r"(?:[-=#*\[(<— ]{0,6}(?:[Pp]age|PAGE) ?\d{1,5}(?: ?(?:of|/) ?\d{1,5})?[-=#*\])>:— ]{0,6}"
    r"|20\d\d/\d{1,2}/\d{1,2} ?\d{1,2}[:\uff1a]\d\d[ \t][^\n]{4,120}"
    rf"|(?:https?|file)[:\uff1a]//[^\s]{{4,200}} \d{{1,3}}/\d{{1,3}}|{BALLOON}[^\n]{{0,80}})"
)
"""What tools that take text out of a PDF print between its pages (# Page 12:, --- Page 3 of 8 ---), and what
a browser prints above and below each (2031/7/2 15:33 and the page's title; its address 2/6)."""
_PAGE_NUMBER = (
    r"\n[ \t]*(?:[-—–·]{1,2}\s{0,3}(?:\d\s{0,3}){1,4}[-—–·]{1,2}"
    r"|第 ?\d{1,4} ?页(?: ?共 ?\d{1,4} ?页)?"
    rf"|{PAGE_MARK})[ \t]*(?=\n)"
    # bare, between two lines as wide as a page's and no cell's; or before the end of a bracket
    r"|(?<=[^\n]{15})\n[ \t\n]{0,6}\d{1,3}[ \t]*(?=\n[ \t\n\f]{0,6}(?:[^\n]{10}|[(（][^\n]{1,6}[)）]))"
)
_NOISE = re.compile(
    rf"{_PAGE_NUMBER}|[ \t]{BALLOON}[^\n]{{0,80}}(?=\n)"
    rf"|\n[ \t]*|[{INVISIBLE}]|\*\*+|\\(?=[.*_#+>~\[\]()-])|</?[a-zA-Z][^<>\n]{{0,200}}>"
)
"""What copying left in the text and no reader reads: page numbers, line breaks, stars, escapes, tags."""


_MAY_BE_NOISE = re.compile(rf"[\n*\\<{INVISIBLE}]")
"""What all of it begins with: most paragraphs hold none, and one class is found far more quickly."""


def fold(text: str) -> str:
    """`text` with full-width forms and look-alike punctuation as ASCII; the same length."""
    plain = _WIDE.sub(_plain, text)  # ten times as fast as translate, which looks each character up
    return _ANGLED.sub(r"(\1)", plain) if "<" in plain else plain


_ANGLED = re.compile("(?<=各|[市县区州旗])<([省市州区县旗盟镇乡街道、,]{1,10})>")
"""Levels in the signs for less and more: 各县<市、区>政府."""
_WIDE = re.compile(f"[{re.escape(''.join(map(chr, _FOLD)))}]")


def _plain(wide: re.Match[str]) -> str:
    return _FOLD[ord(wide[0])]


_LONG = 2000
"""Texts from this length on are documents, and folded whole, once."""
_STEP = 65536
"""So much of a document is folded at a time: what it falls into meanwhile is many times as large."""


@lru_cache(maxsize=1)
def _folded(text: str) -> str:
    return "".join(fold(text[start : start + _STEP]) for start in range(0, len(text), _STEP))


def forget_folded() -> None:
    """Give the memory of the last document's folded text back."""
    _folded.cache_clear()


def folded(text: str, start: int, stop: int) -> str:
    """`fold(text[start:stop])`; of a document that is asked for again and again, at the cost of a slice."""
    return _folded(text)[start:stop] if len(text) >= _LONG else fold(text[start:stop])


@dataclass(frozen=True, slots=True)
class Passage:
    """Folded, joined text with the origin of every character; `origin[i]` belongs to `text[i]`."""

    text: str
    origin: Sequence[int]

    def __len__(self) -> int:
        return len(self.text)

    def span(self, start: int, stop: int) -> tuple[int, int]:
        """The span in the text as read for `self.text[start:stop]`, which must not be empty."""
        return self.origin[start], self.origin[stop - 1] + 1

    def cut(self, start: int, stop: int) -> Passage:
        """The Passage of `self.text[start:stop]`."""
        return Passage(self.text[start:stop], self.origin[start:stop])


def passage(text: str, start: int = 0, stop: int | None = None) -> Passage:
    """A Passage over `text[start:stop]` without line breaks, Markdown stars, tags and invisibles."""
    stop = len(text) if stop is None else stop
    words = folded(text, start, stop)
    if not _MAY_BE_NOISE.search(words):
        return Passage(words, range(start, stop))
    pieces: list[str] = []
    origin: array[int] = array("l")
    last = 0
    for noise in _NOISE.finditer(words):
        pieces.append(words[last : noise.start()])
        origin.extend(range(start + last, start + noise.start()))
        last = noise.end()
    if not pieces:
        return Passage(words, range(start, stop))
    pieces.append(words[last:])
    origin.extend(range(start + last, stop))
    return Passage("".join(pieces), origin)


def joined(passages: Iterable[Passage], separator: str = "") -> Passage:
    """The passages one behind the other, as one; a separator's origin is the character before it."""
    text: list[str] = []
    origin: array[int] = array("l")
    for each in passages:
        if text and separator and len(origin):
            text.append(separator)
            origin.extend([origin[-1]] * len(separator))
        text.append(each.text)
        origin.extend(each.origin)
    return Passage("".join(text), origin)
