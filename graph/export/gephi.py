"""Selections as GraphML and GEXF, for Gephi and its kin."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import networkx as nx

from graph.export.whole import whole_file
from graph.selection.contents import Contents
from graph.selection.network import to_networkx

_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_RENAMED = {"type": "relation", "start": "span_start", "stop": "span_stop"}
"""GEXF takes `type` for directed or not and `start` for a time; one name in both formats."""


def write_graphml(contents: Contents, path: Path) -> tuple[int, int]:
    """A GraphML file; how many nodes and edges are in it.

    Attributes as in `to_networkx`, but for `type`, `start` and `stop`, which are called relation,
    span_start and span_stop; lists are joined by 、, what isn't known is left out.
    """
    return write_network(to_networkx(contents), path, "graphml")


def write_gexf(contents: Contents, path: Path) -> tuple[int, int]:
    """A GEXF 1.2 file, otherwise as `write_graphml`."""
    return write_network(to_networkx(contents), path, "gexf")


def write_network(graph: Any, path: Path, format: str) -> tuple[int, int]:
    """A networkx graph of ours (a selection or a cooperation graph) as "graphml" or "gexf"."""
    plain = graph.__class__()
    for id, data in graph.nodes(data=True):
        plain.add_node(_text(id), **_attributes(data))
    keys = {"keys": True} if graph.is_multigraph() else {}
    for *edge, data in graph.edges(data=True, **keys):
        plain.add_edge(*map(_text, edge), **_attributes(data))
    with whole_file(path) as temporary:
        _WRITERS[format](plain, temporary)
    return len(plain), plain.number_of_edges()


def _graphml(graph: Any, path: Path) -> None:
    # keys named by their attributes would share an id where nodes and edges have one of the same name
    nx.write_graphml_xml(graph, path)


def _gexf(graph: Any, path: Path) -> None:
    writer = nx.readwrite.gexf.GEXFWriter(version="1.2draft", prettyprint=False)
    # today's date would make two exports of one graph differ
    del writer.xml.find("meta").attrib["lastmodifieddate"]
    writer.add_graph(graph)
    # the schema knows no name of a graph, and ours has none
    del writer.xml.find("graph").attrib["name"]
    with path.open("wb") as file:
        writer.write(file)


_WRITERS: Mapping[str, Callable[[Any, Path], None]] = {"graphml": _graphml, "gexf": _gexf}


def _attributes(data: Mapping[str, Any]) -> dict[str, Any]:
    return {_RENAMED.get(name, name): _plain(value) for name, value in data.items() if value is not None}


def _plain(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return "、".join(str(_plain(each)) for each in value)
    return _text(value) if isinstance(value, str) else value


def _text(text: str) -> str:
    """XML can't hold control characters."""
    return _ILLEGAL.sub("\ufffd", text)
