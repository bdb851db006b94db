"""Labels within a line that holds a whole document: 责任单位: begins something, whatever stands before it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.clauses.cues import ROLE_OF, label_kind

_WORD = re.compile(r"[一-鿿]{2,14}(?=:)")
_LONGEST = 8
_LEADER = re.compile("(?:领导|责任人|负责人|联系人)$")
_HEADING = re.compile(
    r"(?:第[一二三四五六七八九十]{1,3}[章条]|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、])"
    r" *[^。;:,!?( ]{2,40} +(?=[^ ]{20})"
)


def label_edges(text: str) -> Iterator[int]:
    """Where labels of units, leaders and times begin behind words without a mark."""
    for match in _WORD.finditer(text):
        word = match[0]
        label = next(
            (word[n:] for n in range(max(0, len(word) - _LONGEST), len(word) - 1) if _is_label(word[n:])), ""
        )
        start = match.end() - len(label)
        if (
            label
            and not _OF_PAGE.search(word)
            and _STANDS_BEFORE.match(text[start - 1 : start])
            and not _is_open(text[:start])
        ):
            yield start


_OF_PAGE = re.compile("(?:成文|发布|印发|发文|生成|更新|公布)(?:日期|时间)$")
"""What a page tells of the document, no label of what it says."""
_STANDS_BEFORE = re.compile(r"[一-鿿\d)]")
_NEAR = 300


def _is_open(before: str) -> bool:
    """Does a bracket stand open? The labels in it are one clause."""
    near = before[-_NEAR:]
    return near.rfind("(") > near.rfind(")") or near.rfind("〔") > near.rfind("〕")


def _is_label(word: str) -> bool:
    kind = label_kind(word)
    return kind in ROLE_OF or kind == "time" or (kind == "none" and _LEADER.search(word) is not None)


def heading_edges(text: str) -> Iterator[int]:
    """Behind a heading that blanks part from its text (一、目标 到2032年…)."""
    heading = _HEADING.match(text)
    if heading:
        yield heading.end()
