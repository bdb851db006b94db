"""The completion time of an item: behind a label (完成时限:2026年6月底前), or at the end of a clause."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.clauses.cues import label_kind
from loaders.clauses.labels import find_labels
from loaders.outline.run_on_labels import label_edges
from loaders.passage import fold

_DONE = re.compile(r"(?:全部|基本|分批|持续)?(?:完成|建成|见效)$|(?<=全年)(?:持续)?(?:推进|实施|开展)$")
_VALUE = re.compile(
    r" ?([^。;\n)】〕\]\t]{2,40}?"
    r"(?:\n(?= ?(?:[0-9]{1,2} ?[月日]|[年月日底前末]|[上中下]旬))[^。;\n)】〕\]\t]{1,20}?)?)"
    r"(?= {2}|[。;\n)】〕\]\t]|$)"
)
"""Up to the end of its line, or of the next one where that goes on with the time."""
_CUT = re.compile(
    "(?<=完)\n(?=成(?:时限|时间|期限):)|(?<=完成)\n(?=(?:时限|时间|期限):)|(?<=[时期])\n(?=[限间]:)"
)
"""Where a copied line ends within the label."""
_BEGUN = re.compile(r"启动$")


def label_deadline(text: str) -> str | None:
    """The deadline as printed, or None; `text` is the item's own text."""
    folded = _CUT.sub(" ", fold(text))
    behind = [label.stop for label in find_labels(folded) if label.kind == "time"]
    for stop in behind or _run_on(folded):
        value = _VALUE.match(folded, stop)
        if value:
            return text[value.start(1) : value.end(1)].strip(" ,，").replace("\n", "")
    return None


def _run_on(folded: str) -> Iterator[int]:
    """Behind the labels of times that no mark parts from the words before (…市财政局完成时限:6月底)."""
    for start in label_edges(folded):
        stop = folded.index(":", start)
        if label_kind(folded[start:stop]) == "time":
            yield stop + 1


def completion_time(token: str) -> str:
    """The time in a clause's token (6月底前完成), without its verb; "" for when something begins."""
    return "" if _BEGUN.search(token) else _DONE.sub("", token)
