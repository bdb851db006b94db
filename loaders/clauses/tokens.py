"""A clause's tokens, and the names inside one token."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from loaders.clauses.cues import cues, label_kind, names_nobody
from loaders.clauses.glued import where_glued
from loaders.clauses.split import split_outside, trim
from loaders.lexicon import SEVERAL, is_listed_unit, is_standard, is_unit

SEPARATORS = "、,;。:\t\n/|"
_MISSED_COMMA = re.compile(
    r"(?<=牵头|配合|负责)(?:\s*(?=[省市州县区旗盟镇乡各][^、,;。责]{2})|\s+(?=[^\s、,;。]))"
)
"""市园林局牵头市财政局配合: somebody forgot the comma, or a line ended there."""
_MISSED_COLON = re.compile("(?:牵头|主办|配合|协办|参与|责任|承办)(?:单位|部门)(?=[省市州区县旗镇乡各])")
"""配合单位市财政局: somebody forgot the colon."""
_PREFIX = re.compile(
    r"[-—·●\s]{0,4}(?:(?:(?:以上|上述)[^、,由]{0,16}|(?:本|该|此|各|[^、由]{0,6})(?:任务|工作|事项|项目|部分|内容|措施|行动))"
    r"(?:分别|均|统一)?)?(?:分别|统一|拟|主要|具体)?由(?=.)|[-—·●]{1,4}"
)
"""由 and what may stand before it: 以上任务由…, 由…. No unit's name begins so."""
_LOOSE_PREFIX = re.compile(r"(?:其中|请|并|同时|以及|及|和|与)(?=.)")
"""Words that a unit's name could begin with, so they go only when it is none with them."""
_AND = re.compile(
    r"(?<=[局委办厅部院行府会司团校站所署社处镇乡心道室联关队库)])(?:以及|及其(?![他它余])|和|及|与|并)(?=[^其]|其[他它余])"
    r"|(?:(?<=部门|单位)|(?<=部门\(单位\)|单位\(部门\)))(?:以及|和|及|与)(?=各(?!自|有关|相关)|国务院|乡镇|镇街|街道|[省市州区县旗](?!直属?单位))"
    r"|(?<=部门|单位)(?:以及|和|及|与)(?=(?!单位|部门)[一-鿿]{2,5}[市区县州旗](?:人民政府|政府)?$)"
    r"|(?<![有相]关部门)(?<=部门)(?:以及|和|及|与)(?=(?!有关|相关|其[他它余]|主管|监管|配合|牵头|责任)[一-鿿]{2,8}部门)"
    r"|(?<=牵头部门|牵头单位)(?:以及|和|及|与)(?=配合(?:部门|单位)$)"
    r"|(?<=各地区|各县区|各县市|各区县|各市县)(?=各(?:有关|相关)?(?:部门|单位))"
    r"|(?<=各地)(?=各(?:有关|相关)(?:部门|单位))"
    r"|(?<=机构)(?:以及|和|及|与)(?=其[他它余])"
    r"|(?<=企业)(?:以及|和|及|与)(?=各)"
    r"|(?<=[科股])(?:以及|和|及|与)(?=(?:相关|有关|各)(?:[科处股]室|站所|单位|部门))"
    r"|等(?:国务院|中央|[省市州区县旗](?:[级直]|政府)?)?(?:有关|相关)?(?:单位|部门)?(?:和(?:单位|部门))?(?:以及|和|及|与)"
    r"|等(?=[省市州区县旗][^、,;等]{4,30}(?:领导小组|联席会议|委员会|指挥部|专班|安委会)(?:有关|相关|各)*成员单位)"
)
_ETC_TAIL = re.compile(
    r"等(?:\d{1,3}个|[一二三四五六七八九十]{1,2}[个家])?(?:有关|相关|国务院|中央|[省市州区县旗]政府|行政执法|[省市州区县旗][级直]?|各级|各|职能|责任|成员|直属|承办|经办|合作|行业|主管|监管|\(?驻[省市州区县]\)?|进驻(?:[一-鿿]{0,6}(?:大厅|中心|窗口))?)*(?:(?:单位|部门)(?:(?:和|及)?(?:单位|部门)|\((?:单位|部门)\))|单位|部门|机构|科室|处室|企业|方面|(?<=[相有]关)(?:司局|学院|院系|高校|院校|学校))?$"
    r"|等(?:涉[^、,;。等]{1,12}|[一-鿿]{2,8}(?:管理|监管|审批|执法))(?:的(?:[省市州区县旗][级直]?)?(?:相关|有关))?(?:部门|单位)$"
)
_LONGEST_TAIL = 24
_ONE = re.compile(
    r"(?:各.{1,12}|.{2,8}[省市州区县旗盟镇乡])(?:党委|党工委)(?:和|及)(?:人民)?政府|.{2,12}党工委(?:和|及)管委会"
)
"""Party and government of each level, or of a zone: one name, as printed."""
_EACH_ZONE = re.compile(
    r"各[市区县旗]{1,3}(?:\([市区县旗]\))?(?:及|和|与)(?:功能|开发|高新|管理|新|园)区(?!有关|相关|各)[一-鿿]{2,12}部门"
)
"""Places and zones that share a line's departments (各区县及功能区教育行政部门): one name, as printed."""
_OWN_PREFIX = re.compile(r"[省市州区县旗镇乡各]")


