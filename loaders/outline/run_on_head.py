"""Where title, number, salutation and signature end within a line that holds a whole document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.frontmatter.signatures import is_organ

_KIND = "(?:方案|意见|计划|规划|办法|措施|要点|清单|通知|决定|规定|纲要|细则|通报|批复)"
_STATE = r"(?:\([^()]{2,12}\))?"
_YEAR = r"[〔\[(] ?(?:19|20)\d{2} ?[〕\])] ?(?:第 ?)?\d{1,5} ?号"
_BEHIND_TITLE = rf"[一-鿿]{{1,10}}{_YEAR}|[各市省州县区旗为]|有关|根据|近年来"
_TITLE = re.compile(rf"[^。:;]{{4,90}}?{_KIND}{_STATE}(?= *(?:{_BEHIND_TITLE}))")
_NUMBER = re.compile(rf" *[一-鿿]{{1,10}}{_YEAR}")
_SALUTATION = re.compile(r"[^。:;《]{2,200}:")
_OPENS = (
    "(?=为(?:深入|认真|全面|切实|进一步|贯彻|落实|加快|推动|推进|做好|加强|促进|确保|规范|健全|提[升高]|有效|着力)"
    "|根据|按照|近年来)"
)
_OWN_TITLE = re.compile(rf" *[^。:;,《]{{4,60}}?{_KIND}{_STATE} *{_OPENS}")
_CN = "一二三四五六七八九十"
_DATE = rf"(?:19|20)\d{{2}}年\d{{1,2}}月\d{{1,2}}日|[二〇○零{_CN}]{{4}}年[{_CN}]{{1,2}}月[{_CN}]{{1,3}}日"
_SIGNED = re.compile(rf"(?<=[。;:)])([一-鿿 ]{{4,60}}?) *({_DATE})")
_PUBLIC = re.compile(r" *\((?:此件|本文|此文|联系)[^()]{2,30}\)")
_PART = re.compile(r"(?<=[。;:)日])附件 ?(?:\d{1,2}(?:-\d{1,2})?)?[:. ]?(?=[一-鿿《1])")


def part_edges(text: str) -> Iterator[int]:
    """Where annexes begin, and their titles behind a number (附件1 任务清单)."""
    for match in _PART.finditer(text):
        yield match.start()
        if any(char.isdecimal() for char in match[0]):
            yield match.end()


def signature_edges(text: str) -> Iterator[int]:
    """Around an organ and its date behind a sentence; the plan's own title follows where it is a notice's."""
    for match in _SIGNED.finditer(text):
        if not is_organ(match[1]):
            continue
        yield match.start(1)
        yield match.start(2)
        yield match.end(2)
        stop = match.end(2)
        remark = _PUBLIC.match(text, stop)
        if remark:
            stop = remark.end()
            yield stop
        own = _OWN_TITLE.match(text, stop)
        if own:
            yield own.end()


def head_edges(text: str) -> Iterator[int]:
    """Behind the title, the number and the salutation that a document begins with, in either order."""
    place = 0
    for pattern in (_NUMBER, _TITLE, _NUMBER, _SALUTATION):
        match = pattern.match(text, place)
        if match:
            place = match.end()
            yield place
            own = _OWN_TITLE.match(text, place)
            if own:
                yield own.end()
