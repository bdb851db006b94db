"""The page around a picture: one offline file, or a page that loads its scripts from this server."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from graph.model import Node, Subgraph
from viz.assets import asset
from viz.network import FONTS, network_data
from viz.palette import Theme, palette
from viz.svg import render_svg
from viz.view import View, ViewKind, make_view

TEXT_LIMIT = 1500
"""Characters of a task's text that a served page carries; the offline file carries all of it."""


@dataclass(frozen=True, slots=True)
class Links:
    """Where a served page finds things: folder of the scripts, the graph API, the SVG, itself, the site."""

    assets: str
    graph: str = ""
    svg: str = ""
    page: str = ""
    site: str = ""


def render_file(
    subgraph: Subgraph, title: str, *, root: str = "", kind: ViewKind = "graph", theme: Theme = "auto"
) -> str:
    """One self-contained HTML file that opens without a server and asks no other host for anything."""
    view = make_view(subgraph, title, root, kind)
    data = _payload(view, theme, {}, None)
    data["svg"] = {theme: render_svg(view, theme) for theme in ("light", "dark")}
    return _template().render(
        title=title, theme=theme, data=_script_json(data), assets=None,
        style=asset("view.css").text, scripts=[asset("vis-network.js").text, asset("view.js").text],
    )  # fmt: skip


def render_page(view: View, links: Links, *, theme: Theme = "auto", height: int | None = None) -> str:
    """The page for a server: no inline script and no inline style, so that its CSP may forbid both.

    `height` in pixels is that of the page and of the frame in its snippet; without one the page
    fills its frame.
    """
    known = {"graph": links.graph, "svg": links.svg, "page": links.page, "site": links.site}
    data = _payload(view, theme, known, TEXT_LIMIT) | {"height": height}
    urls = {name: f"{links.assets}/{name}?v={asset(name).version}" for name in _PAGE_ASSETS}
    return _template().render(title=view.title, theme=theme, data=_script_json(data), assets=urls)


def render_message(title: str, message: str, links: Links, *, theme: Theme = "auto") -> str:
    """A page with one sentence in place of a picture: what happened and what to do next."""
    style = f"{links.assets}/view.css?v={asset('view.css').version}"
    return (
        _environment()
        .get_template("message.html")
        .render(title=title, message=message, theme=theme, style=style)
    )


_PAGE_ASSETS = ("vis-network.js", "view.js", "view.css")


def _payload(view: View, theme: Theme, links: Mapping[str, str], text_limit: int | None) -> dict[str, Any]:
    """All that view.js reads: the network, a card for each node, colours, names, totals, links."""
    graph = view.subgraph
    return {
        "title": view.title,
        "view": view.kind,
        "root": view.root,
        "theme": theme,
        "network": network_data(view),
        "cards": {node.id: _card(node, text_limit) for node in graph.nodes},
        "shown": {"nodes": len(graph.nodes), "edges": len(graph.edges)},
        "total": {"nodes": graph.total_nodes, "edges": graph.total_edges},
        "summary": graph.summary,
        "palette": palette(),
        "fonts": FONTS,
        "links": dict(links),
    }


def _card(node: Node, text_limit: int | None) -> dict[str, Any]:
    """The node as `/api/graph` gives it, with a long text cut and the cut marked."""
    card: dict[str, Any] = {**node.properties, "id": node.id, "kind": node.kind, "label": node.label}
    text = card.get("text")
    if text_limit and isinstance(text, str) and len(text) > text_limit:
        card["text"] = text[:text_limit] + "……(全文较长，此处从略)"
    return {key: value for key, value in card.items() if value not in (None, "", [], ())}


def _script_json(data: Mapping[str, Any]) -> str:
    """JSON that is safe inside a <script> element, whatever the texts hold."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("viz"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip


def _template() -> Template:
    return _environment().get_template("view.html")
