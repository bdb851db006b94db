"""FOLLOWS: a plan and the same plan of an earlier year, by region and title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.identity import ids
from graph.rows import EdgeRow, Rows

_NOTICE = re.compile(r"(?:^|.{2,40}?)关于(?:印发|转发|下发|发布)(.+)的通知$")
_YEAR = re.compile(r"(?:19|20)\d\d(?:[-—–~至](?:19|20)?\d\d)?年?度?|[二〇○零一三四五六七八九]{4}年度?")
"""The years in a title: 2024年, 2024—2026年, 2024年度, 二〇二四年."""


def plain_title(title: str) -> str:
    """A title to compare: without 某某关于印发…的通知, quotes, brackets and blanks."""
    bare = bare_text(title)
    notice = _NOTICE.match(bare)
    return notice[1] if notice else bare


def bare_text(text: str) -> str:
    """Without quotes, brackets and blanks; "" for none."""
    return re.sub(r"[\s《》〈〉“”\"'‘’()（）\[\]〔〕【】]", "", ids.clean(text) if text else "")


def follows(rows: Rows) -> Iterator[EdgeRow]:
    """From each main plan to the one of its region that has its title but for the year, and the nearest
    earlier year; of several of that year the first by id. A plan without region or year follows none."""
    regions = {e.source: e.target for e in rows.edges.get(("COVERS", "Plan", "Region"), [])}
    series: dict[tuple[str, str], list[tuple[int, str]]] = {}
    for id, plan in sorted(rows.nodes.get("Plan", {}).items()):
        if id == plan["root"] and plan["year"] and id in regions:
            key = regions[id], _YEAR.sub("", plain_title(plan["title"]))
            series.setdefault(key, []).append((plan["year"], id))
    for found in series.values():
        for year, id in found:
            earlier = [each for each in found if each[0] < year]
            if earlier:
                last = max(each[0] for each in earlier)
                yield EdgeRow(id, min(other for at, other in earlier if at == last))
