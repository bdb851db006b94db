"""From a paragraph to its targets: numbers first, then which of them are targets, then their names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from loaders.extraction import Op
from loaders.indicators.blanks import Closed, closed
from loaders.indicators.clauses import Clause, clauses
from loaders.indicators.lexicon import pattern
from loaders.indicators.masks import mask, ordinal_stop
from loaders.indicators.measure import Measure
from loaders.indicators.names import Names
from loaders.indicators.naming import noun_of
from loaders.indicators.past import is_later, looks_ahead, reports, without_aside
from loaders.indicators.place import Place, closes
from loaders.indicators.quantities import Quantity, find_quantities
from loaders.indicators.rules.rule import Rule
from loaders.indicators.targets import is_target, refused_by
from loaders.passage import Passage

_SIGHT = 160
"""How far around a number the rules look; a clause is rarely longer."""

_LONGEST_SENTENCE = 600
"""A sentence of more characters is not looked through to its end."""

_GAP = 8
"""Blanks that may stand between a semicolon and what it parts."""
_PART_END = re.compile("[。;\n]")

_CUT = re.compile("[、和与]|(?<![惠涉普])及")

_JOINS = frozenset(["、", "和", "及", "与", "以及"])


Refused = list[tuple[Quantity, Rule]]
"""Quantities that are no targets, with the rule that says so."""


def told_as_level(place: Place) -> bool:
    """翻一番,达到9亿元: the level says how much a doubling is."""
    return place.quantity.unit == "番"


_AS_LEVEL = Rule(told_as_level, "下文给出了数值")


def read_indicators(
    item: Passage, heading: str = "", refused: Refused | None = None, year: int | None = None
) -> list[Measure]:
    """The quantified targets of one paragraph in text order; [] when it sets none.

    `heading` is the heading that the paragraph stands under: it names measures that the paragraph
    gives without a name, and a target that it states itself is not repeated here. `refused`, where
    given, takes the quantities that are none; `year` is the plan's: what is told of years before is past.
    """
    body, heading = closed(item.text), closed(heading).text
    passed: Refused = []
    found = _read(body.text, heading, passed if refused is not None else None, year)
    if refused is not None:
        refused += [(_at(body, quantity), rule) for quantity, rule in passed]
    if not found:
        return []
    below = _heading_stop(body.text, heading)
    above = [m for m in found if m.stop <= below] if below else _headed(heading)
    told = [m for m in found if m.stop <= below or not any(_repeats(m, known) for known in above)]
    return told if body.text is item.text else [_placed(body, m) for m in told]


@lru_cache(maxsize=256)
def _headed(heading: str) -> list[Measure]:
    """What a heading states, which stands over paragraph after paragraph."""
    return _read(heading, "")


def _placed(body: Closed, measure: Measure) -> Measure:
    start, stop = body.span(measure.start, measure.stop)
    return measure._replace(start=start, stop=stop)


def _at(body: Closed, quantity: Quantity) -> Quantity:
    start, stop = body.span(quantity.start, quantity.stop)
    return quantity._replace(start=start, stop=stop)


def _heading_stop(text: str, heading: str) -> int:
    """Where the heading ends that a paragraph begins with; 0 when it stands elsewhere."""
    at = text.find(heading, 0, len(heading) + 40)
    if heading and at >= 0:  # "" is found everywhere
        return at + len(heading)
    if not heading or text.find(heading[:4], 0, 20) < 0:
        return 0
    stop = text.find("。")
    return stop if stop >= 0 else len(text)


def _read(text: str, heading: str, refused: Refused | None = None, year: int | None = None) -> list[Measure]:
    masked = mask(text)
    quantities = find_quantities(masked)
    if not quantities or pattern("schedule").match(masked) or pattern("terms").match(masked):
        return []
    reader = _Reader(text, masked, Names(text, heading), refused, year)
    kept: list[Measure] = []
    for clause in clauses(masked, quantities, ordinal_stop(text)):
        for measure in reader.read(clause):
            if not any(_told_again(text, measure, known) for known in kept[-8:]):
                kept.append(measure)
    return kept


def _same_amount(one: Measure, other: Measure) -> bool:
    return (one.value, one.value_max, one.unit) == (other.value, other.value_max, other.unit)


def _same(one: Measure, other: Measure) -> bool:
    return _same_amount(one, other) and (one.name in other.name or other.name in one.name)


def _told_again(text: str, one: Measure, known: Measure) -> bool:
    """Is it a target told before? Within a sentence only under the same name (甲率9%,乙甲率9%)."""
    if not _same(one, known):
        return False
    return one.name == known.name or text.find("。", known.stop, max(known.stop, one.start)) >= 0


def _repeats(one: Measure, heading: Measure) -> bool:
    """Is a heading's target told again in other words: the same amount, and much of the name?"""
    ones, others = ({a + b for a, b in pairwise(noun_of(name))} for name in (one.name, heading.name))
    common = len(ones & others)
    return _same_amount(one, heading) and common >= 0.4 * min(len(ones), len(others))


