"""Where an item says who is responsible: in brackets, as labels, or as a sentence of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from loaders.clauses.clause import Clause, clause_of
from loaders.clauses.cues import cues
from loaders.clauses.labelled import labelled_clauses
from loaders.clauses.labels import IS, label_at
from loaders.clauses.prose import in_prose, whole_sentence
from loaders.clauses.roles import NO_RULES, Reading, Rules, read_clause
from loaders.clauses.sentences import LONGEST, inside, whole_sentences
from loaders.clauses.split import bracket_groups
from loaders.lexicon import is_unit, kind_of, plan_region

_ANY = re.compile(
    r"[\[【(〔\]】)〕:—]|(?:单位|部门|主体|机构)(?:分别|依次|均)?[为是]|牵头|负责|配合|参与|协办|主办|落实|职责|下同|承担|会同|实施"
)
"""What every clause holds one of: most paragraphs are known by it to have none."""

_IN_FORCE = re.compile(
    r"\s{0,4}(?:本|以上|上述)(?:实施)?(?:措施|政策|意见|方案|办法|通知|规定|细则|计划|行动计划|清单|若干措施|政策措施)"
    r"(?:自|从).{1,24}?(?:起|后)?(?:施行|实施|执行|生效)"
)
"""From when on the plan holds, and who explains it: that is no task of the item above."""
_TELLS_ELSE = re.compile(
    "^即|^(?!.*(?:牵头|责任|配合|负责|主办|协办)).*(?:联系(?:人|电话|方式)|电话|传真|邮箱) ?:"
)
"""A bracket that says what a word means, or whom to ask and nothing of who is charged."""
_EXPLAINED = re.compile(r"\s{0,4}(?:本|以上|上述)[^、,。;()]{2,12}由[^。;()]{2,60}负责[一-鿿]{0,4}解释")


def find_clauses(
    text: str, *, rules: Rules = NO_RULES, passing: bool = True, closed: bool = False
) -> list[Clause]:
    """The clauses of one paragraph's folded text, in order, not overlapping; [] when it has none.

    `rules`: what the document has stated before; a clause that states that the first-listed unit
    leads sets the rule for itself and the rest of the paragraph. `passing`: what sentences assign by
    the way is read too; only where it says who leads, when another paragraph is `closed` by a clause.
    """
    if not _ANY.search(text) or _IN_FORCE.match(text):
        return []
    groups = list(bracket_groups(text))
    found: list[Clause] = []
    stated = list(_stated(text, groups))
    rules = rules.leading_first() if stated or _is_stated_behind(text, groups) else rules
    for start, stop in groups:
        clause = _bracketed(text, start, stop, rules)
        if clause:
            rules = rules.leading_first() if clause.first_leads else rules
            found.append(clause)
    found += _unclosed(text, groups[-1][1] if groups else 0, rules)
    taken = [(c.start, c.stop) for c in found]
    found += labelled_clauses(text, taken, rules)
    said = any(_is_closing(text, each) for each in found)
    taken = sorted((c.start, c.stop) for c in found)
    # a sentence tells when something is done; a clause in brackets or a label is what a table would print
    found += [replace(each, times=()) for each in whole_sentences(text, taken, rules)]
    if passing and not said:
        told = in_prose(text, sorted(found, key=lambda c: c.start), rules)
        found += [each for each in told if not closed or any(n.role == "lead" for n in each.named)]
    elif passing and "由" in text:
        led = list(_led_in_prose(text, found, rules))
        found = [*_beside(found, led), *led]
    return sorted([*stated, *found], key=lambda c: c.start)


def _stated(text: str, groups: list[tuple[int, int]]) -> Iterator[Clause]:
    """The document's own rule that the first-listed unit leads, as a sentence outside brackets."""
    rule = cues().first_leads.search(text)
    if rule and not inside(rule.start(), groups):
        yield Clause(rule.start(), rule.end(), (), first_leads=True)


def _is_stated_behind(text: str, groups: Sequence[tuple[int, int]]) -> bool:
    """Does a bracket beside that of the units state it: (市园林局、市财政局)(排在首位的为牵头单位,下同)?"""
    beside = (group for before, group in pairwise(groups) if not text[before[1] : group[0]].strip())
    return any(cues().first_leads.search(text, *group) for group in beside)


def _led_in_prose(text: str, found: Sequence[Clause], rules: Rules) -> Iterator[Clause]:
    """Who leads by a sentence (由市园林局牵头), where the clause that closes the paragraph says of nobody, or
    stands before the sentence."""
    closing = [named for clause in found for named in clause.named]
    led = any(named.role == "lead" for named in closing)
    behind = max(clause.stop for clause in found) if led else 0
    for said in in_prose(text, sorted(found, key=lambda c: c.start), rules):
        leads = tuple(named for named in said.named if named.role == "lead")
        if leads and leads[0].start > behind and text[leads[0].start - 1 : leads[0].start] == "由":
            # 责任单位:市园林局等相关部门 names no more than the lead: the sentence tells the others
            repeated = {named.unit for named in closing} <= {named.unit for named in leads}
            yield said if repeated else replace(said, named=leads)


def _beside(found: Sequence[Clause], led: Sequence[Clause]) -> Iterator[Clause]:
    """The clauses without those responsible who lead by a sentence."""
    leads = {named.unit for clause in led for named in clause.named if named.role == "lead"}
    for clause in found:
        others = (n for n in clause.named if n.role != "responsible" or n.unit not in leads)
        yield replace(clause, named=tuple(others)) if leads else clause


