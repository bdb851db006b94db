"""Where title, number, salutation and signature end within a line that holds a whole document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from loaders.frontmatter.signatures import is_organ

_KIND = "(?:方案|意见|计划|规划|办法|措施|要点|清单|通知|决定|规定|纲要|细则|通报|批复)"
_STATE = r"(?:\([^()]{2,12}\)){0,2}"
_YEAR = r"[〔\[(] ?(?:19|20)\d{2} ?[〕\])] ?(?:第 ?)?\d{1,5} ?号"
_BEHIND_TITLE = rf"[一-鿿]{{1,10}}{_YEAR}|[各市省州县区旗为]|有关|根据|近年来"
_TITLE = re.compile(
    rf" *(?:[^。:;]{{4,120}}?的(?:通知|函|批复|报告)"
    rf"|[^。:;]{{4,90}}?{_KIND}{_STATE}(?= *(?:{_BEHIND_TITLE})))"
)
_LETTERHEAD = re.compile(" *[一-鿿、 ]{4,60}?文件")
_NUMBER = re.compile(rf" *[一-鿿]{{1,10}}{_YEAR}")
_SALUTATION = re.compile(r"[^。:;《]{2,200}:")
_OPENS = (
    "(?=为(?:深入|认真|全面|切实|进一步|贯彻|落实|加快|推动|推进|做好|加强|促进|确保|规范|健全|提[升高]|有效|着力)"
    "|根据|按照|近年来)"
)
_OWN_TITLE = re.compile(rf" *[^。:;,《]{{4,60}}?{_KIND}{_STATE} *{_OPENS}")
_CN = "一二三四五六七八九十"
_DATE = (
    r"(?:19|20)\d{2} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日"
    rf"|[二〇○零{_CN}]{{4}}年[{_CN}]{{1,2}}月[{_CN}]{{1,3}}日"
)
_LISTED = ("方案", "意见", "计划", "办法", "措施", "要点", "清单", "名单", "细则", "分工", "分解表")
"""What the last of a list of annexes ends with, behind which the signature stands."""
_SIGNED = re.compile(
    rf"(?:(?<=[。;:)]){''.join(f'|(?<={kind})' for kind in _LISTED)})"
    rf"((?:[一-鿿 ]|\([一-鿿]{{2,20}}\)){{4,60}}?)(\([^()]{{0,20}}代章\))? *({_DATE})"
)
_PUBLIC = re.compile(r" *\((?:此件|本文|此文|联系)[^()]{2,30}\)")
_PART = re.compile(
    r"[。;:)日表单案录] {0,4}(附件 ?(?:\d{1,2}(?![\d年])(?:[-—]\d{1,2})?)?[:. ]{0,4})(?=[一-鿿《12])"
)
_ROW = re.compile(r"(?<![\d.])\d{1,2}\.(?!\d\D|\d\d\D)")


_ANNEX_TITLE = re.compile(
    f"[^。:;,]{{4,60}}?(?:(?:{_KIND}|分工|分解表){_STATE}(?= *(?:[一1]、|第一[章条]|为|根据|按照))"
    "|名单(?= *(?:召集人|组长|主任)))"
)


def part_edges(text: str) -> Iterator[int]:
    """Where annexes begin, and their titles behind a number (附件1任务清单)."""
    for match in _PART.finditer(text):
        yield match.start(1)
        title = _ANNEX_TITLE.match(text, match.end()) if match[1] == "附件" else None
        if title or any(char.isdecimal() for char in match[1]):
            yield match.end()
        if title:
            yield title.end()


def list_edges(text: str) -> list[int]:
    """The rows of a list of annexes (附件:1.任务清单2.专班名单) but for the first; [] elsewhere."""
    rows = [row.start() for row in _ROW.finditer(text)] if text.startswith("附件") else []
    return rows[1:] if rows and len(text) < _LONGEST_LIST * len(rows) else []


_LONGEST_LIST = 60


def signature_edges(text: str) -> Iterator[int]:
    """Around an organ and its date behind a sentence; the plan's own title follows where it is a notice's.
    Before an office that ends the text."""
    quoted = _QUOTED.findall(text[:_NEAR])
    undated = _UNDATED.search(text, max(0, len(text) - _LONGEST_SIGNER))
    if undated and is_organ(undated[1]):
        yield undated.start(1)
    for match in _SIGNED.finditer(text):
        signers = _signers(match[1])
        if not signers:
            continue
        yield from (*(match.start(1) + start for start in signers), match.start(3), match.end(3))
        stop = match.end()
        remark = _PUBLIC.match(text, stop)
        if remark:
            stop = remark.end()
            yield stop
        own = _OWN_TITLE.match(text, stop)
        named = next((title for title in quoted if text.startswith(title, stop)), "")
        if own or named:
            yield own.end() if own else stop + len(named)


_AFTER_LIST = re.compile(f".*(?:{'|'.join(_LISTED)})")
_PLACE = re.compile("[一-鿿]{2,6}?[省市州县区旗]")


def _signers(words: str) -> list[int]:
    """Where the organs begin that stand over a date, each with the same place before it; [] for others."""
    listed = _AFTER_LIST.match(words)
    first = max(listed.end() if listed else 0, words.rfind(")") + 1)  # …方案(送审稿)青岚市园林局
    first = first if is_organ(words[first:]) else listed.end() if listed else 0
    place = _PLACE.match(words, first)
    if is_organ(words[first:]) and not (place and words.count(place[0], first) > 1):
        return [first]
    starts = (
        [m.start() for m in re.finditer(f"(?:中共)?{place[0]}", words) if m.start() >= first] if place else []
    )
    organs = [words[a:b] for a, b in pairwise([*starts, len(words)])]
    return starts if starts and starts[0] == first and all(map(is_organ, organs)) else []


_UNDATED = re.compile("[。:] *([一-鿿]{2,20}(?:人民政府|委员会)(?:办公室|办公厅)) *$")
"""An office that signs the opening words, with no date."""
_LONGEST_SIGNER = 40
_QUOTED = re.compile("《([^《》]{6,80}(?:《[^《》]{2,40}》)?[^《》]{0,20})》")
_NEAR = 600
_PAGE_NUMBER = re.compile(r"(?<![\d—-])[—-]{1,2} ?\d{1,3} ?[—-]{1,2}(?![\d—-])")


def page_edges(text: str) -> Iterator[int]:
    """Around page numbers between dashes, which stand in lines of their own where there are lines."""
    for match in _PAGE_NUMBER.finditer(text):
        yield from match.span()


_NOTICE = re.compile(f"关于(?:印发|转发|下发)[^。:;]{{4,80}}?{_KIND}》?的通知")
"""A notice's title behind the head of a form (发电单位…签批盖章…)."""


def head_edges(text: str) -> Iterator[int]:
    """Behind the title, the number and the salutation that a document begins with, in either order."""
    own = _OWN_TITLE.match(text)
    if own and "关于印发" not in own[0]:
        yield own.end()
        return
    notice = _NOTICE.search(text, 0, _NEAR)
    place = notice.start() if notice and not _TITLE.match(text) else 0
    yield place
    for pattern in (_PAGE_NUMBER, _LETTERHEAD, _NUMBER, _TITLE, _NUMBER, _SALUTATION):
        match = pattern.match(text, place)
        if match:
            place = match.end()
            yield place
            own = _OWN_TITLE.match(text, place)
            if own:
                yield own.end()
