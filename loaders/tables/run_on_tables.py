"""Task tables that stand on one line, heading and rows: a finding, and no words of sentences.

    序号工作任务负责单位时间进度1新建公园3处市园林局(牵头)、市财政局6月底前2改造绿道市城管局(牵头)9月底前

Copying left no mark between rows or cells, so that a row's number may be taken for a quantity.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.passage import fold
from loaders.tables.fused import UNREAD
from loaders.tables.headers import read_heading
from loaders.tables.printed import PrintedLines, Unread
from loaders.tables.stacked_cells.headings import glued_names

_HEAD = re.compile(
    r"(?P<names>(?:[序编][ \t\u3000]{0,4}|项目|任务|事项)号[^。;；,，、:：\n]{6,80}?)[ \t\u3000]{0,4}"
    r"(?=[一二三]、|(?<![0-9])1[ \t\u3000]{0,4}[一-鿿])"
)
_LEAST = 200
"""Characters of rows behind a heading: of fewer it may be named in a sentence."""


def run_on_tables(text: str) -> Iterator[PrintedLines]:
    """The tables in text order, each up to the end of its line."""
    stop = 0
    for head in _HEAD.finditer(text):
        end = text.find("\n", head.end())
        end = len(text) if end < 0 else end
        if head.start() >= stop and end - head.end() >= _LEAST and _names_columns(head["names"]):
            stop = end
            yield PrintedLines(head.start(), end, (Unread((head.start(), end), UNREAD),))


_YEAR = re.compile("20[0-9]{2}年度?")
"""2031年工作措施: a column's name with the year before it."""


def _names_columns(words: str) -> bool:
    names = _YEAR.sub("", fold("".join(words.split())))
    told = [names[a:b] for a, b in glued_names(names)]
    return read_heading(told) is not None if told else False
