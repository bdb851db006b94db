"""Titles of groups that stand between the rows of a flattened table, on lines of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.outline.lines import Line
from loaders.outline.ordinals import Ordinal, read_ordinal

_CHINESE = re.compile(r"[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)")
_NUMERAL = re.compile("[一二三四五六七八九十]{1,3}")
_ALONE = re.compile(r"[一二三四五六七八九十]{1,3}|\([一二三四五六七八九十]{1,3}\)")
_NOTE = re.compile(r"(?<=[^()])\([^()]{0,80}\)$")
_LONGEST_TITLE = 40
"""Characters of a title, without the remark behind it (牵头领导:…)."""
_MOST_TITLES = 2
"""Lines of a title over a group of rows at most."""
MOST_OPENING = 2 * (_MOST_TITLES + 1)
"""Lines of the titles, one within the other, over the first row at most."""


def is_title(text: str) -> bool:
    """Does a line begin the title of a group (一、茶园; or 一 alone)?"""
    words = _NOTE.sub("", text)
    begun = _CHINESE.match(words) is not None and len(words) <= _LONGEST_TITLE
    return begun or is_numeral(text)


def is_numeral(text: str) -> bool:
    """Is the line the number of a group alone (一), whose title stands on the next one?"""
    return _NUMERAL.fullmatch(text) is not None


def counts_anew(words: Sequence[Line]) -> bool:
    """May 1 follow these lines, which end with a group's number alone on its line, and its title?"""
    return any(_ALONE.fullmatch(word.text) for word in words[-1 - _MOST_TITLES :])


def titles_in(words: Sequence[Line]) -> list[list[Line]] | None:
    """The titles that the lines above the first row are; None when they are none."""
    if words and not is_title(words[0].text):
        return None
    found: list[list[Line]] = []
    for line in words:
        if is_title(line.text):
            found.append([line])
        else:
            found[-1].append(line)
    return found


def without_titles(words: Sequence[Line]) -> tuple[list[Line], list[list[Line]]]:
    """A row's lines, and the titles at their end: that of the next group, of the one within it."""
    kept, title = _without_title(words)
    if not title:
        return kept, []
    outer, above = _without_title(kept)
    if above and _within(title[0].text, above[0].text):
        return outer, [above, title]
    return kept, [title]


def _without_title(words: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    for at in range(len(words) - 1, max(len(words) - 2 - _MOST_TITLES, 0), -1):
        if is_title(words[at].text):
            return list(words[:at]), list(words[at:])
    return list(words), []


def _within(title: str, above: str) -> bool:
    """Does a title's ordinal stand below that of the one above it: (一) below 一?"""
    inner, outer = _ordinal(title), _ordinal(above)
    return inner is not None and outer is not None and outer.rank < inner.rank


def _ordinal(title: str) -> Ordinal | None:
    return read_ordinal(f"{title}、" if is_numeral(title) else title)
