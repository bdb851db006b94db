"""Numbers that a page shows in a box of their own, the title beside it: they stand on lines of their own.

一
优化服务
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from loaders.outline.lines import Line
from loaders.outline.ordinals import chinese_number, read_ordinal
from loaders.passage import folded

_NUMBER = re.compile("[一二三四五六七八九十]{1,3}")
_LONGEST_TITLE = 40
_SENTENCE = re.compile("[。;:,]")


def with_badges(text: str, lines: Sequence[Line]) -> list[Line]:
    """The lines, each bare 一, 二, 三 … in one with the title below it.

    A bare number may be anything; those that count on from 一, each above a title, number headings.
    """
    heads = _heads(lines)
    joined = {index: _joined(text, lines[index], lines[index + 1]) for index in heads}
    titles = {index + 1 for index in heads}
    return [joined.get(index, line) for index, line in enumerate(lines) if index not in titles]


def _heads(lines: Sequence[Line]) -> list[int]:
    """The indices of bare numbers that count on from 一; [] where there is but one."""
    found: list[int] = []
    for index, value in _numbers(lines):
        if value == len(found) + 1:
            found.append(index)
    return found if len(found) > 1 else []


def _numbers(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    for index, (line, below) in enumerate(pairwise(lines)):
        if _NUMBER.fullmatch(line.text) and _is_title(below):
            yield index, chinese_number(line.text)


def _is_title(line: Line) -> bool:
    words = line.text
    bare = len(words) > 1 and not _SENTENCE.search(words) and not read_ordinal(words)
    return bare and len(words) <= _LONGEST_TITLE and not line.after_table and "\u4e00" <= words[0] <= "\u9fff"


def _joined(text: str, number: Line, title: Line) -> Line:
    return Line(number.start, title.stop, folded(text, number.start, title.stop), number.after_table)
