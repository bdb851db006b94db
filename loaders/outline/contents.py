"""The table of contents before a plan: its lines are the headings of the text, and no items of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.outline.lines import Line
from loaders.outline.ordinals import read_ordinal

_HEADING = re.compile(r"[\[【]?目[ \t]*[录次][\]】]?")
_WITHIN = 300
"""Lines of a document's beginning among which its table of contents opens."""
_LEADER = re.compile(r"[ \t]*(?:[.…·_—-][ \t]?){3,}[ \t]*\(?\d{0,4}\)?$|[ \t]+\d{1,4}$|(?<=[一-鿿])\d{1,3}$")
"""What leads from an entry to its page: dots, a blank, or nothing."""
_DOTTED = re.compile(r"[^。;]{2,60}?(?:[.…][ \t]?){4,}[ \t]*\(?\d{0,4}\)?")
_LONGEST = 50
"""Characters of an entry; what is longer without dots is text."""
_FEWEST = 3
_FIRST = 9
"""So many first entries that the text repeats are its own, even where it breaks off before the others."""


def without_contents(lines: Sequence[Line]) -> list[Line]:
    """The lines without the table of contents; all of them where there is none that the text's headings
    repeat."""
    opens = next((n for n, line in enumerate(lines[:_WITHIN]) if _HEADING.fullmatch(line.text)), None)
    if opens is None:
        return _without_dotted(lines)
    end = _end(lines, opens + 1)
    entries = [_key(line.text) for line in lines[opens + 1 : end]]
    headings = {_key(line.text) for line in lines[end:]}
    if len(entries) < _FEWEST or not _repeated(entries, headings):
        return _without_dotted(lines)
    return [*lines[:opens], *lines[end:]]


def _repeated(entries: Sequence[str], headings: set[str]) -> bool:
    """Does the text repeat most of the entries, or where it is an excerpt the first ones?"""
    told = [entry in headings for entry in entries]
    return 2 * sum(told) >= len(told) or (len(told) > _FIRST and all(told[:_FIRST]))


def _without_dotted(lines: Sequence[Line]) -> list[Line]:
    """The lines without entries that dots lead from to their pages, where several follow each other."""
    dotted = [n for n, line in enumerate(lines[:_WITHIN]) if _DOTTED.fullmatch(line.text)]
    if len(dotted) < _FEWEST or dotted[-1] - dotted[0] >= 2 * len(dotted):
        return list(lines)
    return [*lines[: dotted[0]], *lines[dotted[-1] + 1 :]]


def _end(lines: Sequence[Line], start: int) -> int:
    """Behind the last entry: where the first one is repeated, or text stands."""
    first = _key(lines[start].text) if start < len(lines) else ""
    last = start
    for number in range(start, len(lines)):
        text = lines[number].text
        leads = _LEADER.search(text) is not None
        if (number > start and _key(text) == first) or (len(text) > _LONGEST and not leads):
            break
        if leads or read_ordinal(text) is not None:
            last = number + 1
    return last


def _key(text: str) -> str:
    """A heading as its entry and the text both print it."""
    return _LEADER.sub("", "".join(text.split(" "))).split("。")[0].rstrip(":")
