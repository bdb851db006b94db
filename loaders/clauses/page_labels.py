"""Labels of a web page's own data above a text: who keeps it (责任部门) is charged with nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from loaders.data_files import tables
from loaders.passage import Passage


def without_page_labels(paragraphs: Sequence[Passage]) -> list[Passage]:
    """The paragraphs above the first number, without lines among a page's data that tell who keeps it."""
    said = [_data().match(each.text) is not None for each in paragraphs]
    return [
        each
        for index, each in enumerate(paragraphs)
        if not (_KEEPER.match(each.text) and any(said[max(0, index - 1) : index + 2]))
    ]


_KEEPER = re.compile("(?:责任|主办|承办|发布|公开|负责)(?:部门|单位|科室|处室|机构) ?:")


@cache
def _data() -> re.Pattern[str]:
    data = tables("loaders", "boilerplate")
    return re.compile(rf"[\[【]?(?:{data['data']['pattern']})[\]】]? ?[:\n]")
