"""What a web page says of a document among its data above the text (内容概述): no word of the document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from loaders.data_files import tables
from loaders.outline.lines import Line

_HEAD = 60
"""Lines at the head of a page among which its data stand."""
_NEAR = 3
_ABSTRACT = re.compile("[\\[【]?(?:内容|文件|信息)(?:概述|摘要|简介|概要|概况)[\\]】]?(?: ?(?P<colon>:)|$)")


def without_abstract(lines: Sequence[Line]) -> list[Line]:
    """The lines without 内容概述:…, or the label and the line below it, where labels of data stand by."""
    dropped: set[int] = set()
    for index, line in enumerate(lines[:_HEAD]):
        label = _ABSTRACT.match(line.text)
        near = lines[max(0, index - _NEAR) : index + _NEAR + 1]
        if label and any(_label().match(each.text) for each in near):
            alone = label.end() == len(line.text)
            dropped |= {index, index + 1} if alone else {index}
    return [
        replace(line, after_table=True) if index - 1 in dropped else line  # no paragraph goes on across it
        for index, line in enumerate(lines)
        if index not in dropped
    ]


@cache
def _label() -> re.Pattern[str]:
    data = tables("loaders", "boilerplate")
    return re.compile(rf"[\[【]?(?:{data['data']['pattern']})[\]】]? ?(?::|$)")
