"""Lines without the blanks that copying left within words (市园林    局), with the way back to the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from loaders.outline.lines import Line
from loaders.passage import fold
from loaders.tables.measures import Span

_KEPT = re.compile(r"(?<=[A-Za-z0-9])[ \t]{1,8}(?=[A-Za-z0-9])")
"""Blanks between two words of Latin letters."""


@dataclass(slots=True)
class Squeezed:
    """Folded lines, one behind the other without a mark; a span of `words` has its pieces in the text."""

    words: str = ""
    _lines: list[str] = field(default_factory=list)
    _places: list[int] = field(default_factory=list)

    def add(self, line: Line) -> Span:
        """The span of `words` that a line now has."""
        text = fold(line.text)
        kept = {place for blanks in _KEPT.finditer(text) for place in range(*blanks.span())}
        places = [at for at, char in enumerate(text) if at in kept or not char.isspace()]
        start = len(self._places)
        self._places += [line.start + at for at in places]
        self.words += "".join(text[at] for at in places)
        return start, len(self._places)

    def pieces(self, span: Span) -> tuple[Span, ...]:
        """What the text holds of a span of `words`, without the blanks."""
        places = self._places[slice(*span)]
        edges = [at for at, (a, b) in enumerate(pairwise(places), 1) if b != a + 1]
        return tuple((places[a], places[b - 1] + 1) for a, b in pairwise([0, *edges, len(places)]) if a < b)
