"""Pairs as people put them right, held against the tasks of one document."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from graph.corrections.model import PairCorrection
from loaders.extraction import Finding


def stale_pairs(
    plans: Collection[str], tasks: Collection[str], corrections: Sequence[PairCorrection]
) -> Iterator[Finding]:
    """One finding for each end of a pair that names a task which its plan or annex no longer has.

    `plans` are the ids of the plan and annexes that the document holds, `tasks` those of its tasks. An
    end in a plan of another document is that document's to tell, so that a document's findings depend on
    it and the corrections alone.
    """
    ends = dict.fromkeys(end for each in corrections for end in (each.a, each.b))
    for end in ends:
        if end.rpartition(":")[0] in plans and end not in tasks:
            message = f"更正表里 [[pair]] 所写的任务“{end}”在文件里已经没有,这一条没有采用,请修改更正表"
            yield Finding("correction_stale", "warning", message)
