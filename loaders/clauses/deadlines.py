"""The completion time that a label in an item prints: 完成时限:2026年6月底前."""

from __future__ import annotations

import re

from loaders.passage import fold

_LABEL = re.compile(
    r"(?:完成时限|完成时间|完成期限|办结时限|时限要求|时间节点|时间要求|整改时限|完成日期)"
    r"[\]】]? ?[::为] ?([^。;\n)】\]]{2,40})"
)


def label_deadline(text: str) -> str | None:
    """The deadline as printed, or None; `text` is the item's own text."""
    match = _LABEL.search(fold(text))
    return text[match.start(1) : match.end(1)].strip(" ,，") if match else None
