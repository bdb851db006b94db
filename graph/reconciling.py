"""Names of units and plans from elsewhere matched with those of the graph, with scores."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from graph.asking.bodies import bodies_of
from graph.asking.known import Known
from graph.asking.mention import Mention
from graph.asking.paper_names import number_key
from graph.asking.scan import scan
from graph.asking.text import folded
from graph.asking.things import Body, Paper, Place

TYPES = {"unit": "单位", "plan": "方案", "region": "地区"}
"""What can be matched, and what it is called."""
_LEAST = 60.0
"""A score below this (of 100) is no candidate."""
_SURE = 90.0
_AHEAD = 5.0
"""How far the best must be ahead of the next to be a match."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that a name may mean; `score` of 100; `match`: it is safe to take it without asking."""

    id: str
    name: str
    type: str
    score: float
    match: bool
    description: str


def reconcile(known: Known, name: str, type: str = "", region: str = "", most: int = 5) -> list[Candidate]:
    """Candidates for a name, the best first; `region` (a name) narrows units and plans to a place."""
    text = folded(name[:200])
    if not text:
        return []
    places = set(known.things.by_place.get(folded(region), ())) if region else set()
    scored: dict[tuple[str, str], float] = {}
    if type in ("", "unit"):
        scored |= {("unit", id): s for id, s in _units(known, text, places).items()}
    if type in ("", "plan"):
        scored |= {("plan", id): s for id, s in _plans(known, text, places).items()}
    if type in ("", "region"):
        scored |= {("region", id): 100.0 for id in known.things.by_place.get(text, ())}
    best = sorted(scored.items(), key=lambda item: (-item[1], item[0]))[:most]
    return [_candidate(known, kind, id, score, best) for (kind, id), score in best]


def _candidate(
    known: Known, kind: str, id: str, score: float, best: Sequence[tuple[tuple[str, str], float]]
) -> Candidate:
    others = [s for key, s in best if key != (kind, id)]
    match = score >= _SURE and all(score - other >= _AHEAD for other in others)
    thing = thing_of(known, kind, id)
    name = thing.title if isinstance(thing, Paper) else thing.name if thing else id
    return Candidate(id, name, kind, round(score, 1), match, describe(known, thing))


def thing_of(known: Known, kind: str, id: str) -> Body | Paper | Place | None:
    """The unit, plan or region of an id."""
    holders: Mapping[str, Mapping[str, Body | Paper | Place]] = {
        "unit": known.things.bodies, "plan": known.things.papers, "region": known.things.places,
    }  # fmt: skip
    return holders[kind].get(id) if kind in holders else None


def describe(known: Known, thing: Body | Paper | Place | None) -> str:
    """A line that tells it from others of the same name: its region, its number."""
    if thing is None or isinstance(thing, Place):
        return ""
    place = known.things.places.get(thing.region)
    words = [place.name if place else ""]
    words += list(thing.aliases) if isinstance(thing, Body) else [thing.doc_number, thing.part]
    return "、".join(dict.fromkeys(word for word in words if word))


def _units(known: Known, text: str, places: set[str]) -> dict[str, float]:
    """By name or alias, by what the name says (its line and place), by likeness."""
    found: dict[str, float] = {}
    mentions = scan(text, known)
    regions = [id for m in mentions if m.kind == "region" for id in m.ids]
    wanted = places or set(regions)
    for mention in mentions:
        if mention.kind == "body" and mention.stop == len(text) and not _rest(text, mentions):
            for body in bodies_of(mention, known.things, sorted(wanted), []):
                found[body.id] = 100.0 if mention.ids and body.id in mention.ids else 92.0
    if not found and not any(m.kind == "foreign" for m in mentions):
        names = dict(enumerate(known.things.by_body))
        like = process.extract(text, names, scorer=fuzz.ratio, limit=20, score_cutoff=_LEAST)
        for spelled, score, _ in like:
            for id in known.things.by_body[spelled]:
                found[id] = max(found.get(id, 0.0), min(float(score), _SURE - 1))
    return {id: s for id, s in found.items() if not wanted or known.things.bodies[id].region in wanted}


def _rest(text: str, mentions: Sequence[Mention]) -> str:
    """What of a name is neither a place nor a unit."""
    return "".join(c for n, c in enumerate(text) if not any(m.start <= n < m.stop for m in mentions))


def _plans(known: Known, text: str, places: set[str]) -> dict[str, float]:
    found: dict[str, float] = {}
    papers = [p for p in known.things.papers.values() if not places or p.region in places]
    for paper in papers:
        numbered = paper.doc_number and not paper.part
        if folded(paper.title) == text or (numbered and number_key(paper.doc_number) == number_key(text)):
            found[paper.id] = 100.0
    if not found:
        titles = {p.id: folded(p.title) for p in papers}
        like = process.extract(text, titles, scorer=fuzz.ratio, limit=5, score_cutoff=_LEAST)
        found = {str(id): min(float(score), _SURE - 1) for _, score, id in like}
    return found
