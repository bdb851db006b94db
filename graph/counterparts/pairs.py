"""The pairs that are kept, as a table; brought up to date by what came, went or changed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from graph.counterparts.background import Background
from graph.counterparts.pool import Pool, pool
from graph.counterparts.search import KEPT, candidates, ranks
from graph.counterparts.tasks import Tasks
from graph.similar import THRESHOLD

COLUMNS = pa.schema(
    [
        ("from", pa.string()),
        ("to", pa.string()),
        ("score", pa.float64()),
        ("threshold", pa.float64()),
        ("across", pa.string()),
        ("near", pa.int64()),
    ]
)
"""The columns of SIMILAR_TO, in the schema's order."""


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """One row a pair, lower id first, sorted; `digests` by document tell what they were made from."""

    table: Any
    background: str
    digests: Mapping[str, str]


def no_pairs(background: Background) -> Pairs:
    """Of no documents."""
    return Pairs(COLUMNS.empty_table(), background.name, {})


def update(old: Pairs | None, documents: Mapping[str, Tasks], background: Background) -> Pairs:
    """The pairs of these documents; what `old` says of unchanged ones is not worked out again.

    The same documents give the same pairs, whatever `old` is.
    """
    if old is None or old.background != background.name:
        old = no_pairs(background)
    digests = {id: tasks.digest() for id, tasks in sorted(documents.items())}
    same = {id for id, digest in digests.items() if old.digests.get(id) == digest}
    if len(same) == len(digests) == len(old.digests):
        return old
    whole = pool(documents, background)
    fresh = np.array([id not in same for id in sorted(documents)], bool)[whole.documents]
    known, again = _known(old, whole, fresh)
    return Pairs(_updated(whole, known, fresh | again), background.name, digests)


@dataclass(frozen=True, slots=True, eq=False)
class _Known:
    """Pairs as indices, a before b by id, with closeness and score (NaN where it isn't known)."""

    a: Any
    b: Any
    near: Any
    score: Any


def _known(old: Pairs, whole: Pool, fresh: Any) -> tuple[_Known, Any]:
    """The old pairs between tasks that stay; the tasks that lost one and need a new look."""
    ids = pa.array(whole.ids, pa.string())
    a, b = (_indices(old.table[name], ids) for name in ("from", "to"))
    stays_a, stays_b = ((each >= 0) & ~fresh[each] if len(fresh) else each >= 0 for each in (a, b))
    again = np.zeros(len(whole.ids), bool)
    again[a[stays_a & ~stays_b]] = True
    again[b[stays_b & ~stays_a]] = True
    both = stays_a & stays_b
    near, score = (old.table[name].to_numpy()[both] for name in ("near", "score"))
    return _Known(a[both], b[both], near, score), again


def _indices(column: Any, ids: Any) -> Any:
    """Where each id stands; -1 for one that is gone."""
    return pc.fill_null(pc.index_in(column, ids), -1).to_numpy().astype(np.int64)


def _updated(whole: Pool, known: _Known, look: Any) -> Any:
    """Known pairs and those that a search for some tasks finds, cut to each task's best."""
    every = np.arange(len(whole.ids))
    rows, rest = every[look], every[~look]
    found = [candidates(whole, rows, every), candidates(whole, rest, rows)]
    a, b, near = (np.concatenate([each[n] for each in found]) for n in range(3))
    a, b = np.where(whole.order[a] < whole.order[b], [a, b], [b, a])
    every_known = _Known(
        np.r_[known.a, a], np.r_[known.b, b], np.r_[known.near, near],
        np.r_[known.score, np.full(len(a), np.nan)],
    )  # fmt: skip
    return _table(whole, _best(whole, _once(whole, every_known)))


def _once(whole: Pool, pairs: _Known) -> _Known:
    """Each pair once, sorted by ids, with its score where one of its rows has it."""
    order = np.lexsort((np.isnan(pairs.score), whole.order[pairs.b], whole.order[pairs.a]))
    a, b = pairs.a[order], pairs.b[order]
    first = np.r_[True, (a[1:] != a[:-1]) | (b[1:] != b[:-1])] if len(a) else np.zeros(0, bool)
    kept = order[first]
    return _Known(*(getattr(pairs, name)[kept] for name in ("a", "b", "near", "score")))


def _best(whole: Pool, pairs: _Known) -> _Known:
    """Pairs that are among the closest of one of their ends."""
    ends, others = np.r_[pairs.a, pairs.b], np.r_[pairs.b, pairs.a]
    among = ranks(ends, whole.order[others], np.r_[pairs.near, pairs.near]) < KEPT
    kept = among[: len(pairs.a)] | among[len(pairs.a) :]
    return _Known(*(getattr(pairs, name)[kept] for name in ("a", "b", "near", "score")))


def _table(whole: Pool, pairs: _Known) -> Any:
    score = pairs.score.astype(np.float64)
    missing = np.isnan(score)
    score[missing] = whole.scores(pairs.a[missing], pairs.b[missing])
    years = whole.regions[pairs.a] == whole.regions[pairs.b]
    ids = pa.array(whole.ids, pa.string())
    columns = [
        ids.take(pa.array(pairs.a)),
        ids.take(pa.array(pairs.b)),
        pa.array(score),
        pa.array(np.full(len(score), THRESHOLD)),
        pa.array(np.where(years, "year", "region").tolist(), pa.string()),
        pa.array(pairs.near.astype(np.int64)),
    ]
    return pa.Table.from_arrays(columns, schema=COLUMNS)


def write(pairs: Pairs) -> bytes:
    """As bytes (Arrow IPC), for `read`."""
    head = {"background": pairs.background, "digests": json.dumps(dict(pairs.digests))}
    sink = pa.BufferOutputStream()
    table = pairs.table.replace_schema_metadata(head)
    with pa.ipc.new_file(sink, table.schema) as writer:
        writer.write_table(table)
    return bytes(sink.getvalue())


def read(data: bytes) -> Pairs:
    """The inverse of `write`."""
    table = pa.ipc.open_file(data).read_all()
    head = {key.decode(): value.decode() for key, value in table.schema.metadata.items()}
    return Pairs(table.replace_schema_metadata(None), head["background"], json.loads(head["digests"]))
