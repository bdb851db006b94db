"""The numbers of HTML's ordered lists, as a browser shows them."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from loaders.readers.numerals import numeral

_TYPES = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_STYLES = {
    "decimal": "decimal",
    "lower-alpha": "lowerLetter",
    "upper-alpha": "upperLetter",
    "lower-latin": "lowerLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "cjk-ideographic": "chineseCounting",
    "simp-chinese-informal": "chineseCounting",
    "trad-chinese-informal": "chineseCounting",
    "cjk-decimal": "ideographDigital",
}
"""HTML's type and CSS' list-style-type to the names of number formats that Word uses."""

_STYLE = re.compile(r"list-style(?:-type)?\s{0,9}:\s{0,9}([a-z-]{1,40})", re.I)
_IDEOGRAPHIC = ("chineseCounting", "ideographDigital")


class ListNumbers:
    """Open lists and the number that waits for the next line."""

    def __init__(self) -> None:
        self._open: list[tuple[str, int, str]] = []
        self._waiting = ""

    def enter(self, node: LexborNode, tag: str) -> None:
        if tag == "ol":
            self._open.append((tag, _integer(node.attributes.get("start"), 1), _format(node)))
        elif tag in ("ul", "menu", "dir"):
            self._open.append((tag, 1, ""))
        elif tag == "li" and self._open:
            kind, count, shape = self._open[-1]
            count = _integer(node.attributes.get("value"), count)
            self._open[-1] = (kind, count + 1, shape)
            if shape:
                self._waiting += numeral(count, shape) + ("、" if shape in _IDEOGRAPHIC else ". ")

    def leave(self, tag: str) -> None:
        if tag in ("ol", "ul", "menu", "dir") and self._open:
            self._open.pop()
        if tag == "li":
            self._waiting = ""

    def take(self) -> tuple[str, int]:
        """The number that stands before the next line, once; how many numbered lists are around its own."""
        waiting, self._waiting = self._waiting, ""
        around = sum(shape != "" for _, _, shape in self._open) - 1
        return waiting, around if waiting else 0


def _format(node: LexborNode) -> str:
    """Word's name of the list's number format; "" where the page hides the numbers."""
    style = _STYLE.search(node.attributes.get("style") or "")
    if style and style[1].lower() in ("none", "disc", "circle", "square"):
        return ""
    if style and style[1].lower() in _STYLES:
        return _STYLES[style[1].lower()]
    return _TYPES.get(node.attributes.get("type") or "1", "decimal")


def _integer(text: str | None, default: int) -> int:
    text = (text or "").strip()
    return int(text) if len(text) < 10 and text.removeprefix("-").isdecimal() else default
