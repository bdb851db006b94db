"""Tasks and indicators that a question's own words describe, by the pairs of characters they share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graph.asking.grams import Scores, pairs_of, weights_of
from graph.asking.known import Texts
from graph.asking.text import folded

_ENOUGH = 0.55
"""The share of a theme's pairs, weighted by what they tell, that a text must hold …"""
_LEAST = 0.4
"""… and this share where pairs that no text holds count in full (宠物登记 is no 登记) …"""
_IN_NAME = 0.5
"""… when its title holds this share; else …"""
_ENOUGH_IN_TEXT = 0.75
_TURNED, _TURNED_SHARE = 0.6, 0.25
"""The share of a name's pairs, and of the theme's, that are enough where all letters of the name are said."""
_AHEAD, _LETTERS = 1.5, 0.55
"""How much better than the next the best must be, and the share of letters, where words are turned."""
_FEW = 2
"""A theme of so few pairs must stand in a title: 市长 stands in many a text."""


@dataclass(frozen=True, slots=True)
class Match:
    """A text that a theme describes: its number, how well (sorts), and the share of the theme it holds."""

    number: int
    rank: float
    share: float


def matches(
    pieces: Sequence[str], texts: Texts, allowed: NDArray[np.bool_] | None = None, *, most: int = 200
) -> list[Match]:
    """Those that hold enough of the theme, the best first; ties in the order of documents."""
    return [m for m in nearest(pieces, texts, allowed, most=most) if m.share > 0]


def nearest(
    pieces: Sequence[str], texts: Texts, allowed: NDArray[np.bool_] | None = None, *, most: int = 5
) -> list[Match]:
    """The best texts, whether they hold enough or not: the share of those that don't is 0."""
    weights, every = weights_of(pairs_of(pieces), texts.whole)
    if not weights or not len(texts.whole):
        return []
    across = {pair: texts.whole.weight(pair) for pair in pairs_of(["".join(pieces)]) if pair not in weights}
    total = sum(weights.values())
    in_name = texts.name.matched(weights) / total
    in_whole = np.maximum(texts.whole.matched(weights) / total, in_name)
    likeness = texts.name.matched(dict.fromkeys([*weights, *across], 1.0)) / texts.name.lengths
    rank = 0.55 * in_whole + 0.45 * in_name + 0.2 * np.minimum(likeness, 1.0)
    if across:
        rank += 0.1 * texts.name.matched(across) / sum(across.values())
    rank *= texts.able
    if allowed is not None:
        rank *= allowed
    named = in_name >= _IN_NAME
    told = in_whole * total / every  # where only the text holds it, what no text holds counts in full
    in_text = (told >= _ENOUGH_IN_TEXT) & (len(weights) > _FEW)
    enough = np.where(named, (in_whole >= _ENOUGH) & (told >= _LEAST), in_text)
    best = [int(n) for n in _first(rank, most)]
    letters = "".join(pieces)
    clear = bool(best) and _clear(rank[best[:2]], letters, folded(texts.names[best[0]]))
    return [
        Match(
            n,
            float(rank[n]),
            float(in_whole[n])
            * (
                bool(enough[n])
                or (clear and n == best[0])
                or _turned(texts, n, likeness, in_name, set(letters))
            ),
        )
        for n in best
    ]


def _clear(ranks: Scores, theme: str, name: str) -> bool:
    """Is the best far ahead of the next, and most letters of theme and name the same: 引进培育优质企业 for
    引进和培育好的企业?"""
    ahead = len(ranks) < 2 or float(ranks[0]) >= _AHEAD * float(ranks[1])
    common = set(theme) & set(name)
    return ahead and all(
        sum(letter in common for letter in words) >= _LETTERS * len(words) for words in (theme, name)
    )


def _first(rank: Scores, most: int) -> NDArray[np.int64]:
    """The places of the highest ranks above 0; ties in the order of documents."""
    likely = np.flatnonzero(rank > 0)
    if len(likely) > most:
        ranks = rank[likely]
        likely = likely[ranks >= np.partition(ranks, len(ranks) - most)[len(ranks) - most]]
    found: NDArray[np.int64] = likely[np.argsort(-rank[likely], kind="stable")][:most]
    return found


def _turned(texts: Texts, n: int, likeness: Scores, in_name: Scores, letters: set[str]) -> bool:
    """Is a whole name said in another order: 游客接待量 of 接待游客?"""
    return bool(
        likeness[n] >= _TURNED and in_name[n] >= _TURNED_SHARE and set(folded(texts.names[n])) <= letters
    )
