"""Text as it is compared: folded, with the way back to where each character stood."""

from __future__ import annotations

import sys
import unicodedata
from dataclasses import dataclass

_DROPPED = "“”\"'‘’「」『』《》〈〉`*\u200b\ufeff"
_TABLE: dict[int, str | None] = {
    **dict.fromkeys(map(ord, _DROPPED)),
    **{ord(a): b for a, b in zip("〔【[〕】]（）—–", "((()))()--", strict=True)},
    **{n: None for n in range(sys.maxunicode) if chr(n).isspace() or unicodedata.category(chr(n)) == "Cc"},
}


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; `at[n]` is where its n-th character stood, `at[-1]` where the original ends."""

    text: str
    at: tuple[int, ...]

    def span(self, start: int, stop: int) -> tuple[int, int]:
        """The half-open span of the original that text[start:stop] came from."""
        if start >= stop:
            return self.at[start], self.at[start]
        return self.at[start], self.at[stop - 1] + 1


def fold(text: str) -> Folded:
    """NFKC, lower case, one kind of bracket; without blanks, control characters, quotes and 《》."""
    characters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for each in folded(character):
            characters.append(each)
            places.append(place)
    return Folded("".join(characters), (*places, len(text)))


def folded(name: str) -> str:
    """A name as it is compared."""
    return unicodedata.normalize("NFKC", name.translate(_TABLE)).lower().translate(_TABLE)
