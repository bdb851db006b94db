"""The data files beside the code: words and shapes as tables of TOML."""

from __future__ import annotations

import re
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


@cache
def pattern(package: str, name: str, row: str) -> re.Pattern[str]:
    """The `pattern` of a row of `name`.toml, compiled once; `{word}` in it is a part named in its `[words]`.

    The parts are put in from the first on: one may hold those below it.

    Raises KeyError where the file has no such row.
    """
    data = tables(package, name)
    written: str = data[row]["pattern"]
    for word, part in data.get("words", {}).items():
        written = written.replace(f"{{{word}}}", part)
    return re.compile(written)
