"""What stands in a node, how it is broken into lines and how much room that takes."""

from __future__ import annotations

import math
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from graph.model import Node, Subgraph

PADDING = 8
LINE_HEIGHT = 1.2
_STEPS = {
    "Plan": (20, 12, 3), "Function": (20, 10, 2), "Group": (17, 12, 3), "TaskForce": (16, 10, 2),
    "Task": (12, 10, 2), "Indicator": (12, 10, 2),
}  # fmt: skip
"""Font size, characters a line and lines at most, by kind."""
_UNIT_SIZES = (13, 27)
_UNIT_LINE = 10
_NEAR = 3
_NOT_FIRST = tuple(",;:?!)\uff0c\uff1b\uff1a\uff1f\uff01\uff09。、》”’…")
"""Marks that no line begins with."""


@dataclass(frozen=True, slots=True)
class Box:
    """A label in lines, its font size and the room that it takes, in the layout's pixels."""

    lines: tuple[str, ...]
    size: int
    width: int
    height: int


def boxes(subgraph: Subgraph, root: str = "") -> dict[str, Box]:
    """A Box for each node, by id; units grow with the number of their edges, `root` is largest."""
    degree = degrees(subgraph)
    most = max((degree[node.id] for node in subgraph.nodes if node.kind == "Unit"), default=1) or 1
    return {node.id: _box(node, degree[node.id] / most, node.id == root) for node in subgraph.nodes}


def degrees(subgraph: Subgraph) -> Mapping[str, int]:
    """The number of edges at each node, by id; 0 for a node without any."""
    return Counter(end for edge in subgraph.edges for end in (edge.source, edge.target))


def em_width(text: str) -> float:
    """The width of `text` in ems: a Chinese character 1, a Latin letter or digit a little over half."""
    return sum(1.0 if unicodedata.east_asian_width(char) in "WFA" else 0.58 for char in text)


def wrap(text: str, width: int, lines: int) -> tuple[str, ...]:
    """`text` in at most `lines` lines of `width` ems, about equally long; … ends what is cut off.

    Line breaks and runs of blanks count as one blank; nothing to show gives one line with a dash.
    """
    rest = " ".join(text.split()) or "—"
    needed = math.ceil(em_width(rest) / width)
    if needed > lines:
        rest, needed = rest[: _fitting(rest, width * lines - 1)] + "…", lines
    found: list[str] = []
    for left in range(needed, 0, -1):
        # a line takes its share of what is left, so that no single character is left over
        cut = _fitting(rest, max(em_width(rest) / left + 0.5, 2)) if left > 1 else len(rest)
        cut = _at_a_blank(rest, cut, width * (left - 1)) if left > 1 else cut
        while left > 1 and rest[cut : cut + 1] in _NOT_FIRST:
            cut += 1
        found.append(rest[:cut].strip())
        rest = rest[cut:]
    return tuple(line for line in found if line)


def _at_a_blank(text: str, cut: int, room: float) -> int:
    """A blank near the cut is the better place, if what follows it still fits into `room` ems."""
    near = [i for i, char in enumerate(text) if char == " " and abs(i - cut) <= _NEAR]
    return next((i for i in near if em_width(text[i + 1 :]) <= room), cut)


def _fitting(text: str, width: float) -> int:
    """How many characters of `text` fit into `width` ems, one at least."""
    used = 0.0
    for i, char in enumerate(text):
        used += em_width(char)
        if used > width:
            return max(i, 1)
    return len(text)


def _box(node: Node, share: float, is_root: bool) -> Box:
    if node.kind == "Unit":
        small, large = _UNIT_SIZES
        size, width, lines = round(small + (large - small) * math.sqrt(share)), _UNIT_LINE, 2
    else:
        size, width, lines = _STEPS.get(node.kind, (13, 10, 2))
    if is_root:
        size = 28
    shown = wrap(node.label, width, lines)
    pixels = max(em_width(line) for line in shown) * size
    return Box(shown, size, round(pixels) + 2 * PADDING, round(len(shown) * size * LINE_HEIGHT) + 2 * PADDING)
