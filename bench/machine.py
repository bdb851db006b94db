"""What a figure was measured on."""

from __future__ import annotations

import os
import platform
from importlib import metadata


def describe() -> str:
    """One line: Python, processor count, and the versions of the engines."""
    versions = " ".join(f"{name} {metadata.version(name)}" for name in ("ladybug", "pyarrow", "fastapi"))
    return f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.system()}; {versions}"
