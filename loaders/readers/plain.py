"""Plain text and Markdown: decoded, and nothing else changed."""

from __future__ import annotations

from loaders.readers.blocks import Composed
from loaders.readers.characters import is_readable
from loaders.readers.encodings import decode
from loaders.readers.limits import Limits
from zeren.errors import TooLarge, WrongType


def read_plain(data: bytes, limits: Limits) -> Composed:
    """The text as it stands; a form feed begins a page."""
    text = decode(data)
    if len(text) > limits.text:
        raise TooLarge(f"文字超过 {limits.text // 10_000} 万字的上限,请拆分后再试")
    if not is_readable(text):
        raise WrongType("内容多半不是文字,请确认文件类型,或用 UTF-8 编码另存后再试")
    pages = [0]
    while (at := text.find("\f", pages[-1])) >= 0:
        pages.append(at + 1)
    return Composed(text, tuple(page for page in pages if page < len(text) or page == 0))
