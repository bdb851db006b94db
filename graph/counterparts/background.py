"""How common n-grams are in plans at large: frozen, so that a pair's score depends on its tasks alone."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import numpy as np

from graph.counterparts.ngrams import BUCKETS, counts

_COMMON = 0.02
"""An n-gram in a larger share of paragraphs is no help in the search for candidates, and most of its cost."""


@dataclass(frozen=True, slots=True, eq=False)
class Background:
    """Weights by bucket (inverse document frequency), which buckets are common, and a name of its own."""

    weights: Any
    common: Any
    name: str


def build(paragraphs: Sequence[str]) -> bytes:
    """A table of how many paragraphs have each n-gram, for `read`."""
    found = counts(paragraphs)
    frequency = np.bincount(found.indices, minlength=BUCKETS)
    buckets = np.flatnonzero(frequency)
    out = io.BytesIO()
    np.savez_compressed(
        out,
        gaps=np.diff(buckets, prepend=0).astype(np.uint32),
        counts=frequency[buckets].astype(np.uint16),
        paragraphs=np.array(found.shape[0]),
    )
    return out.getvalue()


def read(data: bytes) -> Background:
    """The background of a table that `build` made."""
    with np.load(io.BytesIO(data), allow_pickle=False) as table:
        frequency = np.zeros(BUCKETS)
        frequency[np.cumsum(table["gaps"], dtype=np.int64)] = table["counts"]
        total = int(table["paragraphs"])
    weights = np.log((total + 1) / (frequency + 1))
    name = hashlib.sha256(data).hexdigest()[:12]
    return Background(weights, frequency > _COMMON * total, name)


@cache
def shipped() -> Background:
    """The table that comes with the program."""
    return read((resources.files(__package__) / "data" / "background.npz").read_bytes())
