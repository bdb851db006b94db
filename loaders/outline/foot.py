"""The foot of a web page below a document: links, who keeps the site, its numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, partial

from loaders.data_files import pattern, tables
from loaders.outline.lines import Line

_words_of = partial(pattern, "loaders", "boilerplate")
"""The pattern of a row of `boilerplate.toml`."""
_MOST = 15
"""Lines that a foot has at most."""
_LONGEST = 600
"""Its characters at most: an annex that follows a line of the page is none."""


_ICONS = re.compile("[\ue000-\uf8ff]")
"""Pictures of a page's buttons, which its font numbers as it likes."""
_MOST_LINKS, _LONGEST_LINK = 400, 80
"""The lines of links at most that may stand above the end of a site's page, and their characters."""


def without_foot(lines: Sequence[Line]) -> list[Line]:
    """The lines before the page's foot; all of them where there is none."""
    foot, above, site = _patterns()
    site_end = _words_of("site_end")
    first = _links(lines) if any(site_end.search(line.text) for line in lines[-_MOST:]) else len(lines)
    if at := next((n for n in range(first, len(lines)) if foot.fullmatch(_words(lines[n]))), None):
        return _without_above(lines, at, first, (above, site))
    first = max(0, len(lines) - _MOST)
    for index in range(first, len(lines)):
        if foot.fullmatch(_words(lines[index])) and _ends_page(lines[index:]):
            return _without_above(lines, index, first, (above,))
    return list(lines)


def _links(lines: Sequence[Line]) -> int:
    """Where the short lines begin that end a page and say nothing of who does what."""
    of_task = _words_of("of_task")
    first = len(lines)
    while first > max(1, len(lines) - _MOST_LINKS):
        text = lines[first - 1].text
        if len(text) > _LONGEST_LINK or of_task.search(text):
            break
        first -= 1
    return first


def _words(line: Line) -> str:
    return _ICONS.sub("", line.text).strip()


def _without_above(
    lines: Sequence[Line], index: int, first: int, above: Sequence[re.Pattern[str]]
) -> list[Line]:
    """The lines before the foot at `index`, without those that belong to it above."""
    while index > first and any(each.fullmatch(_words(lines[index - 1])) for each in above):
        index -= 1
    return list(lines[:index])


def _ends_page(rest: Sequence[Line]) -> bool:
    """May this be the foot? A word of it (分享到) may stand above a short notice whose plan is a table."""
    speaks = any(line.text.endswith("。") for line in rest)
    return not speaks and sum(len(line.text) for line in rest) <= _LONGEST


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Lines of a foot, those that are it above one of them, and those above that only a site's foot has."""
    data = tables("loaders", "boilerplate")["foot"]
    return re.compile(data["pattern"]), re.compile(data["above"]), re.compile(data["site"])
