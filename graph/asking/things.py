"""What a question can name: places, bodies (units) and papers (plans) of one generation of a store."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from graph.asking.text import folded
from loaders.lexicon import find_region

_LONG = 3
"""Letters of a place's name in which a slip still tells which place is meant."""
_T = TypeVar("_T")
LEVELS = ("省", "市", "州", "区", "县", "旗")
"""The words of a level that a unit's name begins with (市工信局)."""
NATIONAL = ("国务院", "国家", "中华全国", "中国", "全国", "中央")
"""What stands before the name of an organ of the state."""
_LEVEL_END = re.compile(r"(?:自治州|自治县|自治区|地区|省|市|县|区|州|旗|盟)$")
_PEOPLES = re.compile(
    "土家族|苗族|彝族|藏族|羌族|回族|壮族|侗族|瑶族|傣族|白族|"
    "哈尼族|景颇族|傈僳族|朝鲜族|蒙古族|布依族|哈萨克|柯尔克孜"
)
"""Peoples in the full names of autonomous places, which nobody says."""


@dataclass(frozen=True, slots=True)
class Place:
    """A region of the graph; `upper` is the id of the one that it lies in, "" for none."""

    id: str
    name: str
    level: str
    upper: str

    def spellings(self) -> tuple[str, ...]:
        """What it is called, folded, the longest first: 青岚市, 青岚."""
        return place_spellings(self.name)


def place_spellings(name: str) -> tuple[str, ...]:
    """The names of a region: its own, short ones, and those without the names of peoples."""
    names = {name}
    known = find_region(name)
    plain = _PEOPLES.sub("", name)
    names.add(plain)
    short = known.short if known and known.short else _LEVEL_END.sub("", plain)
    if len(short) >= 2:
        names.add(short)
        names.update(short + end for end in ("自治州", "州", "自治县", "县") if name.endswith(end))
        if name.endswith("自治州"):
            names.add(short + "州")
    return tuple(sorted((folded(each) for each in names), key=lambda n: (-len(n), n)))


@dataclass(frozen=True, slots=True)
class Body:
    """A unit with its functions (ids) and region (id)."""

    id: str
    name: str
    aliases: tuple[str, ...]
    kind: str
    region: str
    functions: frozenset[str]

    @property
    def form(self) -> str:
        """The form of the organ that its id ends with: 局 of …:教育-局, "" for none."""
        return self.id.rpartition(":")[2].partition("-")[2]


@dataclass(frozen=True, slots=True)
class Paper:
    """A plan or an annex that is loaded, or a policy that is only cited (without a document)."""

    id: str
    title: str
    doc_number: str
    year: int | None = None
    part: str = ""
    root: str = ""
    region: str = ""
    file_name: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True)
class Things:
    """All that has a name, with look-ups by spelling (folded)."""

    places: Mapping[str, Place]
    bodies: Mapping[str, Body]
    papers: Mapping[str, Paper]
    cited: Mapping[str, Paper]
    by_place: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    by_body: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    long_places: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Spellings of three letters or more of the places that loaded plans govern, by their first letter."""
    by_shape: Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]] = field(default_factory=dict)
    """Names of bodies and whose they are, by `shape_of` the name."""
    by_function: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    by_region: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The loaded plans of a region, in the order of `papers`."""

    @classmethod
    def of(
        cls, places: Iterable[Place], bodies: Iterable[Body], papers: Iterable[Paper], cited: Iterable[Paper]
    ) -> Things:
        """With the look-ups made."""
        known = {p.id: p for p in places}
        units = {b.id: b for b in bodies}
        loaded = {p.id: p for p in papers}
        named = _grouped((s, b.id) for b in units.values() for s in _body_spellings(b, known.get(b.region)))
        by_region = _grouped((p.region, p.id) for p in loaded.values())
        governed = [s for id in by_region if id in known for s in known[id].spellings()]
        return cls(
            known,
            units,
            loaded,
            {p.id: p for p in cited},
            by_place=_grouped((s, p.id) for p in known.values() for s in p.spellings()),
            long_places=_grouped((name[0], name) for name in governed if len(name) >= _LONG),
            by_body=named,
            by_shape=_grouped((shape_of(name), (name, ids)) for name, ids in named.items()),
            by_function=_grouped((f, b.id) for b in units.values() for f in b.functions),
            by_region=by_region,
        )

    def below(self, region: str) -> set[str]:
        """The regions that lie in one, itself included."""
        found = {region}
        while more := {p.id for p in self.places.values() if p.upper in found} - found:
            found |= more
        return found

    def full_name(self, body: Body) -> str:
        """A unit with its region before its name."""
        place = self.places.get(body.region)
        return f"{place.name}·{body.name}" if place else body.name

    def governed(self) -> set[str]:
        """The regions that a loaded plan covers."""
        return {paper.region for paper in self.papers.values()}


def shape_of(name: str) -> str:
    """What a name shares with one that has another character within it: length, first and last."""
    return f"{len(name)}{name[:1]}{name[-1:]}"


def _grouped(pairs: Iterable[tuple[str, _T]]) -> dict[str, tuple[_T, ...]]:
    found: dict[str, dict[_T, None]] = {}
    for key, value in pairs:
        found.setdefault(key, {})[value] = None
    return {key: tuple(values) for key, values in found.items()}


def _body_spellings(body: Body, place: Place | None) -> Iterator[str]:
    """Its names, and each without the place or level before it: 市工信局, 工信局."""
    before = (*(place.spellings() if place else ()), *LEVELS)
    for alias in {body.name, *body.aliases}:
        name = folded(alias)
        yield name
        for prefix in before:
            bare = name.removeprefix(prefix)
            if bare != name and len(bare) >= 2 and not bare.startswith(("直", "级", "委", "政府", "本级")):
                yield bare
                break
