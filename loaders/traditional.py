"""Documents in traditional characters: read in simplified ones, told in their own.

A page of a mirror, or of an office that keeps to them, is read as if each character were the one that
the mainland writes for it. The characters are as many, so that spans stay; names, titles and measures
are put back as printed. Words are not exchanged: rules see 資訊 as 资讯.
"""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

from loaders.extraction import Extraction, PlanFields
from loaders.lexicon import find_region, simplified, traditional_in
from loaders.source import Source

_LEAST_SHARE = 0.1
"""Of a page in traditional characters about a third is; a simplified one has a name or two in it."""
_CHINESE = re.compile("[\u4e00-\u9fff]")
_AS_READ = frozenset(["part", "code", "severity", "message", "role", "op", "format", "sha256", "source_url"])
"""Fields that hold words of ours, or what others are found by."""


@dataclass(frozen=True, slots=True)
class Plain:
    """`source` in simplified characters, and the way back to `printed`, the document as it was read."""

    source: Source
    printed: Source

    def restored(self, found: Extraction) -> Extraction:
        """What was found in `source`, in the characters of the text as read."""
        if self.source is self.printed:
            return found
        moved: Extraction = _Back(self.printed.text, self.source.text).moved(found)
        plan = self._plan(found.plan, moved.plan)
        return dataclasses.replace(moved, text=self.printed.text, plan=plan)

    def _plan(self, read: PlanFields, moved: PlanFields) -> PlanFields:
        """A region of the table of regions has its name there."""
        known = read.region is not None and find_region(read.region) is not None
        return dataclasses.replace(moved, region=read.region) if known else moved


def plain(source: Source) -> Plain:
    """A document in simplified characters; itself where it is in them, or in none."""
    text = simplified(source.text) if _is_traditional(source.text) else source.text
    if text == source.text:
        return Plain(source, source)
    title = simplified(source.title)
    return Plain(dataclasses.replace(source, text=text, title=title), source)


_LOOKED_AT = 20_000


def _is_traditional(text: str) -> bool:
    """Is one Chinese character in ten or more a traditional one?"""
    head = text[:_LOOKED_AT]
    chinese = len(_CHINESE.findall(head))
    return traditional_in(head) > chinese * _LEAST_SHARE


class _Back:
    """Puts words read in `text` back into the characters of `printed`, of the same length."""

    def __init__(self, printed: str, text: str) -> None:
        self._printed, self._text = printed, text
        pairs = Counter(zip(text, printed, strict=True))
        self._usual: dict[str, str] = {}
        for (read, char), _ in pairs.most_common():
            self._usual.setdefault(read, char)

    def moved(self, fact: Any, span: tuple[int, int] = (0, 0)) -> Any:
        """A fact and those in it with their words as printed; `span`: where the words stand."""
        if isinstance(fact, str):
            return self._word(fact, *span)
        if isinstance(fact, tuple):
            return tuple(self.moved(each, span) for each in fact)
        if not dataclasses.is_dataclass(fact) or isinstance(fact, type):
            return fact
        start, stop = getattr(fact, "start", None), getattr(fact, "stop", None)
        own = span if start is None or stop is None else (start, stop)
        fields = (each.name for each in dataclasses.fields(fact) if each.name not in _AS_READ)
        return dataclasses.replace(fact, **{name: self.moved(getattr(fact, name), own) for name in fields})

    def _word(self, word: str, start: int, stop: int) -> str:
        """As it stands in the span, else as anywhere, else character by character."""
        at = self._text.find(word, start, stop)
        at = self._text.find(word) if at < 0 else at
        if at >= 0:
            return self._printed[at : at + len(word)]
        return "".join(self._usual.get(char, char) for char in word)
