"""The head of a document that a compilation holds among others: a number of its own, perhaps, the title, the
date.

12.青岚市人民政府关于印发青岚市
2031
年公园建设方案的通知(2031年3月18日)
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.frontmatter.doc_numbers import DOC_NUMBER, stands_alone
from loaders.frontmatter.head_lines import POLICY
from loaders.lexicon import plan_region
from loaders.outline.lines import Line, is_page_number

_MOST_LINES = 8
"""Lines over which a title and its date may be broken."""
_LONGEST = 240
_HEAD = 24
_ENTRY = re.compile(
    r"(?P<number>\d{1,3} ?[.、] ?)?(?=[^\d ])(?P<title>[^。;!?:]{6,200}?)"
    r" ?(?P<date>\((?:19|20)\d{2} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日?\))?"
)
_ISSUES = re.compile("(?:印发|转发|下发|发布)[^。]{4,120}的通知$")
_ADDRESSEES = re.compile("[^。;!?:()《]{2,200}:")


def with_entry_head(lines: Sequence[Line]) -> list[Line]:
    """The lines, those of an entry's head in two: its title without the number, and its date in brackets.

    A title alone, without number and date, stays as it is printed, and so does a first item.
    """
    own = [line for line in lines[:_HEAD] if line.text.isdecimal() or not is_page_number(line.text)]
    words, ends = "", []
    for line in own[:_MOST_LINES]:
        words += line.text
        ends.append(len(words))
        entry = _ENTRY.fullmatch(words) if len(words) <= _LONGEST else None
        if not entry:
            continue
        if POLICY.search(entry["title"]) and _is_entry(entry, own[len(ends) :]):
            return [*_title_and_date(entry, own, ends), *lines[lines.index(line) + 1 :]]
    return list(lines)


def _is_entry(entry: re.Match[str], below: Sequence[Line]) -> bool:
    """Does its date end it, or is it a notice above its document's number or its addressees?"""
    if not entry["number"]:  # a place's name begins a whole title
        return bool(entry["date"]) and plan_region(entry["title"], None, None) is not None
    if entry["date"]:
        return True
    number = DOC_NUMBER.search(below[0].text) if below else None
    told = number is not None and stands_alone(below[0].text, number)
    addressed = _ADDRESSEES.match("".join(line.text for line in below[:_MOST_ADDRESSED]))
    return bool(_ISSUES.search(entry["title"]) and (told or addressed))


_MOST_ADDRESSED = 4


def _title_and_date(entry: re.Match[str], lines: Sequence[Line], ends: Sequence[int]) -> list[Line]:
    """The title's line and the date's, each from its first character in the text to its last."""
    starts = [0, *ends]

    def place(at: int) -> int:
        index = max(n for n, start in enumerate(starts[:-1]) if start <= at)
        return lines[index].start + at - starts[index]

    return [
        Line(place(a), place(b - 1) + 1, entry[name])
        for name in ("title", "date")
        if (a := entry.start(name)) < (b := entry.end(name))
    ]
