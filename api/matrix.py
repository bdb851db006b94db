"""The matrix of regions and functions, as a page shows it: cells shaded by the number of tasks led."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from graph.model import Row

SHADES = 6
MOST_REGIONS, MOST_FUNCTIONS = 12, 60


@dataclass(frozen=True, slots=True)
class Cell:
    """The number of tasks led, and its shade: 0 for none, SHADES for the most of the whole matrix."""

    tasks: int
    shade: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """`rows` are (function, its cells by region); `regions` are (id, name). What was left out is counted."""

    regions: list[tuple[str, str]]
    rows: list[tuple[str, list[Cell]]]
    left_regions: int
    left_functions: int


def matrix_of(found: list[Row]) -> Matrix:
    """The regions and functions with most tasks, from rows of `function_region_matrix`."""
    names = {str(row["region"]): str(row["region_name"]) for row in found}
    cells = {(str(row["function"]), str(row["region"])): int(str(row["tasks"])) for row in found}
    by_region: Counter[str] = Counter()
    by_function: Counter[str] = Counter()
    for (function, region), tasks in cells.items():
        by_region[region] += tasks
        by_function[function] += tasks
    regions = sorted(by_region, key=lambda id: (-by_region[id], id))
    functions = sorted(by_function, key=lambda id: (-by_function[id], id))
    shown = sorted(regions[:MOST_REGIONS])
    most = max(cells.values(), default=1)
    rows = [
        (function, [_cell(cells.get((function, region), 0), most) for region in shown])
        for function in functions[:MOST_FUNCTIONS]
    ]
    return Matrix(
        [(id, names[id]) for id in shown], rows,
        max(0, len(regions) - MOST_REGIONS), max(0, len(functions) - MOST_FUNCTIONS),
    )  # fmt: skip


def _cell(tasks: int, most: int) -> Cell:
    """Shades grow with the root: a few bureaus lead ten times as much as the others."""
    return Cell(tasks, round((tasks / most) ** 0.5 * (SHADES - 1)) + 1 if tasks else 0)
