"""The columns of a query's rows that people read: words that lead to pages in place of ids."""

from __future__ import annotations

from graph.catalogue import Column

_LINKS = (
    ("title", "task", "task_page"), ("name", "unit", "unit_page"), ("other_name", "other", "unit_page"),
    ("via_name", "via", "unit_page"), ("second_name", "second", "unit_page"),
    ("plan_title", "plan", "plan_page"), ("title", "plan", "plan_page"), ("title", "cited", "plan_page"),
)  # fmt: skip
"""A column that leads to a page: the column with the id, and the page."""
_IDS = frozenset({"task", "plan", "cited", "indicator", "other", "task_force", "via", "second"})


def readable(
    columns: tuple[Column, ...], quiet: frozenset[str] = frozenset()
) -> list[tuple[Column, str, str]]:
    """The columns that people read, each with the column of the id and the page that it leads to, or "".

    Ids are left out, and so are the columns of `quiet` where nothing is measured.
    """
    names = {c.name for c in columns}
    measured = "value" in names  # there `unit` is the unit of measure, and `name` the indicator's
    ids = _IDS if measured else _IDS | {"unit"}
    found = []
    for column in columns:
        if column.name in ids or (column.name in quiet and not measured):
            continue
        target = next(
            (link for link in _LINKS if link[0] == column.name and link[1] in names & ids), ("", "", "")
        )
        found.append((column, target[1], target[2]))
    return found
