"""Texts found by the pairs of characters that they share with a question."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
_SEGMENT = 20_000
_COMMON = 0.2
"""A pair in more than this share of a large segment's texts tells nothing and is left out."""
_LARGE = 2_000
_UNSEEN = 0.3
"""The share of its weight that a pair keeps which no text holds."""
_BREAK = ord("\n")


@dataclass(frozen=True, slots=True)
class _Segment:
    """The pairs of some texts, sorted, and for each the texts that hold it; and those too common for that."""

    first: int
    pairs: NDArray[np.uint32]
    starts: NDArray[np.int64]
    texts: NDArray[np.int32]
    common: frozenset[int] = frozenset()

    def holding(self, pair: np.uint32) -> NDArray[np.int32]:
        at = int(self.pairs.searchsorted(pair))
        if at == len(self.pairs) or self.pairs[at] != pair:
            return self.texts[:0]
        return self.texts[self.starts[at] : self.starts[at + 1]]


class Grams:
    """An index of texts (already folded) by their pairs of characters."""

    def __init__(self, texts: Sequence[str], common: float = _COMMON) -> None:
        """`common` is the share of a large segment's texts above which a pair is left out."""
        self.size = len(texts)
        self._segments = [
            _segment(texts[n : n + _SEGMENT], n, common) for n in range(0, len(texts), _SEGMENT)
        ]
        self.lengths = np.array([max(len(text) - 1, 1) for text in texts], dtype=np.float32)

    def __len__(self) -> int:
        return self.size

    def frequency(self, pair: str) -> int:
        """How many texts hold the pair; all, where it was too common to be counted."""
        code = _code(pair)
        if any(int(code) in each.common for each in self._segments):
            return self.size
        return sum(len(each.holding(code)) for each in self._segments)

    def weight(self, pair: str) -> float:
        """What a pair tells: much when few texts hold it."""
        return self.weight_of(self.frequency(pair))

    def weight_of(self, texts: int) -> float:
        """What a pair tells that so many texts hold."""
        return math.log(1 + self.size / (texts + 0.5))

    def matched(self, weights: dict[str, float]) -> Scores:
        """For each text the sum of the weights of the pairs that it holds."""
        scores = np.zeros(self.size, dtype=np.float32)
        for pair, weight in weights.items():
            code = _code(pair)
            for segment in self._segments:
                found = segment.holding(code)
                if len(found):
                    scores[found] += weight
        return scores


def pairs_of(pieces: Iterable[str]) -> list[str]:
    """The pairs of neighbouring characters of each piece, each once, in order."""
    return list(dict.fromkeys(piece[n : n + 2] for piece in pieces for n in range(len(piece) - 1)))


def weights_of(pairs: Iterable[str], texts: Grams) -> tuple[dict[str, float], float]:
    """What each pair tells of these texts, and the sum if each counted in full.

    One that none of them holds, as where a question leaves a word out (优化环境 for 优化发展环境) or has one
    wrong, tells less than one that is rare.
    """
    held = {pair: texts.frequency(pair) for pair in pairs}
    full = {pair: texts.weight_of(count) for pair, count in held.items()}
    return {p: w if held[p] else _UNSEEN * w for p, w in full.items()}, sum(full.values())


def _code(pair: str) -> np.uint32:
    """A pair as the index holds it; of the same type, since a search casts the whole array otherwise."""
    return np.uint32((ord(pair[0]) & 0xFFFF) << 16 | (ord(pair[1]) & 0xFFFF))


def _segment(texts: Sequence[str], first: int, common: float) -> _Segment:
    joined = "\n".join(text.replace("\n", " ") for text in texts)
    characters = np.frombuffer(joined.encode("utf-32-le", "replace"), dtype=np.uint32)
    owners = np.cumsum(characters == _BREAK)
    inside = (characters[:-1] != _BREAK) & (characters[1:] != _BREAK)
    pairs = ((characters[:-1] & 0xFFFF) << 16 | (characters[1:] & 0xFFFF))[inside].astype(np.uint64)
    keys = np.unique(pairs << np.uint64(32) | owners[:-1][inside].astype(np.uint64))
    codes = (keys >> np.uint64(32)).astype(np.uint32)
    holders = (keys & np.uint64(0xFFFFFFFF)).astype(np.int32) + np.int32(first)
    known, starts, counts = np.unique(codes, return_index=True, return_counts=True)
    many: frozenset[int] = frozenset()
    if len(texts) >= _LARGE:
        few = counts <= common * len(texts)
        holders = holders[np.repeat(few, counts)]
        many = frozenset(known[~few].tolist())
        known, counts = known[few], counts[few]
        starts = np.concatenate(([0], np.cumsum(counts)))[:-1]
    return _Segment(first, known, np.append(starts, len(holders)).astype(np.int64), holders, many)
