"""The names in a question: bodies, places, plans, years, document numbers, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.asking.cues import NAME
from graph.asking.known import Known
from graph.asking.papers import find_papers
from graph.asking.things import LEVELS, NATIONAL, Things, shape_of
from loaders.lexicon import Named, find_region, read_name

_LONGEST = 24
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)(?!年?第?\d+号)(?:年度?)?")
_TELLING = re.compile(r"\d月|[季月]度|半年|长期|持续|常年|全年")
_PART = re.compile(r"附件([0-9]{1,2}(?:-[0-9]{1,2})?|[一二三四五六七八九十]{1,3})")
_DIGITS = "一二三四五六七八九十"
_BRANCH = re.compile(
    r"(?:市|州|区|县)?(?:中心支行|中支|监管分局|监管支局|分局|支局|分行|支行|分公司|支公司|支队|大队|办事处)"
)
_ORGAN_ENDS = (
    "委员会", "办公室", "管理局", "总局", "分局", "部门", "局", "委", "厅", "部", "办", "系统", "条线", "口",
)  # fmt: skip
_TRADE = re.compile("(?:工业|产业|行业|企业|产品|制品|产值|种植|加工|市场|消费|销售|收入)")
"""What makes the word of a line, by which a body goes too (烟草), the trade itself."""
_CHARGE = re.compile(
    r"(?:主?管|分管|负责)(?P<line>[\u4e00-\u9fff、]{2,10}?)(?:工作|事务|这[块摊]|口)?的(?:那个|那家|这个)?(?:部门|单位|局|委|厅)"
)
_ORGAN_LAST = "局委办厅部院行会"
_BARE_BEFORE = re.compile(r"(?:^|[市州区县省,。?!、和与跟同由归让给找]|\ue000)$")
_BARE_AFTER = re.compile(
    r"(?:这边|这块|那边)?(?:要|需要?|应该?|得|都|主要|一共|总共|分别|各自?)*"
    r"(?:牵头|配合|负责|参与|承担|协助|在|有(?:哪些|什么|几|多少)|的(?:任务|指标|工作|职责|牵头)|主抓|任务|指标)"
    r"|[和与、](?=[^,。?!\ue000]{2,6}(?:分别|各自?|都)?(?:牵头|配合|负责))"
)
"""What makes the bare words of a line (发改) a bureau: a place before, a role after."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the folded question: its kind, half-open span, and the ids that it may mean.

    kind: deadline (as tasks print it), body, region, foreign (a place that the graph doesn't have), paper,
    year, part, stranger (a body that no name or line of the graph fits).
    `level` is the word of a level that a body was named with (市工信局); `read` what its name says.
    """

    kind: str
    start: int
    stop: int
    ids: tuple[str, ...] = ()
    level: str = ""
    read: Named | None = None
    text: str = ""
    exact: bool = True


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
    stop = min(len(text), at + _LONGEST)
    organ = _organ(text, at, stop) or _in_charge(text, at)
    for end in range(stop, at + 1, -1):
        word = text[at:end]
        if organ and organ.stop >= end and word not in things.by_body:
            return organ
        if word in things.by_body:
            return _body(text, at, end, things.by_body[word])
        if word in things.by_place:
            if _of_a_body(text, at, end, things):
                continue
            return Mention("region", at, end, things.by_place[word], text=word)
        if _foreign(text, at, end):
            return Mention("foreign", at, end, text=word)
    return (
        _miswritten_place(text, at, things)
        or _miswritten(text, at, things)
        or _bare(text, at, of_place=of_place)
    )


def _of_a_body(text: str, at: int, end: int, things: Things) -> bool:
    """Does the last letter of a place belong to the body behind it (青岚|市场监管局), not to the place?"""
    short = text[at : end - 1] in things.by_place
    return short and _reads_body(text, end - 1, things) and not _reads_body(text, end, things)


def _reads_body(text: str, at: int, things: Things) -> bool:
    stop = min(len(text), at + _LONGEST)
    return bool(_organ(text, at, stop)) or any(
        text[at:end] in things.by_body for end in range(at + 2, stop + 1)
    )


def _miswritten_place(text: str, at: int, things: Things) -> Mention | None:
    """A place of three letters or more with one of them wrong, before a body (青兰市教育局)."""
    for name in things.long_places:
        end = at + len(name)
        word = text[at:end]
        likely = word[:1] == name[0] and len(word) == len(name) and NAME not in word and _one_off(word, name)
        if likely and find_region(word) is None and _reads_body(text, end, things):
            return Mention("region", at, end, things.by_place[name], text=word, exact=False)
    return None


def _miswritten(text: str, at: int, things: Things) -> Mention | None:
    """A body's name with one character wrong within it (卫建委 for 卫健委)."""
    for end in range(min(len(text), at + _LONGEST), at + 2, -1):
        word = text[at:end]
        if NAME in word or word[-1] not in _ORGAN_LAST:
            continue
        alike = {ids for name, ids in things.by_shape.get(shape_of(word), ()) if _one_off(word, name)}
        if len(alike) == 1:
            return replace(_body(text, at, end, alike.pop()), exact=False)
    return None


def _one_off(word: str, name: str) -> bool:
    return sum(a != b for a, b in zip(word, name, strict=True)) == 1


def _body(text: str, at: int, end: int, ids: tuple[str, ...]) -> Mention:
    """A body by one of its names."""
    word = text[at:end]
    read = read_name(word)
    level = next((level for level in LEVELS if word.startswith(level)), "")
    if read and not read.start:
        level = ""  # 市 is the line's own (市场监管总局)
    if not level and text[at - 1 : at] in LEVELS and at:
        level = text[at - 1]
    return Mention("body", at, end, ids, level, read, word)


def _organ(text: str, at: int, stop: int) -> Mention | None:
    """A body whose name the vocabulary reads whole, with or without a level before it (市教体局)."""
    level = _level(text, at)
    begin = at + len(level)
    for end in range(stop, begin + 1, -1):
        word = text[begin:end]
        if NAME in word or not word.endswith(_ORGAN_ENDS) or len(word) > 14:
            continue
        read = read_name(_plain_organ(word))
        if read and read.whole and read.start == 0:
            return Mention("body", at, end, (), level, read, text[at:end])
    return _alias(text, at, begin, stop, level)


def _level(text: str, at: int) -> str:
    """The word before an organ's name that says whose it is: 市, 国家."""
    return next((word for word in (*NATIONAL, *LEVELS) if text.startswith(word, at)), "")


def _plain_organ(word: str) -> str:
    """工信部门, 工信系统, 工信口: the line's body."""
    for end in ("主管部门", "系统", "条线", "口"):
        if word.endswith(end):
            return word.removesuffix(end) + "部门"
    return word


def _in_charge(text: str, at: int) -> Mention | None:
    """A body by what it is in charge of: 管教育和卫生的那个局."""
    match = _CHARGE.match(text, at)
    read = read_name(match["line"].replace("和", "").replace("、", "") + "局") if match else None
    if match and read and read.whole and read.start == 0:
        return Mention("body", at, match.end(), (), "", read, match[0])
    return None


def _alias(text: str, at: int, begin: int, stop: int, level: str) -> Mention | None:
    """A body known by a whole name (妇联, 人民银行)."""
    for end in range(min(stop, begin + 12), begin + 1, -1):
        word = text[begin:end]
        read = read_name(word) if NAME not in word else None
        of_trade = text[end - 1] not in _ORGAN_LAST and _TRADE.match(text, end)
        if read and read.whole and read.start == 0 and read.form and read.form != "部门" and not of_trade:
            return Mention("body", at, end, (), level, read, text[at:end])
    return None


def _bare(text: str, at: int, *, of_place: bool) -> Mention | None:
    """The words of a line alone where they stand for the bureau: 青岚市发改要配合…"""
    level = text[at] if text[at] in LEVELS else ""
    begin = at + len(level)
    if not level and not of_place and not _BARE_BEFORE.search(text[:at]):
        return None
    for end in range(min(len(text), begin + 8), begin + 1, -1):
        word = text[begin:end]
        if NAME in word or not (_BARE_AFTER.match(text, end) or not text[end:]):
            continue
        read = read_name(word)
        if read and read.whole and not read.form and read.start == 0:
            return Mention("body", at, end, (), level, read, text[at:end])
    return None


def _foreign(text: str, at: int, end: int) -> bool:
    """A place that the graph doesn't have: by its whole name, or its short one before an organ."""
    word = text[at:end]
    region = find_region(word)
    if region is None:
        return False
    if word != region.short and len(word) > 2:
        return True
    if region.level == "county":
        return bool(_organ(text, end, min(len(text), end + _LONGEST))) and at == 0
    return region.level in ("province", "city") and (
        at == 0 or bool(_organ(text, end, min(len(text), end + _LONGEST)))
    )
