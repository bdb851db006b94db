"""Chinese words for columns and values on pages, as rows of `labels.toml`."""

from __future__ import annotations

import tomllib
import urllib.parse
from functools import cache
from importlib import resources
from typing import Any

from api.tables import cell_text
from graph.catalogue import Column
from graph.model import Row, Value

_TIGHT = ("%", "‰", "")
"""Units of measure that follow their number without a space."""


@cache
def _labels() -> dict[str, Any]:
    return tomllib.loads((resources.files("api") / "labels.toml").read_text("utf-8"))


def kinds() -> tuple[str, ...]:
    """Kinds of bodies, in the order in which they are offered."""
    return tuple(_labels()["kinds"])


def heading(column: Column, columns: tuple[Column, ...]) -> str:
    """What people call a column, among the others of its table; its own name where that isn't known."""
    names = {each.name for each in columns}
    rows = _labels()["beside"]
    beside = (row["heading"] for row in rows if row["column"] == column.name and row["other"] in names)
    return str(next(beside, _labels()["columns"].get(column.name, column.name)))


def headings(columns: tuple[Column, ...]) -> list[str]:
    """The headings of all columns, as tables on pages and in files have them."""
    return [heading(column, columns) for column in columns]


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


def role(name: str) -> str:
    """A role in words."""
    return str(_labels()["roles"].get(name, name))


def kind(name: str) -> str:
    """What kind of body a unit is, in words."""
    return str(_labels()["kinds"].get(name, name))


def aim(indicator: Any) -> str:
    """The target of an indicator (a record of the API) in words: comparison, value, unit of measure."""
    words = "" if indicator.op == "=" else comparison(indicator.op) + " "
    top = "" if indicator.value_max is None else f"–{indicator.value_max:,.10g}"
    space = "" if indicator.unit in _TIGHT else " "
    return f"{words}{indicator.value:,.10g}{top}{space}{indicator.unit}".rstrip()


def severity(name: str) -> str:
    """How grave a finding is, in words."""
    return str(_labels()["severities"].get(name, name))


def link(row: Row, column: Column, columns: tuple[Column, ...]) -> str | None:
    """The page of the thing whose id stands in this column, relative to a query's page; None without."""
    value = row[column.name]
    if not value or (column.name == "unit" and not any(c.name == "name" for c in columns)):
        return None
    target = _labels()["links"].get(column.name)
    return target.format(urllib.parse.quote(str(value), safe="")) if target else None
