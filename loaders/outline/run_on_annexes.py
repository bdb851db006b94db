"""Where annexes begin within a line that holds a whole document, and where their titles end.

A list of annexes printed before tells the titles (附件:1.征求意见单位名单2.公园建设方案). Without one a title
is told by how it ends, and by what follows it: 一、, the opening words, the first names of a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from loaders.outline.run_on_words import words_of

_PART = re.compile(
    r"[。;:)日表单案录] {0,4}(附件 ?(?:\d{1,2}(?![\d年])(?:[-—]\d{1,2})?)?[:. ]{0,4})(?=[一-鿿《12])"
)
"""An annex' label behind a sentence, a date or what a title ends with."""
_NUMBERED = re.compile(r"(?<![见照按如和与及以将])附件 ?(\d{1,2})(?![\d年])[:. ]{0,4}(?=[一-鿿])")
"""An annex' label behind anything, where its title tells that it is one."""
_ROW = re.compile(r"(?<![\d.])\d{1,2}\.(?!\d\D|\d\d\D)")
_LONGEST_LIST = 60


def part_edges(text: str) -> Iterator[int]:
    """Where annexes begin, and their titles behind a number (附件1任务清单)."""
    titles = listed_titles(text)
    for label in _NUMBERED.finditer(text):
        stop = _listed(text, label.end(), titles.get(int(label[1]), "")) or _told(text, label.end())
        if stop:
            yield from (label.start(), label.end(), stop)
    for match in _PART.finditer(text):
        yield match.start(1)
        title = words_of("annex_title").match(text, match.end()) if match[1] == "附件" else None
        if title or any(char.isdecimal() for char in match[1]):
            yield match.end()
        if title:
            yield title.end()


def list_edges(text: str) -> list[int]:
    """The rows of a list of annexes (附件:1.任务清单2.专班名单) but for the first; [] elsewhere."""
    rows = [row.start() for row in _ROW.finditer(text)] if text.startswith("附件") else []
    return rows[1:] if rows and len(text) < _LONGEST_LIST * len(rows) else []


_LIST = re.compile(r"附件 ?: ?(?=1[.、])")
_LONGEST_TITLE = 100
_MOST_ANNEXES = 20


def listed_titles(text: str) -> Mapping[int, str]:
    """The titles by their numbers that a list of annexes gives; behind the last what follows stands too."""
    head = _LIST.search(text)
    titles: dict[int, str] = {}
    place = head.end() if head else len(text)
    for number in range(1, _MOST_ANNEXES):
        row = _row(number).match(text, place)
        if not row:
            break
        place = row.end()
        following = _row(number + 1).search(text, place, place + _LONGEST_TITLE)
        titles[number] = text[place : following.start() if following else place + _LONGEST_TITLE]
        place = following.start() if following else len(text)
    return titles


def _row(number: int) -> re.Pattern[str]:
    return re.compile(rf" ?(?<!\d){number}[.、](?!\d) ?")


def _listed(text: str, start: int, title: str) -> int:
    """Where the title ends that a list gives and that stands here, as far as copying kept it; 0 for none."""
    pairs = zip(title, text[start : start + len(title)], strict=False)
    common = next((n for n, (a, b) in enumerate(pairs) if not _alike(a, b)), len(title))
    if common and common == len(title.rstrip()):
        return start + common
    whole = words_of("whole_title").match(text, start, start + common)
    return whole.end() if whole else 0


_MARKS = "-—–~至一“”\"'‘’"
"""Marks that copying takes for each other: 2031一2033年."""


def _alike(one: str, other: str) -> bool:
    return one == other or (one in _MARKS and other in _MARKS)


def _told(text: str, start: int) -> int:
    """Where a title ends that tells itself; 0 for none."""
    title = words_of("sure_title").match(text, start)
    return title.end() if title else 0


_QUOTED = re.compile("《([^《》]{6,80}(?:《[^《》]{2,40}》)?[^《》]{0,20})》")
_NEAR = 600


def enclosed_edges(text: str) -> Iterator[int]:
    """Around the titles of papers that a letter quotes at first, or lists, and that follow with no label."""
    for title in dict.fromkeys(_QUOTED.findall(text[:_NEAR])):
        yield from _around(text, text.find("。" + title) + 1, title)
    for title in listed_titles(text).values():
        for end in words_of("title_end").finditer(title, 4):
            name = title[: end.end()]
            yield from _around(text, text.find(name, text.find(name) + 1), name)


def _around(text: str, at: int, title: str) -> Iterator[int]:
    """Where a title begins that stands at a place behind the first character, and where it ends."""
    behind = words_of("behind_title").match(text, at + len(title)) if at > 0 else None
    if behind:
        yield from (at, behind.end())
