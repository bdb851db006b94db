"""The data files beside the code: words and shapes as tables of TOML."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def tables(package: str, name: str) -> dict[str, Any]:
    """The tables of `name`.toml in a package, read once: not to be changed.

    Raises FileNotFoundError and tomllib.TOMLDecodeError, both a defect of the installation.
    """
    return tomllib.loads((resources.files(package) / f"{name}.toml").read_text("utf-8"))
