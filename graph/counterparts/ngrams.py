"""Texts as counts of their character n-grams, hashed: what the background table and the tasks share."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import numpy as np
from scipy import sparse

BUCKETS = 1 << 20
SIZES = (2, 3)
"""Lengths of the n-grams: Chinese words have mostly two characters, names of campaigns three or more."""

_BREAK = re.compile(r"[\W\d_]+")
"""N-grams go over no punctuation; numbers differ from place to place where the action is the same."""


def counts(texts: Sequence[str]) -> Any:
    """A sparse matrix: a row a text, a column a bucket, how often its n-grams occur."""
    if not texts:
        return matrix(np.zeros(0), np.zeros(0, np.int32), np.zeros(1, np.int32))
    return _hashing().transform(texts)


def matrix(values: Any, buckets: Any, starts: Any) -> Any:
    """A sparse matrix over the buckets from its three arrays (compressed rows)."""
    return sparse.csr_matrix((values, buckets, starts), shape=(len(starts) - 1, BUCKETS))


def _ngrams(text: str) -> Iterator[str]:
    for piece in _BREAK.split(unicodedata.normalize("NFKC", text)):
        for size in SIZES:
            for start in range(len(piece) - size + 1):
                yield piece[start : start + size]


@cache
def _hashing() -> Any:
    # sklearn takes a second to import: only who compares tasks waits for it
    from sklearn.feature_extraction.text import HashingVectorizer

    return HashingVectorizer(n_features=BUCKETS, analyzer=_ngrams, norm=None, alternate_sign=False)
