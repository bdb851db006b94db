"""A clause, token by token: units gather until a cue says what they do.

市工信局牵头,市财政局、市税务局等按职责分工负责 — the units since the last cue take its role. Beside a
lead, everybody else supports (gold README, Tasks).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from loaders.clauses.cues import ROLE_OF, LabelKind, Token, cues, read_token
from loaders.clauses.glued import is_glued
from loaders.clauses.named import Named, before_mark, in_first_place, settle
from loaders.clauses.names import restore, with_lines
from loaders.clauses.tokens import Printed, names_in, tokens_of, without_by
from loaders.extraction import Role
from loaders.lexicon import is_listed_unit, is_unit

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Rules:
    """What a document states of its clauses: the first-listed unit leads; a sign beside a name leads;
    those before a mark (the semicolon, say) lead, and those behind it support, all of them where the mark is
    missing unless `parted_only`; those responsible lead
    where an item names no lead; a town's level stands before each of its bodies (`towns_apart`); of those
    mainly responsible none leads, since nobody else is named beside them (`mainly_alone`)."""

    first_leads: bool = False
    sign_leads: bool = False
    parted_by: str = ""
    parted_only: bool = False
    alone_leads: bool = False
    towns_apart: bool = False
    mainly_alone: bool = False

    def role_of(self, label: str, kind: LabelKind) -> Role | None:
        """The role that a label's word gives under these rules; None for one that names no unit."""
        if kind == "lead" and self.mainly_alone and cues().mainly.search(label):
            return "responsible"
        return ROLE_OF.get(kind)

    def leading_first(self) -> Rules:
        """These rules, and that the first-listed unit leads."""
        return self if self.first_leads else replace(self, first_leads=True)

    def without_order(self) -> Rules:
        """These rules for one of several lists, whose first-listed need not lead."""
        return replace(self, first_leads=False) if self.first_leads else self


NO_RULES = Rules()


@dataclass(frozen=True, slots=True)
class Reading:
    """What a clause says. `odd`: spans of tokens that are no unit; `cued`: a cue or label stood there;
    `first_leads`: it states that the first-listed unit leads from here on; `times`: spans of tokens
    that say by when."""

    named: tuple[Named, ...]
    odd: tuple[Span, ...] = ()
    cued: bool = False
    first_leads: bool = False
    times: tuple[Span, ...] = ()


_REMARK = re.compile("[(〔]")
_WITH = re.compile(r"会同|商请")
_LEVEL = re.compile("[省市州区县旗镇乡]")
_SHORT_LABEL = 2
"""Labels up to this length (牵头, 责任) need their colon: else they are words of the clause."""


_ASIDE = ("均", "等具", "等负", "等承", "等拥")
"""What every remark that holds a list has one of."""


def read_clause(
    text: str,
    *,
    default: Role = "responsible",
    rules: Rules = NO_RULES,
    listed: bool = False,
    above: Sequence[str] = (),
) -> Reading:
    """Units and roles of a folded clause in printed order; `default` when no cue says it.

    `rules`: what the document has stated before; `listed`: a label or a column says that these are
    units, so that among units a name of an unknown form is taken for one; `above`: the unit named last
    before it, whose level the first names may share.
    """
    if any(word in text for word in _ASIDE):
        text = cues().aside.sub(lambda aside: "," * len(aside[0]), text)
    reader = _Reader(text, default, rules, listed, above=list(above))
    for start, stop in tokens_of(text):
        reader.take(start, stop)
    return reader.finish()


def read_list(text: str, role: Role, rules: Rules = NO_RULES) -> Reading:
    """Units of a list that a label or a table's header gives `role` to; cues inside are obeyed."""
    return read_clause(text, default=role, rules=rules, listed=True)


