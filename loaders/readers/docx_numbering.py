"""Word's automatic numbers: ECMA-376 part 1, 17.9 (numbering) and the styles that carry them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from loaders.readers.numerals import numeral

_PLACEHOLDER = re.compile("%([1-9])")
_LEVELS = 9


@dataclass(slots=True)
class Level:
    """A level of a list: `text` holds %1 … %9 for the counters of the levels above and its own.

    `restart`: the level (counted from 1) after which it begins anew; 0 never, None after any.
    """

    start: int = 1
    shape: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    restart: int | None = None
    legal: bool = False


@dataclass(slots=True)
class AbstractList:
    """The levels of a list; `style` when they stand with a numbering style instead."""

    levels: dict[int, Level] = field(default_factory=dict)
    style: str = ""


@dataclass(slots=True)
class ListInstance:
    """A use of an abstract list; what it starts or sets differently, by level."""

    abstract: str = ""
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, Level] = field(default_factory=dict)


@dataclass(slots=True)
class Style:
    """A paragraph style, as far as it numbers; `level` and `list_id` are None when it says nothing."""

    parent: str = ""
    list_id: str | None = None
    level: int | None = None


@dataclass(slots=True)
class Numbering:
    """All lists and styles of a document."""

    abstracts: dict[str, AbstractList] = field(default_factory=dict)
    instances: dict[str, ListInstance] = field(default_factory=dict)
    styles: dict[str, Style] = field(default_factory=dict)
    style_links: dict[str, str] = field(default_factory=dict)
    default_style: str = ""


class Counter:
    """Counts the numbered paragraphs of a document in their order."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._counts: dict[str, list[int | None]] = {}
        self._started: set[tuple[str, int]] = set()
        self._resolved: dict[tuple[str, str | None, int | None], tuple[str, int]] = {}

    def label(self, style: str, list_id: str | None, level: int | None) -> str:
        """The label that a reader sees before the next paragraph, "" for none; counts it."""
        asked = (style, list_id, level)
        if asked not in self._resolved:
            self._resolved[asked] = self._resolve(style or self._numbering.default_style, list_id, level)
        list_id, level = self._resolved[asked]
        instance = self._numbering.instances.get(list_id)
        if instance is None or not 0 <= level < _LEVELS:
            return ""
        abstract_id = self._abstract_of(instance)
        levels = {**self._abstract(abstract_id).levels, **instance.levels}
        if level not in levels:
            return ""
        counts = self._count(abstract_id, list_id, level, levels)
        return _render(levels, level, counts)

    def _resolve(self, style: str, list_id: str | None, level: int | None) -> tuple[str, int]:
        """What the paragraph leaves open comes from its style or that style's parents."""
        seen: set[str] = set()
        while style and style not in seen and (list_id is None or level is None):
            seen.add(style)
            found = self._numbering.styles.get(style, Style())
            list_id = found.list_id if list_id is None else list_id
            level = found.level if level is None else level
            style = found.parent
        return list_id or "", level or 0

    def _abstract(self, abstract_id: str) -> AbstractList:
        return self._numbering.abstracts.get(abstract_id, AbstractList())

    def _abstract_of(self, instance: ListInstance) -> str:
        """Follows one link to a numbering style, whose list holds the levels."""
        link = self._abstract(instance.abstract).style
        return self._numbering.style_links.get(link, instance.abstract) if link else instance.abstract

    def _count(self, abstract: str, list_id: str, level: int, levels: Mapping[int, Level]) -> list[int]:
        counts = self._counts.setdefault(abstract, [None] * _LEVELS)
        self._restart(counts, list_id, level)
        current = counts[level]
        counts[level] = levels[level].start if current is None else current + 1
        for below in range(level + 1, _LEVELS):
            restart = levels.get(below, Level()).restart
            if restart is None or level < restart:
                counts[below] = None
        # a level above that hasn't been used yet shows its first number and is not counted by it
        return [
            levels.get(index, Level()).start if count is None else count for index, count in enumerate(counts)
        ]

    def _restart(self, counts: list[int | None], list_id: str, level: int) -> None:
        """A list that shares its levels with another goes on counting, unless it states a start."""
        starts = self._numbering.instances[list_id].starts
        for each, start in starts.items():
            if each <= level and (list_id, each) not in self._started:
                self._started.add((list_id, each))
                counts[each] = start - 1 if each == level else None


def _render(levels: Mapping[int, Level], level: int, counts: list[int]) -> str:
    own = levels[level]
    if own.shape in ("bullet", "none"):
        return ""

    def shown(match: re.Match[str]) -> str:
        index = int(match[1]) - 1
        shape = "decimal" if own.legal and index < level else levels.get(index, Level()).shape
        return numeral(counts[index], shape)

    return _PLACEHOLDER.sub(shown, own.text) + (" " if own.suffix == "space" else "")


def with_text(label: str, text: str) -> str:
    """Label and paragraph; Word's tab between them goes, where figures wouldn't run together."""
    latin = label[-1:].isascii() and label[-1:].isalnum()
    if label and (latin or text[:1].isdigit()) and text[:1] not in ("", " ", "\t", "\u3000"):
        return f"{label} {text}"
    return label + text


def set_property(level: Level, tag: str, value: str) -> None:
    """Set what one element within w:lvl says; other elements leave the level as it is."""
    number = whole(value)
    if tag in _TEXTS:
        setattr(level, _TEXTS[tag], value)
    elif tag in _NUMBERS and number is not None:
        setattr(level, _NUMBERS[tag], number)
    elif tag == "w:isLgl":
        level.legal = value not in ("0", "false", "off")


_NUMBERS = {"w:start": "start", "w:lvlRestart": "restart"}
_TEXTS = {"w:numFmt": "shape", "w:lvlText": "text", "w:suff": "suffix"}


def whole(text: str | None) -> int | None:
    """The number, or None for what is none or absurdly long."""
    text = text or ""
    return int(text) if len(text) < 10 and text.removeprefix("-").isdecimal() else None
