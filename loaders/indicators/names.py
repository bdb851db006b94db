"""Gives each target its name, with what was named before it in the sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from loaders.indicators.lexicon import name_words, pattern
from loaders.indicators.measure import Measure
from loaders.indicators.naming import (
    Listed,
    begins_with_verb,
    is_growth,
    listed,
    noun_of,
    only_verbs,
    shared_end,
    trim,
    verb_of,
)  # fmt: skip
from loaders.indicators.quantities import Quantity


@dataclass(slots=True)
class Names:
    """Names targets one after the other; `heading` serves those that the sentence leaves unnamed."""

    text: str
    heading: str
    _last: list[str] = field(default_factory=list)
    _verb: str = field(default="")
    _verb_unit: str = field(default="")

    def begin(self) -> None:
        """A new sentence: what the one before named is forgotten."""
        self._last, self._verb = [], ""

    def before(self, edge: int, group: Sequence[Quantity]) -> Iterator[Measure]:
        """Targets whose name stands before them: one each, or one for each member of a list."""
        start, stop = trim(self.text, edge, group[0].start)
        many = listed(self.text, start, group[0].start, len(group)) if start < stop else None
        if many and len(group) in (1, len(many.spans)):
            yield from self._of_list(many, group)
        elif start == stop and len(group) == len(self._last) > 1:
            nouns = [noun_of(name) for name in self._last]
            yield from (self._measure(n, q, q.start, q.stop) for n, q in zip(nouns, group, strict=True))
        else:
            yield from self._of_one(start, stop, group)

    def _of_list(self, many: Listed, group: Sequence[Quantity]) -> Iterator[Measure]:
        names = shared_end([self.text[a:b] for a, b in many.spans])
        names = [name + many.tail for name in names]
        if is_growth(many.tail) and self._last and all(only_verbs(self.text[a:b]) for a, b in many.spans):
            names = [noun_of(self._last[0]) + name for name in names]
        self._last = names
        quantities = list(group) * len(names) if len(group) == 1 else group
        for name, span, quantity in zip(names, many.spans, quantities, strict=True):
            yield self._measure(name, quantity, span[0], quantity.stop)

    def _of_one(self, start: int, stop: int, group: Sequence[Quantity]) -> Iterator[Measure]:
        name = self._completed(self.text[start:stop], group[0])
        if not name:
            return
        self._last = [name]
        for position, quantity in enumerate(group):
            place = min(start, quantity.start) if position == 0 and start < stop else quantity.start
            yield self._measure(self._of_both(name, position, len(group)), quantity, place, quantity.stop)

    @staticmethod
    def _of_both(name: str, position: int, count: int) -> str:
        # 城乡低保标准分别提高到740元/月和485元/月: town first, as the word says it
        if count == 2 and name.startswith("城乡"):
            return ("城市", "农村")[position] + name[2:]
        return name

    def around(self, edge: int, quantity: Quantity, right: int) -> Iterator[Measure]:
        """A target that stands before what it counts: 新建100个充电站 is 新建充电站."""
        left = self._near(edge, quantity.start)
        behind = trim(self.text, quantity.stop, right)
        before = self.text[left[0] : left[1]]
        after = name_words("inner").sub("", self.text[behind[0] : behind[1]])
        name = _around_name(before, after[:60], quantity) if after else self._completed(before, quantity)
        if not name:
            return
        self._last = [name]
        self._remember_verb(name, quantity)
        start = left[0] if before else quantity.start
        stop = behind[1] if after else quantity.stop
        yield self._measure(name, quantity, min(start, quantity.start), max(stop, quantity.stop))

    def _near(self, edge: int, stop: int) -> tuple[int, int]:
        """The words before a counting number, from the last 、 or 等 on."""
        edge = max(edge, stop - 40)
        cut = max(self.text.rfind(mark, edge, stop) for mark in "、等")
        return trim(self.text, cut + 1 if cut >= edge else edge, stop)

    def _completed(self, name: str, quantity: Quantity) -> str:
        """A name with the noun or the verb that stands earlier in the sentence or in the heading."""
        name = name_words("inner").sub("", name)
        if only_verbs(name):
            noun = noun_of(self._last[-1]) if self._last else self._headed()
            return noun + name if is_growth(name) else name + noun
        if begins_with_verb(name):
            self._remember_verb(name, quantity)
            return name
        shares = self._verb and quantity.unit == self._verb_unit and quantity.start == quantity.number
        return self._verb + name if shares and quantity.kind == "count" else name

    def _headed(self) -> str:
        start, stop = trim(self.heading, 0, len(self.heading))
        return noun_of(self.heading[start:stop])

    def _remember_verb(self, name: str, quantity: Quantity) -> None:
        self._verb, self._verb_unit = verb_of(name), quantity.unit

    @staticmethod
    def _measure(name: str, quantity: Quantity, start: int, stop: int) -> Measure:
        return Measure(
            _SPACE.sub("", name),
            quantity.op,
            quantity.value,
            quantity.value_max,
            quantity.unit,
            min(start, quantity.start),
            stop,
        )


_SPACE = re.compile("(?<=[\u4e00-\u9fff]) +(?=[\u4e00-\u9fff])")
"""Spaces that a copied page left between characters."""


def _around_name(before: str, after: str, quantity: Quantity) -> str:
    whole = pattern("share_of").fullmatch(before) if quantity.kind == "share" else None
    if whole:
        return f"{before[: whole.start('sign')]}{after}占{whole['whole']}比例"
    return before + after + ("时限" if quantity.kind == "time" and quantity.op == "<=" else "")
