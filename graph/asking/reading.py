"""A question, read: its names, what it signals, its theme, and which plans it is about."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graph.asking.bodies import bodies_of
from graph.asking.cues import NAME, Fired, fire, meant
from graph.asking.filler import is_filler
from graph.asking.grams import pairs_of
from graph.asking.known import Known, Texts
from graph.asking.mention import Mention
from graph.asking.scan import masked, scan
from graph.asking.text import Folded, fold, folded
from graph.asking.things import Body, Paper

_LEADING = "里中到的了在是由归把被和跟与同及或要将"
_TRAILING = "各到至的了在是由归里中把被和跟与同及或要都将们呢吗啊呀吧"
_SAID_BEFORE = re.compile(r"(?P<words>[^\ue000,。?!;:、()]{2,20}?)(?:的|那|这|个|份|篇|部|项)*[((,]?$")
_OF_TITLE = 0.7
"""The share of the pairs of such words that the title holds."""
_PARTED = re.compile(r"[\ue000,。?!;:、()/\\|<>{}=&#+%@^~\[\]]+")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a question says.

    `pieces` are the words of its theme: what neither names something nor signals. `regions` and
    `papers` are ids; `papers` empty means all. `deadlines` are as
    tasks print them. `missing` says in Chinese what it names and the graph
    doesn't have, "" for nothing.
    """

    question: Folded
    mentions: tuple[Mention, ...]
    fired: tuple[Fired, ...]
    pieces: tuple[str, ...]
    regions: tuple[str, ...]
    named: tuple[Paper, ...]
    papers: tuple[str, ...]
    bodies: tuple[tuple[Mention, tuple[Body, ...]], ...]
    years: tuple[int, ...]
    deadlines: tuple[str, ...]
    missing: str

    def has(self, *signals: str) -> bool:
        """Did one of these signals fire?"""
        return any(each.signal in signals for each in self.fired)

    def has_kind(self, kind: str) -> bool:
        """Does it name something of this kind?"""
        return any(each.kind == kind for each in self.mentions)

    def first(self, signal: str) -> Fired | None:
        """The signal's first place."""
        return next((each for each in self.fired if each.signal == signal), None)

    def allowed(self, known: Known, texts: Texts, *, dated: bool = True) -> NDArray[np.bool_] | None:
        """Which texts stand in the plans, regions and (where `dated`) years asked about; None for all."""
        years = self.years if dated else ()
        if not (self.papers or self.regions or years):
            return None
        wanted = np.zeros(len(known.papers) + 1, dtype=np.bool_)  # the last stands for no plan, -1
        about = papers_about(known, self.regions, self.papers, years)
        wanted[[known.code[paper.id] for paper in about]] = True
        found: NDArray[np.bool_] = wanted[texts.codes]
        return found


def read(question: str, known: Known) -> Reading:
    """Read a question of any text."""
    text = fold(question)
    mentions = _settled(scan(text.text, known), known, text.text)
    hidden = masked(text.text, mentions)
    fired = tuple(fire(hidden))
    regions, foreign = _regions(mentions, known)
    named = _named(mentions, known, regions)
    missing = _missing(mentions, known, foreign, regions, named)
    papers = tuple(p.id for p in named)
    parts = {each for m in mentions if m.kind == "part" for each in m.ids}
    if parts:
        papers = tuple(_parts(known, regions, named, parts))
        missing = missing or ("" if papers else f"没有{'、'.join(sorted(parts))}")
    years = tuple(int(each) for m in mentions if m.kind == "year" for each in m.ids)
    if years and not missing and not papers_about(known, regions, papers, years):
        asks_number = any(f.signal in ("indicator", "amount") for f in fired)
        missing = "" if asks_number else f"图谱里没有{years[0]}年的文件"
    about = [known.things.papers[id] for id in papers]
    bodies = tuple((m, bodies_of(m, known.things, regions, about)) for m in mentions if m.kind == "body")
    pieces = _pieces(_without_titles(hidden, mentions, known), fired)
    deadlines = tuple(each for m in mentions if m.kind == "deadline" for each in m.ids)
    return Reading(
        text, tuple(mentions), fired, pieces, regions, tuple(named), papers, bodies, years, deadlines, missing
    )  # fmt: skip


