"""Bodies in a question that the vocabulary reads: by name, by line, by what they are in charge of."""

from __future__ import annotations

import re

from graph.asking.cues import NAME
from graph.asking.mention import Mention
from graph.asking.things import LEVELS, NATIONAL, Things
from loaders.lexicon import read_name

LONGEST = 24
"""Characters of a name at most."""
_ORGAN_ENDS = (
    "委员会", "办公室", "管理局", "总局", "分局", "部门", "局", "委", "厅", "部", "办", "系统", "条线", "口",
)  # fmt: skip
_TRADE = re.compile("(?:工业|产业|行业|企业|产品|制品|产值|种植|加工|市场|消费|销售|收入)")
"""What makes the word of a line, by which a body goes too (烟草), the trade itself."""
_CHARGE = re.compile(
    r"(?:主?管|分管|负责)(?P<line>[\u4e00-\u9fff、]{2,10}?)(?:工作|事务|这[块摊]|口)?的(?:那个|那家|这个)?(?:部门|单位|局|委|厅)"
)
ORGAN_LAST = "局委办厅部院行会"
_BARE_BEFORE = re.compile(r"(?:^|[市州区县省,。?!、和与跟同由归让给找]|\ue000)$")
_BARE_AFTER = re.compile(
    r"(?:这边|这块|那边)?(?:要|需要?|应该?|得|都|主要|一共|总共|分别|各自?)*"
    r"(?:牵头|配合|负责|参与|承担|协助|在|有(?:哪些|什么|几|多少)|的(?:任务|指标|工作|职责|牵头)|主抓|任务|指标)"
    r"|[和与、](?=[^,。?!\ue000]{2,6}(?:分别|各自?|都)?(?:牵头|配合|负责))"
)
"""What makes the bare words of a line (发改) a bureau: a place before, a role after."""


def named_body(text: str, at: int, end: int, ids: tuple[str, ...]) -> Mention:
    """A body by one of its names."""
    word = text[at:end]
    read = read_name(word)
    level = next((level for level in LEVELS if word.startswith(level)), "")
    if read and not read.start:
        level = ""  # 市 is the line's own (市场监管总局)
    if not level and text[at - 1 : at] in LEVELS and at:
        level = text[at - 1]
    return Mention("body", at, end, ids, level, read, word)


def organ_at(text: str, at: int, stop: int) -> Mention | None:
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


def body_in_charge(text: str, at: int) -> Mention | None:
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
        of_trade = text[end - 1] not in ORGAN_LAST and _TRADE.match(text, end)
        if read and read.whole and read.start == 0 and read.form and read.form != "部门" and not of_trade:
            return Mention("body", at, end, (), level, read, text[at:end])
    return None


def bare_body(text: str, at: int, *, of_place: bool) -> Mention | None:
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


def reads_body(text: str, at: int, things: Things) -> bool:
    stop = min(len(text), at + LONGEST)
    return bool(organ_at(text, at, stop)) or any(
        text[at:end] in things.by_body for end in range(at + 2, stop + 1)
    )
