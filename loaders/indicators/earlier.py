"""The noun that the clause before has for a number that prints none of its own."""

from __future__ import annotations

import re

from loaders.indicators.lexicon import pattern
from loaders.indicators.naming import noun_of
from loaders.indicators.quantities import Quantity

_SETS_UP = re.compile(
    "(?:设立|安排|建立|设置|筹集|整合|统筹)(?P<what>[^,。;0-9]{2,20}(?:资金|基金|经费|专项))"
)
_DRAWS_UP = re.compile("制定|制修订|修订|编制|出台|发布|起草")
_LONGEST_BEGUN = 40
_LONGEST_CHANGED = 24
_FROM = frozenset("由从")


def begun(clause: str, quantity: Quantity) -> str:
    """The noun of the clause before: what it sets up (设立市级专项资金,每年不少于2000万元), or is about to
    draw up and count (加快制定国家标准、行业标准,到2035年不少于15项); "" for any other."""
    fund = _SETS_UP.fullmatch(clause)
    if fund:
        return fund["what"]
    counts = quantity.kind == "count" and len(clause) <= _LONGEST_BEGUN
    return noun_of(clause) if counts and _DRAWS_UP.match(clause) else ""


def told_before(clause: str, first: str) -> str:
    """The noun of the clause before where that tells a trend (浓度稳中有降,不高于5) or what is changed from
    a start value (整合企业,由11家压减至5家), which the number's words then begin with `first`."""
    trend = pattern("trend").fullmatch(clause)
    if trend:
        return trend["noun"]
    return noun_of(clause) if first in _FROM and len(clause) <= _LONGEST_CHANGED else ""


def of_batch(clause: str, verb: str) -> str:
    """培养一批茶业人才,每年培养90人: what a batch of is told before, by the same `verb`."""
    begins = clause.startswith(verb + _BATCH) and len(clause) <= _LONGEST_BEGUN
    return clause[len(verb + _BATCH) :] if verb and begins else ""


_BATCH = "一批"