def papers_about(
    known: Known, regions: Iterable[str], papers: Iterable[str], years: Iterable[int]
) -> list[Paper]:
    """The loaded plans and annexes of these regions, plans (or their annexes), years; empty: any."""
    places, chosen, dates = set(regions), set(papers), set(years)
    things = known.things
    governing = (things.papers[id] for place in places for id in things.by_region.get(place, ()))
    among = sorted(governing, key=lambda p: known.code[p.id]) if places else things.papers.values()
    return [
        paper
        for paper in among
        if (not chosen or paper.id in chosen or paper.root in chosen) and (not dates or paper.year in dates)
    ]


def _settled(mentions: list[Mention], known: Known, text: str) -> list[Mention]:
    """Without plans that are only cited, unless the question asks about citing."""
    asks_citing = any(f.signal in ("cites", "cited_by", "follows") for f in fire(masked(text, mentions)))
    if asks_citing:
        return mentions
    loaded = known.things.papers
    return [m for m in mentions if m.kind != "paper" or not m.ids or any(id in loaded for id in m.ids)]


def _regions(mentions: list[Mention], known: Known) -> tuple[tuple[str, ...], list[Mention]]:
    """The regions named, each once, without those that another named one lies in; and places unknown."""
    things = known.things
    ids = list(dict.fromkeys(id for m in mentions if m.kind == "region" for id in m.ids))
    kept = [id for id in ids if not any(other != id and other in things.below(id) for other in ids)]
    return tuple(kept), [m for m in mentions if m.kind == "foreign"]


def _named(mentions: list[Mention], known: Known, regions: tuple[str, ...]) -> list[Paper]:
    """The loaded plans that are named, those of the named regions where there are any; a plan that is
    named before its annex (发展行动的蓝天仗) only tells whose annex is meant."""
    loaded = known.things.papers
    ids = dict.fromkeys(i for m in mentions if m.kind == "paper" for i in m.ids)
    every = [loaded[id] for id in ids if id in loaded]
    found = [p for p in every if p.region in regions] if regions else every
    parted = {p.root for p in found if p.part}
    whole = {p.id for p in found if not p.part}
    if whole & parted:
        found = [p for p in found if p.part and p.root in whole] or found
    return found


def _missing(
    mentions: list[Mention],
    known: Known,
    foreign: list[Mention],
    regions: tuple[str, ...],
    named: list[Paper],
) -> str:
    if foreign:
        return f"图谱里没有{foreign[0].text}的文件"
    for mention in mentions:
        if mention.kind == "paper" and not mention.ids:
            return f"图谱里没有“{mention.text}”"
        loaded = any(i in known.things.papers for i in mention.ids)
        if mention.kind == "paper" and regions and not named and loaded:
            places = "、".join(known.things.places[id].name for id in regions)
            return f"{places}没有“{mention.text}”"
    return ""


def _parts(known: Known, regions: tuple[str, ...], named: list[Paper], parts: set[str]) -> list[str]:
    roots = {paper.root for paper in named}
    return [
        paper.id
        for paper in known.things.papers.values()
        if paper.part in parts
        and (not roots or paper.root in roots)
        and (not regions or paper.region in regions)
    ]


def _without_titles(hidden: str, mentions: list[Mention], known: Known) -> str:
    """The question without words of a title right before the number of that paper (收割机那份9号文)."""
    for mention in mentions:
        found = _SAID_BEFORE.search(hidden[: mention.start]) if mention.kind == "paper" else None
        if not found or not mention.ids:
            continue
        titles = [folded(paper.title) for paper in known.papers if paper.id in mention.ids]
        pairs = pairs_of([found["words"]])
        if any(sum(pair in title for pair in pairs) >= _OF_TITLE * len(pairs) for title in titles):
            hidden = (
                hidden[: found.start()] + NAME * (mention.start - found.start()) + hidden[mention.start :]
            )
    return hidden


def _pieces(hidden: str, fired: tuple[Fired, ...]) -> tuple[str, ...]:
    """What is left of a question when names and signals are taken out."""
    text = list(hidden)
    for each in fired:
        text[each.start : each.stop] = "," * (each.stop - each.start)
    parts = (part.lstrip(_LEADING).rstrip(_TRAILING) for part in _PARTED.split("".join(text)))
    return tuple(meant(part) for part in parts if len(part) >= 2 and not is_filler(part))
