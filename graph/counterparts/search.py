"""The ten best candidates of each task, exactly, by the telling words that two tasks share."""

from __future__ import annotations

from typing import Any

import numpy as np

from graph.counterparts.pool import Pool
from graph.counterparts.tasks import SCALE

KEPT = 10
"""Candidates that are kept for a task."""

_LEAST = SCALE**2 // 200
"""Tasks with less in common than this are no candidates."""
_FIRST_LOOK = 32
_ROWS = 8192
_HELD = _ROWS * _FIRST_LOOK
"""So many pairs are held at once, however wide the look."""
_THREADS = 2

Found = tuple[Any, Any, Any]
"""Rows, columns and closeness of pairs, as arrays."""


def candidates(pool: Pool, rows: Any, columns: Any) -> Found:
    """For each of `rows` (indices) its KEPT closest among `columns` that it may pair with.

    Of equally close ones the first by id. A task that so many others resemble that the first look
    isn't enough is looked at again, wider.
    """
    done: list[Found] = []
    look = _FIRST_LOOK
    other = pool.telling[columns].T.tocsr()
    while len(rows):
        left = []
        step = max(1, _HELD // min(look, max(1, len(columns))))
        for start in range(0, len(rows), step):
            some = rows[start : start + step]
            found, open_ = _look(pool, some, columns, other, look)
            done.append(found)
            left.append(open_)
        rows = np.concatenate(left)
        look *= 8
    return tuple(np.concatenate([each[n] for each in done]) if done else _EMPTY for n in range(3))  # type: ignore[return-value]


_EMPTY = np.zeros(0, np.int64)


def _look(pool: Pool, rows: Any, columns: Any, other: Any, look: int) -> tuple[Found, Any]:
    """Pairs of the rows that are settled; the rows that are not."""
    from sparse_dot_topn import sp_matmul_topn

    look = min(look, max(1, len(columns)))
    closest = sp_matmul_topn(pool.telling[rows], other, top_n=look, threshold=_LEAST, n_threads=_THREADS)
    sizes = np.diff(closest.indptr)
    a, b, near = np.repeat(rows, sizes), columns[closest.indices], closest.data.astype(np.int64)
    cut = sizes == look if look < len(columns) else np.zeros(len(rows), bool)
    floor = np.zeros(len(pool.ids), np.int64)
    floor[rows[cut]] = _lowest(closest)[cut]
    # what is as close as the last that was looked at may have others beside it that were not
    sure = pool.may_pair(a, b) & (near > floor[a])
    a, b, near = a[sure], b[sure], near[sure]
    enough = np.bincount(a, minlength=len(pool.ids))[rows] >= KEPT
    settled = np.zeros(len(pool.ids), bool)
    settled[rows[~cut | enough]] = True
    keep = settled[a]
    a, b, near = a[keep], b[keep], near[keep]
    best = ranks(a, pool.order[b], near) < KEPT
    return (a[best], b[best], near[best]), rows[cut & ~enough]


def _lowest(closest: Any) -> Any:
    """The smallest value of each row; 0 for an empty one."""
    lowest = np.zeros(closest.shape[0], np.int64)
    filled = np.diff(closest.indptr) > 0
    if filled.any():
        lowest[filled] = np.minimum.reduceat(closest.data, closest.indptr[:-1][filled])
    return lowest


def ranks(a: Any, then: Any, near: Any) -> Any:
    """The place of each pair among those of its `a`: closest first, then by `then`."""
    order = np.lexsort((then, -near, a))
    first = np.r_[True, a[order][1:] != a[order][:-1]] if len(a) else np.zeros(0, bool)
    starts = np.flatnonzero(first)
    places = np.arange(len(a)) - np.repeat(starts, np.diff(np.r_[starts, len(a)]))
    out = np.empty(len(a), np.int64)
    out[order] = places
    return out
