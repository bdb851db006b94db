"""Where title, number, salutation and signature end within a line that holds a whole document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from loaders.frontmatter.signatures import is_organ
from loaders.outline.run_on_words import words_of

_SALUTATION = re.compile(r"[^。:;《]{2,200}:")
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
        own = words_of("own_title").match(text, stop)
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


_BEFORE_TEXT = ("above", "above", "letterhead", "number", "title", "number")
"""What may stand before a salutation, in this order."""


def head_edges(text: str) -> Iterator[int]:
    """Behind the title, the number and the salutation that a document begins with, in either order."""
    own = words_of("own_title").match(text)
    if own and "关于印发" not in own[0]:
        yield own.end()
        return
    notice = words_of("notice").search(text, 0, _NEAR)
    place = notice.start() if notice and not words_of("title").match(text) else 0
    yield place
    for pattern in (_PAGE_NUMBER, *map(words_of, _BEFORE_TEXT), _SALUTATION):
        match = pattern.match(text, place)
        if match:
            place = match.end()
            yield place
            own = words_of("own_title").match(text, place)
            if own:
                yield own.end()