def _is_closing(text: str, clause: Clause) -> bool:
    """Does a clause in brackets or behind a colon say all of who is responsible for its paragraph?"""
    label = label_at(text, clause.start)
    return bool(clause.named) and not (label and text[label.stop - 1] in IS)


def _bracketed(text: str, start: int, stop: int, rules: Rules) -> Clause | None:
    inner = text[start + 1 : stop - 1]
    if not 2 <= len(inner) <= LONGEST or _EXPLAINED.match(inner) or _TELLS_ELSE.search(inner):
        return None
    reading = read_clause(inner, rules=rules, listed=_SECTION.search(inner) is not None)
    if reading.odd and (said := whole_sentence(text, start + 1, stop - 1, rules)):
        return replace(said, start=start, stop=stop)
    if not reading.named:
        return Clause(start, stop, (), first_leads=True) if reading.first_leads else None
    if not _convincing(reading) or not (
        reading.cued or _closes(text, start, stop, reading, ranked=bool(rules.parted_by))
    ):
        return None
    if not reading.cued and text[start] == "【" and not text[:start].strip() and len(reading.named) == 1:
        return None  # 【青岚市园林局】 above a title says whose it is
    if not reading.cued and _REMARK.match(inner) and plan_region(inner, None, None) is None:
        return None
    return clause_of(start, stop, reading, start + 1)


_SECTION = re.compile("(?:^|[、,;])(?:办公室|[一-鿿]{2,3}部)(?:牵头|负责|配合|参与|协助|协同)")
"""Sections of the body whose plan it is (办公室牵头,宣传部配合): beside them any well-formed name is one."""
_REMARK = re.compile("(?:不?含|包括|包含|例?如|即)")
"""(含技工学校) tells what a word takes in; a place's name may begin so too."""
_OPENS = re.compile(r"[(\[【〔](?=[^()\[\]【】〔〕。]{4,400}[。;]?\s*$)")


def _unclosed(text: str, start: int, rules: Rules) -> list[Clause]:
    """A clause whose closing bracket was forgotten at the paragraph's end: (市园林局牵头,市财政局配合。"""
    opened = _OPENS.search(text, start)
    if opened is None:
        return []
    stop = len(text.rstrip("。; \t"))
    reading = read_clause(text[opened.end() : stop], rules=rules)
    if not reading.cued or not reading.named or reading.odd:
        return []
    return [clause_of(opened.start(), stop, reading, opened.end())]


def _convincing(reading: Reading) -> bool:
    """Most of it must be units: a remark in brackets that happens to name one is no clause."""
    if reading.cued:
        return len(reading.named) >= len(reading.odd)
    offices = sum(kind_of(named.unit) in _OFFICES for named in reading.named)
    return not reading.odd or (offices >= _FEWEST_KNOWN and len(reading.odd) * 2 <= len(reading.named))


_FEWEST_KNOWN = 2
"""Offices that make a bracket with a name nobody knows in it a list of units."""
_NEAR = 200
"""How far before a bracket it is looked at what it belongs to."""


def _closes(text: str, start: int, stop: int, reading: Reading, *, ranked: bool = False) -> bool:
    """A bare list of units is a clause only at the end, behind a full stop or a short heading.

    Offices in a bracket between two sentences are one too; where the document tells how such lists are
    `ranked`, whoever is named there.
    """
    # behind a tab it stood on a line of its own
    before = "" if text[start - 1 : start] == "\t" else text[max(0, start - _NEAR) : start].rstrip()
    kinds = {kind_of(n.unit) for n in reading.named}
    offices = bool(kinds & _OFFICES) and kinds <= _OFFICES | _BESIDE
    if (offices or ranked) and before[-1:] == "。" and _SENTENCE.match(text, stop):
        return True
    if not _REST.fullmatch(text, stop) or _names_unit(before) or before[-2:] == reading.named[0].unit[-2:]:
        return False  # 技术创新中心(研发中心) is one thing by two names
    many = sum(kind_of(n.unit) in _OFFICES for n in reading.named) >= _MANY
    return before[-1:] in {"", "。", ";", "!"} or many or (offices and len(before) <= 60)


_MANY = 3
"""So many offices in a bracket that ends a paragraph are those in charge, places beside them too."""


_SENTENCE = re.compile(r"\s{0,4}(?:[\u4e00-\u9fff“《]|20\d\d年)")
_REST = re.compile(
    r"[\s。;]{0,40}(?:[(〔【][^()〔【]{0,40}(?:下同|牵头单位|牵头部门)[^()〔【]{0,20}[)〕】][\s。;]{0,40})?"
)
"""Behind the list at the most a remark on how to read it: (标*的为牵头单位,下同)."""
_OFFICES = {"bureau", "party"}
_BESIDE = {"other", "court", "collective", "taskforce"}
"""What a list behind a heading may name beside offices; a place there is where something is built."""


def _names_unit(before: str) -> bool:
    """Does a unit stand before the bracket? Then the bracket is part of its name."""
    last = re.split("[、,;。:!]", before[-40:])[-1].strip()
    sent = _SENT_TO.search(last)
    return is_unit(last) or (sent is not None and is_unit(last[sent.end() :]))


_SENT_TO = re.compile("报送|抄送|报告|提交|设在|报")
"""…报送市某某办公室(市园林局): the bracket tells where that office is."""
