"""The name of a target: the shortest phrase that a reader would put at the head of its row."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from loaders.indicators.lexicon import name_words, pattern

_LONGEST = 80
"""A name is no longer than this; of more, the end nearest to the number is kept."""


def trim(text: str, start: int, stop: int, head_words: str = "name_head") -> tuple[int, int]:
    """`start:stop` without the words that belong to no name (力争, 全市, 到2025年, 累计)."""
    start = max(start, stop - _LONGEST)
    while head := pattern(head_words).match(text, start, stop):
        start = head.end()
    while start < stop and (tail := pattern("name_tail").search(text, max(start, stop - 8), stop)):
        stop = tail.start()
    return start, max(start, stop)


@cache
def _verbs() -> re.Pattern[str]:
    words = "|".join(name_words(key).pattern for key in ("growth", "sizes", "verbs"))
    return re.compile(f"(?:{words}){{0,4}}")


def only_verbs(name: str) -> bool:
    """Does a phrase name no thing, only what is done (新增, 建成投产), or nothing at all?"""
    return _verbs().fullmatch(name[:24]) is not None


def is_growth(name: str) -> bool:
    """Is a phrase nothing but 增长, 下降 …?"""
    return name_words("growth").fullmatch(name) is not None


def is_growing(name: str) -> bool:
    """Does a name end in 增长, 下降 …?"""
    return any(name.endswith(m[0]) for m in name_words("growth").finditer(name[-4:]))


def _verb(name: str) -> re.Match[str] | None:
    """The verb that a name begins with; None for a noun that only looks so (建成区)."""
    if name_words("nouns").match(name):
        return None
    return name_words("carried").match(name) or name_words("arranged").match(name)


def noun_of(name: str) -> str:
    """A name without the verb that begins it, the class of what it counts and the growth that ends it."""
    classed = _CLASS.match(name)
    noun = name[classed.end() :] if classed else name
    while begun := _verb(noun):
        rest = noun[begun.end() :].lstrip("、和及")
        if not rest:
            break
        noun = rest
    for growth in name_words("growth").finditer(noun[-4:]):
        if growth.end() == len(noun[-4:]):
            return noun[: len(noun) - (growth.end() - growth.start())] or noun
    return noun


_CLASS = re.compile(
    "[^0-9的]{0,24}(?:交易额|产值|收入|面积|投资|规模|产能|销售额)(?:达到?|不低于|不少于|超过)?[0-9.]{1,8}"
    "[^,。;、0-9的]{1,5}的(?=[一-鿿A-Z]{2})"
)
"""每个街道建成面积不低于800平方米的(服务站)."""


def verb_of(name: str) -> str:
    """The verb of a name that the others of its list share; "" when it has none."""
    verb = name_words("carried").match(name)
    return verb[0] if verb else ""


def begins_with_verb(name: str) -> bool:
    """Does a name bring a verb of its own?"""
    if name_words("nouns").match(name):
        return False
    return any(name_words(words).match(name) for words in ("verbs", "carried", "with_means"))


@dataclass(frozen=True, slots=True)
class Listed:
    """The measures that one phrase names: spans of their nouns and the growth that all share."""

    spans: tuple[tuple[int, int], ...]
    tail: str


_SEPARATOR = re.compile("[、和与]|(?<![惠涉普])及(?!时|格)")


_RATIO = re.compile("(?P<many>[^与]{2,40})(?P<tail>与[^、与和]{1,12}比)(?:分别)?")


def listed(text: str, start: int, stop: int, wanted: int = 1) -> Listed | None:
    """The measures of "A、B和C均(增长)", or of "A率、B率"; None when the phrase is one measure.

    `wanted` is how many numbers follow: with as many measures each has one (A和B分别为5和6).
    """
    phrase = text[start:stop]
    apart = _RATIO.fullmatch(phrase) if wanted > 1 else None
    if apart:  # 教师、辅导员与学生比: each of the first to the last
        spans = _members(text, start, start + apart.end("many"))
        return Listed(spans, apart["tail"]) if len(spans) == wanted else None
    each = pattern("each_item").search(phrase[-12:]) or _grown(text, start, stop)
    if each:
        stop = stop - len(each[0])
    spans = _members(text, start, stop)
    if each and wanted > 1 and len(spans) > wanted:
        spans = _parted_by_commas(text, start, stop, wanted) or spans
    spans = _of_rates(text, spans) if each and wanted == 1 else spans
    shares = all(text[a:b].endswith(_SHARES) for a, b in spans)
    if len(spans) < 2 or not (each or shares or len(spans) == wanted):
        return None
    return Listed(spans, (each["tail"] or "") if each else "")


def _parted_by_commas(text: str, start: int, stop: int, wanted: int) -> tuple[tuple[int, int], ...]:
    """The members of a list with 和 within a member (知识和理念水平、行为水平), where 、 alone makes as
    many as are wanted; () elsewhere."""
    cuts = [
        start,
        *(at for m in re.finditer("、", text[start:stop]) for at in (start + m.start(), start + m.end())),
        stop,
    ]
    spans = [trim(text, a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=True)]
    return tuple(spans) if len(spans) == wanted and all(a < b for a, b in spans) else ()


_SHARES = ("率", "占比", "比例", "比重")
"""What ends the name of a share; several of them beside each other are as many measures."""


def _of_rates(text: str, spans: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """甲建议、乙提案答复率、满意率: what is no measure itself among rates belongs to the next one."""
    rates = [text[a:b].endswith("率") for a, b in spans]
    if sum(rates) < _FEWEST_RATES or not rates[-1]:
        return spans
    found, begun = [], None
    for start, stop in spans:
        begun = start if begun is None else begun
        if text[start:stop].endswith(_MEASURES):
            found.append((begun, stop))
            begun = None
    return tuple(found)


_FEWEST_RATES = 2


_DOUBLED = re.compile("(?:(?:较|比)[^,。;、]{2,8}|[两三四五]年)?翻$")


def doubled(text: str, start: int, stop: int) -> list[str]:
    """The measures of which a phrase says that they double (甲产值、乙收入较2030年翻)."""
    end = _DOUBLED.search(text, start, stop)
    spans = _members(text, start, end.start() if end else stop)
    if len(spans) > 1 and not all(text[a:b].endswith(_MEASURES) for a, b in spans):
        spans = (trim(text, start, end.start() if end else stop),)
    return [text[a:b] for a, b in spans]


def _grown(text: str, start: int, stop: int) -> re.Match[str] | None:
    """The growth that two measures share without 均 (事故起数和死亡人数下降5%)."""
    growth = pattern("grown").search(text[start:stop][-12:])
    if not growth:
        return None
    spans = _members(text, start, stop - len(growth[0]))
    measures = all(text[a:b].endswith(_GROWING) for a, b in spans)
    return growth if len(spans) == 2 and measures else None


def _members(text: str, start: int, stop: int) -> tuple[tuple[int, int], ...]:
    """The members of a list; what stands before its last 等 only describes the first."""
    others = text.rfind("等", start, stop)
    cuts = [start]
    for separator in _SEPARATOR.finditer(text, max(start, others + 1), stop):
        if not _in_brackets(text, start, separator.start()):
            cuts += [separator.start(), separator.end()]
    cuts.append(stop)
    spans = [trim(text, a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=True)]
    return tuple(span for span in spans if span[0] < span[1])


def _in_brackets(text: str, start: int, at: int) -> bool:
    return text.count("(", start, at) > text.count(")", start, at) or text.count("“", start, at) > text.count(
        "”", start, at
    )


_MEASURES = ("率", "额", "值", "量", "数", "比", "入", "税", "业", "积", "准", "度")
"""What ends a phrase that names a measure already."""


_GROWING = (
    "率",
    "额",
    "值",
    "量",
    "数",
    "入",
    "税",
    "积",
    "投资",
    "消费",
    "资金",
    "贷款",
    "余额",
    "游客",
    "人次",
)
"""What ends a phrase that can grow by a share."""

_TAILS = (*_MEASURES, "时限", "时间", "标准", "浓度", "规模", "强度")


def _common_tail(names: list[str]) -> str:
    """What the last of a list prints for all: its members are of one length, and alike or opposite."""
    length, last = len(names[0]), names[-1]
    tail = last[length:]
    if not 2 <= length <= 4 or len(tail) < 2 or not tail.endswith(_TAILS):
        return ""
    alike = all(
        len(name) == length and (any(map(str.__eq__, name, last)) or name_words("opposites").fullmatch(name))
        for name in names[:-1]
    )
    return tail if alike else ""


def shared_end(names: list[str]) -> list[str]:
    """The names of a list with the noun that only the last one prints (茶叶、陶瓷产业 → 茶叶产业)."""
    ends = [m for m in name_words("shared_ends").finditer(names[-1]) if m.end() == len(names[-1])]
    if any(name.endswith(_MEASURES) for name in names[:-1]):
        return names
    if len(names) > _TWO and names[-1][:1] in _LEVELS and all(n[-1] in _LEVELS for n in names[:-1]):
        return [name + names[-1][1:] for name in names[:-1]] + names[-1:]  # 县、乡、村道养护资金
    tail = max(ends[0][0] if ends and ends[0][0] != names[-1] else "", _common_tail(names), key=len)
    return [name + tail for name in names[:-1]] + names[-1:]


_TWO = 2
_LEVELS = frozenset("省市州县区乡镇村")


def ends_in_verb(words: str) -> bool:
    """Do words end in what is done (…、新建)?"""
    ends = (found.end() for key in ("carried", "acting") for found in name_words(key).finditer(words))
    return len(words) in ends
