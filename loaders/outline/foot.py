"""The foot of a web page below a document: links, who keeps the site, its numbers."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib import resources

from loaders.outline.lines import Line

_MOST = 15
"""Lines that a foot has at most."""
_LONGEST = 600
"""Its characters at most: an annex that follows a line of the page is none."""


def without_foot(lines: Sequence[Line]) -> list[Line]:
    """The lines before the page's foot; all of them where there is none."""
    first = max(0, len(lines) - _MOST)
    foot, above = _patterns()
    for index in range(first, len(lines)):
        if foot.fullmatch(lines[index].text) and _ends_page(lines[index:]):
            while index > first and above.fullmatch(lines[index - 1].text):
                index -= 1
            return list(lines[:index])
    return list(lines)


def _ends_page(rest: Sequence[Line]) -> bool:
    """May this be the foot? A word of it (分享到) may stand above a short notice whose plan is a table."""
    speaks = any(line.text.endswith("。") for line in rest)
    return not speaks and sum(len(line.text) for line in rest) <= _LONGEST


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Lines of a foot, and those that are it above one of them."""
    data = tomllib.loads((resources.files("loaders") / "boilerplate.toml").read_text("utf-8"))
    return re.compile(data["foot"]["pattern"]), re.compile(data["foot"]["above"])
