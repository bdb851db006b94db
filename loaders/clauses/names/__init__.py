"""Names as a list means them: what its members share is put back to each."""

from __future__ import annotations

from loaders.clauses.names.bodies import (
    with_bodies,
    with_branch,
    with_company,
    with_firm,
    with_government,
    with_office,
    with_regulators,
    with_sections,
)
from loaders.clauses.names.levels import with_each, with_level, without_etc
from loaders.clauses.names.lines import with_lines
from loaders.clauses.names.prefix import with_prefix
from loaders.clauses.names.suffix import with_suffix
from loaders.clauses.towns import with_town

__all__ = ["restore", "with_lines"]


_SHARED = (
    with_branch, with_firm, with_company, with_bodies, with_government, with_regulators, with_office,
    with_sections, with_prefix,
)  # fmt: skip
"""What each rule puts back, the ones that need another's result behind it."""


def restore(names: list[str], *, towns_apart: bool = False) -> list[str]:
    """The names with what the list shares put back; the same length and order. `towns_apart`: the document
    prints a town's level before each of its bodies."""
    if len(names) < 2:
        return [without_etc(name) for name in names]
    names = names if towns_apart else with_town(names)
    for shared in _SHARED:
        names = shared(names)
    each = with_level(with_each(names))
    return with_suffix(each, [a != b for a, b in zip(names, each, strict=True)])
