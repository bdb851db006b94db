"""What the columns of a table hold, read from its heading."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources

ROLE_KINDS = frozenset({"lead", "support", "responsible"})
_LONGEST_HEADING = 20


@cache
def _columns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    data = tomllib.loads((resources.files(__package__) / "headers.toml").read_text("utf-8"))
    return tuple((row["kind"], re.compile(row["pattern"])) for row in data["column"])


def column_kind(heading: str) -> str:
    """The kind of a column, "other" when its heading says none of them."""
    bare = re.sub(r"\s+", "", heading)
    if not bare or len(bare) > _LONGEST_HEADING:
        return "other"
    return next((kind for kind, pattern in _columns() if pattern.search(bare)), "other")


def task_columns(headings: list[str]) -> list[str] | None:
    """The kinds of a task table's columns; None when the row is not the heading of one.

    A task table names units and says what they do. Where nothing but group columns say it, the
    last of them is the task.
    """
    kinds = [column_kind(heading) for heading in headings]
    if not ROLE_KINDS.intersection(kinds):
        return None
    if "task" not in kinds:
        groups = [i for i, kind in enumerate(kinds) if kind == "group"]
        if not groups:
            return None
        kinds[groups[-1]] = "task"
    return kinds