_LEVELS = re.compile(
    rf"{SEVERAL.pattern}(?=[,;。等按、:和及与\s)]|配合|参与|负责|牵头|落实|分别|具体|共同|组织|实施|结合|$)"
)
"""One collective over several levels, at the end of a name: 各区、县(市)."""
_JOINED = re.compile("(?:以及|和|及|与)(?=各|有关|相关)")
"""…和各县、区: the collective stands behind another name."""
_CONCERNED = ("各", "有关", "相关")
_PAIR = re.compile("[县旗]、[区市县]|市、县")
"""Two levels that one word 政府 may stand behind."""


def tokens_of(text: str) -> Iterator[tuple[int, int]]:
    """Spans between separators outside brackets; a comma missed behind a role's word counts as one,
    levels of one collective stay together, and blanks part a name from a label behind it."""
    joined = any(word in text for word in _CONCERNED) or _PAIR.search(text)
    for start, stop in _levels_joined(text) if joined else split_outside(text, SEPARATORS):
        if text[stop : stop + 1] == ":" and (blank := _label_behind(text, start, stop)):
            yield trim(text, start, blank)
            start = blank + 1
        for a, b in _missed_commas(text[start:stop]):
            yield start + a, start + b


@lru_cache(maxsize=8192)
def _missed_commas(token: str) -> tuple[tuple[int, int], ...]:
    """The spans of a token between commas that were missed in it; itself where none was."""
    gaps = [gap.span() for gap in _MISSED_COMMA.finditer(token)]
    label = _MISSED_COLON.match(token)
    if label and is_listed_unit(token[label.end() :]):
        gaps.insert(0, (label.end(), label.end()))
    edges = [0, *(edge for gap in gaps for edge in gap), len(token)]
    return tuple(trim(token, a, b) for a, b in zip(edges[::2], edges[1::2], strict=True))


def _levels_joined(text: str) -> Iterator[tuple[int, int]]:
    first, end = -1, -1
    for start, stop in split_outside(text, SEPARATORS):
        joint = _JOINED.search(text, start, stop) if not text.startswith(_CONCERNED, start) else None
        levels = _LEVELS.match(text, joint.end() if joint else start) if start >= end else None
        if levels:
            first, end = start, levels.end()
        if start >= end:
            yield start, stop
        elif stop >= end:
            yield first, stop


def _label_behind(text: str, start: int, stop: int) -> int:
    """Where the blank stands that parts a name from a label in one token (市财政局  配合:); 0 for none."""
    blank = max(text.rfind(mark, start, stop) for mark in " \t")
    labelled = blank > 0 and label_kind(text[blank + 1 : stop])
    return blank if labelled and not label_kind("".join(text[start:stop].split())) else 0