@dataclass(slots=True)
class _Reader:
    """What has been read of one clause."""

    text: str
    default: Role
    rules: Rules
    listed: bool
    named: list[Named] = field(default_factory=list)
    odd: list[Span] = field(default_factory=list)
    times: list[Span] = field(default_factory=list)
    pending: list[Span] = field(default_factory=list)
    role: Role = field(init=False)
    cued: bool = False
    stated: bool = False
    silent: bool = False
    nobody_first: bool | None = None
    labelled: int = 0
    above: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.role = self.default

    def take(self, start: int, stop: int) -> None:
        """Read one token."""
        token = read_token(self.text[start:stop])
        if token.says == "time":
            self.times.append((start, stop))
        elif token.says == "first_leads":
            self.stated = True
            self._before_remark(start, stop)
        elif token.says == "remark":
            return
        elif kind := self._label_kind(token, start, stop):
            if _LEVEL.match(self.text, start):
                self.above = []  # 县牵头单位:县水利局,镇对接单位:派出所
            self._label(self.rules.role_of(self.text[start:stop], kind))
        elif not self.silent:
            self._units(token, start, stop)

    def _before_remark(self, start: int, stop: int) -> None:
        """市园林局〔列第一位的为牵头单位,下同〕: the name that the rule stands behind."""
        remark = _REMARK.search(self.text, start + 1, stop)
        if remark:
            self.take(start, remark.start())

    def finish(self) -> Reading:
        """The clause as a whole."""
        for spans in self._lists(self.pending):
            self._with_others(spans, self.role)
        first = 0 if self.nobody_first else in_first_place(self.text, self.named)
        if self.rules.parted_by:
            self.named = before_mark(
                self.text, self.named, self.rules.parted_by, else_none=self.rules.parted_only
            )
        settled = settle(self.named, first, first_leads=self.rules.first_leads or self.stated)
        return Reading(tuple(settled), tuple(self.odd), self.cued, self.stated, tuple(self.times))

    def _lists(self, spans: list[Span]) -> list[list[Span]]:
        """The list without a verb, cut at its commas where 会同 stands in it: 市园林局会同市财政局,各区."""
        lists: list[list[Span]] = []
        for start, stop in spans:
            apart = self.text[:start].rstrip()[-1:] in {",", ";"}
            if not lists or (apart and _WITH.search(self.text, lists[0][0][0], lists[-1][-1][1])):
                lists.append([])
            lists[-1].append((start, stop))
        return lists

    def _label_kind(self, token: Token, start: int, stop: int) -> LabelKind | None:
        """What a label says; a short word (牵头) or one that names no role needs its colon."""
        others = self.text.startswith("其", start)  # 其他责任单位 at a list's end is nobody
        alone = token.label in ROLE_OF and stop - start > _SHORT_LABEL and not others
        return token.label if alone or self.text[stop : stop + 1] == ":" else None

    def _label(self, role: Role | None) -> None:
        """A label such as 完成时限 or 责任人 names no unit: what follows it is passed over."""
        self._close(self.pending, self.role)
        self.pending, self.role, self.cued, self.silent = [], role or self.default, True, role is None
        self.listed, self.labelled = True, len(self.named)

    def _units(self, token: Token, start: int, stop: int) -> None:
        if token.mark:
            self._marked(token.mark.role, (start, start + token.mark.start), whole=token.mark.whole)
        elif token.cue:
            self.cued = True
            own = start, start + token.cue[1]
            if _THE_OTHERS.match(self.text, start):  # those before have their own role: A、B,其他单位配合
                self._close(self.pending, self.role)
                self.pending = []
            listed = self._listed_before(own) if token.cue[0] == "lead" else None
            # 牵头单位:市园林局、市水利局按职责负责 says how those lead whom the label names
            led = self.role == "lead" and token.cue[0] == "responsible" and len(self.named) == self.labelled
            if listed is None:
                for spans in self._lists([*self.pending, own]):
                    self._with_others(spans, "lead" if led else token.cue[0])
            else:
                self._close(listed, self.role)
                self._close([own], "lead")
            self.pending = []
        else:
            self.pending.append((start, stop))

    def _listed_before(self, own: Span) -> list[Span] | None:
        """市园林局、市财政局、市水利局,市园林局牵头: the list without the one said again to lead; None
        where it was not listed."""
        said = [each.name for each in names_in(self.text[slice(*own)])]
        others = [
            span for span in self.pending if [each.name for each in names_in(self.text[slice(*span)])] != said
        ]
        return others if len(said) == 1 and len(others) < len(self.pending) else None

    def _marked(self, role: Role, span: Span, *, whole: bool) -> None:
        """市园林局(牵头): this unit's role alone; (按职责分工牵头): that of all before it."""
        self.cued = True
        if whole:
            self._close([*self.pending, span], role)
        else:
            self._close(self.pending, self.role)
            self._close([span], role)
        self.pending = []

    def _with_others(self, spans: list[Span], role: Role) -> None:
        """会同: those before it have the clause's role, those after it support."""
        for number, (start, stop) in enumerate(spans):
            match = _WITH.search(self.text, start, stop)
            if not match:
                continue
            start = without_by(self.text, start, stop)
            if match.start() == start or _are_units(self.text[start : match.start()].strip()):
                own: Role = "support" if match.start() == start and not spans[:number] else role
                self._close([*spans[:number], (start, match.start())], own)
                self._close([(match.end(), stop), *spans[number + 1 :]], "support")
                return
        self._close(spans, role)

    def _close(self, spans: Sequence[Span], role: Role) -> None:
        """The units of these tokens, prefixes and suffixes that they share restored."""
        if not spans:
            return
        printed = [(start, each) for start, stop in spans for each in names_in(self.text[start:stop])]
        kept = _without_persons([(start, each) for start, each in printed if not each.nobody])
        if printed and self.nobody_first is None:
            self.nobody_first = printed[0][1].nobody
        names = with_lines([each.name for _, each in kept], [each.line for _, each in kept])
        restored = restore([*self.above, *names], towns_apart=self.rules.towns_apart)[len(self.above) :]
        self.above = restored[-1:] or self.above
        known_as = is_listed_unit if self.listed else is_unit
        sections = any(map(_SECTION.fullmatch, restored)) or _SECTIONS.search(self.text) is not None
        sure = [
            not is_glued(name)
            and (known_as(name) or _names_somebody(name) or (sections and _is_office(name)))
            for name in restored
        ]
        for (start, each), name, known in zip(kept, restored, sure, strict=True):
            span = start + each.start, start + each.stop
            if known or (any(sure) and not is_glued(name) and _looks_like_unit(name, self.listed)):
                leads = self.rules.sign_leads and each.signed
                self.cued = self.cued or leads
                self.named.append(Named(name, "lead" if leads else role, *span))
            if not known:
                self.odd.append(span)


