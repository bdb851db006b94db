"""Corrections of pairs that the graph as a whole has no task for."""

from __future__ import annotations

from collections.abc import Iterator

from graph.cyphers import internal
from graph.store import Store
from loaders.extraction import Finding


def absent_pairs(store: Store) -> Iterator[Finding]:
    """One finding for each `[[pair]]` with ends that are no task of the graph, in the file's order.

    Told of the whole graph, since no document holds a pair whose plan is gone: `correction_stale` of a
    document says which of its own tasks is gone (`graph.corrections.pairs`), this which entries do nothing.
    """
    pairs = store.corrections.pair
    ends = sorted({end for each in pairs for end in (each.a, each.b)})
    known = {row["id"] for row in store.read_each(internal("id_of_task"), ends)}
    lines = store.corrections.pair_lines or (0,) * len(pairs)
    for each, line in zip(pairs, lines, strict=True):
        absent = [end for end in (each.a, each.b) if end not in known]
        if absent:
            named = "、".join(f"“{end[:120]}”" for end in absent)
            where = f"第 {line} 行起" if line else "里"
            message = (
                f"更正表{where}的一条 [[pair]]:图谱里没有任务{named}"
                "(方案没有载入、已删去,或编号写错),这一条没有采用,请修改更正表或载入方案"
            )
            yield Finding("correction_stale", "warning", message)
