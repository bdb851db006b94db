"""Rows that copying put under the wrong label: told by the words that they share with labels.

Only for tables whose labels are seen to stand in the middle of their rows. A row next to a
boundary goes over to the other label when it shares no word with its own and some rare word with
that one.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from loaders.tables.levels import Groups

_WORDS = re.compile(r"[\u4e00-\u9fff]+")
_BLANK_ROW = 2.0
_LABELLED_ROW = 4.0
"""How much likeness moves a row without a label of its own, and one beside which a label stands.

Likeness is the sum over shared pairs of characters of log(rows / rows that have the pair).
"""


@dataclass(slots=True)
class _Words:
    """The pairs of characters of each row and each label, and in how many rows a pair occurs."""

    rows: list[frozenset[str]]
    labels: dict[str, frozenset[str]]
    counts: Counter[str]

    def likeness(self, row: int, label: str) -> float:
        shared = self.rows[row] & self.labels.get(label, frozenset())
        return sum(math.log(len(self.rows) / self.counts[pair]) for pair in shared)


def align(groups: Sequence[Groups], texts: Sequence[str], labels: Mapping[tuple[int, str], str]) -> None:
    """Move rows next to a boundary of the innermost labels; changes the rows' `groups`.

    `texts`: the rows' words; `labels`: the words of each (rank, label).
    """
    ranks = Counter(max(each) for each in groups if each)
    if not ranks:
        return
    rank = ranks.most_common(1)[0][0]
    pairs = [_pairs(text) for text in texts]
    own = {label: _pairs(words) for (level, label), words in labels.items() if level == rank}
    words = _Words(pairs, own, Counter(pair for each in pairs for pair in each))
    for index in range(len(groups) - 1, 0, -1):
        before, after = _label(groups[index - 1], rank), _label(groups[index], rank)
        if before and after and before != after:
            _settle(groups, rank, index, words)


def _pairs(text: str) -> frozenset[str]:
    return frozenset(run[i : i + 2] for run in _WORDS.findall(text) for i in range(len(run) - 1))


def _label(groups: Groups, rank: int) -> str:
    return groups[rank].label if rank in groups else ""


def _settle(groups: Sequence[Groups], rank: int, index: int, words: _Words) -> None:
    before, after = _label(groups[index - 1], rank), _label(groups[index], rank)
    follows = index + 1 < len(groups) and _label(groups[index + 1], rank) == after
    if follows and _moves(words, index, after, before, _LABELLED_ROW):
        _take_over(groups[index], groups[index - 1])
        return
    for row in range(index - 1, 0, -1):
        blank = _label(groups[row - 1], rank) == before
        if not blank or not _moves(words, row, before, after, _BLANK_ROW):
            return
        _take_over(groups[row], groups[row + 1])


def _moves(words: _Words, row: int, own: str, other: str, least: float) -> bool:
    return words.likeness(row, own) == 0 and words.likeness(row, other) >= least


def _take_over(groups: Groups, other: Groups) -> None:
    groups.clear()
    groups.update(other)
