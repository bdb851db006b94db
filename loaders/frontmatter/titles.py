"""A plan's title with the place that the notice's title leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import pairwise

from loaders.data_files import pattern
from loaders.lexicon import is_unit, plan_region

_words = partial(pattern, __package__, "titles")
_QUOTED = re.compile("《([^《》]{4,120})》")
_BRACKETED = re.compile("[(]([^()]{2,60})[)]")
_LABEL = re.compile(r"附件? ?\d{0,2} ?[:.] ?")
_YEAR = re.compile(r"(?:20\d{2}(?:[-—至]20\d{2})?年?度?)?")
_LONGEST = 20
"""A place before a title is no longer than this."""


def as_quoted(title: str, lines: Sequence[str]) -> str:
    """The title as the notice quotes it, where its own heading leaves out 的, 关于 or the marks of a name
    (关于…的若干措施; 〈政府工作报告〉, which folding makes brackets)."""
    bare = _bare(title)
    text = "".join("".join(lines).split())
    same = (bare, f"关于{bare}")
    quoted = (each for each in _QUOTED.findall(text) if _bare(each) in same)
    return next(quoted, title)


def _bare(title: str) -> str:
    return _MARKS.sub("", title)


_MARKS = re.compile("[的《》()<>“”]")


_STATE = re.compile(r"\([^()]{2,8}[稿案本]\)$")
_HAN = re.compile("[^\u4e00-\u9fff]|(?<=[0-9年])一(?=[0-9])")


def of_draft(title: str, head: Sequence[str], lines: Iterable[str]) -> str:
    """The title of the one draft that a letter asks about, as it stands among `lines` (the annexes' titles,
    then the text's); else the title."""
    broken = (above + below for above, below in pairwise(head))
    letter = next((found for found in map(_words("letter").search, [title, *head, *broken]) if found), None)
    if letter is None:
        return title
    wanted = _core(letter["quoted"] or letter["bare"])
    return next((line.replace(" ", "") for line in lines if _core(line) == wanted), title)


def _core(title: str) -> str:
    """The Chinese characters of a title but for the state of its text: copying keeps the marks worst."""
    return _HAN.sub("", _STATE.sub("", title.strip()))


_FEWEST = 2


def of_several(title: str, head: Sequence[str], lines: Sequence[str]) -> str:
    """The only one of several plans, issued by one notice, that stands below it; else the title.

    Below the first of them the others may follow; where a title names them and no other does, the first is
    all there is. Of …总体方案及三个工作方案 the first is the plan's own.
    """
    counted = _words("and_others").match(title)
    if counted and any("".join(line.split()) == counted["own"] for line in lines):
        return counted["own"]
    own = _alone_below(title, lines)
    if own:
        return own
    notice = next((line for line in head if _words("issued").search(line)), "")
    names = _QUOTED.findall(notice[: notice.find("》等") + 1])
    below = [line for line in lines if line in names] if len(names) >= _FEWEST else []
    return below[0] if len(below) == 1 and below != names[:1] else title


def _alone_below(title: str, lines: Sequence[str]) -> str:
    """The first of the plans that a notice's title names, where it heads the text below and no other is
    met there (a copy of the first alone); "" else."""
    names = _QUOTED.findall(title)
    if len(names) < _FEWEST or not title.endswith("的通知"):
        return ""
    first, *others = names
    close = ["".join(line.split()) for line in lines]
    if close.count(first) != 1:
        return ""
    below = "".join(close[close.index(first) :])
    return "" if any(other in below for other in others) else first


def in_full(title: str, head: Sequence[str]) -> str:
    """The title that names all who issue it, where a site prints it above with the first of them and 等."""
    short = _words("short").fullmatch(title)
    lines = ("".join(line.split()) for line in head) if short else ()
    return next(
        (
            line
            for line in lines
            if short and line.startswith(short["first"] + "、") and line.endswith(short["about"])
        ),
        title,
    )


def given(head: Sequence[str]) -> str:
    """What a notice whose own title the copy lacks says that it issues (现将《…》印发给你们); "" for none."""
    found = (_words("given").search(line) for line in head)
    return next((match["title"] for match in found if match), "")


def as_named(title: str, text: str) -> str:
    """The title with the names inside it in 《》, which a notice that quotes it prints as 〈〉 or <>.

    `text` is the document as read: folded, 〈〉 are round brackets.
    """
    for name in _BRACKETED.findall(title):
        if f"〈{name}〉" in text:
            title = title.replace(f"({name})", f"《{name}》")
    return _POINTED.sub(r"《\1》", title)


_POINTED = re.compile("<([^<>]{2,60})>")


def with_place(title: str, lines: Sequence[str], issuer: str | None) -> str:
    """The title as 《…》 or a heading prints it with its place; itself where it has one, or none does.

    `lines` are the folded lines of the main part. A place other than the issuer's is not taken: the
    plan of another place is cited there.
    """
    if not title or plan_region(title, None, None):
        return title
    own = plan_region("", issuer, None)
    for candidate in _candidates(lines):
        before = candidate.removesuffix(title)
        if before == candidate:
            before = _named_before_level(title, candidate)
        if not before or len(before) > _LONGEST:
            continue
        place = plan_region(before, None, None)
        if place and own in (None, place) and _is_place_and(before.rpartition(place)[2]):
            return candidate
    return title


def _is_place_and(rest: str) -> bool:
    """Does nothing follow the place before a title but a year, or the organ whose plan it is?"""
    return _YEAR.fullmatch(rest) is not None or is_unit(f"市{rest}")


def _named_before_level(title: str, candidate: str) -> str:
    """临湖区 where the title says 2031年区政府… and the candidate 2031年临湖区政府…; else ""."""
    pairs = zip(title, candidate, strict=False)
    at = next((n for n, (a, b) in enumerate(pairs) if a != b), 0)
    name = candidate[at : at + len(candidate) - len(title)]
    same = name and title[:at] + name + title[at:] == candidate and _YEAR.fullmatch(title[:at])
    if same and plan_region(name, None, None) == name:
        return name
    return name + title[at : at + 1] if same else ""


def _candidates(lines: Sequence[str]) -> Iterator[str]:
    """What may be a title: names in 《…》, then lines alone and in pairs."""
    bare = ["".join(line.split()) for line in lines]
    for line in bare:
        yield from _QUOTED.findall(line)
    for line in bare:
        yield _LABEL.sub("", line, count=1)
    yield from (above + below for above, below in pairwise(bare))
