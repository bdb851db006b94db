"""Which paragraphs tell the past of a plan or a report, so that no number in them is a target.

A heading over a review may be numbered (一、2030年工作回顾) or a line of its own; a work report has both,
and paragraphs that open with a time that is over (五年来). What comes next says what shall be.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from loaders.indicators.lexicon import pattern
from loaders.indicators.past import is_review, opens_ahead, opens_past, sets_nothing
from loaders.passage import fold


class Headed(Protocol):
    """What has a place in the outline, a heading and paragraphs."""

    @property
    def path(self) -> tuple[str, ...]:
        """The ordinals from the outermost heading to its own."""
        ...

    @property
    def title(self) -> str:
        """The heading."""
        ...

    @property
    def paragraphs(self) -> Sequence[tuple[int, int]]:
        """The spans of its own text; the first one begins with the ordinal."""
        ...


_LONGEST_HEADING = 40
_HEADING = re.compile(r"[^。;:,!?]{4,}")
_YEAR = re.compile("20[0-9]{2}(?=年)")


@dataclass(slots=True)
class Reviews:
    """Which paragraphs of a part set no target: those under a review's heading, asked in text order, and all
    of a part whose `part_title` says that it sets none. `year` is the plan's."""

    text: str = ""
    part_title: str = ""
    year: int | None = None
    _under: tuple[str, ...] = ()
    _open: bool = False
    _advised: tuple[str, ...] | None = None

    def speaking(self, item: Headed) -> Sequence[tuple[int, int]]:
        """The paragraphs of the next item that no review holds."""
        if sets_nothing(self.part_title):
            return ()
        self._enter(item)
        first = item.paragraphs[0] if item.path and item.paragraphs else None
        told = [span for span in item.paragraphs if not self._advises(item, span)]
        return [span for span in told if not self._holds(span, numbered=span == first)]

    def _advises(self, item: Headed, span: tuple[int, int]) -> bool:
        """Does a paragraph stand under a line that heads what persons do for themselves (——个人和家庭:)?"""
        if self._advised is not None and item.path[: len(self._advised)] != self._advised:
            self._advised = None
        advised = self._advised is not None
        for line in fold(self.text[span[0] : span[1]]).split("\n"):
            if pattern("advice").fullmatch(line.strip()):
                self._advised = item.path
            elif self._advised is not None and pattern("advice_ends").fullmatch(line.strip()):
                self._advised = None
        return advised

    def _enter(self, item: Headed) -> None:
        """Begin an item: one under another heading ends a review. A line without a number stands over the
        numbered items of a work report, and over none elsewhere."""
        if self._under and item.path[: len(self._under)] == self._under:
            return
        self._under = item.path if item.path and self._looks_back(item.title) else ()
        if not item.path or not self._is_report() or self._looks_ahead(item.title):
            self._open = False

    def _holds(self, span: tuple[int, int], *, numbered: bool) -> bool:
        if numbered:
            return self._open or bool(self._under)
        words = ""
        # a heading has no full stop, and what stands below goes on with it
        for words in map(str.strip, fold(self.text[span[0] : span[1]]).split("\n")):
            if len(words) > _LONGEST_HEADING or not _HEADING.fullmatch(words):
                break
            self._pass_heading(words)
        if self._is_report():
            self._pass_opening(words)
        return self._open or bool(self._under)

    def _pass_heading(self, line: str) -> None:
        if pattern("review_line").search(line) and self._looks_back(line):
            self._open = True
        elif self._looks_ahead(line):
            self._open, self._under = False, ()
        elif not self._is_report():
            self._open = False

    def _pass_opening(self, words: str) -> None:
        if opens_past(words):
            self._open = True
        elif opens_ahead(words, self.year):
            self._open, self._under = False, ()

    def _is_report(self) -> bool:
        return pattern("work_report").search(self.part_title) is not None

    def _looks_back(self, title: str) -> bool:
        """Is a heading one of a review? In a work report one of the year before is (2030年主要工作)."""
        if is_review(title):
            return True
        years = [int(year) for year in _YEAR.findall(title)]
        if not (years and self.year and self._is_report()):
            return False
        return max(years) < self.year and pattern("outlook").search(title) is None

    def _looks_ahead(self, title: str) -> bool:
        if self._looks_back(title):
            return False
        years = [int(year) for year in _YEAR.findall(title)]
        later = self.year is not None and max(years, default=0) >= self.year
        return later or opens_ahead(title, self.year) or pattern("heads_ahead").search(title) is not None
