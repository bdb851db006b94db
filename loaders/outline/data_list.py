"""The numbered list of data that some sites print above a document: 1. [主题分类] …, 2. [发文机构] …."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.data_files import tables
from loaders.outline.lines import Line

_DATA = re.compile(
    rf"(?:\d{{1,2}}[.、] ?)?[\[【]{tables('loaders', 'boilerplate')['data_list']['pattern']}[\]】].{{0,80}}"
)
_HEAD = 200
"""Lines at the beginning of a document among which the list may stand."""
_FEWEST = 3


def without_data_list(lines: Sequence[Line]) -> list[Line]:
    """The lines without such a list: its numbers are no items. What it tells is read from the text."""
    data = {index for index, line in enumerate(lines[:_HEAD]) if _DATA.fullmatch(line.text)}
    if len(data) < _FEWEST:
        return list(lines)
    return [line for index, line in enumerate(lines) if index not in data]
