"""Pairs as people put them right (corrections.toml, `[[pair]]`), laid over those that were found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from graph.corrections import PairCorrection
from graph.counterparts.pairs import COLUMNS
from graph.counterparts.tasks import Tasks
from graph.similar import THRESHOLD

BY_HAND = -1
"""Closeness of a pair that only a person sees."""
_CERTAIN = 1.0


def corrected(
    found: Any, corrections: Sequence[PairCorrection], documents: Mapping[str, Tasks]
) -> tuple[Any, Any]:
    """The table of pairs with the corrections, sorted; and the rows of `found` that they took away.

    `match = true` gives a pair the score 1, whatever was found; `false` takes it away. A correction of a
    task that isn't loaded does nothing.
    """
    if not corrections:
        return found, found.slice(0, 0)
    wanted = {_ends(each): each.match for each in corrections}
    touched = touched_by(found, wanted)
    places = {id: each.place for each in documents.values() for id in each.ids}
    made = [
        {"from": a, "to": b, "score": _CERTAIN, "threshold": THRESHOLD, "near": BY_HAND,
         "across": "year" if places[a][1] == places[b][1] else "region"}
        for (a, b), match in sorted(wanted.items())
        if match and a != b and a in places and b in places
    ]  # fmt: skip
    kept = found.filter(pc.invert(touched))
    table = pa.concat_tables([kept, pa.Table.from_pylist(made, schema=COLUMNS)])
    return sorted_pairs(table), found.filter(touched)


def touched_by(table: Any, pairs: Iterable[tuple[str, str]]) -> Any:
    """Which rows are of these pairs (lower id first), as a mask."""
    wanted = set(pairs)
    some = pc.is_in(table["from"], value_set=pa.array(sorted({a for a, _ in wanted}), pa.string()))
    mask = some.to_numpy()
    for row in mask.nonzero()[0]:
        mask[row] = (table["from"][row].as_py(), table["to"][row].as_py()) in wanted
    return pa.array(mask)


def sorted_pairs(table: Any) -> Any:
    """In the order of a graph: by first id, then by second."""
    return table.sort_by([("from", "ascending"), ("to", "ascending")])


def _ends(correction: PairCorrection) -> tuple[str, str]:
    a, b = sorted((correction.a, correction.b))
    return a, b
