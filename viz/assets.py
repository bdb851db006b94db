"""Scripts and styles of the pages: ours, and the vis-network script that the pyvis package ships."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_SCRIPTS = ("dom.js", "scene.js", "card.js", "filters.js", "table.js", "tools.js", "main.js")
"""Parts of view.js, in the order in which they are put together."""
_VIS = "lib/vis-9.1.2/vis-network.min.js"


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that pages load: its text, media type and a hash that goes into the URL."""

    name: str
    media_type: str
    text: str
    version: str


NAMES = ("vis-network.js", "view.js", "view.css")


@cache
def asset(name: str) -> Asset:
    """One of NAMES; any other name is a KeyError."""
    read = {"vis-network.js": _vis, "view.js": _view_script, "view.css": _style}
    text = read[name]()
    kind = "text/css" if name.endswith(".css") else "text/javascript"
    return Asset(name, f"{kind}; charset=utf-8", text, hashlib.sha256(text.encode()).hexdigest()[:12])


def _vis() -> str:
    return files("pyvis").joinpath(_VIS).read_text("utf-8")


def _view_script() -> str:
    folder = files("viz") / "static"
    return "\n".join((folder / name).read_text("utf-8") for name in _SCRIPTS)


def _style() -> str:
    return (files("viz") / "static" / "view.css").read_text("utf-8")