class Printed(NamedTuple):
    """A name as a token prints it: its span there; `name` without blanks.

    `signed`: a sign stood beside it; `nobody`: it is a phrase that names no unit; `line`: 等部门 stood
    behind it, so that it and those before it may be lines of work (财政、税务等部门).
    """

    start: int
    stop: int
    name: str
    signed: bool
    nobody: bool
    line: bool = False


@lru_cache(maxsize=8192)
def names_in(token: str) -> tuple[Printed, ...]:
    """The names inside one token: joined by 和 or 及 after an organ's last character."""
    return tuple(_with_each([_printed(token, start, stop) for start, stop in _names(token, 0, len(token))]))


_EACH_LEAD = re.compile("(?P<each>(?:[省市州区县旗](?:级|直)?)?各[一-鿿]{1,12})牵头(?:部门|单位)")
_NAMED_BY_WORK = re.compile(f"{_EACH_LEAD.pattern}|(?:履行|承担)[一-鿿]{{3,12}}职责的?(?:机构|部门|单位)")
_SUPPORTS = re.compile("配合(?:部门|单位)")


def _with_each(names: Sequence[Printed]) -> Iterator[Printed]:
    """各链条牵头部门和配合部门: the latter are those of each, and somebody."""
    for above, each in zip([None, *names], names, strict=False):
        lead = _EACH_LEAD.fullmatch(above.name) if above and _SUPPORTS.fullmatch(each.name) else None
        yield each._replace(name=f"{lead['each']}{each.name}", nobody=False) if lead else each


_ROUND = str.maketrans("〔〕", "()")
"""Inside round brackets a name's own are printed so: (…,各市、县〔市、区〕政府)."""


def _printed(token: str, start: int, stop: int) -> Printed:
    a, b = _unsigned(token, start, stop)
    nobody = a >= b or names_nobody(token[a:b])
    line = _OF_LINES.match(token, b) is not None
    defined = _DEFINED.search(token[a:b].translate(_ROUND))
    b = a + defined.start() if defined else b
    name = "".join(token[a:b].split()).translate(_ROUND)
    return Printed(a, b, name, (a, b) != (start, stop), nobody, line)


_DEFINED = re.compile(r"\((?:[^()]{2,80}[,;](?:以)?下同|(?:以下)?(?:简|统|合)称[^()]{2,40})\)$")
"""What a document takes a name for from there on (各区政府(含新区管委会,下同)) is no part of it."""
_OF_LINES = re.compile("等(?:有关|相关|[省市州区县旗][级直]|职能)*部门$")


