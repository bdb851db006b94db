"""The rows of several documents become one graph, the same in whatever order they come."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from graph.build import Cited, DocumentRows
from graph.follows import bare_text, follows, plain_title
from graph.identity import ids
from graph.rows import EdgeRow, Rows

_SHARED = frozenset({"IN_REGION", "PART_OF", "PERFORMS"})
"""Edges that several documents give alike."""
_STUTTER = re.compile(r"(.{2,8})\1(?=$|\()")


def merge(documents: Iterable[DocumentRows]) -> Rows:
    """One graph: shared nodes once, citations resolved; rows sorted by id, edges by their ends.

    A unit's aliases are all the spellings printed anywhere, sorted; its name is the first of those that
    don't stutter (…建设局建设局 is a slip of copying) by length, then by code point (the longest says most).
    """
    merged = Rows()
    cited: list[Cited] = []
    for each in sorted(documents, key=lambda d: d.document):
        _add(merged, each.rows)
        cited += each.cited
    # before citations, which add plans that are only cited
    if found := list(follows(merged)):
        merged.edges["FOLLOWS", "Plan", "Plan"] = found
    for edge in _citations(merged, cited):
        merged.edges.setdefault(("CITES", "Plan", "Plan"), []).append(edge)
    return _sorted(merged)


def _add(merged: Rows, rows: Rows) -> None:
    for label, nodes in rows.nodes.items():
        known = merged.nodes.setdefault(label, {})
        for id, node in nodes.items():
            if label == "Unit" and id in known:
                _join_unit(known[id], node)
            elif label == "Unit":
                known[id] = {**node, "aliases": list(node["aliases"]), "former_ids": list(node["former_ids"])}
            else:
                known.setdefault(id, node)
    for key, edges in rows.edges.items():
        merged.edges.setdefault(key, []).extend(edges)


def _join_unit(known: dict[str, object], node: Mapping[str, object]) -> None:
    for listed in ("aliases", "former_ids"):
        known[listed] = list({*known[listed], *node[listed]})  # type: ignore[misc]


def _sorted(merged: Rows) -> Rows:
    for unit in merged.nodes.get("Unit", {}).values():
        unit["aliases"] = sorted(unit["aliases"])
        unit["former_ids"] = sorted(unit["former_ids"])
        unit["name"] = min(unit["aliases"], key=lambda name: (bool(_STUTTER.search(name)), -len(name), name))
    out = Rows()
    out.nodes = {label: dict(sorted(nodes.items())) for label, nodes in sorted(merged.nodes.items())}
    for key, edges in sorted(merged.edges.items()):
        if key[0] in _SHARED:
            edges = list({(e.source, e.target): e for e in edges}.values())
        out.edges[key] = sorted(edges, key=_edge_key)
    return out


def _edge_key(edge: EdgeRow) -> tuple[str, str, str, int]:
    properties = edge.properties
    return edge.source, edge.target, str(properties.get("role", "")), properties.get("start") or 0


def _citations(merged: Rows, cited: list[Cited]) -> Iterator[EdgeRow]:
    """CITES edges: by number, then by title; several fits: the region that the citing plan is in."""
    by_number, by_title = _known_plans(merged)
    regions = {e.source: e.target for e in merged.edges.get(("COVERS", "Plan", "Region"), [])}
    above = {e.source: e.target for e in merged.edges.get(("PART_OF", "Region", "Region"), [])}
    for each in cited:
        citation = each.citation
        fits = by_number.get(bare_text(citation.doc_number or ""), []) or by_title.get(
            plain_title(citation.title), []
        )
        target = _nearest(fits, each.region, regions, above) or _stub(merged, each)
        if target != each.plan:
            yield EdgeRow(
                each.plan,
                target,
                {
                    "title": citation.title,
                    "doc_number": citation.doc_number,
                    "raw": citation.raw or f"《{citation.title}》",
                    "start": citation.start,
                    "stop": citation.stop,
                },
            )


def _known_plans(merged: Rows) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    by_number: dict[str, list[str]] = {}
    by_title: dict[str, list[str]] = {}
    for id, plan in sorted(merged.nodes.get("Plan", {}).items()):
        if id == plan["root"] and plan["doc_number"]:
            by_number.setdefault(bare_text(plan["doc_number"]), []).append(id)
        by_title.setdefault(plain_title(plan["title"]), []).append(id)
    return by_number, by_title


def _nearest(
    fits: list[str], region: str, regions: Mapping[str, str], above: Mapping[str, str]
) -> str | None:
    """The fit whose region is the citing one or the nearest around it; the only one otherwise."""
    step: str | None = region
    for _ in range(6):
        for id in fits:
            if step is not None and regions.get(id) == step:
                return id
        step = above.get(step) if step else None
    return fits[0] if len(fits) == 1 else None


def _stub(merged: Rows, cited: Cited) -> str:
    """A plan that is only cited: a node without a document, one for each number or title."""
    citation = cited.citation
    id = ids.clean(f"cited:{bare_text(citation.doc_number or '') or plain_title(citation.title)}")
    known = merged.nodes.setdefault("Plan", {}).get(id)
    if known is None or citation.title < known["title"]:
        merged.node(
            "Plan", id, title=citation.title, doc_number=citation.doc_number, issuer=None, issued_on=None,
            year=None, part="", root=id, former_ids=[], sort=id,
        )  # fmt: skip
    return id
