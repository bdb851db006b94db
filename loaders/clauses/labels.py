"""Labels in a text: the word before a colon, or in brackets, that says what follows.

Blanks between the characters (责 任 人:) belong to the printing, not to the word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from loaders.clauses.cues import ROLE_OF, LabelKind, label_kind
from loaders.lexicon import is_listed_unit

_OPENING = {"]": "[", "】": "【", ")": "(", "〕": "〔"}
_BLANKS = " \t"
_BEFORE = frozenset("。;,、:!?)】]〕\t\n -—·([【〔*/|")
_LONGEST = 10
_LONG = 4
"""Characters of a label's word."""
IS = "为是"
"""What may stand in a sentence instead of a colon: 牵头单位为市园林局."""
_MARK = re.compile(rf"[:\]】)〕]|—(?<=[位门限]—)|[{IS}](?<=[\u4e00-\u9fff]{{4}}[{IS}])(?![: ])")
_MAY_BE = frozenset(ROLE_OF) | {"time"}
"""The kinds of label that it may stand behind."""
_OF_WORK = re.compile("[此该本这][^,。;、:]{0,6}(?:工作|任务|事项|项目)的?$")
"""What a label in a sentence may follow: 此项工作牵头单位为市园林局."""
_EACH = re.compile("(?:分别|依次|主要|均)$")


@dataclass(frozen=True, slots=True)
class Label:
    """A label: `start` up to `stop` with its brackets and colon; `word` without blanks."""

    start: int
    stop: int
    word: str
    kind: LabelKind


def find_labels(text: str) -> Iterator[Label]:
    """The labels of a folded text in order, not overlapping; linear in its length."""
    last = 0
    for mark in _MARK.finditer(text):
        found = _before(text, mark.start(), last)
        if found:
            yield found
            last = found.stop


def label_at(text: str, start: int = 0) -> Label | None:
    """The label that begins at `start`."""
    mark = _MARK.search(text, start, start + 3 * _LONGEST)
    found = _before(text, mark.start(), start) if mark else None
    return found if found and found.start == start else None


def _before(text: str, mark: int, limit: int) -> Label | None:
    """The label whose colon or closing bracket stands at `mark`: of the words before it the longest."""
    opening = _OPENING.get(text[mark])
    end = mark
    while end > limit and text[end - 1] in _BLANKS:
        end -= 1
    if opening is None and end > limit and text[end - 1] == "为":
        end -= 1
    if text[mark] in IS and (each := _EACH.search(text, max(limit, mark - 2), mark)):
        end = each.start()
    best: Label | None = None
    for start, word, kind in _labelling(text, end, limit):
        if text[mark] in IS and (kind not in _MAY_BE or len(word) < _LONG):
            continue
        if _begins(text, start, limit, opening) or (
            text[mark] in IS and _OF_WORK.search(text, max(0, start - _LONGEST), start)
        ):
            first = start - (opening is not None)
            best = Label(first, _after(text, mark, opening), word, kind)
        elif best is None and opening is None and kind in ROLE_OF and len(word) == _LONG:
            of = _of_what(text, start, mark + 1, limit)
            best = Label(of, mark + 1, word, kind) if of is not None else None
        if best is None and opening is None and len(word) == _LONG and _behind_unit(text, start, limit):
            best = Label(start, mark + 1, word, kind)
    return best


_LONGEST_UNIT = 24
_BETWEEN = re.compile("[、,;:]")


def _behind_unit(text: str, start: int, limit: int) -> bool:
    """Does a label that a copy left without a mark before it follow a unit behind another label
    (责任单位:市财政局完成时限:…)?"""
    if limit == 0:
        return False
    unit = _BETWEEN.split(text[max(limit, start - _LONGEST_UNIT) : start])[-1].strip()
    return is_listed_unit(unit)


_BESIDE = 200
"""How far from such a label another one stands."""
_WHAT = re.compile("(?:^|[。;\t] ?)(?P<what>[一-鿿]{2,8})$")


def _of_what(text: str, start: int, stop: int, limit: int) -> int | None:
    """Where the words begin by which the label at `start:stop` says for what, one of several that do
    (城区牵头单位:…;乡村牵头单位:…); None where it is no such label."""
    what = _WHAT.search(text, max(limit - 1, start - _LONGEST, 0), start)
    beside = text.count(text[start:stop], max(0, start - _BESIDE), stop + _BESIDE) if what else 0
    return what.start("what") if what and beside > 1 else None


def _labelling(text: str, end: int, limit: int) -> Iterable[tuple[int, str, LabelKind]]:
    """The words that end at `end` and label something, from the shortest on, each with its kind."""
    base = max(limit, end - _LONGEST)
    tail = text[base:end]
    if any(blank in tail for blank in _BLANKS):
        found = ((at, word, label_kind(word)) for at, word in _words(text, end, limit))
        return ((at, word, kind) for at, word, kind in found if kind)
    return ((base + at, word, kind) for at, word, kind in _labels_ending(tail))


@lru_cache(maxsize=8192)
def _labels_ending(tail: str) -> tuple[tuple[int, str, LabelKind], ...]:
    found = ((at, word, label_kind(word)) for at, word in _words(tail, len(tail), 0))
    return tuple((at, word, kind) for at, word, kind in found if kind)


def _words(text: str, end: int, limit: int) -> Iterator[tuple[int, str]]:
    """The words that end at `end`, from the shortest on: blanks may part their characters."""
    word, at = "", end
    while at > limit and len(word) < _LONGEST and "一" <= text[at - 1] <= "鿿":
        at -= 1
        word = text[at] + word
        before = at
        while before > limit and text[before - 1] in _BLANKS:
            before -= 1
        if len(word) > 1:
            yield at, word
        at = before


def _begins(text: str, start: int, limit: int, opening: str | None) -> bool:
    if opening is not None:
        return start > limit and text[start - 1] == opening
    return start == 0 or text[start - 1] in _BEFORE


def _after(text: str, mark: int, opening: str | None) -> int:
    """Behind the colon, which may follow a closing bracket."""
    stop = mark + 1
    if opening is None:
        return stop
    colon = stop + (text[stop : stop + 1] == " ")
    return colon + 1 if text[colon : colon + 1] == ":" else stop
