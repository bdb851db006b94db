"""Where title, number, salutation and signature end within a line that holds a whole document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import pairwise

from loaders.data_files import pattern
from loaders.frontmatter.signatures import is_organ
from loaders.outline.run_on_words import words_of

_signed = partial(pattern, __package__, "run_on_signed")
"""The pattern of a row of `run_on_signed.toml`."""
_SALUTATION = re.compile(r"[^。:;《]{2,200}:")


def signature_edges(text: str) -> Iterator[int]:
    """Around an organ and its date behind a sentence; the plan's own title follows where it is a notice's.
    Before an office that ends the text."""
    quoted = _QUOTED.findall(text[:_NEAR])
    undated = _signed("undated").search(text, max(0, len(text) - _LONGEST_SIGNER))
    if undated and is_organ(undated[1]):
        yield undated.start(1)
    for match in _signed("signature").finditer(text):
        signers = _signers(match[1])
        if not signers:
            continue
        yield from (*(match.start(1) + start for start in signers), match.start(3), match.end(3))
        stop = match.end()
        remark = _signed("public").match(text, stop)
        if remark:
            stop = remark.end()
            yield stop
        own = words_of("own_title").match(text, stop)
        named = next((title for title in quoted if text.startswith(title, stop)), "")
        if own or named:
            yield own.end() if own else stop + len(named)


def _signers(words: str) -> list[int]:
    """Where the organs begin that stand over a date, each with the same place before it; [] for others."""
    listed = _signed("after_list").match(words)
    first = max(listed.end() if listed else 0, words.rfind(")") + 1)  # …方案(送审稿)青岚市园林局
    first = first if is_organ(words[first:]) else listed.end() if listed else 0
    place = _signed("place").match(words, first)
    if is_organ(words[first:]) and not (place and words.count(place[0], first) > 1):
        return [first]
    named = f"(?:{_signed('before_place').pattern})?{place[0]}" if place else ""
    starts = [m.start() for m in re.finditer(named, words) if m.start() >= first] if named else []
    organs = [words[a:b] for a, b in pairwise([*starts, len(words)])]
    return starts if starts and starts[0] == first and all(map(is_organ, organs)) else []


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
    for words in (_PAGE_NUMBER, *map(words_of, _BEFORE_TEXT), _SALUTATION):
        match = words.match(text, place)
        if match:
            place = match.end()
            yield place
            own = words_of("own_title").match(text, place)
            if own:
                yield own.end()
