"""Names to complete a question with: units, places and plans that go on as its last characters begin."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from graph.asking.known import Known
from graph.asking.text import fold

_LONGEST = 12
"""Characters at the end of a question that may be the beginning of a name."""
_LOOKED_AT = 500
"""Names with the same beginning that are looked at."""


@dataclass(frozen=True, slots=True)
class Completion:
    """A name that fits: its kind and id, and the question with it in place."""

    kind: str
    id: str
    name: str
    question: str


def complete(question: str, known: Known, most: int = 8) -> list[Completion]:
    """The names that go on as the question's end begins, the longest such end first; places, units, plans."""
    text = fold(question[-200:])
    offset = len(question) - len(question[-200:])
    for size in range(min(_LONGEST, len(text.text)), 0, -1):
        end = text.text[-size:]
        at = offset + text.at[len(text.text) - size]
        found = _beginning(end, known, most)
        if found:
            return [Completion(kind, id, name, question[:at] + name) for kind, id, name in found]
    return []


def _beginning(start: str, known: Known, most: int) -> list[tuple[str, str, str]]:
    """Names that begin so and go on, the shortest first."""
    first = bisect_left(known.names, (start,))
    fits = []
    for folded_name, kind, id, name in known.names[first : first + _LOOKED_AT]:
        if not folded_name.startswith(start):
            break
        if folded_name != start:
            fits.append((kind, id, name))
    return sorted(fits, key=lambda n: (len(n[2]), n))[:most]
