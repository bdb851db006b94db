"""Where the annexes begin, and what they are called."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.outline.lines import Line, is_page_number

_ANNEX = re.compile(
    r"(附 {0,3}(?:件|表|录)|附) ?((?:\d{1,2}|[一二三四五六七八九十]{1,3})?(?: ?[-—]{1,2} ?\d{1,2})?)"
    r" ?([::.、]|$| )"
)
_LISTED = re.compile(r"[-—]? ?\d{1,2} ?[.、::]")
_MOST_BETWEEN = 12
"""Lines from a list of annexes over the signature to the annex itself."""
_FILE = re.compile(
    r"\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|ceb|zip|rar|jpe?g|png)(?: ?\([^()]{1,16}\))?$", re.I
)
"""附件2.xls is a file to fetch, no annex' heading."""
_NUMBERS = {c: str(n) for n, c in enumerate("一二三四五六七八九十", 1)}


@dataclass(frozen=True, slots=True)
class PartSpan:
    """A part's lines: `first` up to (not with) `last`; `body` is the first line after its heading.

    `part` is "" for the main text, else 附件1, 附件6-1 …; `title` is the annex' heading or "".
    `listed` are the lines (indices) of a list of annexes inside this part.
    """

    part: str
    title: str
    first: int
    body: int
    last: int
    title_span: tuple[int, int] | None = None
    listed: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class _Heading:
    index: int
    part: str
    rest: str


def find_parts(lines: Sequence[Line]) -> list[PartSpan]:
    """The main text and the annexes, in text order; never empty when there are lines."""
    listed, titles = _annex_lists(lines)
    headings = _last_of_each([h for h in _headings(lines) if h.index not in listed])
    if _is_whole(headings, lines):
        return [PartSpan("", "", headings[0].index + 1, headings[0].index + 1, len(lines), None, listed)]
    starts = [_Heading(0, "", ""), *headings]
    spans = []
    for heading, following in zip(starts, [*starts[1:], None], strict=True):
        last = following.index if following else len(lines)
        spans.append(_part(lines, heading, last, titles, listed))
    return [span for span in spans if span.last > span.first or span.part == ""]


def _is_whole(headings: Sequence[_Heading], lines: Sequence[Line]) -> bool:
    """Is the document one annex without a number (附件, then its title)? That is its main text.

    Not where a table is all that it holds (lines have none of its cells): that is an annex on its own.
    """
    if len(headings) != 1 or headings[0].part != "附件" or headings[0].rest:
        return False
    first = headings[0].index
    alone = all(is_page_number(line.text) for line in lines[:first])
    return alone and any(not _NOTE.match(line.text) for line in lines[_below_title(lines, first) :])


_NOTE = re.compile(r"(?:[(*※]?(?:备?注|说明|填表说明|资料来源)[ ::1-9一.、]|[-— ]{0,3}\d{1,3}[-— ]{0,3}$)")
"""What stands below a table, page numbers too."""


def _below_title(lines: Sequence[Line], label: int) -> int:
    """The first line below the title of the annex whose label is this line."""
    body, title = label + 1, ""
    while body < len(lines) and _is_title_line(lines[body].text, title, body - label):
        title += lines[body].text
        body += 1
    return body


def _headings(lines: Sequence[Line]) -> list[_Heading]:
    found = []
    for index, line in enumerate(lines):
        match = _ANNEX.match(line.text) if line.text.startswith("附") else None
        if match and (match[1] != "附" or match[3] in "::") and not _FILE.search(line.text):
            label = match[1].replace(" ", "") + _number(match[2])
            found.append(_Heading(index, label, line.text[match.end() :].strip(" :.、|")))
    return found


def _number(printed: str) -> str:
    arabic = "".join(_NUMBERS.get(c, c) for c in printed)
    return re.sub(r"[-—]+", "-", arabic.replace(" ", ""))


def _annex_lists(lines: Sequence[Line]) -> tuple[frozenset[int], dict[str, str]]:
    """Lines of lists such as 附件:1.… 2.…, and the titles that they give to the annexes."""
    listed: set[int] = set()
    titles: dict[str, str] = {}
    for index, line in enumerate(lines):
        match = _ANNEX.match(line.text) if line.text.startswith("附件") else None
        if not match or match[2]:
            continue
        rest = line.text[match.end() :].strip()
        rows = _list_rows(lines, index, rest)
        if rows:
            listed.update(rows)
            titles.update(_titles(lines, rows, rest))
    return frozenset(listed), titles


def _list_rows(lines: Sequence[Line], index: int, rest: str) -> list[int]:
    if rest and not _LISTED.match(rest):
        # 附件:title — a lone annex is listed here and follows under its own heading, or its title alone
        later = any(h.text.startswith("附件") for h in lines[index + 1 :])
        again = any(h.text == rest for h in lines[index + 2 : index + _MOST_BETWEEN])
        return [index] if later or again else []
    rows = [index]
    for number in range(index + 1, len(lines)):
        if not _LISTED.match(lines[number].text):
            break
        rows.append(number)
    return rows if len(rows) > 1 or rest else []


def _titles(lines: Sequence[Line], rows: list[int], rest: str) -> dict[str, str]:
    titles = {}
    for text in [rest, *(lines[row].text for row in rows[1:])]:
        match = _LISTED.match(text)
        if match:
            number = re.sub(r"\D", "", match[0])
            titles[f"附件{number}"] = text[match.end() :].strip()
    return titles


def _last_of_each(headings: list[_Heading]) -> list[_Heading]:
    """An annex named twice begins where its text begins: the one with lines of its own wins."""
    best: dict[str, _Heading] = {}
    for heading in headings:
        best[heading.part] = heading
    return sorted(best.values(), key=lambda h: h.index)


def _part(
    lines: Sequence[Line], heading: _Heading, last: int, titles: dict[str, str], listed: frozenset[int]
) -> PartSpan:
    own = frozenset(i for i in listed if heading.index <= i < last)
    if not heading.part:
        return PartSpan("", "", 0, 0, last, None, own)
    body, title, span = heading.index + 1, heading.rest, None
    if title:
        start = lines[heading.index].start + lines[heading.index].text.rindex(title)
        span = (start, start + len(title))
    while body < last and _is_title_line(lines[body].text, title, body - heading.index):
        start = span[0] if span else lines[body].start
        title, span = title + lines[body].text, (start, lines[body].stop)
        body += 1
    return PartSpan(heading.part, title or titles.get(heading.part, ""), heading.index, body, last, span, own)


TITLE_END = re.compile(
    r"(方案|清单|计划|办法|规划|意见|表|台账|目录|名录|措施|要点|名单|安排|预案|职责|分工|规则|细则|标准|指引|指南|任务书|行动)(?:\(.{1,12}\))?$"
)


def _is_title_line(text: str, title: str, distance: int) -> bool:
    """Is this line (the `distance`-th after the annex' label) part of the annex' title?"""
    if distance > 3 or len(text) > 60 or re.search(r"[。;:]", text):
        return False
    if TITLE_END.search(title) or (
        re.match(r"(?:[一二三四五六七八九十]{1,3}、|\(|\d)", text) and not text[0].isdigit()
    ):
        return False
    return not (title and len(title) > 40)
