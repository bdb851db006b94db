"""All tasks that are compared, in one order, and which of them may be counterparts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy import sparse

from graph.counterparts.background import Background
from graph.counterparts.ngrams import counts
from graph.counterparts.tasks import SCALE, Tasks

_MIDDLE = 0.0755
"""The raw score at the threshold, and how steeply certainty grows around it: bench/similar.py shows how
the scores of answers and of none lie."""
_STEEP = 3.0
_DIGITS = 4
_NO_YEAR = -1


@dataclass(frozen=True, slots=True, eq=False)
class Pool:
    """Tasks of several documents, document by document; an index stands for a task.

    `order` is each task's place when they are sorted by id. `telling` is `words` without common
    n-grams: what the search for candidates goes by. `plans`, `regions` and `years` are numbers that are
    equal where those are.
    """

    ids: Any
    order: Any
    documents: Any
    words: Any
    telling: Any
    functions: Any
    plans: Any
    regions: Any
    years: Any

    def may_pair(self, a: Any, b: Any) -> Any:
        """Are two tasks of different regions, or of one region in two years? Elementwise."""
        both_years = (self.years[a] != _NO_YEAR) & (self.years[b] != _NO_YEAR)
        other_year = both_years & (self.years[a] != self.years[b])
        return (self.plans[a] != self.plans[b]) & ((self.regions[a] != self.regions[b]) | other_year)

    def scores(self, a: Any, b: Any) -> Any:
        """Scores of pairs, elementwise: docs/counterparts.md explains them."""
        likeness = _products(self.words, a, b) / SCALE**2
        return calibrated(likeness * (1 + self._common_functions(a, b)) / 2)

    def _common_functions(self, a: Any, b: Any) -> Any:
        """Cosine of the functions; 0 where a task has none."""
        lengths = np.asarray(self.functions.multiply(self.functions).sum(axis=1), np.float64).ravel()
        product = _products(self.functions, a, b)
        return product / np.sqrt(np.maximum(lengths[a] * lengths[b], 1))


def calibrated(raw: Any) -> Any:
    """Raw scores (0 to 1) on a logistic curve over their logarithm: THRESHOLD divides answers from none."""
    odds = (np.asarray(raw) / _MIDDLE) ** _STEEP
    return np.round(odds / (1 + odds), _DIGITS)


_CHUNK = 50_000


def _products(matrix: Any, a: Any, b: Any) -> Any:
    """Products of rows a with rows b; pairs by pairs, in pieces that fit into memory."""
    found = [
        np.asarray(matrix[a[i : i + _CHUNK]].multiply(matrix[b[i : i + _CHUNK]]).sum(axis=1)).ravel()
        for i in range(0, len(a), _CHUNK)
    ]
    return np.concatenate([np.zeros(0, np.int64), *found])


def pool(documents: Mapping[str, Tasks], background: Background) -> Pool:
    """The tasks of documents (by id), put together."""
    parts = [documents[id] for id in sorted(documents)]
    ids = np.array([id for each in parts for id in each.ids], dtype=object)
    order = np.empty(len(ids), np.int64)
    order[np.argsort(ids, kind="stable")] = np.arange(len(ids))
    words = _stacked([each.words for each in parts])
    telling = words.copy()
    telling.data[background.common[telling.indices]] = 0
    telling.eliminate_zeros()
    plans, regions = (_numbers([str(each.place[n]) for each in parts]) for n in (0, 1))
    years = np.array([_NO_YEAR if each.place[2] is None else each.place[2] for each in parts], np.int64)
    sizes = [len(each.ids) for each in parts]
    numbers, plans, regions, years = (
        np.repeat(each, sizes) for each in (np.arange(len(parts)), plans, regions, years)
    )
    functions = _functions([each for part in parts for each in part.functions])
    return Pool(ids, order, numbers, words, telling, functions, plans, regions, years)


def _stacked(parts: list[Any]) -> Any:
    return sparse.vstack(parts, "csr") if parts else counts([]).astype(np.int32)


def _numbers(names: list[str]) -> Any:
    return (
        np.unique(np.array(names, dtype=object), return_inverse=True)[1] if names else np.zeros(0, np.int64)
    )


def _functions(weights: list[dict[str, int]]) -> Any:
    columns = {name: n for n, name in enumerate(sorted({name for each in weights for name in each}))}
    starts = np.cumsum([0, *(len(each) for each in weights)])
    where = [columns[name] for each in weights for name in each]
    values = [value for each in weights for value in each.values()]
    shape = (len(weights), max(1, len(columns)))
    return sparse.csr_matrix((np.array(values, np.int64), where, starts), shape=shape)