def _names(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    start, stop = _bare(text, *trim(text, start, stop))
    if start >= stop:
        return
    if any(char.isspace() for char in text[start:stop]):
        if cells := _cells(text, start, stop):
            yield from (trim(text, start, cells), trim(text, cells, stop))
            return
        pieces = list(_spaced(text, start, stop))
        if len(pieces) > 1:
            yield from pieces
            return
    cut = where_glued(text, start, stop)
    if cut:
        yield start, cut
        start = cut
    yield from _joints(text, start, stop)


def without_by(text: str, start: int, stop: int) -> int:
    """Where a token begins behind 由 and what stands before it."""
    prefix = _PREFIX.match(text, start, stop)
    return prefix.end() if prefix else start


def _bare(text: str, start: int, stop: int) -> tuple[int, int]:
    """A token without 由 and what stands before it, and without 等部门 at its end."""
    start = without_by(text, start, stop)
    time = _BY_WHEN.match(text, start, stop)
    if time and is_unit(text[time.end() : stop]):
        start = time.end()
    group = _GROUP.match(text, start, stop)
    if group and group.end() > start and is_unit(text[group.end() : stop]):
        start = group.end()
    by = max(text.rfind("由", start, stop), start)
    # 商场由市商务局; but not 自由贸易试验区管委会
    if by > start and text[by - 1] != "自" and is_unit(text[by + 1 : stop]):
        start = by + 1
    loose = _LOOSE_PREFIX.match(text, start, stop)
    if loose and not is_unit(text[start:stop]):
        start = loose.end()
    tail = _ETC_TAIL.search(text, max(start, stop - _LONGEST_TAIL), stop)
    return start, tail.start() if tail and tail.start() >= start else stop


_BY_WHEN = re.compile(
    r"(?:20\d{2}年)?(?:\d{1,2}月(?:底|末|\d{1,2}日|[上中]旬)?|年底|月底)(?:之?前|以前)[,由]?(?=[省市州区县旗各])"
)
"""6月底前市园林局牵头: the time, glued to who leads."""
_GROUP = re.compile(r"(?:\([0-9]{1,2}\) ?)?(?:[一-鿿]{2,8}组)?(?=[省市州区县旗][一-鿿]{2})")
"""(1)综合协调组市交通运输局牵头: the group that somebody leads, its name glued to the leader's."""


def _joints(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    last = start
    whole = _ONE.fullmatch(text, start, stop) or _EACH_ZONE.fullmatch(text, start, stop)
    for joint in () if whole else _AND.finditer(text, start, stop):
        if text.count("(", last, joint.start()) == text.count(")", last, joint.start()) and (
            is_unit(text[last : joint.start()]) or _NAMED_BY_WORK.fullmatch(text, last, joint.start())
        ):
            yield trim(text, last, joint.start())
            last = joint.end()
    if last < stop:
        yield trim(text, last, stop)


def _spaced(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Blanks part names where each piece is one that begins anew (市教育局 市财政局, 水利局 财政局).

    Else they are a line break inside a cell (区发改 财政局, 市公安局 交警支队).
    """
    pieces = [(start + m.start(), start + m.end()) for m in re.finditer(r"\S+", text[start:stop])]
    words = [text[a:b] for a, b in pieces]
    if all(is_listed_unit(word) for word in words) and all(
        _OWN_PREFIX.match(word) or _stands_apart(above, word, words) for above, word in pairwise(words)
    ):
        yield from pieces
    else:
        yield trim(text, start, stop)


_FIGURES = re.compile(r"\s\d[\d.,]{0,9}\s+\d[\d.,]{0,9}$")


def _cells(text: str, start: int, stop: int) -> int:
    """Where behind a name the words and figures of a table begin that copying put there (市水利局 东片 合计
    3 5), which are no unit's; 0 for none."""
    if not _FIGURES.search(text, max(start, stop - _LONGEST_FIGURES), stop):
        return 0
    blank = next(at for at in range(start, stop) if text[at].isspace())
    return blank if is_listed_unit(text[start:blank]) else 0


_LONGEST_FIGURES = 24
_UMBRELLA = re.compile("国家(?!级)|中国|国网|全国|中央")
_BARE_ORGAN = re.compile("(?:人民)?政府|党委|党工委|管委会|办事处")
"""What a place's name ends in, and stands for nobody by itself."""
_ORGAN = re.compile("(?:政府|党委|人大|政协).{2}")
_RUNS_PLACE = re.compile("[\u4e00-\u9fff](?:管委会|办事处|[镇乡]人民政府|[镇乡]政府)$")
"""What no bureau holds: behind one (县园林局 产业园区管委会) it begins anew."""
_WITHIN = re.compile("(?:支队|大队|中队|总队|分局|分行|支行|分公司|科|处|所)$")


def _stands_apart(above: str, word: str, words: list[str]) -> bool:
    """Does a name without a level of its own begin anew behind a blank, and not end the one above?"""
    if _UMBRELLA.match(above) or _BARE_ORGAN.fullmatch(word):
        return False
    if _UMBRELLA.match(word):
        return True
    if len(words) >= _MANY or _ORGAN.match(word) or (above[-1] in "局委办" and _RUNS_PLACE.search(word)):
        return True
    joined = _WITHIN.search(word) or re.match("[省市州区县旗镇乡]", above)
    return not joined and (is_standard(word) or is_standard(above) or above.startswith("各"))


_MANY = 3
"""So many complete names in a row are no name that a line end broke."""


def _unsigned(text: str, start: int, stop: int) -> tuple[int, int]:
    """The span without the signs that some plans put beside a leading unit's name (*市园林局)."""
    signs = cues().signs
    while start < stop and (text[start] in signs or text[start].isspace()):
        start += 1
    while stop > start and (text[stop - 1] in signs or text[stop - 1].isspace()):
        stop -= 1
    return start, stop
