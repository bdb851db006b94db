"""Which units of the graph a body in a question is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from graph.asking.things import LEVELS, NATIONAL, Body, Paper, Things

if TYPE_CHECKING:
    from graph.asking.mention import Mention

_BUREAU = frozenset({"局", "委", "厅", "部", "委员会", "总局", "管理局", "分局", "部门", "", "署", "总署"})
_NATIONAL = ("部", "总局", "署", "总署")
_NATION = "100000"


def bodies_of(
    mention: Mention, things: Things, regions: Sequence[str], papers: Sequence[Paper]
) -> tuple[Body, ...]:
    """The units that a mention may mean: in the named regions, else in those of the named plans, else
    everywhere; in each region those of that name, else those of that line. Empty when there are none."""
    by_region: dict[str, list[Body]] = {}
    for body in _spelled(mention, things):
        by_region.setdefault(body.region, []).append(body)
    for body in _performing(mention, things):
        if regions and body.region not in regions:
            continue
        known = by_region.setdefault(body.region, [])
        if not any(id in mention.ids for id in (b.id for b in known)) and body not in known:
            known.append(body)
    if not regions:
        by_region = {region: found for region, found in by_region.items() if _fits(mention, things, region)}
    if regions:
        return _joined(by_region, regions)
    at_plans = _joined(by_region, {paper.region for paper in papers})
    return at_plans or _joined(by_region, by_region)


def _joined(by_region: dict[str, list[Body]], regions: Iterable[str]) -> tuple[Body, ...]:
    return tuple(body for region in sorted(regions) for body in by_region.get(region, ()))


def _spelled(mention: Mention, things: Things) -> list[Body]:
    return [things.bodies[id] for id in mention.ids]


def _performing(mention: Mention, things: Things) -> list[Body]:
    """Units that perform all lines of the name, those of the same form where a region has one."""
    read = mention.read
    if read is None or not read.whole:
        return []
    found = [
        things.bodies[id]
        for id in things.by_function.get(read.functions[0], ())
        if set(read.functions) <= things.bodies[id].functions and things.bodies[id].kind != "collective"
    ]
    form = "局" if read.form in _BUREAU else read.form
    same = [body for body in found if body.form == form or _ends_as_asked(body, form)]
    with_form = {body.region for body in same}
    return same + [body for body in found if body.region not in with_form and form != "局"]


def _ends_as_asked(body: Body, form: str) -> bool:
    """A body with a name of its own that ends like the form asked for: 市园林局临湖分局 for 园林分局."""
    return form == "局" and not body.form and body.name.endswith("局")


def _fits(mention: Mention, things: Things, region: str) -> bool:
    """Does the level in the body's name fit the region: 市 a city, 部 the state?"""
    place = things.places.get(region)
    if place is None:
        return True
    if mention.level in NATIONAL:
        return region == _NATION
    if mention.level:
        other = place.name[-1] not in LEVELS  # 开发区, 新区 and such call themselves 区
        return place.name.endswith(mention.level) or (other and mention.level == "区")
    if mention.read and mention.read.form in _NATIONAL and mention.text.endswith(_NATIONAL):
        return region == _NATION or any(things.bodies[id].region == region for id in mention.ids)
    return True
