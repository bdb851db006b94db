"""Chinese words for columns and values on pages, as rows of `labels.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any
from urllib.parse import urlencode

from api.tables import cell_text
from graph.catalogue import Column
from graph.model import Row, Value


@cache
def _labels() -> dict[str, Any]:
    return tomllib.loads((resources.files("api") / "labels.toml").read_text("utf-8"))


def heading(column: Column, columns: tuple[Column, ...]) -> str:
    """The heading of a column; a `unit` beside a value is the unit of measure."""
    if column.name == "unit" and any(c.name == "value" for c in columns):
        return "计量单位"
    if column.name == "title" and any(c.name in {"issuer", "cited"} for c in columns):
        return "标题"
    return str(_labels()["columns"].get(column.name, column.name))


def shown(row: Row, column: Column) -> str | int | float:
    """A cell for people: roles and comparisons in words, a place without commas."""
    value: Value = row[column.name]
    if column.name == "role" and value in _labels()["roles"]:
        return str(_labels()["roles"][value])
    if column.name == "op" and value in _labels()["ops"]:
        return str(_labels()["ops"][value])
    if column.name == "path" and isinstance(value, list | tuple):
        return "".join(str(step) for step in value)
    return cell_text(value)


def comparison(op: str) -> str:
    """A comparison in words; an unknown one stands as it is."""
    return str(_labels()["ops"].get(op, op))


def severity(name: str) -> str:
    """How grave a finding is, in words."""
    return str(_labels()["severities"].get(name, name))


def link(row: Row, column: Column, columns: tuple[Column, ...]) -> str | None:
    """The page of the thing whose id stands in this column, relative to /queries; None without."""
    if column.name == "unit" and any(c.name == "name" for c in columns):
        return "tasks_of_unit?" + urlencode({"unit": row["unit"]})
    target = _labels()["links"].get(column.name)
    return f"{target[0]}?{urlencode({target[1]: row[column.name]})}" if target else None