def _shared_op(group: Sequence[Quantity]) -> Op:
    """What bounds the last of several numbers from behind, or the first from before, bounds all."""
    return group[-1].op if group[-1].within else group[0].op


@dataclass(slots=True)
class _Reader:
    """Reads clause after clause; a sentence that began to tell what is goes on doing so."""

    text: str
    masked: str
    names: Names
    refused: Refused | None = None
    year: int | None = None
    _stated: bool = field(default=False)
    _reported: bool = field(default=False)
    _counted: bool = field(default=False)

    def read(self, clause: Clause) -> Iterator[Measure]:
        """The targets of the next clause."""
        if clause.opens:
            self._stated = self._stated and self._counted
            self.names.new_sentence(same=self._of_another_year(clause.start))
        self.names.new_clause(clause.label, self._apart(clause))
        self._update_stated(clause)
        if not clause.quantities:
            self.names.pass_over(clause.start, clause.stop)
        index, edge = 0, clause.start
        while index < len(clause.quantities):
            place = self._place(clause, index, edge, clause.quantities[index])
            rule = refused_by(place) or self._doubled(place)
            if rule is not None:
                edge, index = self._refuse(clause, index, edge, place, rule)
                continue
            if place.closes:
                group = self._group(clause, index)
                yield from self.names.before(edge, group)
                edge, index = group[-1].stop, index + len(group)
            else:
                right = self._right_edge(clause, index)
                yield from self.names.around(edge, clause.quantities[index], right)
                edge, index = right, index + 1
                while index < len(clause.quantities) and clause.quantities[index].start < right:
                    index += 1

    def _of_another_year(self, start: int) -> bool:
        """…2026年达到100公里;2027年达到120公里: behind a semicolon the same of another year."""
        behind = self.masked[max(0, start - _GAP) : start].rstrip()[-1:] == ";"
        return behind and pattern("another_year").match(self.masked, start) is not None

    def _doubled(self, place: Place) -> Rule | None:
        """The rule that what follows tells a doubling as a level, where it does."""
        told = told_as_level(place) and pattern("level").match(self.masked, place.quantity.stop)
        return _AS_LEVEL if told else None

    def _refuse(self, clause: Clause, index: int, edge: int, place: Place, rule: Rule) -> tuple[int, int]:
        """The edge and the index behind a quantity that is no target."""
        if self.refused is not None:
            self.refused.append((place.quantity, rule))
        if place.closes and not pattern("one_of_several").match(place.right):
            if rule.names:
                self.names.note(edge, place.quantity)
            edge = place.quantity.stop
        index += 1
        while rule.lists and self._joined(clause, index):
            edge, index = clause.quantities[index].stop, index + 1
        return edge, index

    def _joined(self, clause: Clause, index: int) -> bool:
        """Does the quantity at `index` stand right beside the one before it (8万元、5万元)?"""
        if index >= len(clause.quantities):
            return False
        between = self.masked[clause.quantities[index - 1].stop : clause.quantities[index].start]
        return between.strip() in _JOINS

    def _apart(self, clause: Clause) -> int:
        """How many numbers a clause has that 分别 gives to the measures told before."""
        opened = pattern("respectively").match(self.masked, clause.start, clause.stop)
        return len(clause.quantities) if opened else 0

    def _update_stated(self, clause: Clause) -> None:
        text = without_aside(self.masked[clause.start : min(clause.stop, clause.start + _SIGHT)])
        if clause.start == 0 or self.masked[clause.start - 1] in "。\n":
            self._reported = self._achieved(clause.start)
            self._stated = False
        opening = self.text[clause.start : min(clause.stop, clause.start + 24)]
        if reports(opening, self.year):
            self._reported = True
        elif is_later(opening, self.year):
            self._reported = self._stated = False
        elif self._reported and pattern("new_aim").search(text):
            self._reported = False
        if self._reported:
            self._stated = True
        elif pattern("state").search(text):
            self._stated = not (pattern("aim").search(text) or looks_ahead(opening, self.year))
            self._counted = opening.lstrip().startswith("截")
        elif self._stated:
            self._stated = not (pattern("aim").search(text) or pattern("begins").search(text))

    def _achieved(self, start: int) -> bool:
        """Does the sentence that begins here end in what was achieved (…,奠定了坚实基础)?"""
        stop = self.masked.find("。", start, start + _LONGEST_SENTENCE)
        return (
            stop >= 0 and pattern("achieved").search(self.masked, max(start, stop - _SIGHT), stop) is not None
        )

    def _place(self, clause: Clause, index: int, edge: int, quantity: Quantity) -> Place:
        low, high = max(clause.start, quantity.start - _SIGHT), min(clause.stop, quantity.stop + _SIGHT)
        following = clause.quantities[index + 1] if index + 1 < len(clause.quantities) else None
        if following and following.start >= high:
            following = None
        right = self.masked[quantity.stop : high]
        return Place(
            quantity,
            self.masked[low:high],
            self.masked[low : quantity.start],
            self.masked[max(low, min(edge, quantity.start)) : quantity.start],
            right,
            following,
            self._stated,
            closes(quantity, right, following),
            self._opening(clause),
            self._ahead(clause),
        )

    def _opening(self, clause: Clause) -> str:
        """What the sentence, or its part between two semicolons, says before a clause."""
        before = self.masked[max(0, clause.start - _SIGHT) : clause.start]
        return before[max(before.rfind(mark) for mark in "。;\n") + 1 :]

    def _ahead(self, clause: Clause) -> str:
        """What it says behind a clause."""
        behind = _PART_END.search(self.masked, clause.stop, clause.stop + _SIGHT)
        return self.masked[clause.stop : behind.start() if behind else clause.stop + _SIGHT]

    def _group(self, clause: Clause, index: int) -> list[Quantity]:
        """The quantities from `index` on that stand side by side (310家、480家), bounded alike."""
        group = [clause.quantities[index]]
        for at in range(index + 1, len(clause.quantities)):
            quantity = clause.quantities[at]
            if self.masked[group[-1].stop : quantity.start].strip() not in _JOINS:
                break
            like = quantity._replace(bounded=quantity.bounded or group[0].bounded)
            if group[0].start < group[0].number:
                # 控制在45人、50人以内: what bounds the first stands before all
                like = like._replace(start=quantity.start - 1)
            if not is_target(self._place(clause, at, quantity.start, like)):
                break
            group.append(quantity)
        if len(group) == 1:
            return group
        last = group[-1]
        shares = [not q.bounded or (last.within and q.op == "=") for q in group]
        return [q._replace(op=_shared_op(group)) if s else q for q, s in zip(group, shares, strict=True)]

    def _right_edge(self, clause: Clause, index: int) -> int:
        """Where the name ends that follows a number: at the clause's end or the next number's words."""
        quantity = clause.quantities[index]
        if index + 1 == len(clause.quantities):
            last = min(clause.stop, quantity.stop + _SIGHT)
            deed = pattern("other_deed").search(self.masked, quantity.stop, last)
            return deed.start() if deed else last
        following = clause.quantities[index + 1].start
        if pattern("class_of").fullmatch(self.masked, quantity.stop, following):
            following = min(clause.stop, quantity.stop + _SIGHT)
            if index + 2 < len(clause.quantities):
                following = clause.quantities[index + 2].start
        cuts = [m.start() for m in _CUT.finditer(self.masked, quantity.stop, following)]
        return cuts[-1] if cuts else following
