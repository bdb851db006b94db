"""Traditional characters and the simplified ones that the mainland writes for them (traditional.toml)."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from loaders.data_files import tables


@cache
def _simplified() -> dict[int, str]:
    data = tables(__package__, "traditional")
    return {ord(pair[0]): pair[1] for pair in data["pairs"].split()}


@cache
def _never_simplified() -> dict[int, str]:
    """Without the characters that the mainland writes too, such as 乾 in the name of a county (GB 2312)."""
    return {char: plain for char, plain in _simplified().items() if not _is_written(chr(char))}


def _is_written(char: str) -> bool:
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


@cache
def _traditional() -> re.Pattern[str]:
    return re.compile(f"[{''.join(map(chr, _simplified()))}]")


def traditional_in(text: str) -> int:
    """How many traditional characters a text holds."""
    return len(_traditional().findall(text))


def simplified(text: str) -> str:
    """A text in traditional characters in simplified ones, as many."""
    return text.translate(_simplified())


@lru_cache(maxsize=8192)
def simplified_name(name: str) -> str:
    """A name or a unit of measure of a text in whichever characters: those that only traditional texts
    have are exchanged, so that 市財政局 and 市财政局 are one."""
    return name.translate(_never_simplified()) if _traditional().search(name) else name