def _are_units(words: str) -> bool:
    """Do words name a unit, 等部门 perhaps behind it (县水利局等部门会同…)?"""
    names = [each.name for each in names_in(words)]
    return bool(names) and all(map(is_unit, names))


_PERSONS = re.compile(
    "(?:[省市州区县旗镇乡])?(?:人民)?(?:政府)?(?:有关|相关|分管|协管|主要|联系|包联)*"
    "(?:领导|负责同志|负责人|副?(?:省|市|州|区|县|旗|镇|乡)长|副?主席|副?秘书长)"
)
_OFFICE_OF = re.compile("[省市州区县旗镇乡](?:委|党委)")


def _without_persons(printed: list[tuple[int, Printed]]) -> list[tuple[int, Printed]]:
    """The names without those of persons: of 市委、市政府有关领导 neither is a unit."""
    kept: list[tuple[int, Printed]] = []
    for start, each in printed:
        if _PERSONS.fullmatch(each.name):
            if kept and _OFFICE_OF.fullmatch(kept[-1][1].name):
                kept.pop()
            continue
        kept.append((start, each))
    return kept


_SECTION = re.compile("(?![省市州区县旗各])[\u4e00-\u9fff]{2,16}[处科股]")
_THE_OTHERS = re.compile("(?<=[,;。])(?:其他|其它|其余)(?=(?:各|相关|有关|责任|成员)*(?:单位|部门))")
_SECTIONS = re.compile("(?:各|相关|有关)[处科股]室")
"""A section of one office, and all of them, beside which its 办公室 is a unit too."""


_COMMITTEE = "管委会"
"""By itself that of the place whose plan it is; elsewhere the end of a zone's name."""


def _names_somebody(name: str) -> bool:
    named = _COLLECTIVE.fullmatch(name) is not None and _SETS_UP.search(name) is None
    return name == _COMMITTEE or named


_SETS_UP = re.compile("(?:应|要|须|明确|确定|指定|安排)(?:具体|专门|专职|相关|有关)*(?:部门|单位|机构)$")
"""Who is yet to be told off for a work (各县园林局应确定具体部门负责) has no name."""


def _is_office(name: str) -> bool:
    return name.endswith(("室", "办")) and is_listed_unit(name)


_COLLECTIVE = re.compile(
    "(?:[省市州区县旗](?:级|直)?)?各.{2,16}(?:部门|单位|机构)"
    "|各.{1,12}(?:党委|党工委)(?:和|、|及)(?:人民)?政府|[省市州区县旗].{2,16}(?:相关|有关|成员)单位"
    "|(?:开展|承担|涉及|从事|负有|履行)(?!的)[一-鿿]{3,16}(?:单位|部门|机构)|具?有[一-鿿]{2,10}职能的(?:单位|部门|机构|[处科]室)|(?![各其等])[一-鿿]{2,6}(?:相关|有关)(?:处室|科室|股室)"
    "|[\u4e00-\u9fff]{4,10}各(?:牵头|责任|承办)单位|[在驻].{1,8}(?:高校|院校|高等院校|科研院所|金融机构|央企|企业|单位)"
)
"""各 and what they have in common, duties included: 各负有监管职责的部门. 各相关单位 is cut before."""
_COPIED = re.compile(r"[省市州区县旗镇乡][^的了,。;:]{2,12}(?<!\d)$")
_LISTED = re.compile(r"[\u4e00-\u9fff]{5,16}(?:\([\u4e00-\u9fff]{2,12}\))?")
_VERB = re.compile(
    "推进|推动|加强|落实|做好|开展|完善|提升|负责|牵头|实施|建立|健全|确保|加快|组织|协调|工作|调整|配置|增加"
    "|责任人|联系人|领导|局长|主任|书记|组长"
)


def _looks_like_unit(name: str, listed: bool) -> bool:
    """Among units, a name that begins as theirs and holds no verb: printed with a fault, and kept."""
    form = _COPIED.match(name) or (listed and _LISTED.fullmatch(name))
    return bool(form) and not _VERB.search(name)
