"""The names in a question: bodies, places, plans, years, document numbers, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.asking.cues import NAME
from graph.asking.known import Known
from graph.asking.mention import Mention
from graph.asking.organs import LONGEST, bare_body, body_in_charge, named_body, organ_at, reads_body
from graph.asking.papers import find_papers
from graph.asking.slips import miswritten_body, miswritten_place
from graph.asking.things import Things
from loaders.lexicon import find_region

_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)(?!年?第?\d+号)(?:年度?)?")
_TELLING = re.compile(r"\d月|[季月]度|半年|长期|持续|常年|全年")
_PART = re.compile(r"附件([0-9]{1,2}(?:-[0-9]{1,2})?|[一二三四五六七八九十]{1,3})")
_DIGITS = "一二三四五六七八九十"
_BRANCH = re.compile(
    r"(?:市|州|区|县)?(?:中心支行|中支|监管分局|监管支局|分局|支局|分行|支行|分公司|支公司|支队|大队|办事处)"
)


def scan(question: str, known: Known) -> list[Mention]:
    """All names in a folded question, by place, without overlaps."""
    due = list(_deadlines(question, known))
    found = [*due, *_numbers(_masked(question, due))]
    mask = _masked(question, found)
    papers = find_papers(mask, known)
    hidden = _masked(mask, papers)
    names = _with_branches(list(_names(hidden, known.things)), hidden)
    return sorted([*found, *papers, *names], key=lambda m: m.start)


def _with_branches(names: list[Mention], text: str) -> list[Mention]:
    """Places that stand inside a body's name (人行|青岚|中支) with the branch's word behind them."""
    found: list[Mention] = []
    for mention in names:
        behind = bool(found) and found[-1].kind == "body" and found[-1].stop == mention.start
        branch = _BRANCH.match(text, mention.stop) if behind and mention.kind == "region" else None
        if branch:
            mention = replace(mention, stop=branch.end(), text=mention.text + branch[0])
        found.append(mention)
    return [m for n, m in enumerate(found) if not n or m.start >= found[n - 1].stop]


def _masked(question: str, found: list[Mention]) -> str:
    text = list(question)
    for mention in found:
        text[mention.start : mention.stop] = NAME * (mention.stop - mention.start)
    return "".join(text)


def masked(question: str, found: list[Mention]) -> str:
    """The question with every character of a name as `NAME`."""
    return _masked(question, found)


def _deadlines(question: str, known: Known) -> Iterator[Mention]:
    """The deadline that the question holds as tasks print it, the longest; a year alone is none."""
    held = (key for key in known.deadlines if key in question and _TELLING.search(key))
    if key := max(held, key=len, default=""):
        at = question.index(key)
        yield Mention("deadline", at, at + len(key), known.deadlines[key], text=key)


def _numbers(question: str) -> Iterator[Mention]:
    """Years and annexes; a year in a document number is none."""
    for match in _YEAR.finditer(question):
        around = question[match.start() - 1 : match.start()] + question[match.end() : match.end() + 1]
        if around != "()":
            yield Mention("year", match.start(), match.end(), (match[1],), text=match[0])
    for match in _PART.finditer(question):
        number = match[1]
        if not number[0].isdigit():
            number = _number(number)
        yield Mention("part", match.start(), match.end(), (f"附件{number}",), text=match[0])


def _number(text: str) -> str:
    """十二 as 12; up to 99."""
    tens, ten, ones = text.partition("十")
    if not ten:
        return str(_DIGITS.index(text[0]) + 1)
    high = _DIGITS.index(tens) + 1 if tens else 1
    return str(high * 10 + (_DIGITS.index(ones[0]) + 1 if ones else 0))


def _names(text: str, things: Things) -> Iterator[Mention]:
    """Bodies and places, the longest at each place, from left to right."""
    at, of_place = 0, False
    while at < len(text):
        mention = None if text[at] == NAME else _at(text, at, things, of_place=of_place)
        if mention is None:
            at, of_place = at + 1, False
            continue
        yield mention
        at, of_place = mention.stop, mention.kind == "region"


def _at(text: str, at: int, things: Things, *, of_place: bool) -> Mention | None:
    stop = min(len(text), at + LONGEST)
    organ = organ_at(text, at, stop) or body_in_charge(text, at)
    for end in range(stop, at + 1, -1):
        word = text[at:end]
        if organ and organ.stop >= end and word not in things.by_body:
            return organ
        if word in things.by_body:
            return named_body(text, at, end, things.by_body[word])
        if word in things.by_place:
            if _of_a_body(text, at, end, things):
                continue
            return Mention("region", at, end, things.by_place[word], text=word)
        if _foreign(text, at, end):
            return Mention("foreign", at, end, text=word)
    return (
        miswritten_place(text, at, things)
        or miswritten_body(text, at, things)
        or bare_body(text, at, of_place=of_place)
    )


def _of_a_body(text: str, at: int, end: int, things: Things) -> bool:
    """Does the last letter of a place belong to the body behind it (青岚|市场监管局), not to the place?"""
    short = text[at : end - 1] in things.by_place
    return short and reads_body(text, end - 1, things) and not reads_body(text, end, things)


def _foreign(text: str, at: int, end: int) -> bool:
    """A place that the graph doesn't have: by its whole name, or its short one before an organ."""
    word = text[at:end]
    region = find_region(word)
    if region is None:
        return False
    if word != region.short and len(word) > 2:
        return True
    if region.level == "county":
        return bool(organ_at(text, end, min(len(text), end + LONGEST))) and at == 0
    return region.level in ("province", "city") and (
        at == 0 or bool(organ_at(text, end, min(len(text), end + LONGEST)))
    )
