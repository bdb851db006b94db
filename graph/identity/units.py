"""Which unit a printed name means: region and key, from lexicon and name shape alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from graph.identity import ids
from graph.identity.keys import key_of
from loaders.lexicon import (
    find_region,
    functions_of,
    kind_of,
    read_name,
    region_chain,
    simplified_name,
    split_brackets,
)

_LEVEL_CHARS = "省市县区州旗盟镇乡"
_ZONE = re.compile(r"(?:开发区|高新区|经开区|新区|管理区|度假区|园区)$")
_NATIONAL = re.compile(
    r"国家|国务院|中央|中共中央|全国|共青团中央|中国.+(?:总公司|集团)$|最高人民"
    r"|中国(?:气象|地震|民用航空|民航)局$|(?:中国)?(?:证监|银监|保监|银保监)会$|中国(?:残联|科协|贸促会|科学院|工程院)$"
)
_MINISTRY = re.compile(r"(?:总局|总署|审计署)$|(?<!武装)(?<!组织)(?<!宣传)(?<!统战)(?<!社会工作)(?<!工作)部$")


@dataclass(frozen=True, slots=True)
class Place:
    """A region with the regions around it; `above` begins with the parent. `level` is nation, province,
    city, county, or "" for a place that no table knows."""

    id: str
    name: str
    level: str
    above: tuple[Place, ...] = ()

    @property
    def chain(self) -> tuple[Place, ...]:
        """The region, then its parent, and so on up."""
        return (self, *self.above)


@dataclass(frozen=True, slots=True)
class Identified:
    """A unit: its id, the region that it belongs to, display name, kind and functions."""

    id: str
    region: Place
    name: str
    kind: str
    functions: tuple[str, ...]


@lru_cache(maxsize=8192)
def region_of(name: str | None, within: Place | None = None) -> Place:
    """The region of that name, its parents up to 全国; one that no table knows is kept as printed.

    `within`: the region whose document names it; a name that several places bear is looked for there,
    and a place that no table knows (a development zone) gets it as parent.
    """
    printed = simplified_name(name or "未知地区")
    code = within.id if within and within.level else None
    found = (find_region(printed, code) if code else None) or find_region(printed)
    if found is None:
        return Place(ids.region_id(printed), printed, "", within.chain if within else ())
    place: Place | None = None
    for region in reversed(region_chain(found)):
        place = Place(ids.region_id(region.name, region.code), region.name, region.level,
                      place.chain if place else ())  # fmt: skip
    assert place is not None
    return place


def _kind(name: str, key: str) -> str:
    """What its name says; a committee that is a bureau by its line is no task force: 发展和改革委员会."""
    kind = kind_of(name)
    return "bureau" if kind == "taskforce" and key.endswith("-局") else kind


@lru_cache(maxsize=65536)
def identify(name: str, region: Place) -> Identified:
    """The unit that `name` means in a plan that governs `region`.

    A unit of the province or the state named in a city's plan is theirs; a branch at the plan's place
    (青岚海关, 省高警局青岚支队) is the plan's region's.
    """
    shown = "".join(name.split())
    read = simplified_name(shown)
    home = _home(read, region)
    key = key_of(read, spellings(home))
    return Identified(ids.unit_id(home.id, key), home, shown, _kind(read, key), functions_of(read))


def identify_alone(name: str, region: Place) -> Identified:
    """The unit of exactly that name, whatever else its words and shape say."""
    shown = "".join(name.split())
    home = _home(shown, region)
    return Identified(ids.unit_id(home.id, f"={shown}"), home, shown, kind_of(shown), functions_of(shown))


def spellings(place: Place) -> tuple[str, ...]:
    """How units' names call the region: full name, short names, the character of its level; long first."""
    if place.level == "nation":
        return ("中华人民共和国", "国务院", "中共中央", "国家", "全国", "中国", "中央")
    return tuple(sorted(dict.fromkeys(_spellings(place)), key=len, reverse=True))


def _spellings(place: Place) -> Iterator[str]:
    yield place.name
    zone = _ZONE.search(place.name)
    bare = place.name[: zone.start()] if zone else place.name.rstrip(_LEVEL_CHARS)
    found = find_region(place.name)
    for short in (bare.removesuffix("自治"), found.short if found else ""):
        if len(short) > 1:
            yield short
            if place.name.endswith("州"):
                yield short + "州"
                yield short + "自治州"
    if place.name[-1] in _LEVEL_CHARS:
        yield place.name[-1]


def _home(name: str, region: Place) -> Place:
    """The region that a unit belongs to, out of the plan's own and those above it."""
    host = split_brackets(name)[0]
    if region.level == "nation" or _is_local(host, region):
        return region
    if _NATIONAL.match(host) or _is_ministry(host):
        return _nation()
    first = host[0] if host else ""
    if host.startswith(("省", "自治区")):
        return next((p for p in region.above if p.level == "province" or p.name.endswith("省")), region)
    if first == "市" and region.level == "county" and not region.name.endswith("市"):
        return next((p for p in region.above if p.level == "city"), region)
    return region


def _is_local(host: str, region: Place) -> bool:
    """Does the name say that it is here: its branch, or the place's own?"""
    return any(len(word) > 1 and word in host for word in spellings(region))


def _is_ministry(host: str) -> bool:
    """财政部, 税务总局: a bare name that only the state's organs have."""
    read = read_name(host)
    return read is not None and read.whole and read.start == 0 and _MINISTRY.search(host) is not None


@lru_cache(maxsize=1)
def _nation() -> Place:
    return region_of("全国")
