"""Colours, line styles and Chinese names of what a view draws: `data/palette.toml`, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Literal

Theme = Literal["auto", "light", "dark"]
Palette = dict[str, Any]


@cache
def palette() -> Palette:
    """The tables of palette.toml: `ground`, `role`, `kind`, `property`, `unit_kind`."""
    return tomllib.loads((files("viz") / "data" / "palette.toml").read_text("utf-8"))


def group_colours(group: str, theme: Literal["light", "dark"]) -> dict[str, str]:
    """`fill`, `border` and `text` of a group (a node's kind, or kind and role: `Task-lead`)."""
    kinds = palette()["kind"]
    colours: dict[str, str] = kinds.get(group, kinds["Other"])[theme]
    return colours


def role_style(role: str | None, theme: Literal["light", "dark"]) -> tuple[str, float, list[int]]:
    """Colour, width and dashes of an edge; the ground's own for an edge without a role."""
    row = palette()["role"].get(role)
    if row is None:
        return palette()["ground"][theme]["edge"], 1.0, []
    return row[theme], float(row["width"]), row.get("dashes", [])
