"""An item while its lines are gathered: which of them are its paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import partial

from loaders.data_files import pattern
from loaders.lexicon import is_unit
from loaders.outline.lines import Line, is_full, is_open
from loaders.outline.ordinals import Ordinal

_words = partial(pattern, __package__, "drafts")


@dataclass(slots=True)
class Draft:
    """An item's number (None before the first), its path, and its paragraphs line by line."""

    path: tuple[str, ...]
    ordinal: Ordinal | None
    skipped: bool = False
    paragraphs: list[list[Line]] = field(default_factory=list)
    brackets: int = 0

    def append(self, line: Line, previous: str, margin: float | None) -> None:
        """One more line, of the last paragraph or of a new one; `previous` is the line above, `margin` the
        width of the page where one broke the lines."""
        heading_alone = (
            self.ordinal is not None
            and self._has_one_line()
            and len(previous) < 40
            and not _SENTENCE.search(previous[:-1])
            and not self.is_bare()
            and not _unclosed(previous)
            and not is_full(previous, margin)
        )
        cut = _cuts_label(previous, line.text)
        labelled = _LABEL.match(line.text) is not None and not cut
        listed = _lists_units(previous, margin) and line.text[0] not in "、,;"
        listed = listed and not is_full(previous, margin)
        # the names of those who issue a plan, on the line above its text
        signed = self.ordinal is None and all(map(is_unit, previous.split()))
        apart = labelled or listed or signed or line.bullet
        # a quotation or a word in brackets may end where a copied line does
        quoted = _CLOSED_WORD.search(previous) is not None and is_full(previous, margin)
        within = (
            line.text[0] in _NEVER_FIRST
            or self.is_bare()
            or (margin is not None and self.is_within_sentence() and _GOES_ON.match(line.text) is not None)
        )
        goes_on = (is_open(previous) or quoted or within) and not heading_alone and not apart
        goes_on = goes_on or cut or (_words("ends_with_label").search(previous) is not None and not labelled)
        if self.paragraphs and (goes_on or self.is_clause_open(line)) and not line.after_table:
            self.go_on(line)
        else:
            self.begin(line)

    def begin(self, line: Line) -> None:
        """A new paragraph."""
        self.paragraphs.append([line])
        self.brackets = _balance(line.text)

    def go_on(self, line: Line) -> None:
        """One more line of the last paragraph."""
        self.paragraphs[-1].append(line)
        self.brackets += _balance(line.text)

    def is_bare(self) -> bool:
        """Does nothing stand in it yet but its number?"""
        length = self.ordinal.length if self.ordinal else 0
        return self._has_one_line() and len(self.paragraphs[0][0].text) <= length

    def _has_one_line(self) -> bool:
        return len(self.paragraphs) == 1 and len(self.paragraphs[0]) == 1

    def is_within_sentence(self) -> bool:
        """Is its last line, short as it may be, one that went on with a sentence and doesn't end it?

        A label's list ends where its line does.
        """
        last = self.paragraphs[-1] if self.paragraphs else ()
        return len(last) > 1 and last[-1].text[-1] not in _SENTENCE_ENDS and not _LABEL.match(last[0].text)

    def is_clause_open(self, line: Line) -> bool:
        """Does a bracket that says who is responsible stand open, perhaps in the midst of a word, and
        go on in `line`? It goes on over a few lines."""
        if self.brackets <= 0 or not self.paragraphs or self.paragraphs[-1][-1].text[-1] == "。":
            return False
        words = "".join(each.text for each in self.paragraphs[-1][-_MOST_LINES:])
        opened = _last_opened(words)
        return (
            opened is not None
            and _words("says_who").match(words[opened : opened + 80] + line.text) is not None
        )


_SENTENCE_ENDS = "。!?;:)〕】]"
_NEVER_FIRST = "、,;。)〕】”》"
"""Marks that nothing begins with: the line goes on with the one above."""
_OPENING = "([〔【"
_CLOSING = ")]〕】"
_MOST_LINES = 12


def _last_opened(words: str) -> int | None:
    """The place of the last bracket that is not closed."""
    depth = 0
    for place in range(len(words) - 1, -1, -1):
        if words[place] in _CLOSING:
            depth += 1
        elif words[place] in _OPENING:
            if depth == 0:
                return place
            depth -= 1
    return None


def _balance(text: str) -> int:
    return sum(map(text.count, _OPENING)) - sum(map(text.count, _CLOSING))


_GOES_ON = re.compile("[一-鿿“《、,0-9]")
"""How a line begins that may go on within a sentence."""
_CLOSED_WORD = re.compile("[”》]$|[一-鿿][(][一-鿿、]{1,4}[)]$")
_LABEL = re.compile(r"[\[【(〔]?[一-鿿](?:[ \t]{0,4}[一-鿿]){1,7}[\]】)〕]? ?:")
"""A word and a colon at the head of a line: it begins something, whatever stands before."""


_SENTENCE = re.compile("[。;]")
_LONGEST_CUT = 7


def _cuts_label(above: str, below: str) -> bool:
    """Does a line end within a label of the next one: …。责|任单位:市商务局?"""
    tail = above[-_LONGEST_CUT:]
    both = tail + below[:_LONGEST_CUT]
    return any(found.start() < len(tail) < found.end() - 1 for found in _words("cut_label").finditer(both))


def _lists_units(text: str, margin: float | None) -> bool:
    """Is a line a label whose list ends with a whole name (责任单位:市商务局、市数据局)? On a page with a
    `margin` any name ends where its line does."""
    last = re.split("[、,;: ]", text)[-1]
    return _LABEL.match(text) is not None and (is_unit(last) or (margin is not None and last != ""))


def _unclosed(text: str) -> bool:
    return text.count("(") > text.count(")")
