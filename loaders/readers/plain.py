"""Plain text and Markdown: decoded, and nothing changed but the entities that a web page's export left."""

from __future__ import annotations

import html
import re

from loaders.readers.blocks import Composed
from loaders.readers.characters import is_readable
from loaders.readers.encodings import decode
from loaders.readers.limits import Limits
from zeren.errors import TooLarge, WrongType


def read_plain(data: bytes, limits: Limits) -> Composed:
    """The text as it stands; a form feed begins a page."""
    text = without_entities(decode(data))
    if len(text) > limits.text:
        raise TooLarge(f"文字超过 {limits.text // 10_000} 万字的上限,请拆分后再试")
    if not is_readable(text):
        raise WrongType("内容多半不是文字,请确认文件类型,或用 UTF-8 编码另存后再试")
    pages = [0]
    while (at := text.find("\f", pages[-1])) >= 0:
        pages.append(at + 1)
    return Composed(text, tuple(page for page in pages if page < len(text) or page == 0))


_ENTITY = re.compile("&(?:quot|nbsp|ensp|emsp|ldquo|rdquo|lsquo|rsquo|mdash|ndash|hellip|middot|bull|amp);")
"""Not those for < and >, which would become tags."""
_CLOSING = re.compile("“([^“”\n&]{0,80})&quot;")
"""A database turned the closing quotation mark alone into an entity."""


def without_entities(text: str) -> str:
    """The text with HTML's entities as the characters that they stand for; itself where it has none."""
    if "&" not in text:
        return text
    return _ENTITY.sub(lambda entity: html.unescape(entity[0]), _CLOSING.sub(r"“\1”", text))
