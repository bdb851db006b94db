"""Gives each target its name, with what was named before it in the sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from loaders.indicators.earlier import begun, of_batch, told_before
from loaders.indicators.lexicon import name_words, pattern
from loaders.indicators.limits import of_answer, of_counted_whole, with_deed
from loaders.indicators.measure import Measure
from loaders.indicators.naming import (
    Listed,
    begins_with_verb,
    doubled,
    ends_in_verb,
    is_growth,
    listed,
    noun_of,
    only_verbs,
    shared_end,
    trim,
    verb_of,
)
from loaders.indicators.quantities import Quantity
from loaders.indicators.wording import (
    around_name,
    bare_unit,
    in_places,
    is_event,
    is_level,
    limit_name,
    names_level,
    of_both,
    of_kinds,
    of_levels,
    of_several,
    of_thing,
    spent_on_all,
)


@dataclass(slots=True)
class Names:
    """Names targets one after the other; `heading` serves those that the sentence leaves unnamed."""

    text: str
    heading: str
    _last: list[str] = field(default_factory=list)
    _verb: str = field(default="")
    _verb_unit: str = field(default="")
    _same_clause: bool = field(default=False)
    _label: str = field(default="")
    _passed: tuple[int, int] = (0, 0)
    _told: list[str] = field(default_factory=list)
    _earlier: list[str] = field(default_factory=list)
    _apart: list[str] = field(default_factory=list)
    _before: str = field(default="")
    _here: str = field(default="")
    _unit: str = field(default="")
    _counted: dict[str, str] = field(default_factory=dict)

    def new_sentence(self, *, same: bool = False) -> None:
        """What the sentence before named is forgotten, but for the last measure where this tells the `same`
        of another year."""
        self._earlier = self._told or self._earlier
        self._last = self._last[-1:] if same else []
        self._verb, self._told, self._passed = "", [], (0, 0)
        self._here = ""

    def new_clause(self, label: tuple[int, int], apart: int = 0) -> None:
        """Begin a clause; `label` is the span of what a colon parts from it (城镇就业:3万人).

        `apart`: so many numbers of the clause belong to as many measures told before, in their order
        (…达到2%,…达到30亿元,分别提高0.1个百分点、增长15%).
        """
        self._same_clause = False
        self._before, self._here = self._here, ""
        self._apart = self._told[-apart:] if 1 < apart <= len(self._told) else []
        start, stop = trim(self.text, *label)
        self._label = self.text[start:stop]

    def pass_over(self, start: int, stop: int) -> None:
        """A clause without a number may list what the next one counts (改造A、B,分别完成5公里、6公里)."""
        self._passed = trim(self.text, start, stop)
        self._here = self.text[slice(*self._passed)]

    def note(self, edge: int, quantity: Quantity) -> None:
        """A number that is no target names what the next one may leave unnamed (去年新增企业300家)."""
        start, stop = trim(self.text, edge, quantity.start)
        if quantity.unit == "番":
            self._last = doubled(self.text, start, stop)
        elif not only_verbs(self.text[start:stop]):
            self._last = [self.text[start:stop]]

    def before(self, edge: int, group: Sequence[Quantity]) -> Iterator[Measure]:
        """Targets whose name stands before them: one each, or one for each member of a list."""
        start, stop = trim(self.text, edge, group[0].start)
        many = self._listed(start, stop, group)
        if start == stop and len(group) > 1 and self._passed[0] < self._passed[1]:
            many = listed(self.text, *self._passed, len(group))
        verb = pattern("inner").sub("", self.text[start:stop])
        each = pattern("each_item").fullmatch(self.text[edge : group[0].start].strip(" ,、"))
        each = None if self._apart else each
        if self.text[start:stop] in _EACH and len(group) == 1 and len(self._last) > 1:
            for name in self._last:  # …均达到60%以上,2030年均提高到70%以上
                yield self._measure(noun_of(name), group[0], edge, group[0].stop)
        elif each and each["tail"] and len(group) == 1 and len(self._told) > 1 and group[0].kind == "share":
            for name in self._told[-2:]:
                yield self._measure(noun_of(name) + each["tail"], group[0], edge, group[0].stop)
        elif said := self._said(self.text[start:stop], len(group)):
            yield from (self._measure(n, q, q.start, q.stop) for n, q in zip(said, group, strict=True))
        elif len(group) > 1 and len(group) == len(self._apart) and only_verbs(verb):
            yield from self._apart_of(verb, group)
        elif many and len(group) in (1, len(many.spans)):
            yield from self._of_list(many, group)
        elif start == stop and len(group) == len(self._last) > 1:
            nouns = [noun_of(name) for name in self._last]
            self._told += nouns
            yield from (self._measure(n, q, q.start, q.stop) for n, q in zip(nouns, group, strict=True))
        else:
            yield from self._of_one(start, stop, group)

    def _listed(self, start: int, stop: int, group: Sequence[Quantity]) -> Listed | None:
        """The measures that a phrase lists: one a number, or so many for each of two years
        (甲率、乙率分别提高到20%、30%和40%、50%)."""
        if start == stop:
            return None
        many = listed(self.text, start, group[0].start, len(group))
        fits = many is not None and len(many.spans) == len(group)
        if fits or len(group) < _TWICE_TWO or len(group) % 2:
            return many
        half = listed(self.text, start, group[0].start, len(group) // 2)
        if half is None or len(half.spans) * 2 != len(group):
            return many
        return replace(half, spans=half.spans * 2)

    def _said(self, phrase: str, count: int) -> list[str]:
        """…达到9亿元、6亿元和2亿元。2031年,三项指标分别增长5%、6%、8%: the measures told before, with what is
        said of them; [] for any other phrase."""
        said = _SAID.fullmatch(phrase)
        known = self._told or self._earlier
        if not said or _COUNTS[said["count"]] != count or len(known) < count:
            return []
        self._last = [noun_of(name) + (said["tail"] or "") for name in known[-count:]]
        return self._last

    def _apart_of(self, verb: str, group: Sequence[Quantity]) -> Iterator[Measure]:
        """…4500万人次、收入突破400亿元,分别增长12%、15%: a number for each of the measures told before."""
        names = [noun_of(name) + verb for name in self._apart]
        self._apart, self._last = [], names
        for name, quantity in zip(names, group, strict=True):
            yield self._measure(name, quantity, quantity.start, quantity.stop)

    def _of_list(self, many: Listed, group: Sequence[Quantity]) -> Iterator[Measure]:
        names = shared_end([pattern("inner").sub("", self.text[a:b]) for a, b in many.spans])
        names = [name + many.tail for name in names]
        if is_growth(many.tail) and self._last and all(only_verbs(self.text[a:b]) for a, b in many.spans):
            names = [noun_of(self._last[0]) + name for name in names]
        self._last = names
        self._told += names
        quantities = list(group) * len(names) if len(group) == 1 else group
        for name, span, quantity in zip(names, many.spans, quantities, strict=True):
            yield self._measure(name, quantity, span[0], quantity.stop)

    def _of_one(self, start: int, stop: int, group: Sequence[Quantity]) -> Iterator[Measure]:
        alone = self.text[start:stop] in ("", "在")
        begun = with_deed("", group[0], self.text) if alone else ""
        name = begun or self._completed("" if alone else self.text[start:stop], group[0])
        if not name:
            return
        name += of_levels(name, self.text, group[-1].stop)
        self._last = [name]
        for position, quantity in enumerate(group):
            place = min(start, quantity.start) if position == 0 and start < stop else quantity.start
            own = noun_of(name) if is_level(quantity, group[0]) else name
            own = own if begun else of_counted_whole(with_deed(own, quantity, self.text), quantity, self.text)
            each = self._of_both(limit_name(own, quantity), position, len(group))
            self._told.append(each)
            spent = _SPENT.match(self.text, quantity.stop) if quantity.kind == "share" else None
            if spent:  # shares of one sum are told apart by what they go to
                each = each.removesuffix("的") + spent["what"]
            yield self._measure(each, quantity, place, spent.end() if spent else quantity.stop)

    @staticmethod
    def _of_both(name: str, position: int, count: int) -> str:
        # 城乡低保标准分别提高到740元/月和485元/月: town first, as the word says it
        if count == 2 and name.startswith("城乡"):
            town = "城镇" if name.startswith("城乡居民") else "城市"
            return (town, "农村")[position] + name[2:]
        return name

    def around(self, edge: int, quantity: Quantity, right: int) -> Iterator[Measure]:
        """A target that stands before what it counts: 新建100个充电站 is 新建充电站."""
        left = self._near(edge, quantity.start)
        if quantity.kind == "time" and left[0] == left[1] and self.text[edge : quantity.start].endswith("、"):
            left = self._near(edge, quantity.start - 1)  # 推行并联审批、9个工作日内办结
        if quantity.kind == "count" and not quantity.bounded and self._apposed(left, edge):
            left = quantity.start, quantity.start
        behind = trim(self.text, quantity.stop, right, "right_head")
        before = pattern("inner").sub("", self.text[left[0] : left[1]])
        after = pattern("inner").sub("", self.text[behind[0] : behind[1]])
        before, after = of_answer(before, after, self._before) if quantity.kind == "time" else (before, after)
        printed = before, after
        before, after = in_places(before, after, self.text, quantity)
        named = (before, after) != printed
        name = around_name(before, after[:60], quantity) if after else self._completed(before, quantity)
        if not name:
            return
        if several := of_several(self.text[edge : quantity.start], after, quantity):
            for at, each in several:
                yield self._measure(each, quantity, edge + at, max(behind[1], quantity.stop))
            return
        name += of_kinds(after, self.text, behind[1]) or of_both(self.text, behind[1])
        own = named or (before and not names_level(before))  # what those counted do is no verb for the next
        self._last = [name if own else self._with_verb(name, quantity)]
        if before:
            self._remember_verb(name, quantity)
        start = left[0] if before else quantity.start
        stop = behind[1] if after else quantity.stop
        yield self._measure(self._last[0], quantity, min(start, quantity.start), max(stop, quantity.stop))

    def _apposed(self, words: tuple[int, int], edge: int) -> bool:
        """Are these the last of a list (甲、乙2所村小) that says which they are, and not what?"""
        start, stop = words
        last = self.text[start:stop]
        listed = edge < start and self.text[start - 1] == "、"
        return listed and not (ends_in_verb(last) or only_verbs(last) or names_level(last))

    def _near(self, edge: int, stop: int) -> tuple[int, int]:
        """The words before a counting number, from the last 、 or 等 on."""
        edge = max(edge, stop - 40)
        cut = max(self.text.rfind(mark, edge, stop) for mark in "、等")
        start, stop = trim(self.text, cut + 1 if cut >= edge else edge, stop)
        if cut < edge:
            return start, stop
        verbs = [m.start() for m in name_words("carried").finditer(self.text, start, stop) if m.end() == stop]
        return (verbs[0] if verbs else start), stop  # who does it stands before the verb

    def _completed(self, name: str, quantity: Quantity) -> str:
        """A name with the noun or the verb that stands earlier in the sentence or in the heading."""
        name = pattern("inner").sub("", name)
        if spent_on_all(name, self._told):
            return f"完成{name}"
        thing = of_thing(name, quantity, self._unit, self._last[-1] if self._last else "", self._before)
        if thing or is_event(name, quantity):
            return thing or name
        if self._before and _PER_ALONE.fullmatch(name):
            return noun_of(self._before)
        if only_verbs(name):
            noun = told_before(self._before, self.text[quantity.start]) or of_batch(self._before, name)
            noun = noun or self._noun(quantity)
            behind = name_words("behind").fullmatch(name) or (is_growth(name) and quantity.kind == "share")
            return noun + name if behind else name + noun
        if name.startswith("占") and self._last:
            return noun_of(self._last[-1]) + name
        return self._with_verb(name, quantity)

    def _noun(self, quantity: Quantity) -> str:
        """The noun for a number that has none of its own: of the measure before, of what the paragraph
        counted alike, of the clause before, or of the heading."""
        if self._apart:
            return noun_of(self._apart.pop(0))
        if self._last:
            return noun_of(self._last[-1])
        alike = self._counted.get(bare_unit(quantity), "") if quantity.kind == "count" else ""
        return self._label or alike or begun(self._before, quantity) or self._headed()

    def _with_verb(self, name: str, quantity: Quantity) -> str:
        """A name with the verb that the first of its list has, when it has none itself."""
        if begins_with_verb(name):
            self._remember_verb(name, quantity)
            return name
        unit = bare_unit(quantity)
        unbounded = quantity.start == quantity.number and quantity.kind in ("count", "size")
        shares = unbounded and (self._same_clause or unit == self._verb_unit)
        return self._verb + name if shares else name

    def _headed(self) -> str:
        if len(self.heading) < 16 and _NUMBER.search(
            self.heading
        ):  # a cell that is its own heading names nothing
            return ""
        start, stop = trim(self.heading, 0, len(self.heading))
        if "," in self.heading[start:stop]:  # a sentence names nothing
            return ""
        return noun_of(self.heading[start:stop])

    def _remember_verb(self, name: str, quantity: Quantity) -> None:
        self._verb, self._verb_unit = verb_of(name), bare_unit(quantity)
        self._same_clause = True

    def _measure(self, name: str, quantity: Quantity, start: int, stop: int) -> Measure:
        self._unit = bare_unit(quantity)
        if quantity.kind == "count":
            self._counted[self._unit] = noun_of(name)
        if name.endswith('"') and name.count('"') % 2:  # 审批"最多9天"
            name = name[:-1]
        return Measure(
            _SPACE.sub("", name),
            quantity.op,
            quantity.value,
            quantity.value_max,
            quantity.unit,
            min(start, quantity.start),
            stop,
        )


_PER_ALONE = re.compile("(?:每(?:户|人|季度|季|月|年|周|个?[村镇乡]))+")
"""Words that only say of whom or how often a number holds: 提高优待金标准,每户不低于1.2万元."""
_TWICE_TWO = 4
_EACH = frozenset(["均", "都", "各"])
_COUNTS = {"两": 2, "三": 3, "四": 4, "五": 5, "六": 6}
_SAID = re.compile(
    "(?:上述|以上|这)?(?P<count>[两三四五六])项(?:主要|核心|重点)?(?:指标|目标)(?:年均|同比)?(?:分别)?"
    "(?P<tail>年均增长|增长|提高|下降)?"
)
_SPENT = re.compile("(?:主要|专项|专门|全部)?(?P<what>用于[^,。;:()]{2,40})")
_NUMBER = re.compile("[0-9]+(?:\\.[0-9]+)?[个家户万亿%]")
_SPACE = re.compile("(?<=[\u4e00-\u9fff]) +(?=[\u4e00-\u9fff])")
"""Spaces that a copied page left between characters."""
